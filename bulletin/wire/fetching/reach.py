"""Where a request may go: to public addresses, and elsewhere only by a name that the station gives.

bulletin/leash/reach.py has the policy that is held against each address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...leash.reach import PORTS, policy
from .faults import Unfetched, not_public

if TYPE_CHECKING:
    from ssrfguard import Policy

LOWEST_FREE_PORT = 1024  # below it, only 80 and 443 are a web server's
LONGEST = 2000  # characters of an address: as in the station file


def policy_for(url: str, private_hosts: Sequence[str]) -> Policy:
    """What the request for `url` may reach.  Raises Unfetched for an address that is not asked at all."""
    from ssrfguard import BlockedAddressError, SSRFGuardError

    host, port = _place(url)
    own = _named(host, port, private_hosts)
    if port not in PORTS.values() and port < LOWEST_FREE_PORT and not own:
        raise Unfetched(f"port {port} is no web server's: check the address", asked=False)
    try:
        found = policy(host, port, own)
        found.check_url(url)
    except SSRFGuardError as error:
        if isinstance(error.__cause__, BlockedAddressError):
            raise not_public(error.__cause__.address, error.__cause__.reason, host, own) from error
        raise Unfetched(f"is no web address: no host is called {host[:80]}", asked=False) from error
    except ValueError as error:
        raise Unfetched(f"is no web address: no host is called {host[:80]}", asked=False) from error
    return found


def is_own(url: str, private_hosts: Sequence[str]) -> bool:
    """Whether the station names the host of `url` as its own: politeness is for those of others."""
    return _named(*_place(url), private_hosts)


def host_of(url: str) -> str:
    """The host in an address that policy_for lets pass."""
    return _place(url)[0]


def _place(url: str) -> tuple[str, int]:
    """The host, in lower case, and the port of an address.  Raises Unfetched."""
    if len(url) > LONGEST:
        raise Unfetched(f"is no web address: it is longer than {LONGEST} characters", asked=False)
    if re.search(r"[\x00-\x20\x7f]", url):
        raise Unfetched("is no web address: there is a blank or a control character in it", asked=False)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        named = parts.username is not None or parts.password is not None
    except ValueError as error:
        raise Unfetched(f"is no web address: {error}", asked=False) from error
    if parts.scheme not in PORTS:
        raise Unfetched("is no web address: write one that begins with https:// or http://", asked=False)
    if named:
        raise Unfetched("has a name or a password before its host: leave that out", asked=False)
    if not host or "*" in host:
        raise Unfetched("is no web address: it names no host", asked=False)
    return host, PORTS[parts.scheme] if port is None else port


def _named(host: str, port: int, private_hosts: Sequence[str]) -> bool:
    written = f"[{host}]" if ":" in host else host
    return not {host, written, f"{written}:{port}"}.isdisjoint(name.strip().lower() for name in private_hosts)
