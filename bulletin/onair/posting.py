"""How a notice reaches people: a POST of JSON, and mail.  Each try ends within SECONDS, and no error shows a secret."""

from __future__ import annotations

import contextlib
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit, urlunsplit

from ..errors import TargetError, TargetUnavailable
from ..plain import plain
from ..station import Station
from .troubles import FILE, LOOP, MAKING, Notice

if TYPE_CHECKING:
    import ssl

    from ..leash import Deadline

SECONDS = 20.0
TLS_PORT, LOGIN_PORT, RELAY_PORT = 465, 587, 25
LONGEST, SUBJECT = 1000, 180  # letters of a notice, and of a subject


class Sender(Protocol):
    """One way to reach people."""

    def wanted(self, station: Station) -> bool:
        """Does the station file ask for it?"""

    def lacks(self, station: Station) -> str:
        """One line on what is missing, "" where nothing is."""

    def load(self) -> None:
        """Read in what it works with."""

    def send(self, notice: Notice, station: Station) -> None:
        """Send it.  Raises TargetUnavailable where a later try may succeed, TargetError where it will not."""


def words(notice: Notice, station: Station) -> str:
    """A notice in one line; times are the station's."""
    slot = f"the {_clock(notice.slot, station)} bulletin" if notice.slot else "a bulletin"
    since = f"since {_clock(notice.since, station)}"
    verb, _, target = (notice.what, "", "") if notice.what == FILE else notice.what.partition(" ")
    well = {
        MAKING: f"bulletins are made again: {slot} is there",
        LOOP: "`bulletin onair` goes round again",
        FILE: "the station file is right again and was read",
        "deliver": f"{target} takes bulletins again: it has {slot}",
        "withdraw": f"{target} has given back {slot}",
    }
    wrong = {
        MAKING: f"{slot} cannot be made",
        LOOP: "`bulletin onair` stumbled and goes on",
        FILE: "the station file is wrong; the old one stays",
        "deliver": f"{target} does not take {slot}",
        "withdraw": f"{slot} is stale, and {target} does not give it back",
    }
    if notice.kind == "recovery":
        return plain(f"{station.name}: {well.get(verb, notice.what)} (it failed {since}: {notice.reason})", LONGEST)
    return plain(f"{station.name}: {wrong.get(verb, notice.what)}: {notice.reason} ({since})", LONGEST)


def told(notice: Notice, station: Station) -> dict[str, Any]:
    """A notice as an object: times in UTC; `text` is for chat servers."""
    times = {"slot": notice.slot, "since": notice.since, "at": notice.at}
    return {
        "station": station.slug,
        "name": station.name,
        "kind": notice.kind,
        "what": notice.what,
        "reason": notice.reason,
        **{name: at.astimezone(UTC).isoformat() if at else None for name, at in times.items()},
        "text": words(notice, station),
    }


@dataclass(frozen=True)
class Webhook:
    """A POST of JSON to the address that an environment variable has."""

    def wanted(self, station: Station) -> bool:
        """Does the station file name a variable?"""
        return bool(station.alerts.webhook_env)

    def lacks(self, station: Station) -> str:
        """Is it set?"""
        name = station.alerts.webhook_env
        return f"the environment has no {name}: set it to the webhook's address" if self._unset(station) else ""

    def load(self) -> None:
        """Read in what asks."""
        from ..air import asking, sending  # noqa: F401

    def send(self, notice: Notice, station: Station) -> None:
        """Post it; any answer of 200 to 299 is good."""
        from ..air import asking

        if lack := self.lacks(station):
            raise TargetError(lack)
        address = station.secret(station.alerts.webhook_env)
        door, path = _door(address, station)
        body = json.dumps(told(notice, station), ensure_ascii=False).encode()
        asking.ask(door, "POST", path, until=monotonic() + SECONDS, body=body, kind="application/json")

    def _unset(self, station: Station) -> bool:
        return self.wanted(station) and not station.secret(station.alerts.webhook_env)


def _door(address: str, station: Station) -> tuple[Any, str]:
    """The server, which may be named, and the path, which is the key to it.  Raises TargetError."""
    from ..air import asking

    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise TargetError(f"{station.alerts.webhook_env} has no webhook's address in it: https://HOST/...")
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    secrets = tuple(filter(lambda one: len(one) > 3, (address, path, parts.path.strip("/"), parts.query)))
    return asking.door(f"{parts.scheme}://{parts.netloc}", station, secrets=secrets), path


