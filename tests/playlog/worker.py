"""A process of its own, which makes bulletins as quickly as it can: `worker.py URL NAME SLOTS FIRST`.

It says "ready", waits for a line, then claims slot after slot; "claimed N" and "made N" are printed after the playlog
said so.  Each process starts somewhere else and goes round, so that they meet and pass.
"""

from __future__ import annotations

import sys

from copy_in import HOUR, NOON, airing, article, bulletin, choice

from bulletin import playlog
from bulletin.playlog import Claim, making, migrating  # noqa: F401 -- read in before the start

url, name, slots, first = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
sys.stdout.write("ready\n")
sys.stdout.flush()
sys.stdin.readline()
with playlog.opened(url) as log:  # all at once: one of them makes the tables
    for turn in range(slots):
        number = first + (turn + int(name) * 7) % slots
        slot, headline = NOON + number * HOUR, f"Story {number}"
        claim = log.claim("demo", slot, by=f"here:{name}", now=NOON)
        if isinstance(claim, Claim):
            sys.stdout.write(f"claimed {number}\n")
            sys.stdout.flush()
            log.see([article(f"{headline} of {number}") for number in range(20)], NOON)
            log.scripted(
                claim, path="x.md", script_hash="a" * 64, template="hourly", choices=[choice(headline)], now=NOON
            )
            log.finished(claim, bulletin(), [airing(headline, slot), airing(f"More of {headline}", slot)], NOON)
            sys.stdout.write(f"made {number}\n")
            sys.stdout.flush()
