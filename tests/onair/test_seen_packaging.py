"""What is shipped for systemd, cron, Docker and Prometheus, linted as far as it can be where none of them runs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from typer.main import get_command

from bulletin.cli import app
from bulletin.onair.metrics import GAUGES

HERE = Path(__file__).parents[2]
PACKAGING = HERE / "packaging"
UNITS = sorted((PACKAGING / "systemd").iterdir())
HARDENED = (
    "ProtectSystem=strict", "NoNewPrivileges=yes", "User=bulletin", "StateDirectory=bulletin", "CapabilityBoundingSet=",
    "OOMPolicy=continue", "KillMode=mixed",
)  # fmt: skip


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((PACKAGING / "docker" / "compose.yml").read_text())
    return found


def dockerfile() -> str:
    return (PACKAGING / "docker" / "Dockerfile").read_text()


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_finds_nothing_wrong_in_the_units(tmp_path: Path) -> None:
    command = str(Path(sys.executable).parent / "bulletin")
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/bulletin/bin/bulletin", command))
    words = ["systemd-analyze", "verify", *(str(tmp_path / unit.name) for unit in UNITS)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["bulletin-onair.service", "bulletin-once.service"])
def test_the_services_are_hardened(name: str) -> None:
    lines = (PACKAGING / "systemd" / name).read_text().splitlines()
    assert [line for line in HARDENED if line not in lines] == []


def test_the_service_is_told_what_the_loop_tells() -> None:
    lines = (PACKAGING / "systemd" / "bulletin-onair.service").read_text().splitlines()
    wanted = (
        "Type=notify",
        "NotifyAccess=main",
        "Restart=on-failure",
        "ExecReload=/bin/kill -HUP $MAINPID",
        "WatchdogSec=300",
    )
    assert [line for line in wanted if line not in lines] == []
    assert "Persistent=true" in (PACKAGING / "systemd" / "bulletin-once.timer").read_text()


def test_every_command_that_is_shipped_is_one_of_ours() -> None:
    verbs = get_command(app).commands  # type: ignore[attr-defined]
    files = [path for path in PACKAGING.rglob("*") if path.is_file()]
    asked = [
        (words[0], words[1:])
        for path in files
        for words in (found.split() for found in re.findall(r"bin/bulletin ([a-z][^\n&|>;#]*)", path.read_text()))
    ]
    assert asked
    for verb, words in asked:
        known = {option for param in verbs[verb].params for option in param.opts}
        assert [word for word in words if word.startswith("--") and word not in known] == []


def test_a_line_of_cron_has_five_times_a_user_and_a_command() -> None:
    rows = [
        row
        for row in (PACKAGING / "cron" / "bulletin").read_text().splitlines()
        if row and row[0] not in "#" and "=" not in row.split()[0]
    ]
    assert [row.split()[:6] for row in rows] == [["*", "*", "*", "*", "*", "bulletin"]]
    assert "%" not in rows[0]  # cron makes a line break of it


def test_the_images_are_small_and_nobody_is_root_in_them() -> None:
    text = dockerfile()
    stages = re.split(r"(?m)^FROM ", text)[1:]
    names = {re.match(r"(\S+) AS (\w+)", stage)[2]: stage for stage in stages}  # type: ignore[index]
    assert list(names) == ["build", "bulletin", "radio"]
    for name, stage in names.items():
        image, _, tag = stage.split()[0].partition(":")
        assert (image in ("python", "debian"), "slim" in tag) == (True, True), name
        if name != "build":
            assert re.findall(r"(?m)^USER (.*)$", stage) == ["10001:10001"], name
    assert "ADD " not in text
    assert not re.search(r"(?i)(password|secret|token|_key)\s*=", text)
    assert "HEALTHCHECK" in names["bulletin"]
    for installs in re.findall(r"apt-get install[^\n]*", text):
        assert ("-y" in installs, "--no-install-recommends" in installs) == (True, True)
    assert text.count("apt-get install") == text.count("rm -rf /var/lib/apt/lists/*") == text.count("apt-get update")


def test_what_the_images_copy_is_let_through_and_is_there() -> None:
    let = (PACKAGING / "docker" / "Dockerfile.dockerignore").read_text().splitlines()
    for row in re.findall(r"(?m)^COPY (?!--from)(.*) \S+$", dockerfile()):
        for name in row.split():
            assert (HERE / name).exists(), name
            assert f"!{name}" in let, name


def test_compose_has_no_secret_no_root_and_nothing_that_is_not_built() -> None:
    services = compose()["services"]
    stages = re.findall(r"AS (\w+)", dockerfile())
    for name, service in services.items():
        assert service["build"]["target"] in stages, name
        assert (PACKAGING / "docker" / service["build"]["context"]).resolve() == HERE, name
        assert (service["cap_drop"], service["security_opt"]) == (["ALL"], ["no-new-privileges:true"]), name
        assert (service["init"], service["restart"]) == (True, "unless-stopped"), name
        for value in service.get("environment", {}).values():
            assert value.startswith("${"), name  # from outside, never in the file
        for volume in service.get("volumes", ()):
            assert volume.partition(":")[0] in compose()["volumes"], name


def test_icecasts_file_is_xml_whose_password_comes_from_outside() -> None:
    tree = ET.parse(PACKAGING / "docker" / "icecast.xml")  # noqa: S314 - our own file
    passwords = {found.text for found in tree.iter() if found.tag.endswith("-password")}
    assert passwords == {"@PASSWORD@"}
    assert "@PASSWORD@" in " ".join(compose()["services"]["icecast"]["command"])


def test_the_alert_rules_ask_for_gauges_that_there_are() -> None:
    groups = yaml.safe_load((PACKAGING / "prometheus" / "bulletin.rules.yml").read_text())["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    ours = {f"bulletin_{name}" for name, _, _, _ in GAUGES}
    asked = {name for rule in rules for name in re.findall(r"bulletin_[a-z_]+", rule["expr"])}
    assert asked - ours == set()
    assert "bulletin_on_air_age_seconds" in asked
    for rule in rules:
        assert set(rule) >= {"alert", "expr", "labels", "annotations"}