@dataclass(frozen=True)
class Mail:
    """Mail by SMTP: encrypted where the server offers it, and no password without that."""

    def wanted(self, station: Station) -> bool:
        """Does the station file name somebody?"""
        return bool(station.alerts.mail_to)

    def lacks(self, station: Station) -> str:
        """Is the password there?"""
        name = station.alerts.smtp_password_env
        missing = self.wanted(station) and name and not station.secret(name)
        return f"the environment has no {name}: set it to the mail server's password" if missing else ""

    def load(self) -> None:
        """Read in what sends."""
        import smtplib  # noqa: F401
        import ssl  # noqa: F401

        from .. import leash  # noqa: F401

    def send(self, notice: Notice, station: Station) -> None:
        """Send it; the server has it when this returns."""
        import smtplib
        import ssl

        from ..leash import within

        host, port = _server(station)
        faults = (smtplib.SMTPException, OSError, ValueError, TargetError)
        try:
            within(SECONDS, lambda deadline: _mailed(_letter(notice, station), station, host, port, deadline), faults)
        except TargetError:
            raise
        except ssl.SSLCertVerificationError:
            raise TargetError(f"{host} has no certificate that this machine trusts: check smtp") from None
        except smtplib.SMTPAuthenticationError as error:
            raise TargetError(f"{host} does not take user and password ({error.smtp_code})") from None
        except smtplib.SMTPRecipientsRefused as error:
            codes = {code for code, _ in error.recipients.values()}
            raise _refusal(host, "takes mail for none of mail_to", min(codes, default=0)) from None
        except smtplib.SMTPResponseException as error:
            raise _refusal(host, "refuses the mail", error.smtp_code) from None
        except smtplib.SMTPNotSupportedError as error:
            raise TargetError(f"{host} cannot do what is asked of it: {plain(str(error), 100)}") from None
        except (smtplib.SMTPException, OSError, ValueError) as error:
            what = "gave no answer in time" if isinstance(error, TimeoutError) else type(error).__name__
            raise TargetUnavailable(f"{host}:{port} cannot be mailed through ({what})") from None


def _refusal(host: str, what: str, code: int) -> TargetError:
    kind = TargetError if code >= 500 else TargetUnavailable
    return kind(f"{host} {what} ({code})")


def _server(station: Station) -> tuple[str, int]:
    """Host and port of "HOST", "HOST:PORT" or "[IPV6]:PORT"."""
    host, _, port = station.alerts.smtp.rpartition(":")
    if host and port.isascii() and port.isdigit() and "]" not in port and (":" not in host or host.startswith("[")):
        return host.strip("[]"), int(port)
    return station.alerts.smtp.strip("[]"), LOGIN_PORT if station.alerts.smtp_user else RELAY_PORT


def _letter(notice: Notice, station: Station) -> EmailMessage:
    from email.utils import format_datetime, make_msgid

    letter = EmailMessage()
    text = words(notice, station)
    letter["Subject"] = plain(text, SUBJECT)
    letter["From"] = station.alerts.mail_from
    letter["To"] = ", ".join(station.alerts.mail_to)
    letter["Date"] = format_datetime(notice.at.astimezone(station.zone))
    letter["Message-ID"] = make_msgid("bulletin", station.alerts.mail_from.rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office notes, please
    rows = [f"{name}: {value}" for name, value in told(notice, station).items() if value and name != "text"]
    letter.set_content("\n".join([text, "", *rows, "", "`bulletin status` tells how things stand now.", ""]))
    return letter


def _mailed(letter: EmailMessage, station: Station, host: str, port: int, deadline: Deadline) -> None:
    import smtplib

    secure, seconds, here = _context(host), deadline.left(), socket.gethostname() or "localhost"
    server = (
        smtplib.SMTP_SSL(host, port, here, timeout=seconds, context=secure)
        if port == TLS_PORT
        else smtplib.SMTP(host, port, here, timeout=seconds)
    )
    try:
        if server.sock is None:
            raise TargetUnavailable("the mail server hung up")
        deadline.holds(server.sock)  # cut when the time is up, however slowly the server speaks
        server.ehlo()
        if port != TLS_PORT and server.has_extn("starttls"):
            server.starttls(context=secure)
            server.ehlo()
        elif port != TLS_PORT and station.alerts.smtp_user and not _here(host):
            raise TargetError(f"{host} offers no encryption, so it is not given the password: use port {TLS_PORT}")
        if station.alerts.smtp_user:
            server.login(station.alerts.smtp_user, station.secret(station.alerts.smtp_password_env))
        server.send_message(letter)
        with contextlib.suppress(smtplib.SMTPException, OSError):
            server.putcmd("QUIT")  # it has the mail: whatever it says to this, it is not sent again
    finally:
        server.close()


def _context(host: str) -> ssl.SSLContext:
    """Verified, but on this machine: a local mail server has a certificate of its own making."""
    import ssl

    context = ssl.create_default_context()
    if _here(host):
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def _here(host: str) -> bool:
    return host == "localhost" or host.startswith("127.") or host == "::1"


def _clock(at: datetime, station: Station) -> str:
    return f"{at.astimezone(station.zone):%H:%M}"


SENDERS: Mapping[str, Sender] = {"webhook": Webhook(), "mail": Mail()}
