"""People are told by real servers on loopback: once each, across restarts, and never a secret."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from post_office import HookServer, MailServer, certificate

from bulletin.onair import Told, posting
from bulletin.onair.alerts import Alerts, lacking
from bulletin.station import Alerts as Rows
from bulletin.station import Station

NOW = datetime(2026, 11, 22, 13, 55, tzinfo=UTC)
SLOT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
FAILED = Told("failed", NOW, SLOT, note="the wires are silent", bad=True)
MADE = Told("made", NOW + timedelta(minutes=2), SLOT)
CANARY = "C4n4ry+of/the=mine"


@pytest.fixture
def hook() -> Iterator[HookServer]:
    with HookServer() as server:
        yield server


@pytest.fixture
def mail(tmp_path: Path) -> Iterator[MailServer]:
    with MailServer(certificate(tmp_path)) as server:
        yield server


@pytest.fixture
def station(tmp_path: Path, hook: HookServer, mail: MailServer, monkeypatch: pytest.MonkeyPatch) -> Station:
    monkeypatch.setenv("HOOK", f"{hook.address}/services/{CANARY}?key={CANARY}")
    monkeypatch.setenv("MAIL_PASSWORD", CANARY)
    rows = Rows("HOOK", ("night@harbour.example",), "news@harbour.example", mail.address, "news", "MAIL_PASSWORD")
    return Station(name="Harbour FM", timezone="Africa/Lagos", alerts=rows, home=str(tmp_path))


@pytest.fixture
def alerts(station: Station) -> Iterator[Callable[..., list[Told]]]:
    """Tell these things to new alerts and close them; what they tell the log."""

    def tell(*told: Told, until: Callable[[], object] = lambda: True, station: Station = station) -> list[Told]:
        said: list[Told] = []
        one = Alerts(station, said.append, lambda: NOW, pause=0.05)
        for each in told:
            one.tell(each)
        end = time.monotonic() + 20
        while not until() and time.monotonic() < end:
            time.sleep(0.01)
        one.close(10)
        return said

    yield tell


def test_a_failure_and_a_recovery_reach_people_once_each(
    alerts: Callable[..., list[Told]], hook: HookServer, mail: MailServer
) -> None:
    assert alerts(FAILED, FAILED, FAILED, MADE, MADE, until=lambda: len(mail.box.letters) == 2) == []

    (_, failure), (_, recovery) = hook.posts
    assert failure == {
        "station": "harbour-fm", "name": "Harbour FM", "kind": "failure", "what": "making",
        "reason": "the wires are silent", "slot": "2026-11-22T14:00:00+00:00", "since": "2026-11-22T13:55:00+00:00",
        "at": "2026-11-22T13:55:00+00:00",
        "text": "Harbour FM: the 15:00 bulletin cannot be made: the wires are silent (since 14:55)",
    }  # fmt: skip
    assert (recovery["kind"], recovery["text"]) == (
        "recovery",
        "Harbour FM: bulletins are made again: the 15:00 bulletin is there (it failed since 14:55: the wires are silent)",
    )
    assert [letter["Subject"] for letter in mail.box.letters] == [failure["text"], recovery["text"]]
    assert (mail.box.letters[0]["To"], mail.box.letters[0]["From"]) == ("night@harbour.example", "news@harbour.example")
    assert failure["text"] in mail.box.letters[0].get_content()


def test_mail_is_encrypted_before_the_password_goes_out(alerts: Callable[..., list[Told]], mail: MailServer) -> None:
    alerts(FAILED, FAILED, until=lambda: mail.box.letters)
    assert (mail.box.encrypted, mail.box.passwords) == ([True], [CANARY])


def test_a_restart_neither_repeats_nor_forgets(alerts: Callable[..., list[Told]], hook: HookServer) -> None:
    alerts(FAILED)
    assert hook.posts == []
    alerts(FAILED)
    alerts(FAILED, FAILED)
    alerts(MADE)
    alerts(MADE)
    assert [post["kind"] for _, post in hook.posts] == ["failure", "recovery"]


def test_what_could_not_be_sent_is_sent_later_and_by_the_next_process(
    alerts: Callable[..., list[Told]], hook: HookServer, mail: MailServer
) -> None:
    hook.status = 503
    said = alerts(FAILED, FAILED, until=lambda: hook.asked >= 3)
    assert [(one.what, one.target) for one in said] == [("alert not sent", "webhook")]  # once, and not for each try
    assert (len(hook.posts), len(mail.box.letters)) == (0, 1)

    hook.status = 200
    assert alerts(until=lambda: hook.posts) == []
    assert (len(hook.posts), len(mail.box.letters)) == (1, 1)


def test_a_server_that_will_never_take_it_is_given_up(
    alerts: Callable[..., list[Told]], hook: HookServer, mail: MailServer
) -> None:
    hook.status, mail.box.refuse = 404, "550 no such person"
    said = alerts(FAILED, FAILED, until=lambda: hook.asked)
    assert [one.note.rpartition("; ")[2] for one in said] == ["given up", "given up"]
    assert alerts() == []


def test_servers_that_repeat_secrets_and_drip_tell_the_log_nothing(
    alerts: Callable[..., list[Told]],
    hook: HookServer,
    mail: MailServer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(posting, "SECONDS", 0.5)
    hook.status, mail.box.drips = 500, True
    said = alerts(replace(FAILED, note=f"a library said {CANARY}"), FAILED, FAILED, until=lambda: hook.asked > 1)
    notes = " ".join(one.note for one in said)
    assert ("answered 500" in notes, "gave no answer in time" in notes) == (True, True)
    assert CANARY not in notes
    assert CANARY not in (tmp_path / "harbour-fm.alerts.json").read_text()


def test_a_damaged_file_and_a_variable_that_is_not_set_stop_nothing(
    alerts: Callable[..., list[Told]],
    mail: MailServer,
    tmp_path: Path,
    station: Station,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "harbour-fm.alerts.json").write_bytes(b'{"troubles": {"making": [[[[')
    monkeypatch.delenv("HOOK")
    assert lacking(station) == "the environment has no HOOK: set it to the webhook's address"
    said = alerts(FAILED, FAILED, until=lambda: mail.box.letters)
    assert [one.note for one in said] == ["the environment has no HOOK: set it to the webhook's address; given up"]


def test_a_hostile_reason_is_one_line_of_a_letter(alerts: Callable[..., list[Told]], mail: MailServer) -> None:
    note = "Dam\r\nBcc: all@harbour.example\r\n\r\n.\r\nQUIT \x1b[2J\u202e" + "ọ́ṣun " * 3000
    alerts(replace(FAILED, note=note), replace(FAILED, note=note), until=lambda: mail.box.letters)
    [letter] = mail.box.letters
    assert (letter["Bcc"], letter["To"]) == (None, "night@harbour.example")
    assert letter["Subject"].isprintable()
