"""What every target must do: ours, found by their entry points as a stranger's are; each with its world."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import pytest
from parcels import parcel, same_sound, station
from worlds import World

from bulletin.air import Opened, Parcel, opened, target
from bulletin.errors import StationError, TargetError
from bulletin.station import Target as Row

REGISTERED = sorted(plug.name for plug in entry_points(group="bulletin.targets"))
PAGE = Path(__file__).parents[2] / "docs" / "targets.md"
SECONDS = 4.0  # that a target is given
HUNG = 40  # seconds after which it is past hoping for, on a machine that is busy
BLIND = {"liquidsoap", "sftp"}  # what is queued, and what is a file only, has no slot that could be asked for
CANARY = "canary-7f3a-do-not-tell"
T = TypeVar("T")

every_target = pytest.mark.parametrize("kind", REGISTERED)


class HangsError(BaseException):
    """A call did not end; no `except` of a target's catches it."""


@dataclass(frozen=True)
class Stage:
    """A target that is open, and its other side."""

    there: World
    ours: Opened
    secrets: frozenset[str]  # what its environment has that nobody may be told

    def deliver(self, sent: Parcel, now: datetime | None = None) -> str:
        """Three minutes early; the identity that it has now."""
        at = now or sent.slot - timedelta(minutes=3)
        receipt = within(lambda: self.ours.deliver(sent, now=at, seconds=SECONDS))
        self.told(receipt.note)
        assert receipt.identity
        return receipt.identity

    def withdraw(self, sent: Parcel) -> None:
        """When it is stale."""
        self.told(within(lambda: self.ours.withdraw(sent, now=sent.expires, seconds=SECONDS)).note)

    def check(self) -> str:
        line = within(lambda: self.ours.check(seconds=SECONDS))
        assert line
        self.told(line)
        return line

    def told(self, line: str) -> None:
        """What a target says is one short printable line without a secret in it."""
        assert line.isprintable()
        assert len(line) < 500
        assert [secret for secret in self.secrets if secret in line] == []

    def plays(self, sent: Parcel) -> bool:
        return same_sound(self.there.has(sent), sent)


def within(call: Callable[[], T]) -> T:
    """The call's result; HangsError where it does not end."""

    def give_up(*_: object) -> None:
        raise HangsError(f"no end after {HUNG} s, {SECONDS:g} were given")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(HUNG)
    try:
        return call()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def staged(kind: str, folder: Path) -> Iterator[Stage]:
    if find_spec(f"worlds.{kind}") is None:
        pytest.skip(f"{kind} has no world: that is told by a test of its own")
    if lack := target(kind).card.missing():
        pytest.skip(lack)
    folder.mkdir(parents=True, exist_ok=True)
    before = dict(os.environ)
    with import_module(f"worlds.{kind}").world(folder) as there:
        new = {value for name, value in os.environ.items() if before.get(name) != value and name.isupper()}
        named = {os.environ.get(str(value), "") for key, value in there.settings.items() if key.endswith("_env")}
        secrets = frozenset(secret for secret in {CANARY, *named, *new} if len(secret) >= 4)
        yield Stage(there, opened(Row(kind=kind, settings=there.settings), station(folder)), secrets)


@pytest.fixture
def stage(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("SOMEBODYS_SECRET", CANARY)
    with staged(kind, tmp_path) as ready:
        yield ready


@every_target
def test_every_registered_target_loads_and_has_a_world(kind: str) -> None:
    assert target(kind).card.name == kind
    assert callable(import_module(f"worlds.{kind}").world)


@every_target
def test_the_card_is_whole(kind: str) -> None:
    card = target(kind).card
    assert card.summary
    assert card.summary[0].isupper()
    assert "\n" not in card.summary
    assert is_dataclass(card.settings)
    assert card.settings.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert bool(card.packages) <= bool(card.install)


@every_target
def test_its_settings_stand_in_the_docs(kind: str) -> None:
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE.read_text(), re.MULTILINE | re.DOTALL))
    unsaid = [place.name for place in fields(target(kind).card.settings) if f"`{place.name}`" not in sections[kind]]
    assert unsaid == []
    assert "delivered" in sections[kind].lower()


