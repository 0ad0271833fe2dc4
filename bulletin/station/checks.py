"""What a type cannot say of a station's settings.  Each check raises StationError."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ..errors import StationError
from .tables import Alerts, Figures, Playlog, Rewriting, RunningOrder, Scheduled, Target, Wire
from .words import seconds_of, zone_of


def check_rewriting(asked: Rewriting) -> None:
    """Raises StationError where the language model cannot be asked as the station file says."""
    if asked.key_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", asked.key_env):
        raise StationError('key_env is the name of an environment variable, such as "MODEL_KEY", never the key itself')
    if not asked.endpoint:
        return
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(asked.endpoint)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        raise StationError("the endpoint is no address; write https://HOST/v1") from None
    if user or parts.query or parts.fragment or not re.fullmatch(r"[!-~]+", asked.endpoint):
        raise StationError(
            "the endpoint is an address without name, password, question mark or spaces: https://HOST/v1"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise StationError(f'the endpoint "{asked.endpoint}" is no address; write https://HOST/v1')
    if parts.scheme == "http" and not _near(host):
        raise StationError(f'the endpoint "{asked.endpoint}" would send the key in the open: write https://')
    if not asked.model.strip():
        raise StationError("the endpoint needs a model: give its name as the server knows it")


def _near(host: str) -> bool:
    """This machine, or one in the same house."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".internal", ".localhost"))


def check_wires(wires: tuple[Wire, ...]) -> None:
    """Raises StationError for what is no address, and for an address that is there twice."""
    from urllib.parse import urlsplit

    seen = set()
    for wire in wires:
        try:
            parts = urlsplit(wire.url)
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
        except ValueError:
            good = False
        if not good or not re.fullmatch(r"[!-~]+", wire.url):
            raise StationError(
                f'the wire "{wire.url}" is no address; write https://HOST/feed.xml, without name and password'
            )
        if wire.url in seen:
            raise StationError(f'the wire "{wire.url}" is there twice; take one out')
        seen.add(wire.url)


def check_playlog(asked: Playlog) -> None:
    """Raises StationError for an address that is no database's, or that shows a password."""
    if asked.url_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", asked.url_env):
        raise StationError(
            'url_env is the name of an environment variable, such as "PLAYLOG_URL", never the address itself'
        )
    if asked.url and not re.match(r"sqlite:///|postgresql://", asked.url):
        raise StationError("the playlog's url begins with sqlite:/// or postgresql://")
    if re.match(r"[a-z+]+://[^/@]*:[^/@]*@", asked.url):
        raise StationError(
            "the playlog's url has a password in it: put it into an environment variable, named in url_env"
        )


def check_schedule(rows: tuple[Scheduled, ...]) -> None:
    """Raises StationError for a length that is none."""
    for row in rows:
        if row.length:
            seconds_of(row.length)


def check_targets(targets: tuple[Target, ...]) -> None:
    """Raises StationError where two targets have one name."""
    names = [target.name or target.kind for target in targets]
    for name in names:
        if names.count(name) > 1:
            raise StationError(f'two targets are called "{name}"; give each a name of its own')


def check_alerts(asked: Alerts) -> None:
    """Raises StationError where mail cannot be sent as the station file says, or a secret stands in it."""
    for key, env in (("webhook_env", asked.webhook_env), ("smtp_password_env", asked.smtp_password_env)):
        if env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", env):
            raise StationError(f"{key} is the name of an environment variable, never the secret itself")
    if asked.mail_to and not (asked.smtp and asked.mail_from):
        raise StationError("mail_to needs mail_from and smtp")
    for address in (*asked.mail_to, *filter(None, (asked.mail_from,))):
        if not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", address):
            raise StationError(f'"{address}" is no mail address')


def check_running_order(order: RunningOrder) -> None:
    """Raises StationError where no number of stories could be right."""
    for name, quota in order.quotas.items():
        if quota.least > quota.most:
            raise StationError(f"the quota of {name} asks for at least {quota.least} and at most {quota.most} stories")


def check_figures(figures: dict[str, Figures]) -> None:
    """Raises StationError where it is not told, or told twice, where figures are to be read."""
    for name, one in figures.items():
        if bool(one.file) == bool(one.url):
            raise StationError(f"the figures {name} need one place to be read from: file or url")
        if one.url and not re.fullmatch(r"https?://[!-~]+", one.url):
            raise StationError(f'the figures {name}: "{one.url}" is no address; write https://HOST/{name}.json')


CHECKS: dict[str, Callable[[Any], object]] = {
    "timezone": zone_of,
    "length": seconds_of,
    "rewriting": check_rewriting,
    "wires": check_wires,
    "playlog": check_playlog,
    "figures": check_figures,
    "schedule": check_schedule,
    "running_order": check_running_order,
    "targets": check_targets,
    "alerts": check_alerts,
}
