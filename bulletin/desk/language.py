"""Which language copy is in: what its wire says, and where that is nothing or English, what its own words say.

A test of small words, for the five languages that a station of ours meets: English, French, Hausa, Swahili and
Nigerian Pidgin.  It is meant to tell these from each other, and says nothing where it is not sure.
"""

from __future__ import annotations

from functools import lru_cache

from bulletin.model import Article

from .patterns import regex

LEAST = 20  # words: fewer tell nothing for certain
LONGEST = 3_000  # letters that are read
SHARE = 0.11  # of the words that must be small words of the language
AHEAD = 1.6  # times as many that are its own as are the next one's own
NAMES = {"en": "English", "fr": "French", "ha": "Hausa", "sw": "Swahili", "pcm": "Nigerian Pidgin"}

# What two of them share ("na", "ya" and "za" are Hausa and Swahili) does not decide between these two.
_SMALL = {
    "en": "the of and to is was were that for with by from at it he she they has have had are be been this which who its"
    " his her their not but after will would said says into than about more",
    "fr": "le les des est et dans une pour qui sur avec ont été cette aux du leur mais plus par selon ces ses pas se ce"
    " sont il elle au deux entre après depuis lors fait ainsi tandis aussi avait avaient contre cet nous comme même sans sous dont où",
    "ha": "da na ya ne ce ga cikin daga sun su kuma shi yi za domin wani wata inda don wajen tare wannan ake cewa sai bayan"
    " ba wadanda waɗanda wanda yadda suka aka ke kan ta mai ƙasar kasar an sa shugaban",
    "sw": "ya wa za na kwa katika ni la hiyo huo kuwa baada wakati lakini yake pia cha vya huyo ambayo ambao alisema amesema hilo"
    " kama hivyo zaidi hii kutoka juu ili huku watu mwa hizo hayo wake nchini wengine si",
}
_TABLES = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_PIDGIN = frozenset("dey deh dem wey wetin pipo dis dat im wit dia una tok afta wia sey di".split())  # never English
_PIDGIN_SHARE = 0.03
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_of(text: str) -> str:
    """ "en", "fr", "ha", "sw" or "pcm" by the small words of a text; "" where there are under 20 words, or in doubt."""
    words = [word.replace("’", "'") for word in _WORD.findall(text[:LONGEST].lower())]
    if len(words) < LEAST:
        return ""
    if sum(word in _PIDGIN for word in words) >= _PIDGIN_SHARE * len(words):
        return "pcm"
    shares = {language: sum(word in table for word in words) for language, table in _TABLES.items()}
    best, other = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    own, others = (
        sum(word in _TABLES[one] and word not in _TABLES[two] for word in words)
        for one, two in ((best, other), (other, best))
    )
    return best if shares[best] >= SHARE * len(words) and own >= 2 and own >= AHEAD * others else ""


def told_in(article: Article) -> str:
    """The language of an article, without its region.

    What its wire says, but where that is nothing or English, which is what we put in for nothing, its own words have
    the last say.
    """
    label = article.language.replace("_", "-").partition("-")[0].lower()
    return label if label not in {"", "en"} else _own(article.headline, article.paragraphs[:12]) or "en"


def not_for(article: Article, language: str) -> str:
    """Why a station of that language does not air an article, or "" where it does.

    Pidgin is not English here: no rule is for it, and no voice.
    """
    own, wanted = told_in(article), language.replace("_", "-").partition("-")[0].lower() or "en"
    if own == wanted:
        return ""
    return f"it is in {NAMES.get(own, own)}, and the station speaks {NAMES.get(wanted, wanted)}"


@lru_cache(maxsize=512)
def _own(headline: str, paragraphs: tuple[str, ...]) -> str:
    return language_of("\n".join((headline, *paragraphs)))
