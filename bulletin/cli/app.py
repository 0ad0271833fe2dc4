"""The application: its verbs, and what becomes of an error."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from .. import __version__
from ..errors import BulletinError, PublishError
from .airing import deliver, withdraw
from .check import check
from .doctor import doctor
from .history import history
from .init import init
from .make import make
from .marks import kill, pin
from .onair import onair
from .preview import preview
from .printable import printable
from .reviewing import approve, draft, edit, reject, review
from .say import say
from .stations import stations
from .status import status
from .targets import targets
from .templates import templates
from .voices import voices
from .why import why
from .wires import wires

BUG = 70  # EX_SOFTWARE of sysexits.h: not the user's doing


class Newsroom(TyperGroup):
    """The group of verbs: turns errors into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except BulletinError as error:
            if ctx.params.get("traceback"):
                raise
            typer.echo(f"bulletin: {printable(str(error))}", err=True)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            typer.echo("bulletin: stopped", err=True)
            raise typer.Exit(130) from None
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                _hush()  # `bulletin preview ... | head`
                raise typer.Exit(0) from None
            what = error.filename or "standard output"
            typer.echo(f"bulletin: {printable(str(what))}: {error.strerror or error}", err=True)
            _hush()
            raise typer.Exit(PublishError.exit_code) from None


def _hush() -> None:
    """Send what is still to be printed nowhere: there is nobody to read it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=Newsroom,
    name="bulletin",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich would cost as much again as Typer itself
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"bulletin {__version__}")
        raise typer.Exit


@app.callback()
def bulletin(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="On an error, show where in the code it arose.")
    ] = False,
) -> None:
    """A radio newsroom in a box: articles in, a finished news bulletin out.

    \b
    Examples:
      bulletin make article.txt                 a bulletin from one article
      bulletin make news/ --at 14:00            from a folder of articles, for two o'clock
      bulletin preview news/                    the script, with times, before anything is read
      bulletin preview news/ --out . && bulletin make scripts/.../1400-hourly.md
                                                correct the script by hand, then air it
      bulletin check scripts/.../1400-hourly.md what to look at before it is aired
      bulletin init                             a station file of your own

    \b
    Exit codes:
      0 good                    5 a template is wrong
      1 something else          6 a script file is wrong
      2 wrong usage             7 the voice failed
      3 station.toml is wrong   8 a sound is wrong
      4 no article to use       9 cannot write
      10 `check` found errors (with --strict: or warnings)
      11 the playlog cannot be opened or written
      12 a target has not got a bulletin
      70 a bug of ours          130 stopped with Ctrl-C
    """


for verb in (
    make, preview, check, onair, status, deliver, withdraw, draft, review, edit, approve, reject, history, why, pin, kill,
    stations, say, voices, init, doctor,
):  # fmt: skip
    app.command()(verb)

app.add_typer(templates)
app.add_typer(wires)
app.add_typer(targets)


def main() -> None:
    """Run the command line; the entry point of the `bulletin` command."""
    signal.signal(signal.SIGTERM, _stop)
    sys.excepthook = _bug if "--traceback" not in sys.argv else sys.__excepthook__
    typer.main.get_command(app)()  # not app(): that puts a hook of Typer's own for tracebacks


def _stop(number: int, frame: FrameType | None) -> None:
    """A polite kill ends a run as Ctrl-C does: what is half-made is cleared."""
    raise KeyboardInterrupt


def _bug(kind: type[BaseException], error: BaseException, trace: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        os._exit(130)
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    what = " ".join(f"{kind.__name__}: {error}".split())[:300]
    typer.echo(
        f"bulletin: a bug of ours: {what}{where}; run it again as `bulletin --traceback ...` and report it", err=True
    )
    sys.stderr.flush()
    os._exit(BUG)
