"""One HTTP request to a server that the station file names: on a leash, and its answer read with distrust.

The address is the station's own, so it may lead into its network, where the station says so ([fetching]
private_hosts); the keys that go with a request must lead nowhere else.  So: https, or http to a private address; no
redirects; no proxies and no .netrc of the environment; an end to time and size; and no error that shows a key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from ..errors import TargetError, TargetUnavailable
from ..station import Station

LARGEST = 2_000_000  # bytes of an answer, where nobody asks for sound
LONGEST_WAIT = 86_400.0  # seconds: a server that asks for more is not believed
LOOPBACK = re.compile(r"localhost|127(\.\d{1,3}){3}|::1")
T = TypeVar("T")


@dataclass(frozen=True)
class Door:
    """Where a target asks, and what proves who asks."""

    url: str  # without a slash at its end; no user, no query
    near: bool  # it may lead into this machine or its network
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)  # sent with every request
    secrets: tuple[str, ...] = field(default=(), repr=False)  # never shown, should the server repeat them

    @property
    def host(self) -> str:
        """HOST or HOST:PORT, for people."""
        return urlsplit(self.url).netloc


@dataclass(frozen=True)
class Answer:
    """What a server gave."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes


def door(url: str, station: Station, headers: Mapping[str, str] | None = None, secrets: Sequence[str] = ()) -> Door:
    """A door at the address as the station file has it.  Raises TargetError for one that is none, or shows the key."""
    try:
        parts = urlsplit(url)
        host, port, user = (parts.hostname or "").lower(), parts.port, parts.username is not None
    except ValueError:
        raise TargetError("the url is no address: write https://HOST") from None
    good = parts.scheme in ("http", "https") and host and re.fullmatch(r"[!-~]{1,2000}", url)
    if not good or user or parts.query or parts.fragment:
        raise TargetError("the url is an address without name, password, question mark or spaces: https://HOST")
    written = f"[{host}]" if ":" in host else host
    names = {name.strip().lower() for name in station.fetching.private_hosts}
    near = bool(LOOPBACK.fullmatch(host)) or not names.isdisjoint({host, written, f"{written}:{port}"})
    if parts.scheme == "http" and not near:
        raise TargetError(
            f"the url {url} would send the key in the open: write https://, "
            f"or name {written} in [fetching] private_hosts if it is in your own network"
        )
    if not all(re.fullmatch(r"[ -~]{1,4000}", value) for value in (headers or {}).values()):
        raise TargetError(f"the key for {parts.netloc} has signs in it that no header can carry, such as a line break")
    return Door(url.rstrip("/"), near, headers or {}, tuple(filter(None, secrets)))


def key_of(env: str, station: Station) -> str:
    """The key that an environment variable has.  Raises TargetError where there is none."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", env):
        raise TargetError("key_env is the NAME of the environment variable that has the key, never the key itself")
    if not (key := station.secret(env)):
        raise TargetError(f"the environment has no {env}: set it to the key")
    return key


def ask(
    door: Door,
    method: str,
    path: str,
    *,
    until: float,
    now: datetime | None = None,
    body: bytes = b"",
    kind: str = "",
    also: Sequence[int] = (),
    most: int = LARGEST,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """The answer to one request, by `until` (time.monotonic): its status is 200 to 299, or one of `also`.

    `path` begins with a slash; `kind` is the media type of `body`; `most` the bytes that an answer may have; `now` is
    for a Retry-After that is a date.  Redirects are not followed.  Raises TargetUnavailable for time-outs, broken
    lines, 408, 425, 429 and 5xx, TargetError for all else.
    """
    import requests  # 0.2 s, and only for targets that ask

    from ..leash import pinned
    from . import sending

    sent = {"Accept-Encoding": "identity", "Connection": "close", "User-Agent": "bulletin", **door.headers}
    sent |= {**({"Content-Type": kind} if kind else {}), **(headers or {})}
    request = requests.Request(method, f"{door.url}{path}", data=body or None, headers=sent).prepare()
    try:
        answer = Answer(*sending.given(request, door.near, until, most))
    except pinned.FAULTS as error:
        raise _fault(error, door) from None  # the libraries' own errors have the request in them
    if answer.headers.get("content-encoding", "identity").lower() != "identity":
        raise TargetError(f"{door.host} answered in a compressed form that nobody asked for")
    if not 200 <= answer.status < 300 and answer.status not in also:
        raise refusal(answer, door, now)
    return answer


def told(answer: Answer, shape: type[T], door: Door) -> T:
    """The JSON of an answer as a msgspec.Struct or the like.  Raises TargetError, for a login page too."""
    import msgspec

    try:
        return msgspec.json.decode(answer.body, type=shape, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if answer.body.lstrip()[:1] == b"<":
            raise TargetError(f"{door.host} answered with a web page: check the url, and the key") from None
        why = one_line(str(error), 100)
        raise TargetError(f"{door.host} answered with something that this target does not understand ({why})") from None


def form(fields: Mapping[str, str], name: str, file: tuple[str, bytes, str]) -> tuple[bytes, str]:
    """A multipart body and its media type: the fields, then the file (its name, its bytes, its media type)."""
    from urllib3.filepost import encode_multipart_formdata

    return encode_multipart_formdata([*fields.items(), (name, file)])


def refusal(answer: Answer, door: Door, now: datetime | None = None) -> TargetError:
    """The error for an answer that is no success, with the server's own reason as far as it may be shown."""
    status, said = answer.status, reason(answer, door)
    also = f": {said}" if said else ""
    if status in (408, 425, 429) or status >= 500:
        pause = seconds_asked_for(answer.headers.get("retry-after"), now)
        asks = f", asking to wait {pause:.0f} s" if pause else ""
        why = "too many requests" if status == 429 else "a fault on its side"
        return TargetUnavailable(f"{door.host} answered {status} ({why}{asks}){also}", pause)
    if 300 <= status < 400:
        return TargetError(
            f"{door.host} sends the request elsewhere ({status}), which is not followed: correct the url"
        )
    why = {
        401: "it does not take the key",
        403: "it does not take the key, or the key may not do this",
        404: "there is nothing at that address: check the url and the settings",
        413: "the file is larger than it takes",
    }.get(status, "it refuses the request")
    return TargetError(f"{door.host} answered {status} ({why}){also}")


