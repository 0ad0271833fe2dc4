"""A person's own editor, on a file."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from ..errors import ScriptError, UsageError

USUAL = ("sensible-editor", "nano", "vi")


def edited(path: Path) -> str:
    """What a person makes of a text, in $VISUAL or $EDITOR; the file itself stays as it is.

    Raises UsageError where there is no editor or it failed, ScriptError where it left no text.
    """
    # whose terminal it is decides, not the station: so this is read here, as every command does
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or next(filter(shutil.which, USUAL), "")
    with tempfile.TemporaryDirectory(prefix="bulletin-edit-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        try:
            code = subprocess.run([*shlex.split(words), str(copy)], check=False).returncode  # noqa: S603 - their own
        except (OSError, ValueError):
            raise UsageError(f'no editor "{words}": set EDITOR, such as EDITOR=nano') from None
        if code:
            raise UsageError(f"{words} ended with {code}, so nothing is changed")
        try:
            return copy.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ScriptError(f"{words} left no text in UTF-8 ({error}), so nothing is changed") from None
