"""Google's voice over the network, with gTTS making the requests and this module sending them.

gTTS sends without a deadline, without verifying TLS, without retries, and takes a page with no sound in it for
success (read in gTTS 2.5.4); so the sending is done here.  What it does well is kept: the addresses, the
request body, the languages.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from importlib.metadata import version
from random import uniform
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from ...errors import VoiceError, VoiceUnavailable
from ...station import Gtts as Settings
from ...station import Station
from ..engine import Card, Reader, Sound
from ..phrasing import phrases

MOST = 100  # characters that go out whole: gTTS cuts longer ones at every comma and drops the punctuation
BACKOFF_SECONDS, BACKOFF_MOST = 0.5, 8.0
LANGUAGES = (
    *("af", "am", "ar", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr"),
    *("fr-CA", "gl", "gu", "ha", "hi", "hr", "hu", "id", "is", "it", "iw", "ja", "jw", "km", "kn", "ko", "la", "lt"),
    *("lv", "ml", "mr", "ms", "my", "ne", "nl", "no", "pa", "pl", "pt", "pt-PT", "ro", "ru", "si", "sk", "sq", "sr"),
    *("su", "sv", "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "vi", "yue", "zh-CN", "zh-TW"),
)
RENAMED = {"he": "iw", "jv": "jw", "zh": "zh-CN"}  # today's code: the one that Google goes by


class Gtts:
    """Seventy languages, of Africa's: Afrikaans, Amharic, Arabic, English, French, Hausa, Portuguese, Swahili."""

    card = Card(
        name="gtts",
        summary="Google Translate's voice, over the network; its accent is [gtts] tld in the station file",
        voices=("auto", *LANGUAGES),  # "auto" reads the script's own language
        languages=(*dict.fromkeys(code.partition("-")[0] for code in LANGUAGES), *RENAMED),
        needs_network=True,
        licence="gTTS: MIT; the service has Google's terms",
        max_chars=5000,  # it cuts a line itself, so that one deadline holds for the whole line
        letters_per_second=13.5,
        readings=3,
        packages=("gtts", "requests", "soundfile"),
        install="pip install gTTS soundfile",
    )

    def version(self) -> str:
        """The package's version."""
        return version("gTTS")

    def fingerprint(self, voice: str, station: Station) -> str:
        """Where it is asked and for which accent."""
        return f"tld={station.gtts.tld} url={station.gtts.url}"

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """Nothing is sent yet.  Raises VoiceError for an address that is none."""
        if (url := station.gtts.url) and not (urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname):
            raise VoiceError(f'[gtts] url = "{url}" is no address: write http://HOST:PORT')
        return _Reader(_code(language) if voice == "auto" else voice, station.gtts)


class _Reader:
    def __init__(self, code: str, settings: Settings) -> None:
        self.code, self.settings = code, settings
        self.hands = settings.at_once
        self.stopped: Future[None] = Future()

    def read(self, text: str, attempt: int = 0) -> Sound:
        """One line, within one deadline; another attempt is asked anew."""
        from ..sound import joined, trimmed

        until = monotonic() + self.settings.deadline_seconds
        parts = []
        for phrase, silence in phrases(text, MOST):
            for request in self._requests(phrase):
                sound = self._ask(request, until)
                parts.append((Sound(trimmed(sound.samples, sound.sample_rate), sound.sample_rate), silence))
        return joined(parts)

    def close(self) -> None:
        """Wake whoever waits for an answer or for another try."""
        self.stopped.set_result(None)

    def _requests(self, phrase: str) -> list[Any]:
        """What gTTS would send, to the station's own server where it names one."""
        from gtts import gTTS

        tts = gTTS(phrase, tld=self.settings.tld, lang=self.code, lang_check=False, pre_processor_funcs=[])
        prepared = tts._prepare_requests()  # nothing public gives the requests without sending them
        if self.settings.url:
            for request in prepared:
                request.url = self.settings.url.rstrip("/") + urlsplit(request.url).path
        return prepared  # type: ignore[no-any-return]  # gTTS ships no types

    def _ask(self, request: Any, until: float) -> Sound:
        """The sound for one request, with retries; each failure that may pass is worth one."""
        for tries in range(self.settings.retries + 1):
            try:
                return self._once(request, until)
            except VoiceUnavailable as error:
                pause = uniform(0.5, 1.0) * min(BACKOFF_MOST, BACKOFF_SECONDS * 2**tries)  # noqa: S311 - jitter
                pause = max(pause, error.retry_after or 0.0)
                if tries == self.settings.retries or monotonic() + pause >= until or self._interrupted(pause):
                    raise
        raise AssertionError("the last try returns or raises")

    def _interrupted(self, seconds: float) -> bool:
        return bool(wait([self.stopped], timeout=seconds).done)

    def _once(self, request: Any, until: float) -> Sound:
        """Send one request and wait no longer than its own time and the line's deadline allow."""
        from ..mp3 import decode
        from ..translate import Turns, audio, sent

        host = urlsplit(request.url).netloc
        ended = Turns.enter(self.settings.at_once, host, until, self.stopped)
        seconds = max(0.05, min(self.settings.timeout_seconds, until - monotonic()))
        answer = sent(request, seconds, ended)
        either: list[Future[Any]] = [answer, self.stopped]
        done, _ = wait(either, timeout=seconds, return_when=FIRST_COMPLETED)
        if answer not in done:
            why = "was stopped" if self.stopped in done else f"gave no whole answer within {seconds:.0f} s"
            raise VoiceUnavailable(f"{host} {why}")
        return decode(audio(answer.result(), host))


def _code(language: str) -> str:
    """Google's code for a language tag: "en-NG" is "en", "pt-PT" and "zh-TW" are their own."""
    own = {code.lower(): code for code in LANGUAGES}
    base = language.partition("-")[0]
    return own.get(language.lower()) or own.get(base) or RENAMED.get(base, base)


engine = Gtts()
