"""The words that the desk knows: closed classes of English and small lists of news verbs.  Data, no rules.

All lists were written for this project by hand; they are read as lower-case words.
"""

from __future__ import annotations

from functools import lru_cache

from .patterns import regex


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("a an the")
DETERMINERS = ARTICLES | _set("this that these those his her its their our my your some any each every no both all")
PREPOSITIONS = _set(
    "in on at of for to from by with about after before during since until under over between among against into"
    " onto through across near around behind beyond within without despite amid towards toward upon per via like as"
    " than off outside inside along following including"
)
CONJUNCTIONS = _set(
    "and but or nor so yet if because although though while when where as since unless until whether that"
)
OPENING = PREPOSITIONS | CONJUNCTIONS  # what opens a phrase or a clause
PRONOUNS = _set(
    "he she it they we i you him her them us me his its their our my your himself herself itself themselves"
)
AUXILIARIES = _set(
    "is are was were am be been being has have had having do does did will would can could may might must shall should"
    " isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't"
    " shouldn't cannot isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t"
    " couldn’t shouldn’t"
)
FINITE = AUXILIARIES - _set("be been being having")  # forms that can only be a sentence's own verb
NEGATIONS = _set("not no never none nobody nothing neither nor without cannot hardly barely") | frozenset(
    word for word in AUXILIARIES if word.endswith(("n't", "n’t"))
)
STOP = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | _set(
        "there here who whom whose which what how why not very also just only more most much many such own same other"
        " then now up down out one said says say told s t ve re ll d m mr mrs ms dr too even still again however"
    )
)

# Said before a claim: past form -> present form.
SAYING = {
    "said": "says", "added": "adds", "claimed": "claims", "warned": "warns", "stated": "states", "announced": "announces",
    "insisted": "insists", "argued": "argues", "confirmed": "confirms", "explained": "explains", "noted": "notes",
    "reported": "reports", "alleged": "alleges", "declared": "declares", "revealed": "reveals", "suggested": "suggests",
    "believed": "believes", "maintained": "maintains", "stressed": "stresses", "acknowledged": "acknowledges",
    "admitted": "admits", "asserted": "asserts", "predicted": "predicts", "recalled": "recalls", "observed": "observes",
}  # fmt: skip
SPEECH = (
    frozenset(SAYING)
    | frozenset(SAYING.values())
    | _set(
        "told tells asked asks denied denies tweeted wrote writes replied replies pledged vowed vows urged urges called"
        " calls described describes accused accuses tok talk yarn say tell confam"
    )
)

# Past forms that do not end in -ed.
IRREGULAR = _set(
    "went came took gave made got saw said told found left kept held led met sent spent lost won fell felt grew knew"
    " drew flew threw began became ran rose broke spoke chose drove wrote rode shot struck fought caught brought bought"
    " thought taught sold paid laid stood understood put set cut hit hurt shut let cost beat quit read spread burst cast"
    " split bid built lent bent dealt meant heard swore wore tore bore hung swung stung rang sang sank drank swam dug fled"
    " bled fed bred slid hid lit sat slept swept wept crept leapt dreamt forgot forgave ate woke shook mistook overtook"
    " undertook withdrew outgrew overcame underwent died lied tied used owed aged sought bound wound ground stuck stole froze arose awoke backed agreed disagreed freed guaranteed decreed"
)
# What somebody or something did: the participle behind a comma -> its past.
PARTICIPLES = {
    "leaving": "left", "killing": "killed", "injuring": "injured", "wounding": "wounded", "forcing": "forced",
    "prompting": "prompted", "causing": "caused", "bringing": "brought", "raising": "raised", "sparking": "sparked",
    "triggering": "triggered", "destroying": "destroyed", "damaging": "damaged", "ending": "ended", "making": "made",
    "disrupting": "disrupted", "affecting": "affected", "threatening": "threatened",
    "calling": "called", "describing": "described", "citing": "cited", "urging": "urged", "accusing": "accused",
    "demanding": "demanded", "warning": "warned", "promising": "promised", "blaming": "blamed", "asking": "asked",
    "insisting": "insisted", "arguing": "argued", "pledging": "pledged", "criticising": "criticised",
    "criticizing": "criticized", "praising": "praised", "thanking": "thanked", "telling": "told", "writing": "wrote",
    "suggesting": "suggested", "stressing": "stressed", "denying": "denied", "defeating": "defeated",
    "beating": "beat", "winning": "won", "becoming": "became", "scoring": "scored", "joining": "joined",
    "confirming": "confirmed", "directing": "directed", "ordering": "ordered", "requesting": "requested",
    "announcing": "announced", "explaining": "explained", "pointing": "pointed", "seeking": "sought",
    "replacing": "replaced", "taking": "took", "using": "used", "giving": "gave", "wearing": "wore", "holding": "held",
    "losing": "lost", "selling": "sold", "setting": "set", "hitting": "hit", "breaking": "broke", "drawing": "drew",
    "buying": "bought", "sending": "sent", "finding": "found", "paying": "paid", "trying": "tried", "leading": "led",
    "keeping": "kept", "standing": "stood", "driving": "drove", "spending": "spent", "speaking": "spoke",
}  # fmt: skip
# Third persons that are seldom plural nouns, so that they mark a finite verb.
PRESENT = _set(
    "says tells warns adds claims believes wants needs seeks aims hopes plans expects remains becomes begins continues"
    " comes goes takes gives makes gets sees finds leaves keeps holds leads meets sends loses wins falls feels grows"
    " knows runs rises breaks speaks means includes involves allows requires provides offers faces marks follows brings"
    " puts sets shows appears seems stands sits lies lives works helps plays uses happens represents contains consists"
    " belongs depends refers differs exists features covers carries serves supports opposes rejects accuses denies urges"
    " asks calls describes argues insists suggests admits agrees arrives returns opens closes starts ends joins signs"
    " launches raises receives reaches moves turns tries owns operates hosts boasts attracts arises varies proves"
    " prevents protects promises pledges vows threatens understands thinks considers hits beats kills blames welcomes"
    " discriminates allege allegedly completes achieves adopts advises affects announces appoints approves assures avoids"
    " celebrates chooses cites compares concludes confirms considers creates cripples criticises decides declares defends"
    " delivers destroys develops discusses dismisses dominates eliminates emerges enables encourages enjoys ensures enters"
    " establishes examines expands explains explores expresses extends finishes governs handles hears identifies ignores"
    " imposes improves indicates inspires intends introduces invites lacks learns listens maintains obtains occurs"
    " organises overcomes pays performs permits pleads portrays prefers prepares prohibits promotes proposes pursues"
    " qualifies realises recognises recommends reduces reflects refuses relates relies remembers removes replaces resolves"
    " resumes retains revolves seizes selects settles spends strengthens suffers teaches undergoes unveils upholds violates"
    " wears writes"
) - {"allegedly"}
PLURAL_PRESENT = _set("say believe want need hope expect remain agree think claim fear know seem appear include face")
PIDGIN = _set("dey don na wey dem di wetin bin fit go wan tok im e dis dat sey pipo una abi sabi neva wit")
PIDGIN_MARKS = _set("dey wey dem di wetin na pipo dis dat im tok wit dia")

