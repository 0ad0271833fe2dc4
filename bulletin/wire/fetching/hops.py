"""One address from its first request to its last byte, through the redirects, each as strange as the first."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urldefrag, urljoin

import requests

from ...leash import Deadline, pinned
from . import agent, reach
from .causes import fault_of
from .faults import Unfetched, of_status
from .kept import Kept
from .unpacking import unpacked

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
MOST_PIECES = 50_000  # chunks of a body: one of a byte each costs as much time as a large one
NO_CHARSETS = ("undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape")  # Python's, not the world's


@dataclass(frozen=True)
class Question:
    """What is asked: an address, with what is known of it."""

    address: str
    known: Kept  # an earlier body, or nothing
    headers: Mapping[str, str]
    private_hosts: tuple[str, ...]
    most: int  # bytes, of the body
    now: datetime


@dataclass(frozen=True)
class Answer:
    """What a server gave.  `unchanged`: it says that the body is as known, and the fields are those that are known."""

    final_url: str
    body: bytes
    media_type: str
    charset: str
    etag: str
    modified: str
    unchanged: bool = False


def answer(question: Question, deadline: Deadline) -> Answer:
    """Ask, and follow where that leads.  Raises Unfetched."""
    url = urldefrag(question.address).url
    way: list[str] = []
    while True:
        try:
            given = _one(url, question, deadline)
        except Unfetched as error:
            if not way:
                raise
            raise _on_the_way(url, error) from error
        if isinstance(given, Answer):
            return given
        way.append(url)
        if given in way:
            raise Unfetched("sends on in a circle: open it in a browser, and take the address that it ends at")
        if len(way) > MOST_REDIRECTS:
            raise Unfetched(
                f"sends on more than {MOST_REDIRECTS} times: open it in a browser, and take its last address"
            )
        url = given


def _one(url: str, question: Question, deadline: Deadline) -> Answer | str:
    """One request: the answer, or where it sends on.  Raises Unfetched."""
    known = question.known
    reach.policy_for(url, question.private_hosts)  # as it is written, before anything reads more into it
    try:
        conditions = agent.conditions(known.etag, known.modified) if url == known.final_url else {}
        request = requests.Request("GET", url, headers={**question.headers, **conditions}).prepare()
        policy = reach.policy_for(request.url or "", question.private_hosts)  # and as it is sent
        with pinned.sent(request, policy, deadline) as response:
            if response.status_code in REDIRECTS and response.headers.get("Location"):
                return _next(url, response.headers["Location"])
            if response.status_code == 304 and known.fetched and url == known.final_url:
                return Answer(url, known.body, known.media_type, known.charset, known.etag, known.modified, True)
            if response.status_code not in (200, 203):
                raise of_status(response.status_code, response.headers.get("Retry-After"), question.now)
            body = unpacked(_pieces(response, deadline), response.headers.get("Content-Encoding", ""), question.most)
            return Answer(url, body, *_kind(response), *_marks(response))
    except pinned.FAULTS as error:
        own = reach.is_own(url, question.private_hosts)
        raise fault_of(error, reach.host_of(url), own, deadline.seconds) from error


def _pieces(response: requests.Response, deadline: Deadline) -> Iterator[bytes]:
    """The body as it comes in, packed as it is."""
    for number, piece in enumerate(pinned.pieces(response, deadline)):
        if number == MOST_PIECES:
            raise Unfetched("comes in crumbs: its server is at fault")
        yield piece


def _next(url: str, location: str) -> str:
    """Where a redirect leads.  Raises Unfetched for what is not followed."""
    written = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()  # headers are bytes
    try:
        target = urldefrag(urljoin(url, written)).url
    except ValueError as error:
        raise Unfetched(f"sends on to what is no address ({written[:80]}): open it in a browser") from error
    if url.startswith("https:") and target.startswith("http:"):
        raise Unfetched(
            f"sends on from https to http ({target[:150]}), where anybody may change it: "
            "take that address itself, if you trust it"
        )
    return target


def _on_the_way(url: str, error: Unfetched) -> Unfetched:
    """The same, said of where a redirect led."""
    return Unfetched(
        f"sends on to {url[:150]}, which {error}",
        asked=error.asked,
        hung=error.hung,
        missing=error.missing,
        retry_after=error.retry_after,
    )


def _kind(response: requests.Response) -> tuple[str, str]:
    """Media type and charset as the Content-Type says them, "" for what it does not say or Python does not know."""
    kind, *rest = response.headers.get("Content-Type", "")[:500].split(";")
    media_type = kind.strip().lower()
    charset = ""
    for parameter in rest:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and not charset:
            charset = _known_charset(value.strip().strip("\"'").lower())
    return (
        media_type if re.fullmatch(r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}", media_type) else ""
    ), charset


def _known_charset(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9._:-]{1,40}", name):
        return ""
    try:
        found = codecs.lookup(name).name
        b"a".decode(name, "ignore")  # not a codec from bytes to bytes, such as "zip"
    except (LookupError, ValueError):
        return ""
    return "" if found.replace("-", "_") in NO_CHARSETS else name


def _marks(response: requests.Response) -> tuple[str, str]:
    """ETag and Last-Modified, to be sent back next time as they are; "" for what a header could not carry."""
    found = (response.headers.get(name, "").strip() for name in ("ETag", "Last-Modified"))
    etag, modified = (mark if re.fullmatch(r"[ -~]{1,500}", mark) else "" for mark in found)
    return etag, modified
