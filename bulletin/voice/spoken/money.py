"""Sums of money: N2.5trn, ₦1,532.50, KSh50bn, GH¢1.2 million, $2-3bn, 500 FCFA, 50p."""

from __future__ import annotations

import re
from typing import NamedTuple

from .numerals import NUMBER, SCALES, cardinal, is_one, plain, said
from .rule import CAPITALS, DETERMINERS, DIGITS, Match, Rule, qualifies, to, word_after, word_before


class Currency(NamedTuple):
    """What one and many are called; its hundredth, where people say it."""

    one: str
    many: str
    cent: str = ""
    cents: str = ""


_DOLLAR = Currency("dollar", "dollars", "cent", "cents")
_NAIRA = Currency("naira", "naira", "kobo", "kobo")
_POUND = Currency("pound", "pounds", "penny", "pence")
_EURO = Currency("euro", "euros", "cent", "cents")
_CEDI = Currency("cedi", "cedis", "pesewa", "pesewas")
_RAND = Currency("rand", "rand", "cent", "cents")
_RUPEE = Currency("rupee", "rupees", "paisa", "paise")
_KWACHA = Currency("kwacha", "kwacha", "ngwee", "ngwee")  # Zambia's
_METICAL = Currency("metical", "meticals")
_CFA = Currency("CFA franc", "CFA francs")
_YEN = Currency("yen", "yen")
_YUAN = Currency("yuan", "yuan")
_DIRHAM = Currency("dirham", "dirhams")


def _dollar(whose: str) -> Currency:
    return Currency(f"{whose} dollar", f"{whose} dollars", "cent", "cents")


def _shilling(whose: str) -> Currency:
    return Currency(f"{whose} shilling".strip(), f"{whose} shillings".strip(), "cent", "cents")


def _franc(whose: str) -> Currency:
    return Currency(f"{whose} franc", f"{whose} francs")


