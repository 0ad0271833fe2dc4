"""A network of its own, where attacks on the fetch seam are tried: public and private addresses on `lo`, and a DNS.

Run by test_ssrf.py in new network and mount namespaces (`unshare -n -m`) whose `lo` is up, with the rows as JSON on
its input; it writes what came of them as JSON to its output.  Nothing that it sends leaves the machine: there is no other link.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from news_server import News, news_server

from bulletin.station import Fetching, Folders, Station
from bulletin.wire.fetching import Fetched, fetch, fetch_all

PUBLIC, PUBLIC6 = "11.22.33.44", "2a01:4f8::1"
PRIVATE = ["127.0.0.1", "169.254.169.254", "10.0.0.5", "::1", "fd00::1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::1"]
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NAMES = {  # what our DNS answers; a name with "rebind" in it is at PUBLIC the first time it is asked for
    "public.test": [PUBLIC],
    "localhost": ["127.0.0.1"],
    "loop.test": ["127.0.0.1"],
    "inside.test": ["10.0.0.5"],
    "metadata.test": ["169.254.169.254"],
    "zero.test": ["0.0.0.0"],
    "six.test": ["::1"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "nat64.test": ["64:ff9b::a9fe:a9fe"],
    "mixed.test": [PUBLIC, "127.0.0.1"],
    "mixed6.test": [PUBLIC, "::1"],
    "rebind.test": ["127.0.0.1"],
    "rebind-later.test": ["127.0.0.1"],
}


@dataclass
class Row:
    """One attack, or one thing that must work."""

    url: str = ""
    to: str = ""  # instead: the public server sends on to this
    env: dict[str, str] = field(default_factory=dict)
    private_hosts: list[str] = field(default_factory=list)
    opened: str = ""  # the private address that this row may reach
    lookups: int = 0  # before the request, as a guard that checks first would do


@dataclass
class Outcome:
    """What came of it."""

    reason: str  # "" where something was fetched
    body: str
    reached: list[str]  # the private addresses that were connected to, and should not be
    plainly: list[str]  # and those that `requests` alone connects to
    authorization: list[str]  # what the public server was sent in that header: by the seam, and by `requests` alone


class Dns(threading.Thread):
    """Answers A and AAAA from NAMES, and is silent about names that hang."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 53))
        self.asked: Counter[str] = Counter()

    def run(self) -> None:
        while True:
            question, sender = self.socket.recvfrom(512)
            labels, at = [], 12
            while size := question[at]:
                labels.append(question[at + 1 : at + 1 + size].decode().lower())
                at += 1 + size
            name, kind = ".".join(labels), struct.unpack_from("!H", question, at + 1)[0]
            if not name.startswith("hang"):
                self.socket.sendto(self.reply(question[: at + 5], name, kind), sender)

    def reply(self, question: bytes, name: str, kind: int) -> bytes:
        answers = [ip_address(each) for each in NAMES.get(name, [])]
        if kind == 1 and "rebind" in name:
            self.asked[name] += 1
            answers = [ip_address(PUBLIC)] if self.asked[name] == 1 else answers
        fitting = [each.packed for each in answers if isinstance(each, IPv6Address) == (kind == 28)]
        code = 0x8180 if name in NAMES else 0x8183
        head = question[:2] + struct.pack("!HHHHH", code, 1, len(fitting), 0, 0)
        records = b"".join(struct.pack("!HHHIH", 0xC00C, kind, 1, 0, len(each)) + each for each in fitting)
        return head + question[12:] + records


def prepare(folder: Path) -> None:
    """Addresses on `lo`, and our own name server for everybody in here."""
    for address in [PUBLIC, PUBLIC6, *PRIVATE]:
        if address not in ("127.0.0.1", "::1"):
            size, nodad = (128, ["nodad"]) if ":" in address else (32, [])
            subprocess.run(["ip", "addr", "add", f"{address}/{size}", "dev", "lo", *nodad], check=True)
    for name, content in (
        ("resolv.conf", "nameserver 127.0.0.1\noptions timeout:30 attempts:5\n"),
        ("nsswitch.conf", "hosts: files dns\n"),
    ):
        (folder / name).write_text(content)
        subprocess.run(["mount", "--bind", str(folder / name), f"/etc/{name}"], check=True)


