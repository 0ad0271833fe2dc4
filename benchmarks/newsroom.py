"""From the wires to the rundown, in one run: `python benchmarks/newsroom.py [--runs 3] [--bad 12]`.

100 feeds on a local server hold 100, 1,000 and 10,000 articles of an invented world.  Each line is a whole process
that fetches, parses, clusters, chooses, condenses and writes the script: its seconds, its articles a second, its
largest memory (with its children), and its time beside that of the line before.  --bad makes so many of the feeds
hostile or hanging.  benchmarks/events.py measures the clustering.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import invented
import psutil

FEEDS = 100
CATEGORIES = ("local", "africa", "world", "business", "sport")
BAD = ("hang", "drip", "bomb", "entities", "nested", "many", "title", "lies", "html", "empty", "500", "loop")


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--runs", type=int, default=3)
    asked.add_argument("--bad", type=int, default=0)
    asked.add_argument("--counts", default="100,1000,10000")
    asked.add_argument("--measure", metavar="PORT", help=argparse.SUPPRESS)
    wanted = asked.parse_args()
    if wanted.measure:
        _measure(Path(wanted.measure))
        return
    print(f"{'articles':>9} {'seconds':>8} {'a second':>9} {'memory MB':>10} {'in':>7} {'bad':>4} {'times':>6}")
    before = 0.0
    for count in map(int, wanted.counts.split(",")):
        runs = [_run(count, wanted.bad) for _ in range(wanted.runs)]
        seconds = statistics.median(run["seconds"] for run in runs)
        memory = max(run["megabytes"] for run in runs)
        times = f"{seconds / before:.1f}" if before else "-"
        last = runs[-1]
        print(
            f"{count:>9} {seconds:>8.1f} {count / seconds:>9.0f} {memory:>10.0f} {last['in']:>7} {last['bad']:>4} {times:>6}"
        )
        print(f"{'':9} {', '.join(f'{name} {part:.2f}' for name, part in last['timings'].items())}")
        for reason in last["reasons"] if wanted.bad else []:
            print(f"{'':9} {reason}")
        before = seconds


def _run(count: int, bad: int) -> dict:
    """One whole process over a server of its own."""
    told: dict[int, list[invented.Told]] = defaultdict(list)
    for one in invented.events(count, now=datetime.now(UTC), papers=FEEDS):
        told[one.paper].append(one)
    feeds = {
        n: invented.rss(f"Paper {n}", sorted(told[n], key=lambda one: one.published, reverse=True))
        for n in range(FEEDS)
    }
    with _Server(feeds, bad) as server, tempfile.TemporaryDirectory() as folder:
        host = f"127.0.0.1:{server.port}"
        wires = "".join(
            f'[[wires]]\nurl = "http://{host}/{n}.xml"\nname = "Paper {n}"\ncategory = "{CATEGORIES[n % len(CATEGORIES)]}"\n'
            for n in range(FEEDS)
        )
        station = Path(folder) / "station.toml"
        station.write_text(
            f'name = "Bench Radio"\nvoice = "tone"\ntimezone = "Africa/Lagos"\n[folders]\ncache = "cache"\n'
            f'[fetching]\nprivate_hosts = ["{host}"]\n{wires}'
        )
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, __file__, "--measure", str(station)], stdout=subprocess.PIPE, text=True
        )
        peak = _watched(child)
        printed = child.stdout.read() if child.stdout else ""
        if child.returncode:
            sys.exit(f"the run failed with {child.returncode}")
        return {"seconds": time.perf_counter() - start, "megabytes": peak / 1e6, **json.loads(printed)}


def _watched(child: subprocess.Popen[str]) -> int:
    """The most memory, in bytes, that a process and its children had together, until it ends."""
    peak = 0
    try:
        process = psutil.Process(child.pid)
        while child.poll() is None:
            family = [process, *process.children(recursive=True)]
            peak = max(peak, sum(one.memory_info().rss for one in family if one.is_running()))
            time.sleep(0.05)
    except psutil.NoSuchProcess:
        child.wait()
    return peak


def _measure(file: Path) -> None:
    """In the measured process: the rundown."""
    from bulletin import newsroom, playlog, station

    where = station.load(file)
    now = datetime.now(UTC)
    with playlog.opened(where.playlog_url) as log:
        draft = newsroom.draft((), where, now=now, log=log)
    bad = [rejected for rejected in draft.rejected if rejected.origin.startswith("http")]
    print(json.dumps({
        "in": sum(len(choice.event.articles) for choice in draft.choices),
        "bad": len({rejected.origin for rejected in bad}),
        "timings": draft.timings,
        "reasons": [f"{rejected.origin}: {rejected.reason}" for rejected in bad],
    }))  # fmt: skip


class _Server:
    """Feeds by number; the first `bad` of them misbehave, each in its own way."""

    def __init__(self, feeds: dict[int, bytes], bad: int) -> None:
        ended = threading.Event()
        self.ended = ended

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                """One feed."""
                number = self.path.strip("/").removesuffix(".xml")
                if not number.isdigit():
                    self.send_error(404)
                elif int(number) < bad:
                    _misbehave(self, BAD[int(number) % len(BAD)], ended)
                else:
                    _answer(self, feeds[int(number)])

            def log_message(self, *words: object) -> None:
                """Say nothing."""

        class Quiet(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                """Whoever hangs up on a feed that misbehaves is right."""

        self.server = Quiet(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def __enter__(self) -> _Server:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *why: object) -> None:
        self.ended.set()
        self.server.shutdown()
        self.server.server_close()


def _answer(to: BaseHTTPRequestHandler, body: bytes, kind: str = "application/rss+xml", **headers: str) -> None:
    to.send_response(200)
    for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
        to.send_header(name.replace("_", "-"), value)
    to.end_headers()
    to.wfile.write(body)


def _misbehave(to: BaseHTTPRequestHandler, how: str, ended: threading.Event) -> None:
    if how == "hang":
        ended.wait(60)
    elif how == "drip":
        to.send_response(200)
        to.end_headers()
        for _ in range(120):
            to.wfile.write(b" ")
            if ended.wait(0.5):
                return
    elif how == "500":
        to.send_error(500)
    elif how == "loop":
        to.send_response(302)
        to.send_header("Location", to.path)
        to.send_header("Content-Length", "0")
        to.end_headers()
    elif how == "bomb":
        _answer(to, gzip.compress(b" " * 300_000_000, 1), Content_Encoding="gzip")
    else:
        _answer(to, _hostile(how), kind="text/html" if how == "html" else "application/rss+xml")


def _hostile(how: str) -> bytes:
    """A body that means harm."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(9))
    item = b"<item><title>x</title><description>x</description></item>"
    return {
        "entities": b"<!DOCTYPE rss [" + laughs + b"]><rss><channel><title>&l8;</title></channel></rss>",
        "nested": b"<rss><channel>" + b"<a>" * 200_000,
        "many": b"<rss version='2.0'><channel>" + item * 40_000 + b"</channel></rss>",
        "title": b"<rss version='2.0'><channel><item><title>" + b"A" * 10_000_000 + b"</title></item></channel></rss>",
        "lies": "<?xml version='1.0' encoding='utf-32'?><rss>é</rss>".encode("latin-1"),
        "html": b"<!doctype html><p>Not found",
        "empty": b"",
    }[how]


if __name__ == "__main__":
    main()