def reason(answer: Answer, door: Door) -> str:
    """What the server says of it, in one line of printable text without our keys; "" for pages and the like."""
    import msgspec

    body, said = answer.body[:20_000], ""
    try:
        found: Any = msgspec.json.decode(body)
        if isinstance(found, dict):
            said = next(
                (found[name] for name in ("message", "detail", "error") if isinstance(found.get(name), str)), ""
            )
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        if not body.lstrip().startswith(b"<"):
            said = body.decode("utf-8", "replace")
    for secret in (*door.secrets, *door.headers.values()):
        said = said.replace(secret, "…")
    return one_line(said)


def one_line(text: str, most: int = 150) -> str:
    """The text as one line of printable signs, no longer than `most`."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * most]).split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def seconds_asked_for(value: str | None, now: datetime | None) -> float | None:
    """What a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date); None without one."""
    words = (value or "").strip()[:60]
    if words.isascii() and words.isdigit():
        return min(float(words), LONGEST_WAIT)
    if now is None:
        return None
    try:
        date = parsedate_to_datetime(words)
        return min(max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()), LONGEST_WAIT)
    except (ValueError, OverflowError):
        return None


def _fault(error: Exception, door: Door) -> TargetError:
    """What an error of the libraries means for a person: the first of these that is among its causes."""
    import socket
    import ssl

    from ssrfguard import BlockedAddressError, SSRFGuardError

    from ..leash.pinned import Abroad, TooMuch, causes

    meanings: tuple[tuple[type[BaseException], type[TargetError], str], ...] = (
        (BlockedAddressError, TargetError, "leads to an address that is not public: if it is yours, "
         "name its host in [fetching] private_hosts"),
        (SSRFGuardError, TargetError, "is no address that is asked: check the url"),
        (Abroad, TargetError, "leads to a public address, where http would show the key to all: write https://"),
        (TooMuch, TargetError, "answered with far more than was asked for: check the url"),
        (ssl.SSLCertVerificationError, TargetError, "has no certificate that this machine trusts: check the url"),
        (ssl.SSLError, TargetUnavailable, "fails at the encryption: check the url, and its certificate"),
        (socket.gaierror, TargetUnavailable, "is not found: check the url, and this machine's network"),
        (TimeoutError, TargetUnavailable, "gave no whole answer in time: is it up, and is the line fast enough?"),
        (ConnectionRefusedError, TargetUnavailable, "cannot be connected to: is it up?"),
    )  # fmt: skip
    chain = causes(error)
    for kind, fault, words in meanings:
        if any(isinstance(cause, kind) for cause in chain):
            return fault(f"{door.host} {words}")
    return TargetUnavailable(f"{door.host} cannot be reached, or broke off ({type(chain[-1]).__name__})")