def tried(row: Row, canaries: dict[str, News], public: News, dns: Dns, station: Station) -> Outcome:
    """One row: by the seam, and by `requests` alone."""
    os.environ.update(row.env)

    def reached() -> list[str]:
        return [address for address, news in canaries.items() if news.connections and address != row.opened]

    def authorization() -> str:
        return next((asked.headers.get("authorization", "") for asked in public.asked), "")

    def clear() -> None:
        dns.asked.clear()
        for news in canaries.values():
            news.connections = 0
        public.asked.clear()
        for _ in range(row.lookups):
            socket.getaddrinfo(urlsplit(row.url).hostname, 80)

    clear()
    given = fetch(row.url, station, now=NOW)
    outcome = Outcome("", given.body.decode("latin-1"), reached(), [], []) if isinstance(given, Fetched) else None
    outcome = outcome or Outcome(given.reason, "", reached(), [], [])  # type: ignore[union-attr]
    outcome.authorization.append(authorization())
    clear()
    with suppress(requests.RequestException, ValueError):
        requests.get(row.url, timeout=3)
    outcome.plainly = reached()
    outcome.authorization.append(authorization())
    for name in row.env:
        del os.environ[name]
    return outcome


def polite(public: News, station: Station) -> dict[str, Any]:
    """How a host of others is treated: ten pages at once, and ten of one that hangs."""
    for number in range(10):
        public.put(f"/page{number}", b"page", seconds=0.3)
        public.put(f"/hang{number}", does="hang")
    public.most = 0
    pages = list(fetch_all([f"{public.url}/page{number}" for number in range(10)], station, now=NOW))
    most = public.most
    hanging = list(fetch_all([f"{public.url}/hang{number}" for number in range(10)], station, now=NOW))
    return {
        "pages": sum(isinstance(page, Fetched) for page in pages),
        "most": most,
        "asked": sum(asked.path.startswith("/hang") for asked in public.asked),
        "reasons": sorted({page.reason for page in hanging if not isinstance(page, Fetched)}),
    }


def main() -> None:
    """Rows in, outcomes out."""
    rows = {name: Row(**row) for name, row in json.load(sys.stdin).items()}
    with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
        folder = Path(made)
        prepare(folder)
        (folder / ".netrc").write_text(f"machine {PUBLIC}\nlogin reader\npassword secret\n")
        os.environ["HOME"] = made
        dns = Dns()
        dns.start()
        canaries = {address: stack.enter_context(news_server(address, 80)) for address in PRIVATE}
        canaries["127.0.0.1:8080"] = stack.enter_context(news_server("127.0.0.1", 8080))
        public = stack.enter_context(news_server(PUBLIC, 80))
        other = stack.enter_context(news_server(PUBLIC, 8080))
        six = stack.enter_context(news_server(PUBLIC6, 80))
        for news in (public, other, six):
            news.put("/", b"public")
        for address, news in canaries.items():
            news.put("/", f"canary of {address}".encode())
        public.send_on("/rebound", "http://rebind-later.test/")
        canaries["10.0.0.5"].send_on("/on", "http://127.0.0.1/")
        for number, row in enumerate(rows.values()):
            if row.to:
                row.url = public.send_on(f"/on{number}", row.to)
        outcomes = {
            name: asdict(tried(row, canaries, public, dns, _station(folder / str(number), row.private_hosts)))
            for number, (name, row) in enumerate(rows.items())
        }
        manners = polite(public, _station(folder / "polite", [], seconds=1.0))
        lost = fetch("http://hang.test/", _station(folder / "lost", [], seconds=0.5), now=NOW)
        json.dump({"rows": outcomes, "polite": manners, "lost": getattr(lost, "reason", "")}, sys.stdout)
        # the thread that looks for hang.test is still there: Python must end without it, and the test sees that it does
        signal.alarm(60)
        assert any(thread.name == "fetching" for thread in threading.enumerate())


def _station(cache: Path, private_hosts: list[str], seconds: float = 3.0) -> Station:
    return Station(
        folders=Folders(cache=str(cache)), fetching=Fetching(seconds=seconds, private_hosts=tuple(private_hosts))
    )


if __name__ == "__main__":
    main()
