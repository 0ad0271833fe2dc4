"""French as the phonemes that Kokoro's French voice was taught: espeak-ng's, as piper-tts brings it.

misaki, Kokoro's own front end, has French from espeak too (its class EspeakG2P): what it takes out, the hyphens that
mark a mute e, goes here as well.  espeak-ng is GPL-3.0-or-later, so nothing of ours needs it: it comes with the extra
[piper], and without it there is no French voice offline.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

MISSING = (
    "its French is pronounced by espeak-ng, which is GPL and comes with piper: pip install 'bulletin-radio[piper]'"
)
_ONE_AT_A_TIME = threading.Lock()  # espeak keeps the voice it was given for the whole process


def missing() -> str:
    """Empty where it is here; else one line that says what to install.  Loads nothing."""
    return "" if find_spec("piper") else MISSING


@lru_cache(maxsize=1)
def french() -> Any:
    """Loaded, before threads meet."""
    from piper.phonemize_espeak import EspeakPhonemizer

    return EspeakPhonemizer()


def phonemes(text: str) -> str:
    """Bonjour. -> bɔ̃ʒˈuʁ."""
    with _ONE_AT_A_TIME:
        sentences = french().phonemize("fr", text)
    return " ".join("".join(sentence).replace("-", "") for sentence in sentences)