# ISO 4217 codes: before or after the number, with or without a space
CODES = {
    "NGN": _NAIRA, "GHS": _CEDI, "KES": _shilling("Kenyan"), "UGX": _shilling("Ugandan"), "TZS": _shilling("Tanzanian"),
    "SOS": _shilling("Somali"), "ZAR": _RAND, "XOF": _CFA, "XAF": _CFA, "FCFA": _CFA, "CFA": _CFA, "ETB": Currency("birr", "birr"),
    "EGP": Currency("Egyptian pound", "Egyptian pounds", "piastre", "piastres"), "MAD": _DIRHAM, "AED": _DIRHAM,
    "RWF": _franc("Rwandan"), "BIF": _franc("Burundian"), "CDF": _franc("Congolese"), "DJF": _franc("Djibouti"),
    "CHF": _franc("Swiss"), "DZD": Currency("Algerian dinar", "Algerian dinars"), "TND": Currency("Tunisian dinar", "Tunisian dinars"),
    "LYD": Currency("Libyan dinar", "Libyan dinars"), "SDG": Currency("Sudanese pound", "Sudanese pounds"),
    "SSP": Currency("South Sudanese pound", "South Sudanese pounds"), "ZMW": _KWACHA,
    "MWK": Currency("kwacha", "kwacha"), "BWP": Currency("pula", "pula"), "NAD": _dollar("Namibian"), "ZWL": _dollar("Zimbabwean"),
    "GMD": Currency("dalasi", "dalasis"), "SLE": Currency("leone", "leones"), "SLL": Currency("leone", "leones"),
    "LRD": _dollar("Liberian"), "MZN": _METICAL, "AOA": Currency("kwanza", "kwanzas"),
    "MUR": Currency("Mauritian rupee", "Mauritian rupees"), "USD": _dollar("US"), "EUR": _EURO, "GBP": _POUND, "JPY": _YEN,
    "CNY": _YUAN, "RMB": _YUAN, "INR": _RUPEE, "PKR": Currency("Pakistani rupee", "Pakistani rupees"), "CAD": _dollar("Canadian"),
    "AUD": _dollar("Australian"), "NZD": _dollar("New Zealand"), "SAR": Currency("riyal", "riyals"), "TRY": Currency("lira", "lira"),
    "BRL": Currency("real", "reais"), "RUB": Currency("rouble", "roubles"), "SEK": Currency("Swedish krona", "Swedish kronor"),
    "NOK": Currency("Norwegian krone", "Norwegian kroner"), "ERN": Currency("nakfa", "nakfa"), "MGA": Currency("ariary", "ariary"),
    "MRU": Currency("ouguiya", "ouguiya"), "SCR": Currency("Seychelles rupee", "Seychelles rupees"), "CVE": Currency("escudo", "escudos"),
    "STN": Currency("dobra", "dobras"), "KMF": _franc("Comorian"), "GNF": _franc("Guinean"), "SZL": Currency("lilangeni", "emalangeni"),
    "LSL": Currency("loti", "maloti"), "QAR": Currency("Qatari riyal", "Qatari riyals"), "KWD": Currency("Kuwaiti dinar", "Kuwaiti dinars"), "CFAF": _CFA, "XCD": _dollar("East Caribbean"), "ILS": Currency("shekel", "shekels"), "IRR": Currency("Iranian rial", "Iranian rials"),
}  # fmt: skip
# Signs: before the number ("GH¢5"), the one-character ones after it too ("5€")
SIGNS = {
    "₦": _NAIRA, "N": _NAIRA, "$": _DOLLAR, "US$": _dollar("US"), "U.S.$": _dollar("US"), "USD$": _dollar("US"),
    "A$": _dollar("Australian"), "AU$": _dollar("Australian"), "C$": _dollar("Canadian"), "CA$": _dollar("Canadian"),
    "NZ$": _dollar("New Zealand"), "HK$": _dollar("Hong Kong"), "S$": _dollar("Singapore"), "NT$": _dollar("Taiwan"),
    "Z$": _dollar("Zimbabwean"), "N$": _dollar("Namibian"), "L$": _dollar("Liberian"), "J$": _dollar("Jamaican"),
    "R$": Currency("real", "reais"), "£": _POUND, "E£": Currency("Egyptian pound", "Egyptian pounds"),
    "LE": Currency("Egyptian pound", "Egyptian pounds"), "€": _EURO, "¥": _YEN, "₹": _RUPEE, "Rs": _RUPEE, "Rs.": _RUPEE,
    "GH¢": _CEDI, "GH₵": _CEDI, "GHC": _CEDI, "GHc": _CEDI, "Ghc": _CEDI, "Gh¢": _CEDI, "fcfa": _CFA, "Fcfa": _CFA, "F CFA": _CFA, "GHȼ": _CEDI, "¢": _CEDI, "₵": _CEDI, "R": _RAND,
    "KSh": _shilling("Kenyan"), "Ksh": _shilling("Kenyan"), "KSH": _shilling("Kenyan"), "KShs": _shilling("Kenyan"),
    "Kshs": _shilling("Kenyan"), "KSh.": _shilling("Kenyan"), "Ksh.": _shilling("Kenyan"), "Kshs.": _shilling("Kenyan"),
    "USh": _shilling("Ugandan"), "Ush": _shilling("Ugandan"), "UShs": _shilling("Ugandan"), "TSh": _shilling("Tanzanian"),
    "Tsh": _shilling("Tanzanian"), "TShs": _shilling("Tanzanian"), "Sh": _shilling(""), "Shs": _shilling(""), "Sh.": _shilling(""),
    "Sh ": _shilling(""), "Br": Currency("birr", "birr"), "Birr": Currency("birr", "birr"), "Dh": _DIRHAM, "Dhs": _DIRHAM,
    "FRw": _franc("Rwandan"), "Frw": _franc("Rwandan"), "Rwf": _franc("Rwandan"), "Kz": Currency("kwanza", "kwanzas"),
    "ZWL$": _dollar("Zimbabwean"), "SR": Currency("riyal", "riyals"), "MK": Currency("kwacha", "kwacha"), "K": _KWACHA, "MT": _METICAL, "MTn": _METICAL, "D": Currency("dalasi", "dalasis"), "P": Currency("pula", "pula", "thebe", "thebe"),
    "E": Currency("lilangeni", "emalangeni"), "M": Currency("loti", "maloti"), "Ar": Currency("ariary", "ariary"), "Le": Currency("leone", "leones"), "ZiG": Currency("ZiG", "ZiG"), "₽": Currency("rouble", "roubles"),
    "₩": Currency("won", "won"), "₺": Currency("lira", "lira"), "₿": Currency("bitcoin", "bitcoin"), "฿": Currency("baht", "baht"),
    "₱": Currency("peso", "pesos"), "₫": Currency("dong", "dong"), "₪": Currency("shekel", "shekels"),
    "₴": Currency("hryvnia", "hryvnias"), "₸": Currency("tenge", "tenge"), "₡": Currency("colon", "colons"), "₲": Currency("guarani", "guaranis"),
}  # fmt: skip
# A lone letter is a currency only where the number touches it and what follows is no such thing.
_NOT_MONEY_AFTER = frozenset(
    "mask masks respirator respirators facemask facemasks face surgical road highway freeway motorway interchange"
    " route class classes vaccine highways roads motorways freeways routes interchanges".split()
)


