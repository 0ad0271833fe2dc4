"""One HTTP request and its whole answer, within its time."""

from __future__ import annotations

from time import monotonic
from urllib.parse import urlsplit

import requests

from ..leash import Deadline, pinned, within
from ..leash.reach import PORTS, policy

Given = tuple[int, dict[str, str], bytes]  # status, headers with names in lower case, body


def given(request: requests.PreparedRequest, near: bool, until: float, most: int) -> Given:
    """What the server gives by `until` (time.monotonic), its body at most `most` bytes.  Redirects are not followed.

    `near`: it may lead into the station's own network, and over http nowhere else.  Raises pinned.FAULTS.
    """
    parts = urlsplit(request.url or "")
    reached = policy((parts.hostname or "").lower(), parts.port or PORTS[parts.scheme], near)

    def work(deadline: Deadline) -> Given:
        with pinned.sent(request, reached, deadline, home=near and parts.scheme == "http") as response:
            names = {name.lower(): value for name, value in response.headers.items()}
            return response.status_code, names, _body(response, deadline, most)

    return within(until - monotonic(), work, pinned.FAULTS)


def _body(response: requests.Response, deadline: Deadline, most: int) -> bytes:
    body = bytearray()
    for piece in pinned.pieces(response, deadline):
        body += piece
        if len(body) > most:
            raise pinned.TooMuch(f"more than {most / 1e6:g} MB")
    return bytes(body)
