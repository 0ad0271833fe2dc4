"""How an article tells its event, as values to compare: terms of its headline and of its first words, names, figures, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import sqrt

from bulletin.model import Article

from .vocabulary import Term, plain, term, topics

WORDS = 85  # of the copy that are compared: its lead
HEAD_WORDS = 40
INITIALS = 2.5  # bits of an organisation's initials, where its name is written out
LETTERS = 900  # of the copy, in which they are looked for
IMPLIED = 2.0  # bits of a country whose town is named
FIRST_NAME = 3.0  # the most bits of what stands before a surname
_TOKEN = re.compile(
    r"\d{1,2}[-–]\d{1,2}(?![\d%])|(?!(?:N|R|K|Rs|Sh|KSh|Ksh|Kes|GH|GHS|NGN|USD|UGX)\d)[^\W\d_]+\d+(?![.,]\d)|\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_LINKS = frozenset("of and the for on".split())
_ENGLISHES = frozenset(("", "en", "pcm"))  # Pidgin is compared as English: its words are translated


@dataclass(frozen=True, slots=True)
class Telling:
    """One article, as it is compared.  Weights are bits."""

    head: dict[str, float]  # the headline's terms
    gist: dict[str, float]  # its terms and the lead's
    head_bits: float
    gist_bits: float
    deed_bits: float  # of the gist without its names
    head_deed_bits: float
    names: frozenset[str]
    head_names: frozenset[str]
    figures: frozenset[str]  # those that tell something: no single digits, no years
    numbers: frozenset[str]  # all of the headline's
    countries: frozenset[str]
    regions: frozenset[str]
    kinds: frozenset[str]  # of event: the headline's, or else its lead's
    all_kinds: frozenset[str]
    pairs: frozenset[str]  # terms that stand side by side, with a space between
    days: frozenset[str]
    topics: dict[str, float]  # what it is about: a vector of length 1
    amounts: tuple[float, ...]  # its larger figures, as numbers
    places: frozenset[str]  # names that are places
    language: str
    when: float | None  # hours, since 1970
    lead: bool  # it has more than a headline


def telling(article: Article) -> Telling:
    """What is compared of an article."""
    when = article.updated or article.published
    return told(article.headline, lead_of(article), article.language, when.timestamp() / 3600 if when else None)


def lead_of(article: Article) -> str:
    """The first words of an article's copy."""
    lead, room = [], LETTERS
    for paragraph in article.paragraphs[:12]:
        lead.append(paragraph[:room])
        room -= len(paragraph)
        if room <= 0:
            break
    return "\n".join(lead)


def told(headline: str, lead: str, language: str = "en", when: float | None = None) -> Telling:
    """The same of a headline and the words under it.  Where there is no headline, the first sentence is it."""
    headline, lead = headline[:400], lead[:LETTERS]
    if not headline.strip():
        headline, _, lead = lead.partition(". ")
    reading = _Reading()
    reading.read(_TOKEN.findall(headline)[:HEAD_WORDS])
    head, kinds = dict(reading.terms), set(reading.kinds)
    reading.last, reading.named = "", ("", -1)
    tokens = _TOKEN.findall(lead)[:WORDS]
    reading.read(tokens)
    gist, names = reading.terms, frozenset(reading.names)
    tongue = language.partition("-")[0].lower()
    return Telling(
        head=head,
        gist=gist,
        head_bits=sum(head.values()),
        gist_bits=sum(gist.values()),
        deed_bits=sum([bits for name, bits in gist.items() if name not in names]),
        head_deed_bits=sum([bits for name, bits in head.items() if name not in names]),
        names=names,
        head_names=frozenset([name for name in head if name in names]),
        figures=frozenset(reading.figures),
        numbers=frozenset([name for name in head if name[0] == "#"]),
        countries=frozenset(reading.countries),
        regions=frozenset(reading.regions),
        kinds=frozenset(kinds or reading.kinds),
        all_kinds=frozenset(reading.kinds),
        pairs=frozenset(reading.pairs),
        days=frozenset(reading.days),
        topics=_topics_of(head, gist),
        amounts=tuple(reading.amounts),
        places=frozenset(reading.places),
        language="en" if tongue in _ENGLISHES else tongue,
        when=when,
        lead=bool(tokens),
    )


def _topics_of(head: dict[str, float], gist: dict[str, float]) -> dict[str, float]:
    """How much a telling is about each topic; what the headline says counts twice."""
    table, found = topics(), dict[str, float]()
    for name in gist:
        for topic, weight in table.get(name, ()):
            found[topic] = found.get(topic, 0.0) + (2 * weight if name in head else weight)
    length = sqrt(sum([weight * weight for weight in found.values()]))
    return {topic: weight / length for topic, weight in found.items()}


