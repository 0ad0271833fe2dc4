"""What can go wrong with one address, each as one line for a person: what happened, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from ...errors import SourceError

LONGEST_WAIT = 86_400.0  # seconds: a server that asks for more is not believed
ADVICE = {
    400: "check the address",
    401: "it wants a password, which wires cannot give: find another address",
    402: "it wants money: find another address",
    403: "it refuses this machine: open it in a browser, or name a [fetching] contact",
    404: "it is not there: check the address",
    406: "it refuses this machine: open it in a browser",
    410: "it is gone for good: take the wire out",
    429: "it was asked too often, and is left alone for a while",
    451: "it is blocked for legal reasons",
}


class Unfetched(SourceError):
    """Why one address gave nothing; it never leaves this package, and is a Rejected outside.

    `asked`: a server was asked, and is left alone for a while.  `hung`: it kept us waiting until the time was up.
    `missing`: it says that there is nothing at the address.  `retry_after`: the seconds that it asks for.
    """

    def __init__(
        self, reason: str, *, asked: bool = True, hung: bool = False, missing: bool = False, retry_after: float = 0.0
    ) -> None:
        super().__init__(one_line(reason))
        self.asked = asked
        self.hung = hung
        self.missing = missing
        self.retry_after = retry_after


def one_line(text: str, most: int = 300) -> str:
    """The text as one line without control characters, and no longer than `most` characters."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: 4 * most]).split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def late(seconds: float) -> Unfetched:
    """The time for an address is up."""
    return Unfetched(
        f"gave no whole answer within {seconds:g} s: is it up? If it is slow, raise [fetching] seconds", hung=True
    )


def too_large(most: int) -> Unfetched:
    """More came than an address may hold."""
    return Unfetched(f"holds more than {most / 1e6:g} MB: is it a feed or a page? If it is, raise [fetching] megabytes")


def not_public(address: str, why: str, host: str, own: bool) -> Unfetched:
    """The host leads into this machine or its network; `why` is ssrfguard's, and `own` where the station names it."""
    if "both permitted and denied" in why:
        return Unfetched(
            "leads to public and to other addresses at once, as an attack does: it is not asked", asked=False
        )
    if own:
        return Unfetched(f"leads to {address} ({why}), which no name in private_hosts opens", asked=False)
    written = f"[{host}]" if ":" in host else host
    return Unfetched(
        f"leads to {address}, which is not public ({why}): if it is yours, name {written} in [fetching] private_hosts",
        asked=False,
    )


def of_status(status: int, retry_after: str | None, now: datetime) -> Unfetched:
    """An answer that is no success."""
    try:
        phrase = HTTPStatus(status).phrase.lower()
    except ValueError:
        phrase = "no status that is known"
    advice = ADVICE.get(status) or ("a fault on its side: try later" if status >= 500 else "open it in a browser")
    return Unfetched(
        f"answered {status} ({phrase}): {advice}",
        missing=400 <= status < 500 and status not in (408, 421, 425, 429),
        retry_after=seconds_asked_for(retry_after, now),
    )


def seconds_asked_for(value: str | None, now: datetime) -> float:
    """What a Retry-After header asks for, as seconds (RFC 9110, 10.2.3: seconds or a date); 0 without one."""
    words = (value or "").strip()[:60]
    if words.isascii() and words.isdigit():
        return min(float(words), LONGEST_WAIT)
    try:
        date = parsedate_to_datetime(words)
        return min(max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()), LONGEST_WAIT)
    except (ValueError, OverflowError):
        return 0.0
