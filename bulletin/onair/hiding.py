"""Secrets are taken out of whatever leaves the loop: the last of several nets, for what a server or a library repeats."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from urllib.parse import quote, quote_plus, urlsplit

from ..plain import plain
from ..station import Station

SHORTEST = 4  # letters: a shorter secret stands in ordinary words
SECRET = re.compile(r"secret|passw|token|webhook|credential|(^|_)key(_|$)", re.IGNORECASE)
LONGEST = 1000  # letters of a line

Hide = Callable[[str], str]


def hider(station: Station) -> Hide:
    """What makes one printable line of a text, without any secret that the environment has for the station.

    Those are what the station file names, and every variable that calls itself a key, password, secret or token.
    """
    forms = sorted({form for secret in _secrets(station) for form in _forms(secret)}, key=len, reverse=True)
    if not forms:
        return lambda text: plain(text, LONGEST)
    pattern = re.compile("|".join(re.escape(form) for form in forms))
    return lambda text: plain(pattern.sub("…", text), LONGEST)


def _secrets(station: Station) -> Iterator[str]:
    alerts, rows = station.alerts, [row.settings for row in station.targets]
    named = {alerts.webhook_env, alerts.smtp_password_env, station.playlog.url_env, station.rewriting.key_env}
    named |= {str(value) for row in rows for key, value in row.items() if key.endswith("_env")}
    named |= {name for name in os.environ if SECRET.search(name)}  # which are there, not what is set: no settings
    for value in filter(None, map(station.secret, named)):
        yield value
        yield from _within(value)


def _within(address: str) -> Iterator[str]:
    """What is secret of an address: its password, and what comes after its host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    if parts.scheme and parts.netloc:
        yield from filter(None, (parts.password, parts.path.strip("/"), parts.query))


def _forms(secret: str) -> Iterator[str]:
    """A secret as it may be repeated: plain, in an address, in base64."""
    if len(secret) >= SHORTEST:
        yield from (secret, quote(secret), quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1])
        yield b64encode(secret.encode(errors="replace")).decode().rstrip("=")
