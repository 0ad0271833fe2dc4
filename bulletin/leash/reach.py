"""Where a request may go: to one host and one port, which lead to public addresses, or into the station's own network.

ssrfguard decides about addresses: it resolves a name once, holds every answer against a policy and connects to
what it has checked.  Here is that policy.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ssrfguard import AddressTable, Policy

PORTS = {"http": 80, "https": 443}
OWN = (  # what a station may call its own: this machine and its networks, but never link-local addresses
    "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7",
)  # fmt: skip


def policy(host: str, port: int, own: bool) -> Policy:
    """What a request to this host (in lower case) and port may reach.  Raises ValueError, or ssrfguard's errors."""
    from ssrfguard import DEFAULT_DENIED, Policy

    return Policy(
        allowed_hosts=frozenset({host}),
        allowed_ports=frozenset({port}),
        denied_networks=_without_own() if own else DEFAULT_DENIED,
        max_connection_attempts=3,
    )


@cache
def _without_own() -> AddressTable:
    """The table of addresses that are not public, without the networks that a station may call its own.

    Cloud metadata inside them have rows of their own, and stay closed.
    """
    from ipaddress import ip_network

    from ssrfguard import DEFAULT_DENIED, AddressTable

    own = {ip_network(network) for network in OWN}
    return AddressTable(tuple(block for block in DEFAULT_DENIED.blocks if block.network not in own))