# Letters that are money only where their country is spoken of (within _NEARBY characters either side)
_OF = {
    "SDG": re.compile(r"Sudan|Khartoum"), "MK": re.compile(r"Malawi|kwacha|Lilongwe|Blantyre"), "K": re.compile(r"Zambia|kwacha|Lusaka|Malawi|kina"),
    "MT": re.compile(r"Mozambi|metical|Maputo"), "MTn": re.compile(r""), "D": re.compile(r"Gambia|dalasi|Banjul"),
    "P": re.compile(r"Botswana|Batswana|pula|Gaborone|Motswana"), "E": re.compile(r"Eswatini|Swazi|Mbabane|emalangeni|lilangeni"),
    "M": re.compile(r"Lesotho|Basotho|Maseru|maloti"), "Ar": re.compile(r"Madagascar|Malagasy|Antananarivo|ariary"),
}  # fmt: skip
_CHINA, _JAPAN = re.compile(r"China|Chinese|Beijing|[Yy]uan|renminbi"), re.compile(r"Japan|Tokyo|\byen\b")
_NEARBY = 240
_ON_A_ROAD = re.compile(r"(?i)\b(?:on|along|off|via|onto) the $")


def _nearby(match: Match) -> str:
    return match.string[max(0, match.start() - _NEARBY) : match.end() + _NEARBY]