@every_target
def test_a_wrong_setting_is_one_line_that_names_it(kind: str, tmp_path: Path) -> None:
    with pytest.raises(StationError, match=rf'^\[\[targets\]\] {kind}: unknown setting "colour"; [^\n]+$'):
        opened(Row(kind=kind, settings={"colour": "blue"}), station(tmp_path))


@every_target
def test_what_is_delivered_would_be_played_and_twice_is_once(kind: str, stage: Stage, tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    assert (stage.there.has(sent), stage.there.playable()) == (None, 0)
    stage.deliver(sent)
    assert stage.plays(sent)
    assert stage.there.playable() == 1
    stage.deliver(sent)  # as after a power cut: nobody knows that it was delivered, nor its identity
    assert stage.plays(sent)
    assert stage.there.playable() == 1


@every_target
def test_a_bulletin_made_anew_for_its_slot_takes_the_place_of_the_first(
    kind: str, stage: Stage, tmp_path: Path
) -> None:
    identity = stage.deliver(parcel(tmp_path / "first", seconds=1.2))
    anew = parcel(tmp_path / "anew", seconds=2.0, identity=identity)
    stage.deliver(anew)
    assert stage.plays(anew)
    assert stage.there.playable() == 1


@every_target
def test_hour_after_hour_the_newest_is_there_and_no_heap_grows(kind: str, stage: Stage, tmp_path: Path) -> None:
    identity, counts = "", []
    for hour in range(6):
        sent = parcel(tmp_path, hour, identity=identity)
        identity = stage.deliver(sent)
        assert stage.plays(sent)
        counts.append(stage.there.playable())
    assert max(counts) <= 3
    assert counts[-1] == counts[-2]


@every_target
def test_what_is_withdrawn_is_not_played_and_withdrawing_is_as_good_twice(
    kind: str, stage: Stage, tmp_path: Path
) -> None:
    sent = parcel(tmp_path)
    stage.withdraw(sent)  # it was never there
    delivered = replace(sent, identity=stage.deliver(sent))
    for _ in range(2):
        stage.withdraw(delivered)
        assert (stage.there.has(sent), stage.there.playable()) == (None, 0)
    stage.deliver(delivered)
    assert stage.plays(sent)
    stage.withdraw(replace(sent, identity=""))  # as after a power cut
    assert stage.there.has(sent) is None


@every_target
def test_withdrawing_the_last_hours_bulletin_leaves_the_new_one(kind: str, stage: Stage, tmp_path: Path) -> None:
    identity = stage.deliver(parcel(tmp_path, 0))
    new = parcel(tmp_path, 1, identity=identity)
    stage.deliver(new)
    stage.withdraw(parcel(tmp_path, 0, identity=identity))
    assert stage.plays(new)


@every_target
def test_an_older_bulletin_that_comes_late_leaves_the_newer_one(kind: str, stage: Stage, tmp_path: Path) -> None:
    """Another machine, or a hand, brings 12:00 again when 13:00 is there: both are fresh."""
    if kind in BLIND:
        pytest.skip("it cannot tell")
    new, old = parcel(tmp_path, 1), parcel(tmp_path, 0)
    identity = stage.deliver(new)
    for known in ("", identity):
        stage.deliver(replace(old, identity=known), now=new.slot)
        assert stage.plays(new)


@every_target
def test_a_bulletin_made_anew_or_lost_since_is_withdrawn_all_the_same(kind: str, stage: Stage, tmp_path: Path) -> None:
    sent = parcel(tmp_path, 0)
    anew = parcel(tmp_path / "anew", 0, seconds=2.0)  # it never got there
    lost = replace(sent, sha256="", title="", duration_seconds=0.0, manifest={}, audio=tmp_path / "gone.mp3")
    for now_known in (anew, lost):
        stage.withdraw(replace(now_known, identity=stage.deliver(sent)))
        assert (stage.there.has(sent), stage.there.playable()) == (None, 0)
    old = stage.deliver(sent)
    new = parcel(tmp_path, 1, identity=old)
    stage.deliver(new)
    stage.withdraw(replace(lost, identity=old))
    assert stage.plays(new)


@every_target
def test_each_fault_is_one_line_leaves_nothing_half_done_and_passes(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOMEBODYS_SECRET", CANARY)
    with staged(kind, tmp_path / "sound") as sound:
        faults = list(sound.there.faults)
    assert faults
    for fault in faults:
        with staged(kind, tmp_path / re.sub(r"\W+", "-", fault)) as broken:
            last, new = parcel(tmp_path, 0), parcel(tmp_path, 1)
            identity = broken.deliver(last)
            new = replace(new, identity=identity)
            broken.there.faults[fault]()
            with pytest.raises(TargetError) as failure:
                broken.deliver(new)
            broken.told(str(failure.value))
            assert broken.there.has(new) is None or broken.plays(new), fault
            for call in (broken.check, partial(broken.withdraw, last)):
                try:
                    call()
                except TargetError as error:
                    broken.told(str(error))
            broken.there.mend()
            broken.check()
            broken.deliver(new)
            assert broken.plays(new), fault
            broken.withdraw(new)
            assert broken.there.has(new) is None, fault


@every_target
def test_a_hostile_title_does_no_harm(kind: str, stage: Stage, tmp_path: Path) -> None:
    pit = tmp_path / "touched"
    titles = (
        f"News\r\nprocess:wav,touch {pit}\r\nnews.push process:wav,touch {pit}",
        f"process:wav,touch {pit}",
        f'annotate:liq_cue_in="9":process:wav,touch {pit}',
        f'"; $(touch {pit}) `touch {pit}` #{{process.run("touch {pit}")}} \\',
        "x" * 10_000,
        "\u202egnihtemos \u2066\u0000\u0085\u2028\ud83d <script>alert(1)</script> ]]> & &lt;b&gt; 日本語 Ɓunza",
        "../../etc/passwd %00 %n ~ * ?",
        "",
    )
    identity = ""
    for hour, title in enumerate(titles):
        sent = replace(parcel(tmp_path, hour, artist=title[:300], identity=identity), title=title)
        identity = stage.deliver(sent)
        assert stage.plays(sent), title[:60]
        stage.withdraw(replace(sent, identity=identity))
        assert stage.there.has(sent) is None, title[:60]
    assert not pit.exists()


@every_target
def test_no_secret_is_logged_and_checking_leaves_nothing(
    kind: str,
    stage: Stage,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    sent = parcel(tmp_path)
    with caplog.at_level("DEBUG", logger="bulletin"):
        stage.check()
        assert (stage.there.has(sent), stage.there.playable()) == (None, 0)
        stage.deliver(sent)
        stage.check()
        assert stage.plays(sent)
        assert stage.there.playable() == 1
    printed = "".join(capfd.readouterr())
    assert [secret for secret in stage.secrets if secret in caplog.text + printed + repr(stage.ours)] == []


@every_target
def test_audio_that_is_not_what_it_was_is_refused(kind: str, stage: Stage, tmp_path: Path) -> None:
    """A disk lies too: what is delivered is what was checked, or nothing."""
    sent = parcel(tmp_path)
    sent.audio.write_bytes(sent.audio.read_bytes()[:-2000])
    with pytest.raises(TargetError) as failure:
        stage.deliver(sent)
    stage.told(str(failure.value))
    sent.audio.unlink()
    with pytest.raises(TargetError) as failure:
        stage.deliver(sent)
    stage.told(str(failure.value))
    assert (stage.there.has(sent), stage.there.playable()) == (None, 0)
