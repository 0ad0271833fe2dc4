"""One question to a language model over HTTP: sent on a leash, its answer read with distrust.

The protocol is OpenAI's chat completions, which most servers speak (Ollama, llama.cpp, vLLM, LM Studio, the sellers'
own).  Only `model` and `messages` are sent: each further field is refused by one server or another.
"""

from __future__ import annotations

import re
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from bulletin.station import Rewriting

if TYPE_CHECKING:
    import requests

LARGEST = 200_000  # bytes of an answer: the copy of one story has 2,000
_KEY = re.compile(r"[!-~]{1,4000}")  # what a header may carry


class NoAnswer(Exception):
    """Why there is no answer, without a word of the server's in it; `all_alike` where another try would fail too.

    It never leaves the desk: the story then has the desk's own copy.
    """

    def __init__(self, why: str, all_alike: bool = True) -> None:
        super().__init__(why)
        self.all_alike = all_alike


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Reply(msgspec.Struct):
    choices: list[_Choice]


def asked(settings: Rewriting, body: bytes, until: float) -> str:
    """What the model answers to `body`, a chat completion's JSON, by `until` (time.monotonic).  Raises NoAnswer.

    A server that drips can outlast `until` by some seconds: call it in a thread that nobody waits for.
    """
    host = urlsplit(settings.endpoint).netloc
    content = _content(_sent(settings, body, host, until), host)
    if settings.key and settings.key in content:  # it would be kept, and shown to whoever reads the warnings
        raise NoAnswer(f"{host} answered with the key in its words")
    return content


def headers_of(settings: Rewriting) -> dict[str, str]:
    """What goes with a request; raises NoAnswer where the environment has no key, or one that no header can carry."""
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    if settings.key_env:
        key = settings.key
        if not key:
            raise NoAnswer(f"the environment has no {settings.key_env}; set it to the key")
        if not _KEY.fullmatch(key):
            raise NoAnswer(f"what the environment has as {settings.key_env} is no key: it has spaces or signs in it")
        headers["Authorization"] = f"Bearer {key}"
    return headers


def _sent(settings: Rewriting, body: bytes, host: str, until: float) -> bytes:
    import requests  # 0.2 s to import, and only stations with an endpoint need it
    import urllib3

    seconds = until - monotonic()
    if seconds <= 0:
        raise NoAnswer("there was no time left to ask")
    # Prepared by itself, not by the session: that would put ~/.netrc in the key's place.
    url = f"{settings.endpoint.rstrip('/')}/chat/completions"
    try:
        request = requests.Request("POST", url, data=body, headers=headers_of(settings)).prepare()
        with requests.Session() as session:
            proxies = session.merge_environment_settings(url, {}, True, True, None)
            with session.send(request, timeout=seconds, allow_redirects=False, **proxies) as response:
                _refuse(response.status_code, host)
                return _body(response, host, until)
    except requests.exceptions.SSLError:
        raise NoAnswer(f"{host} has no certificate that this machine trusts") from None
    except (requests.Timeout, urllib3.exceptions.TimeoutError):
        raise NoAnswer(f"{host} gave no answer in time") from None
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, UnicodeError) as error:
        raise NoAnswer(f"{host} cannot be reached, or broke off ({type(error).__name__})") from None


def _body(response: requests.Response, host: str, until: float) -> bytes:
    if response.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NoAnswer(f"{host} answered in a compressed form that nobody asked for")
    body = bytearray()
    while chunk := response.raw.read1(65536, decode_content=False):
        body += chunk
        if len(body) > LARGEST:
            raise NoAnswer(f"{host} answered with more than {LARGEST // 1000} kB", all_alike=False)
        if monotonic() > until:
            raise NoAnswer(f"{host} gave no whole answer in time")
    return bytes(body)


def _refuse(status: int, host: str) -> None:
    if status == 200:
        return
    if 300 <= status < 400:
        raise NoAnswer(f"{host} sends the request elsewhere ({status}), which is not followed; correct the endpoint")
    why = {
        401: "it does not take the key",
        403: "it does not take the key",
        404: "it does not know the model, or the endpoint is not the right one",
        429: "too many requests, or the credit is used up",
    }.get(status, "a fault on its side" if status >= 500 else "it refuses the request")
    raise NoAnswer(f"{host} answered {status}: {why}", all_alike=status not in (400, 413, 422))


def _content(body: bytes, host: str) -> str:
    try:
        choices = msgspec.json.decode(body, type=_Reply).choices
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NoAnswer(f"{host} answered with something that is no chat completion", all_alike=False) from None
    message = choices[0].message if choices else _Message()
    if message.refusal:
        raise NoAnswer("the model refused", all_alike=False)
    if not message.content or not message.content.strip():
        raise NoAnswer("the model's answer is empty", all_alike=False)
    return message.content