def _alternatives(words: dict[str, Currency]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_ALL = CODES | SIGNS
_SIGN = rf"(?:{_alternatives(SIGNS)}|(?:{_alternatives(CODES)}))"
_SCALE = (
    r"(?:(?: ?-?(?:[Tt]housand|[Hh]undred|[MmBb]illion|[Tt]rillion|[Qq]uadrillion|[Ll]akh|[Cc]rore)s?"
    r"| ?(?:mln|bln|trn|mn|Mn|MN|bn|Bn|BN|tn|Tn|TN|TRN|tr|MM|cr|mil|[kKmMbBtT]))(?![A-Za-z]))"
)
_DECIMAL_COMMA = rf"\d{{1,3}},\d{{1,2}}(?={_SCALE})"
_AMOUNT = rf"(?:{_DECIMAL_COMMA}|\d{{1,3}}(?: \d{{3}}){{1,4}}(?!\d|,\d)|{NUMBER})"
_NAMES = (
    r"(?: (?:naira|dollars?|pounds?|euros?|cedis?|rand|shillings?|rupees?|yen|yuan|birr|francs?|US dollars?"
    r"|(?:Ghana|Ghanaian) cedis?|Kenyan? shillings?)\b)?"
)


def scale_of(text: str | None) -> str:
    """The word for a suffix: bn -> billion."""
    word = (text or "").strip(" -").lower()
    return SCALES.get(word) or SCALES.get(word.rstrip("s"), "")


def _currency(sign: str) -> Currency:
    return _ALL.get(sign) or _ALL[sign.strip()]


def _currency_of(match: Match) -> Currency:
    """The currency of a sum; the sign of the yen is that of the yuan where China is spoken of."""
    if match["sign"] == "¥" and _CHINA.search(near := _nearby(match)) and not _JAPAN.search(near):
        return _YUAN
    return _currency(match["sign"])


def _is_name(match: Match) -> bool:
    """N95 mask, the N1 highway: a letter and a number that are no money."""
    sign = match["sign"]
    words = re.findall(r"[A-Za-z]+", match.string[match.end() : match.end() + 40])[:2]
    road = any(word.lower() in _NOT_MONEY_AFTER for word in words) or _ON_A_ROAD.search(
        match.string[max(0, match.start() - 12) : match.start()]
    )
    if sign in _OF:
        kwacha = sign in ("K", "MK") and match["scale"] and len(match["scale"].strip()) > 1
        return bool(road) or not (kwacha or _OF[sign].search(_nearby(match)))
    if sign not in ("N", "R", "LE", "Le", "Br", "Sh", "TRY", "SOS"):
        return False
    if (road and (len(match["amount"]) <= 3 and not match["scale"])) or word_before(match) == "KN":
        return True
    number = match["amount"]
    small = not match["scale"] and len(number) <= 2 and number.isdigit()
    return small and (
        word_before(match).lower() == "an" or match.string[match.end() : match.end() + 1] == "s" or number == "0"
    )


def _sum(number: str, scale: str, currency: Currency, adjective: bool) -> str:
    number = plain(number.replace(" ", ""))
    whole, _, decimals = number.partition(".")
    if not scale and len(decimals) == 2 and currency.cent and not adjective:
        return _with_cents(int(whole), int(decimals), currency)
    name = currency.one if adjective or (not scale and is_one(number)) else currency.many
    return f"{said(number)} {scale} {name}".replace("  ", " ")


def _with_cents(whole: int, cents: int, currency: Currency) -> str:
    major = f"{cardinal(whole)} {currency.one if whole == 1 else currency.many}"
    minor = f"{cardinal(cents)} {currency.cent if cents == 1 else currency.cents}"
    if not cents:
        return major
    if not whole:
        return minor
    return f"{major} and {minor}" if cents < 10 else f"{major} {minor}"


def _minus(match: Match) -> str:
    return "minus " if match["minus"] else ""


def _tail(match: Match, words: str) -> str:
    following = match.string[match.end() : match.end() + 1]
    return words + " " if following.isalnum() else words


def _amount(match: Match) -> str | None:
    if _is_name(match):
        return None
    words = _sum(match["amount"], scale_of(match["scale"]), _currency_of(match), qualifies(match))
    return _tail(match, _minus(match) + words)


def _range(match: Match) -> str | None:
    if _is_name(match):
        return None
    currency, first, second = _currency_of(match), scale_of(match["scale"]), scale_of(match["scale2"])
    if match["sign2"] and first and first != second:
        low = _sum(match["amount"], first, currency, False)
    else:
        low = said(plain(match["amount"].replace(" ", ""))) + (f" {first}" if first and first != second else "")
    return _tail(match, f"{low} {to(match)} {_sum(match['amount2'], second, currency, qualifies(match))}")


def _after(match: Match) -> str | None:
    if (clue := _OF.get(match["sign"])) and not clue.search(_nearby(match)):
        return None  # "17 SDG targets"
    words = _sum(match["amount"], scale_of(match["scale"]), _currency_of(match), qualifies(match))
    return _tail(match, _minus(match) + words)


def _pence(match: Match) -> str:
    name = {"p": ("penny", "pence"), "¢": ("cent", "cents")}[match[2]]
    return f"{said(match[1])} {name[0] if match[1] == '1' or qualifies(match) else name[1]}"


def _rate(match: Match) -> str:
    return f" to the {_currency(match[1]).one}" if word_after(match) != "per" else " "


def _against(match: Match) -> str:
    """USD/NGN: a rate of exchange."""
    first, second = _ALL[match[1]].one, _ALL[match[2]].one
    return f"{first} {second}" if word_before(match).lower() in DETERMINERS else f"the {first} against the {second}"


def _lone(match: Match) -> str:
    currency = _currency(match.group())
    return f" {currency.one if word_before(match).lower() in ('the', 'a', 'per', 'one') else currency.many} "


_BEFORE = r"(?P<minus>(?<![\w)])-)?(?<![A-Za-z0-9])"
RULES = (
    Rule(
        "currency pair",
        re.compile(rf"(?<![\w/])({_alternatives(CODES)})/({_alternatives(CODES)})(?![\w/])"),
        _against,
        CAPITALS,
    ),
    Rule("article", re.compile(r"(?<!\w)([Aa])n (?=N(?!8|1[18])\d[\d,]{2,})"), lambda match: f"{match[1]} ", DIGITS),
    Rule("exchange rate", re.compile(r"(?<=[\d.kmn])/(US\$|\$|£|€|USD|EUR|GBP)1?(?!\w|\.\d)"), _rate),
    Rule(
        "money",
        re.compile(
            rf"(?<![A-Za-z0-9])(?P<sign>{_SIGN}) ?(?P<amount>{_AMOUNT})(?P<scale>{_SCALE})? ?(?:[-–—]|to(?= ?\d)) ?"
            rf"(?P<sign2>(?P=sign))? ?(?P<amount2>{_AMOUNT})(?P<scale2>{_SCALE})?(?![\d-]){_NAMES}"
        ),
        _range,
        DIGITS,
    ),
    Rule(
        "money",
        re.compile(
            rf"{_BEFORE}(?P<sign>{_SIGN}) ?-?(?P<amount>{_AMOUNT})(?P<scale>{_SCALE})?(?:/[=-])?(?P<name>{_NAMES})"
        ),
        _amount,
        DIGITS,
    ),
    Rule(
        "money",
        re.compile(
            rf"(?P<minus>(?<![\w)])-)?(?<![\w.,/:-])(?P<amount>{_AMOUNT})(?P<scale>{_SCALE})? ?(?P<sign>(?:{_alternatives(CODES)})(?![A-Za-z])|[₦$£€¥₹₵](?![\d]))(?: francs?)?"
        ),
        _after,
        DIGITS,
    ),
    Rule("money", re.compile(r"(?<![\w.,$£])(\d{1,2}(?:\.\d{1,2})?)([p¢])(?!\w)"), _pence, DIGITS),
)
LONE = Rule("currency", re.compile(r"US\$|GH[¢₵]|[₦$£€¥₹₵₽₩₺₿฿₱₫₪₴₸₡₲]"), _lone)
