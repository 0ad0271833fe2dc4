"""Nothing that a wire, a link or a redirect says leads into this machine or its network.

Each attack is tried in a network namespace, where a canary listens at every private address.  The same attacks
with `requests` alone show that they bite.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PUBLIC = "http://11.22.33.44"

LITERALS = {
    "loopback": "http://127.0.0.1/",
    "short form": "http://127.1/",
    "decimal": "http://2130706433/",
    "hexadecimal": "http://0x7f000001/",
    "hexadecimal in parts": "http://0x7f.0x0.0x0.0x1/",
    "octal": "http://0177.0.0.1/",
    "zero": "http://0/",
    "zeros": "http://0.0.0.0/",
    "trailing dot": "http://127.0.0.1./",
    "another port": "http://127.0.0.1:8080/",
    "metadata": "http://169.254.169.254/",
    "metadata, decimal": "http://2852039166/",
    "private": "http://10.0.0.5/",
    "IPv6 loopback": "http://[::1]/",
    "IPv6 unspecified": "http://[::]/",
    "IPv6 unique local": "http://[fd00::1]/",
    "IPv4 mapped": "http://[::ffff:127.0.0.1]/",
    "IPv4 mapped, hexadecimal": "http://[::ffff:a9fe:a9fe]/",
    "IPv4 mapped, in full": "http://[0:0:0:0:0:ffff:7f00:0001]/",
    "NAT64": "http://[64:ff9b::a9fe:a9fe]/",
    "6to4": "http://[2002:7f00:1::1]/",
    "zone": "http://[::1%25lo]/",
    "circled digits": "http://①②⑦.⓪.⓪.①/",
    "full-width dots": "http://127。0。0。1/",
}
NAMES = {
    "localhost": "http://localhost/",
    "localhost in capitals": "http://LOCALHOST/",
    "localhost with a dot": "http://localhost./",
    "localhost in circles": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "a name for loopback": "http://loop.test/",
    "a name with a dot for loopback": "http://loop.test./",
    "a name for a private address": "http://inside.test/",
    "a name for metadata": "http://metadata.test/",
    "a name for zeros": "http://zero.test/",
    "a name for IPv6 loopback": "http://six.test/",
    "a name for a mapped address": "http://mapped.test/",
    "a name for a NAT64 address": "http://nat64.test/",
    "public and private answers": "http://mixed.test/",
    "public IPv4 and private IPv6 answers": "http://mixed6.test/",
}
DISGUISES = {
    "the public host as user": "http://11.22.33.44@127.0.0.1/",
    "the public host as user and port": "http://11.22.33.44:80@127.0.0.1/",
    "the public host as user, escaped": "http://11.22.33.44%2f@127.0.0.1/",
    "a fragment before the at sign": "http://127.0.0.1#@11.22.33.44/",
    "a backslash": "http://127.0.0.1\\@11.22.33.44/",
    "a line break": "http://127.0.0.1\r\n.test/",
    "file": "file:///etc/passwd",
    "no scheme": "//127.0.0.1/",
}
REDIRECTS = {
    "redirect to loopback": "http://127.0.0.1/",
    "redirect to metadata": "http://169.254.169.254/latest/meta-data/",
    "redirect without a scheme": "//127.0.0.1/",
    "redirect to a short form": "http://127.1/",
    "redirect to IPv6": "http://[::1]/",
    "redirect to a name": "http://inside.test/",
    "redirect with a user": "http://11.22.33.44@127.0.0.1/",
    "redirect to file": "file:///etc/passwd",
    "redirect to gopher": "gopher://127.0.0.1:80/_GET",
}


def row(url: str = "", **how: Any) -> dict[str, Any]:
    """The fields of ssrf_ground.Row."""
    return {"url": url, **how}


ATTACKS = {
    **{name: row(url) for name, url in {**LITERALS, **NAMES, **DISGUISES}.items()},
    **{name: row(to=url) for name, url in REDIRECTS.items()},
    "rebinding between two redirects": row("http://rebind-later.test/rebound"),
    "rebinding after a check": row("http://rebind.test/", lookups=1),
    "named, but another port": row("http://127.0.0.1/", private_hosts=["127.0.0.1:8080"]),
    "named, but written otherwise": row("http://127.1:8080/", private_hosts=["127.0.0.1:8080"]),
    "named, but the name is not the address": row("http://localhost/", private_hosts=["127.0.0.1"]),
    "named metadata stays closed": row("http://metadata.test/", private_hosts=["metadata.test"]),
    "a named host sends on to another": row("http://10.0.0.5/on", private_hosts=["10.0.0.5"], opened="10.0.0.5"),
}
GOOD = {
    "public": row(f"{PUBLIC}/"),
    "public by name": row("http://public.test/"),
    "public at another port": row(f"{PUBLIC}:8080/"),
    "public IPv6": row("http://[2a01:4f8::1]/"),
    "redirect to public": row(to="http://public.test/"),
    "a name that is rebound after its one look-up": row("http://rebind.test/"),
    "a proxy in the environment": row(f"{PUBLIC}/", env={"http_proxy": "http://127.0.0.1/", "ALL_PROXY": "http://[::1]/"}),
    "a password in .netrc": row(f"{PUBLIC}:80/"),
    "named": row("http://127.0.0.1/", private_hosts=["127.0.0.1"], opened="127.0.0.1"),
    "named with its port": row("http://localhost:80/", private_hosts=["LocalHost:80"], opened="127.0.0.1"),
    "sent on to a named one": row(to="http://10.0.0.5/", private_hosts=["10.0.0.5"], opened="10.0.0.5"),
}  # fmt: skip


@cache
def ground() -> dict[str, Any]:
    """What came of all rows, or a reason to skip."""
    if not sys.platform.startswith("linux") or not all(map(shutil.which, ("unshare", "ip", "mount"))):
        return {"skip": "no network namespaces here: needs Linux with unshare, ip and mount"}
    for space in (["unshare", "-n", "-m"], ["unshare", "-r", "-n", "-m"]):
        if subprocess.run([*space, "ip", "link", "set", "lo", "up"], check=False, capture_output=True).returncode == 0:
            break
    else:
        return {"skip": "no network namespace may be made here: needs root, or user namespaces"}
    done = subprocess.run(
        [*space, "sh", "-c", 'ip link set lo up && exec "$@"', "sh", sys.executable, str(HERE / "ssrf_ground.py")],
        input=json.dumps({**ATTACKS, **GOOD}), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def outcome(name: str) -> dict[str, Any]:
    found = ground()
    if "skip" in found:
        pytest.skip(found["skip"])
    result: dict[str, Any] = found["rows"][name]
    return result


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_reaches_nothing(name: str) -> None:
    came = outcome(name)
    assert (came["reached"], came["body"]) == ([], "")
    assert came["reason"]
    assert "\n" not in came["reason"]


@pytest.mark.parametrize("name", GOOD)
def test_what_is_public_or_named_is_fetched(name: str) -> None:
    came = outcome(name)
    assert (came["reason"], came["reached"]) == ("", [])


def test_the_environment_gives_neither_proxy_nor_password() -> None:
    by_proxy, by_netrc = outcome("a proxy in the environment"), outcome("a password in .netrc")
    assert (by_proxy["body"], by_proxy["reached"], by_proxy["plainly"]) == ("public", [], ["127.0.0.1"])
    assert by_netrc["authorization"] == ["", "Basic cmVhZGVyOnNlY3JldA=="]


def test_the_attacks_bite() -> None:
    biting = [name for name in ATTACKS if outcome(name)["plainly"]]
    assert len(biting) >= 45


def test_a_host_of_others_is_asked_little_and_given_up_when_it_hangs() -> None:
    outcome("loopback")
    polite = ground()["polite"]
    assert (polite["pages"], polite["most"]) == (10, 2)
    assert polite["asked"] < 5
    assert polite["reasons"] == [
        "gave no whole answer within 1 s: is it up? If it is slow, raise [fetching] seconds",
        "was not asked: other addresses of 11.22.33.44 gave no answer, so it seems to hang",
    ]


def test_a_name_that_is_never_found_holds_up_neither_the_answer_nor_the_end_of_the_process() -> None:
    outcome("loopback")
    assert ground()["lost"] == "gave no whole answer within 0.5 s: is it up? If it is slow, raise [fetching] seconds"