# A sentence that opens with one of these hangs on the one before it.
HANGING_PRONOUNS = _set(
    "he she it they this that these those his her its their him them we i you our my such"
    " he's she's it's they're that's we're i'm you'll you're you've we'll they'll he'll she'll it'll i'll i've i'd he’s she’s it’s they’re that’s we’re i’m"
    " e im dem dis dat una"
)
CONNECTIVES = (
    "but", "and", "or", "so", "yet", "however", "meanwhile", "also", "still", "separately", "moreover", "furthermore",
    "therefore", "thus", "instead", "nevertheless", "nonetheless", "besides", "additionally", "in addition", "earlier",
    "later", "then", "otherwise", "similarly", "likewise", "consequently", "as a result", "for example", "for instance",
    "on the other hand", "at the same time", "in turn", "hence", "indeed", "of course", "again", "after that",
    "afterwards", "subsequently", "finally", "lastly", "secondly", "firstly", "even so", "that said", "elsewhere",
    "because", "plus", "in fact", "in contrast", "by contrast", "in response", "notably", "apparently", "conversely",
)  # fmt: skip
# Definite nouns that point back to a sentence before.
POINTING = _set("latter former pair duo trio move incident same rest others other two both three")

PERSON_NOUNS = _set(
    "man woman boy girl teenager child baby mother father son daughter husband wife brother sister couple victim suspect"
    " officer minister president governor senator mayor lawmaker leader spokesman spokeswoman spokesperson official judge"
    " lawyer doctor teacher student actor actress singer player footballer coach manager captain director chairman"
    " chairwoman chief king queen prince princess pope bishop pastor priest imam driver pilot soldier farmer worker author"
    " writer artist musician filmmaker star batsman bowler striker cricketer politician activist businessman businesswoman"
    " millionaire billionaire founder expert scientist professor researcher analyst journalist reporter accused gunman"
    " attacker killer thief robber patient resident prisoner pensioner toddler youth lady gentleman ambassador secretary"
    " commissioner superintendent inspector constable candidate premier chancellor head boss owner sergeant general"
)
TITLES = _set(
    "mr mrs ms miss dr prof professor sir dame lord lady president minister governor senator chief alhaji alhaja oba engr"
    " barr barrister engineer honourable hon justice general colonel captain major lieutenant sergeant pastor bishop archbishop pope king queen prince"
    " princess imam sheikh cardinal rev reverend comrade ambassador judge chancellor premier mayor inspector gov sen"
)
MALE_TITLES = _set("mr sir lord king prince pope alhaji father cardinal")
FEMALE_TITLES = _set("mrs ms miss dame lady queen princess alhaja madam")

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
PLACES = frozenset(
    "Africa Asia Europe America Britain England Scotland Wales Ireland France Germany Italy Spain Portugal Greece Turkey"
    " Russia Ukraine Poland Belgium Holland Netherlands Sweden Norway Denmark Finland Austria Switzerland Hungary China"
    " Japan India Pakistan Bangladesh Nepal Israel Palestine Gaza Iran Iraq Syria Lebanon Jordan Egypt Libya Tunisia"
    " Algeria Morocco Sudan Ethiopia Eritrea Somalia Kenya Uganda Tanzania Rwanda Burundi Congo Cameroon Gabon Chad Niger"
    " Nigeria Benin Togo Ghana Liberia Guinea Senegal Gambia Mali Mauritania Angola Zambia Zimbabwe Botswana Namibia"
    " Malawi Mozambique Madagascar Lesotho Eswatini Mauritius Seychelles Canada Mexico Brazil Argentina Chile Peru Cuba"
    " Haiti Jamaica Colombia Venezuela Australia Lagos Abuja Kano Accra Nairobi Kampala Cairo Johannesburg London Paris"
    " Berlin Moscow Kyiv Washington Beijing Delhi Mumbai Tokyo Brussels Geneva Rome Madrid Parliament Congress Islam"
    " Christianity Facebook Google Twitter Apple Amazon Microsoft Tesla Boko Covid".split()
)  # names that often open a sentence and need no second mention
ABBREVIATIONS = _set(
    "mr mrs ms dr prof st lt col gen sgt maj capt cmdr cpl gov sen rep engr barr alh hon rt rev fr sr jr vs no nos jan"
    " feb mar apr jun jul aug sept sep oct nov dec mt ave dept univ approx fig vol pp ed eds al etc inc ltd co corp bros"
    " arch arc pst pastor hrh amb supt insp pres supol asp dsp csp dig ag bldg rs messrs mme mlle adm brig gp capt"
)
NEVER_LAST = ABBREVIATIONS - _set(
    "no mar sep inc ltd co corp etc jr sr al ed bros apr jan feb aug oct nov dec jun jul ag st"
)

NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split()
    )
} | {
    word: (place + 2) * 10 for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
VAGUE = {"dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}

LONG = 25  # words of a sentence: more than this is a warning in every newsroom handbook that was read
TARGET = 20  # words

WORD = regex(r"[^\W_]+(?:['’\-.&][^\W_]+)*")

_CONTRACTED = _set("it that he she there here what who")  # "it's" has a verb in it


@lru_cache(maxsize=16384)
def finite(word: str, before: str = "") -> bool:
    """Whether a word can be the verb that a sentence stands on; `before` is the word before it."""
    low, prior = word.lower(), before.lower()
    if low.endswith("'s") and low[:-2] in _CONTRACTED:
        return True
    if low in FINITE or low in IRREGULAR or low in PRESENT or low in SPEECH:
        return prior not in DETERMINERS or prior in {"this", "that", "all", "both", "these", "those"}
    if low in PLURAL_PRESENT:
        return prior not in DETERMINERS and prior != "to" and prior not in {"will", "would", "not"}
    if (
        (prior in DETERMINERS and prior not in {"all", "both"})
        or prior in PREPOSITIONS
        or not word[:1].islower()
        or "-" in low
    ):
        return False
    return len(low) > 4 and low.endswith("ed") and not low.endswith(("eed", "hundred"))


@lru_cache(maxsize=2048)
def has_verb(text: str) -> bool:
    """Whether there is a word in it that a sentence can stand on."""
    before = ""
    for match in WORD.finditer(text):
        if finite(match[0], before):
            return True
        before = match[0]
    return False


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its commonest endings, so that "pledged" and "pledges" count as one (Harman's S-stemmer and -ed, -ing)."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("s'")
    if len(low) > 5 and low.endswith("ing"):
        low = low[:-3]
    elif len(low) > 4 and low.endswith("ies"):
        low = low[:-3] + "y"
    elif len(low) > 4 and low.endswith("ed"):
        low = low[:-2]
    elif len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    return low.removesuffix("e") if len(low) > 4 else low


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in WORD.findall(text) if word.lower() not in STOP]


_RUN = regex(r"\w+")


@lru_cache(maxsize=2048)  # a sentence is asked for its words by a dozen rules in a row
def bag(text: str) -> frozenset[str]:
    """The words of a text as they are written; a pattern of whole words cannot match where none of its words is here."""
    return frozenset(_RUN.findall(text))


@lru_cache(maxsize=512)  # for the same reason
def spaced(text: str) -> frozenset[str]:
    """What stands between spaces, with the signs that are on it."""
    return frozenset(text.split())


@lru_cache(maxsize=4096)
def count(text: str) -> int:
    """How many words there are, counted at the spaces: as the budget counts them."""
    return len(text.split())
