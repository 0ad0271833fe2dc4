"""robots.txt (RFC 9309): which pages a site lets programs read.

A wire is an address that a person wrote into the station file, and a feed is published for programs; so those are
asked for as they are.  Pages are found by following links, and are read only where their site allows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote, unquote, urlsplit

from ...model import Rejected
from ...station import Station
from . import agent
from .asking import Ask, Fetched, answers, fetch_all

KEPT_MINUTES = 24 * 60.0  # as long as RFC 9309 allows
LARGEST = 512_000  # bytes that are read of a robots.txt
MOST_LINES = 10_000


def fetch_pages(addresses: Sequence[str], station: Station, *, now: datetime) -> Iterator[Fetched | Rejected]:
    """What each page gives, as they come in; a Rejected for those that their site's robots.txt does not allow."""
    asked = dict.fromkeys(addresses)
    places = {address: _robots_of(address) for address in asked}
    found = {}
    for answer in answers([Ask(place, KEPT_MINUTES, True) for place in dict.fromkeys(places.values())], station, now):
        found[answer.url if isinstance(answer, Fetched) else answer.origin] = answer
    refused = {address: reason for address in asked if (reason := _refusal(address, found[places[address]]))}
    yield from (Rejected(address, reason) for address, reason in refused.items())
    yield from fetch_all([address for address in asked if address not in refused], station, now=now)


def allowed(address: str, station: Station, *, now: datetime) -> bool:
    """Whether robots.txt lets us read this page; it is fetched, or known from the last day.

    A site without one allows everything, and one whose robots.txt fails nothing (RFC 9309, 2.3.1).
    """
    (answer,) = answers([Ask(_robots_of(address), KEPT_MINUTES, True)], station, now)
    return not _refusal(address, answer)


def permits(text: str, url: str, name: str = agent.NAME) -> bool:
    """Whether the robots.txt `text` lets a program called `name` read `url`: the longest rule that fits decides."""
    path = _path(url)
    best, answer = -1, True
    for rule, allows in _rules(text, name):
        if len(rule) >= best and _fits(rule, path) and (len(rule) > best or allows):
            best, answer = len(rule), allows
    return answer


def _refusal(address: str, robots: Fetched | Rejected) -> str:
    """Why a page is not read, "" when it may be."""
    if isinstance(robots, Rejected):
        same = robots.origin == address or not robots.origin.endswith("/robots.txt")
        return robots.reason if same else f"is not read, because its site's robots.txt {robots.reason}"
    if permits(robots.body[:LARGEST].decode("utf-8", "replace"), address):
        return ""
    return "is not read, because its site's robots.txt does not allow it: set full_text = false for its wire"


def _robots_of(address: str) -> str:
    """Where the site of a page has its robots.txt; the address itself where it is none, to be refused as such."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{parts.scheme}://{parts.netloc}/robots.txt" if parts.scheme and parts.netloc else address


def _rules(text: str, name: str) -> list[tuple[str, bool]]:
    """The rules of the groups for `name`, or of those for everybody where it has none: (path, whether it allows)."""
    groups: dict[str, list[tuple[str, bool]]] = {}
    named: set[str] = set()
    in_rules = False
    for line in text.lstrip("\ufeff").splitlines()[:MOST_LINES]:
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if key.lower() == "user-agent":
            named = set() if in_rules else named
            in_rules = False
            product = value.lower().partition("/")[0]
            if product in (name, "*"):
                named.add(product)
                groups.setdefault(product, [])
        elif key.lower() in ("allow", "disallow"):
            in_rules = True
            for each in named if value else ():
                groups[each].append((_normal(value), key.lower() == "allow"))
    return groups.get(name, groups.get("*", []))


def _fits(rule: str, path: str) -> bool:
    """Whether a rule with "*" (any signs) and a "$" at its end (nothing after) fits; in time that grows with both."""
    whole, rule = rule.endswith("$"), rule.removesuffix("$")
    first, *others = rule.split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return not whole or at == len(path)
    *middle, last = others
    for part in middle:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return path.find(last, at) >= 0 if not whole else path.endswith(last) and len(path) - len(last) >= at


def _path(url: str) -> str:
    parts = urlsplit(url)
    return _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def _normal(path: str) -> str:
    """The same writing for the same path: what needs no escape has none, and all others have one."""
    kept = re.sub(r"%(2[Ff]|3[Ff]|2[Aa]|24|25)", r"%25\1", path)  # an escaped / ? * $ % is not the bare one
    return quote(unquote(kept), safe="/?*$&=:;,+@!'()~%")
