"""Names of publishers as a person says them, from the run-together names and hosts that pages carry."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

SPOKEN = {  # letters and digits only, lower case -> what is said
    "aljazeera": "Al Jazeera",
    "aljazeeraenglish": "Al Jazeera",
    "allafrica": "AllAfrica",
    "ap": "the Associated Press",
    "apnews": "the Associated Press",
    "associatedpress": "the Associated Press",
    "africanews": "Africanews",
    "afp": "Agence France-Presse",
    "arisenews": "Arise News",
    "arisetv": "Arise News",
    "bbc": "BBC News",
    "bbcnews": "BBC News",
    "bbcpidgin": "BBC News Pidgin",
    "bloomberg": "Bloomberg",
    "businessday": "BusinessDay",
    "businessdayng": "BusinessDay",
    "channelstv": "Channels Television",
    "channelstelevision": "Channels Television",
    "citinewsroom": "Citi Newsroom",
    "cnn": "CNN",
    "cnnworld": "CNN",
    "dailymaverick": "Daily Maverick",
    "dailymail": "the Daily Mail",
    "dailymonitor": "Daily Monitor",
    "dailynation": "Daily Nation",
    "dailypost": "Daily Post",
    "dailytrust": "Daily Trust",
    "dw": "Deutsche Welle",
    "france24": "France 24",
    "graphiconline": "Graphic Online",
    "guardianng": "The Guardian Nigeria",
    "theguardian": "The Guardian",
    "hindustantimes": "Hindustan Times",
    "indiatoday": "India Today",
    "legitng": "Legit",
    "lusakatimes": "Lusaka Times",
    "mailguardian": "Mail and Guardian",
    "myjoyonline": "My Joy Online",
    "nannews": "the News Agency of Nigeria",
    "nation": "Daily Nation",
    "newsagencyofnigeria": "the News Agency of Nigeria",
    "news24": "News24",
    "newvision": "New Vision",
    "nytimes": "The New York Times",
    "premiumtimes": "Premium Times",
    "premiumtimesng": "Premium Times",
    "punch": "Punch",
    "punchng": "Punch",
    "punchnewspapers": "Punch",
    "radiofranceinternationale": "Radio France Internationale",
    "reuters": "Reuters",
    "rfi": "Radio France Internationale",
    "saharareporters": "Sahara Reporters",
    "skynews": "Sky News",
    "standardmedia": "The Standard",
    "thecable": "TheCable",
    "theeastafrican": "The East African",
    "thenationonlineng": "The Nation",
    "thisday": "This Day",
    "thisdaylive": "This Day",
    "tribuneonlineng": "Nigerian Tribune",
    "vanguard": "Vanguard",
    "vanguardngr": "Vanguard",
    "vanguardnews": "Vanguard",
    "voanews": "Voice of America",
    "washingtonpost": "The Washington Post",
    "xinhua": "Xinhua",
    "xinhuanet": "Xinhua",
}
HOSTS = {"guardian.ng": "The Guardian Nigeria", "nation.africa": "Daily Nation", "monitor.co.ug": "Daily Monitor"}
HOST = re.compile(r"(?i)(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?:[/:?#].{0,500})?")


def spoken(name: str) -> str:
    """A publisher's name as it is said: "Aljazeera", "aljazeera.com" -> "Al Jazeera"; unknown ones as they are."""
    name = name.strip(" .:;,|-–—")
    if HOST.fullmatch(name):
        return of_address(name) or name.removeprefix("www.")
    return SPOKEN.get(_letters(name), name)


def of_address(url: str) -> str:
    """The publisher of a web address, when it is one that we know by name; else an empty string."""
    if not (match := HOST.fullmatch(url.strip())):
        return ""
    host = match[1].lower().removeprefix("www.")
    if host in HOSTS:
        return HOSTS[host]
    return next((SPOKEN[part] for part in reversed(host.split(".")[:-1]) if len(part) > 2 and part in SPOKEN), "")


def web_address(url: str) -> str:
    """An address that is safe to pass on: http or https with a host, else an empty string."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    plain = url.isprintable() and not re.search(r"[\s<>\"]", url)
    return url if parts.scheme in ("http", "https") and parts.hostname and plain and len(url) <= 2000 else ""


def without_site(headline: str, source: str) -> str:
    """A page's title without the name of its site at the end: "Fuel up | Punch" -> "Fuel up"."""
    title, mark, tail = _last_part(headline)
    if mark and title and source and _same(tail, source):
        return title.strip()
    return title.strip() if mark and title and _letters(tail) in SPOKEN else headline


def known(name: str) -> bool:
    """True for a publisher that the table has."""
    return _letters(name) in SPOKEN


def _last_part(headline: str) -> tuple[str, str, str]:
    parts = re.split(r"( [|–—•·-] | \| ?|\| )", headline)
    return ("".join(parts[:-2]), parts[-2], parts[-1]) if len(parts) >= 3 else (headline, "", "")


def _same(one: str, other: str) -> bool:
    return bool(_letters(one)) and SPOKEN.get(_letters(one), _letters(one)) in (other, _letters(other))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