class _Reading:
    """Terms as they are met, in order; local to one call of `told`."""

    def __init__(self) -> None:
        self.terms: dict[str, float] = {}
        self.names: set[str] = set()
        self.figures: set[str] = set()
        self.countries: set[str] = set()
        self.regions: set[str] = set()
        self.kinds: set[str] = set()
        self.pairs: set[str] = set()
        self.days: set[str] = set()
        self.amounts: list[float] = []
        self.places: set[str] = set()
        self.last = ""
        self.named = ("", -1)  # the last name, and where

    def read(self, tokens: list[str]) -> None:
        at, end = 0, len(tokens)
        while at < end:
            token = tokens[at]
            at += 1
            if not token[-1].isdecimal():
                found = term(token)
                if found.plain:
                    if found.weight:
                        self._add(found, at)
                elif found.number is not None:
                    at = self._worded(found.number, tokens, at)
                elif found.day:
                    self.days.add(found.name)
                else:
                    at = self._place(found, tokens, at)
            elif token[0].isdecimal():
                at = self._figure(token, tokens, at)
            else:  # "M23"; of "N897" only the figure is a token of its own
                self._add(Term(token.lower(), 7.0, proper=True), at)
        self._initials(tokens)

    def _add(self, found: Term, at: int) -> None:
        name = found.name
        self.terms.setdefault(name, found.weight)
        if found.proper:
            self.names.add(name)
            if found.place:
                self.places.add(name)
            else:
                before, there = self.named
                if there == at - 1 and before != name:  # of a full name the last word tells most
                    self.terms[before] = min(self.terms[before], FIRST_NAME)
                self.named = (name, at)
        if found.kind:
            self.kinds.add(found.kind)
        last = self.last
        if last and last != name:
            self.pairs.add(f"{last} {name}" if last < name else f"{name} {last}")
        self.last = name

    def _place(self, found: Term, tokens: list[str], at: int) -> int:
        """A place, or the first word of one: "Niger" may be "Niger State"."""
        for rest, place in found.opens:
            if all(plain(token) == word for token, word in zip(tokens[at : at + len(rest)], rest, strict=False)):
                if at + len(rest) > len(tokens):
                    continue
                at += len(rest)
                found = place
                break
        if found.weight:
            self._add(found, at)
        if found.place:
            country, region = found.place
            self.countries.add(country)
            if region:
                self.regions.add(region)
            if country not in self.terms:  # a report from Kigali is one from Rwanda
                self.terms[country] = IMPLIED
                self.names.add(country)
                self.places.add(country)
            elif found.name == country:
                self.terms[country] = found.weight
        return at

    def _figure(self, token: str, tokens: list[str], at: int) -> int:
        if "-" in token or "–" in token:  # a score: the winner's goals may come last
            score = "-".join(sorted(token.replace("–", "-").split("-")))
            self.terms[f"#{score}"] = 4.0
            self.figures.add(f"#{score}")
            return at
        return self._scaled(float(token[:15].replace(",", "")), tokens, at)

    def _worded(self, value: float, tokens: list[str], at: int) -> int:
        """ "twenty-one", "five hundred million"; "one" alone is no figure."""
        following = term(tokens[at]) if at < len(tokens) else None
        if value >= 20 and following and following.number is not None and following.number < 10:
            value, at = value + following.number, at + 1
        elif value == 1 and (following is None or following.scale is None):
            return at
        return self._scaled(value, tokens, at)

    def _scaled(self, value: float, tokens: list[str], at: int) -> int:
        while at < len(tokens) and value < 1e14:
            scale = term(tokens[at]).scale
            if scale is None:
                break
            value, at = value * scale, at + 1
        name, bits = f"#{value:.6g}", _bits_of(value)
        self.terms[name] = bits
        if bits > 2:
            self.figures.add(name)
            self.amounts.append(value)
        if self.last:
            self.pairs.add(f"{name} {self.last}")
        self.last = name
        return at

    def _initials(self, tokens: list[str]) -> None:
        """ "National Drug Law Enforcement Agency" is "NDLEA" too; not where all words have capitals."""
        capitals = [token[0].isupper() and not term(token).day for token in tokens]
        if len(tokens) < 4 or sum(capitals) > 0.7 * len(tokens):
            return
        run = ""
        for token, capital in zip((*tokens, "."), (*capitals, False), strict=True):
            if capital:
                run += token[0].lower()
            elif not (run and token in _LINKS):
                if 3 <= len(run) <= 6:
                    self.terms.setdefault(run, INITIALS)
                    self.names.add(run)
                run = ""


def _bits_of(value: float) -> float:
    """How much a figure tells."""
    whole = value == int(value)
    if whole and (value < 10 or 1990 <= value <= 2035):
        return 1.5
    return 3.5 if value < 100 and value % 10 == 0 else 5.0
