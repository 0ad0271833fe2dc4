"""What the errors of the libraries mean for a person."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Sequence
from http.client import IncompleteRead

import requests
from ssrfguard import BlockedAddressError, SSRFGuardError
from urllib3.exceptions import ConnectTimeoutError, LocationValueError, NewConnectionError
from urllib3.exceptions import SSLError as PoolSSLError
from urllib3.exceptions import TimeoutError as PoolTimeoutError

from ...leash import pinned
from .faults import Unfetched, late, not_public, one_line


def fault_of(error: BaseException, host: str, own: bool, seconds: float) -> Unfetched:
    """The fault behind an error that a request to `host` ended with; `own` where the station names it as its own."""
    causes = pinned.causes(error)
    return _refused(causes, host, own) or _unsafe(causes) or _unfound(causes) or _broken(causes, seconds)


def _refused(causes: Sequence[BaseException], host: str, own: bool) -> Unfetched | None:
    """By ssrfguard, before a byte was sent."""
    for cause in causes:
        if isinstance(cause, BlockedAddressError):
            return not_public(cause.address, cause.reason, host, own)
        if isinstance(cause, SSRFGuardError):
            return Unfetched(f"is not asked: {cause}", asked=False)
    return None


def _unsafe(causes: Sequence[BaseException]) -> Unfetched | None:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = cause.verify_message
            return Unfetched(f"has no certificate that this machine trusts ({why}): check the address")
    if _first(causes, ssl.SSLError, PoolSSLError):
        return Unfetched("fails at the encryption: check the address, or write http:// if it has no https")
    return None


def _unfound(causes: Sequence[BaseException]) -> Unfetched | None:
    for cause in causes:
        if isinstance(cause, socket.gaierror):
            why = "no name server answers" if cause.errno == socket.EAI_AGAIN else "there is no such name"
            return Unfetched(f"is not found ({why}): check the address, and this machine's network", asked=False)
    if _first(causes, UnicodeError, requests.exceptions.InvalidURL, LocationValueError):
        return Unfetched("is no web address: check how it is written", asked=False)
    return None


def _broken(causes: Sequence[BaseException], seconds: float) -> Unfetched:
    if _first(causes, ConnectTimeoutError):
        return Unfetched("cannot be connected to (no answer): is it up, and this machine's network?", hung=True)
    if _first(causes, TimeoutError, requests.Timeout, PoolTimeoutError):
        return late(seconds)
    if too_much := _first(causes, pinned.TooMuch):
        return Unfetched(f"sends {too_much}: its server is at fault")
    last = causes[-1]
    if _first(causes, NewConnectionError):
        why = f" ({last.strerror.lower()})" if isinstance(last, OSError) and last.strerror else ""
        return Unfetched(f"cannot be connected to{why}: is it up, and this machine's network?")
    if _first(causes, IncompleteRead):
        return Unfetched("broke off in the middle: try later")
    why = one_line(str(last), 80) or type(last).__name__
    return Unfetched(f"broke off, or answered with what is no HTTP ({why}): try later")


def _first(causes: Sequence[BaseException], *kinds: type[BaseException]) -> BaseException | None:
    return next((cause for cause in causes if isinstance(cause, kinds)), None)
