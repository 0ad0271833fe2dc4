"""One request to Google Translate's speech service: sent on a leash, its reply read with distrust.

A server that drips bytes passes every time-out that a socket has.  So the request runs in a thread of its own,
its caller waits as long as it likes and no longer, and a turn is given back only when the thread has really
ended.  The thread is a daemon: it never holds up Ctrl-C.
"""

from __future__ import annotations

import base64
import binascii
import re
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic

import requests
import urllib3

from ..errors import VoiceError, VoiceUnavailable

LARGEST = 2_000_000  # bytes in a reply: ten seconds of speech are 60,000
GAP_SECONDS = 0.5  # between two requests to Google itself: faster ones are known to be blocked for hours
AUDIO = re.compile(r'jQ1olc","\[\\"([^"\\]*(?:\\\\?u003d)*)\\"')  # as gTTS finds it, but with its end


class _Turns:
    """At most so many requests under way in this process, whichever thread asks."""

    def __init__(self) -> None:
        self.free = threading.Condition()
        self.under_way = 0
        self.next_start = 0.0

    def enter(self, at_once: int, host: str, until: float, stopped: Future[None]) -> Callable[[], None]:
        """Wait for a turn; gives what ends it.  Raises VoiceUnavailable at `until` or when stopped."""
        with self.free:
            while self.under_way >= at_once or monotonic() < self.next_start:
                if stopped.done() or monotonic() >= until:
                    raise VoiceUnavailable(f"{host} gave no answer in time: other requests are still under way")
                self.free.wait(0.05)
            self.under_way += 1
            if host.startswith("translate.google."):
                self.next_start = monotonic() + GAP_SECONDS
        return self._leave

    def _leave(self) -> None:
        with self.free:
            self.under_way -= 1
            self.free.notify_all()


Turns = _Turns()


def sent(request: requests.PreparedRequest, seconds: float, ended: Callable[[], None]) -> Future[str]:
    """Send in a thread of its own; the reply's text comes in the future, and `ended` is called at the very end."""
    answer: Future[str] = Future()
    threading.Thread(target=_send, args=(request, seconds, answer, ended), name="gtts", daemon=True).start()
    return answer


def audio(reply: str, host: str) -> bytes:
    """The MP3 in a reply.  Raises VoiceError for a page, VoiceUnavailable for a reply with no whole sound."""
    found = AUDIO.findall(reply)
    if not found and "<html" in reply[:5000].lower():
        raise VoiceError(
            f"{host} answered with a web page (asking for consent, or blocking): "
            "use another voice, or try from another network"
        )
    if not found:
        raise VoiceUnavailable(f"{host} answered with no sound, or with half of it")
    try:
        content = b"".join(base64.b64decode(re.sub(r"\\\\?u003d", "=", part), validate=True) for part in found)
    except binascii.Error as error:
        raise VoiceUnavailable(f"{host} answered with damaged sound") from error
    if not content:
        raise VoiceUnavailable(f"{host} answered with no sound")
    return content


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110, 10.2.3: seconds or a date); None without one."""
    if value is None:
        return None
    if re.fullmatch(r"[0-9]{1,9}", value.strip()):
        return float(value)
    try:
        date = parsedate_to_datetime(value[:100])
    except ValueError:
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds())


def _send(request: requests.PreparedRequest, seconds: float, answer: Future[str], ended: Callable[[], None]) -> None:
    host = request.url.split("/")[2] if request.url else ""
    try:
        answer.set_result(_reply(request, host, seconds))
    except VoiceError as error:
        answer.set_exception(error)
    except requests.exceptions.SSLError:
        answer.set_exception(VoiceError(f"{host} has no certificate that this machine trusts"))
    except requests.Timeout:
        answer.set_exception(VoiceUnavailable(f"{host} did not answer within {seconds:.0f} s"))
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema) as error:
        answer.set_exception(VoiceError(f"{host} is no address: {error}"))
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        answer.set_exception(VoiceUnavailable(f"{host} cannot be reached, or broke off ({type(error).__name__})"))
    finally:
        if not answer.done():
            answer.set_exception(VoiceError(f"the request to {host} failed; the log says why"))
        ended()


def _reply(request: requests.PreparedRequest, host: str, seconds: float) -> str:
    """The body of a good answer, read within `seconds` and LARGEST bytes."""
    until = monotonic() + seconds
    with requests.Session() as session:
        settings = session.merge_environment_settings(request.url or "", {}, True, True, None)
        settings["stream"] = True
        with session.send(request, timeout=seconds, allow_redirects=False, **settings) as response:
            _refuse(response, host)
            body = bytearray()
            while chunk := response.raw.read1(65536, decode_content=True):
                body += chunk
                if len(body) > LARGEST:
                    raise VoiceError(f"{host} answered with more than {LARGEST // 1_000_000} MB")
                if monotonic() > until:
                    raise VoiceUnavailable(f"{host} gave no whole answer within {seconds:.0f} s")
    return body.decode("utf-8", "replace")


def _refuse(response: requests.Response, host: str) -> None:
    status = response.status_code
    if status in (408, 429) or status >= 500:
        pause = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        asks = f", asking to wait {pause:.0f} s" if pause else ""
        why = "too many requests" if status == 429 else "a fault on its side"
        raise VoiceUnavailable(f"{host} answered {status} ({why}){asks}: wait, or use another voice", pause)
    if status >= 400:
        raise VoiceError(f"{host} answered {status}: it refuses the request; check [gtts] tld and url")
    if status >= 300:
        raise VoiceError(f"{host} sent the request elsewhere ({status}): it blocks this network; use another voice")
