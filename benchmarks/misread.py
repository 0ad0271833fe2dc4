"""Faults of the words: another text is read in a line's place, or lines are lost, doubled and exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import soxr
from planted import RATE, Recording, pressed

from bulletin import voice
from bulletin.station import Station
from bulletin.studio.tempo import stretched

NUMBERS = {"24": "42", "15": "50", "412,000": "512,000", "3.6": "3.9", "45 beds": "35 beds", "19 days": "90 days",
           "37 panels": "47 panels", "98 percent": "78 percent", "640": "840", "31 days": "21 days", "48 hours": "28 hours"}  # fmt: skip
NAMES = {"Adeleke": "Okonkwo", "Danjuma": "Balewa", "Mensah": "Boateng", "Kamara": "Conteh", "Wanjiru": "Otieno",
         "Bello": "Suleiman", "Okello": "Mugisha", "Garba": "Lawal"}  # fmt: skip
PLACES = {"Accra": "Dakar", "Badagry": "Calabar", "Kumasi": "Tamale", "Abidjan": "Monrovia", "Gulu": "Kampala",
          "Onitsha": "Maiduguri", "Moyale": "Mombasa", "Jos": "Enugu"}  # fmt: skip
DAYS = {"Monday": "Thursday", "Tuesday": "Saturday", "Wednesday": "Friday", "Thursday": "Monday", "March": "July"}
TURNS = {
    " rise": " fall",
    " fell": " rose",
    "falls": "rises",
    " more ": " less ",
    "highest": "lowest",
    "opened": "closed",
}


def read(r: Recording, line: int, text: str, *, fit: bool = True) -> Any:
    """Another text in the voice, at the level and (fit) in the time of a line."""
    said, (start, end) = r.plan.lines[line], r.span(line)
    take = voice.say(text, said.voice or "hibari", Station())
    rate = take.sample_rate
    mono = np.frombuffer(take.pcm, "<i2")
    if fit:
        mono = stretched(mono, rate, max(0.6, len(mono) / rate / ((end - start) / RATE)))
    sound = soxr.resample(mono.astype(np.float64), rate, RATE)
    if fit:
        sound = np.pad(sound[: end - start], (0, max(0, end - start - len(sound))))
    level = np.sqrt(np.mean(r.samples[start:end] ** 2) / np.mean(sound**2))
    return np.repeat(sound[:, None] * level, 2, axis=1)


def misread(change: Callable[[str], str]) -> Callable[[Recording], Recording]:
    """The first line that `change` changes is read as changed."""

    def plant(r: Recording) -> Recording:
        for line, said in list(enumerate(r.plan.lines))[2:-2]:
            if (text := change(said.text)) != said.text:
                start, end = r.span(line)
                out = r.samples.copy()
                out[start:end] = read(r, line, text)
                return pressed(r, out, r.seconds(line))
        raise LookupError("no such line")

    return plant


def one_of(table: dict[str, str]) -> Callable[[str], str]:
    """The first word of a table that is in a text, replaced."""

    def change(text: str) -> str:
        for word, other in table.items():
            if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                return text.replace(word, other, 1)
        return text

    return change


def swapped(text: str) -> str:
    """Two words of a line change places."""
    words = text.rstrip(".").split()
    if len(words) < 11:
        return text
    words[2], words[-1] = words[-1], words[2]
    return " ".join(words) + "."


def missing(r: Recording) -> Recording:
    """A line cut out."""
    start, end = r.span(r.longest)
    return pressed(r, np.delete(r.samples, slice(start, end), axis=0), r.seconds(r.longest))


def half_cut(r: Recording) -> Recording:
    """The second half of a line cut out, and what follows drawn up."""
    start, end = r.span(r.longest)
    half = (start + end) // 2
    return pressed(r, np.delete(r.samples, slice(half, end), axis=0), (start / RATE, end / RATE))


def doubled(r: Recording) -> Recording:
    """A line twice."""
    start, end = r.span(r.longest)
    return pressed(
        r, np.insert(r.samples, end, r.samples[start:end], axis=0), (start / RATE, 2 * end / RATE - start / RATE)
    )


def half_read(r: Recording) -> Recording:
    """The voice stops in the middle of a line, and is silent to its end."""
    line = r.longest
    words = r.plan.lines[line].text.split()
    start, end = r.span(line)
    sound = read(r, line, " ".join(words[: len(words) // 2]) + ".", fit=False)[: end - start]
    out = r.samples.copy()
    out[start:end] = 0
    out[start : start + len(sound)] = sound
    return pressed(r, out, (start / RATE, end / RATE))


def exchanged(r: Recording) -> Recording:
    """Two lines of different stories in each other's place."""
    first, last = r.span(2), r.span(len(r.plan.lines) - 4)
    one, other = (r.samples[slice(*span)] for span in (first, last))
    out = r.samples.copy()
    for (start, end), sound in ((first, other), (last, one)):
        out[start:end] = 0
        part = sound[: end - start]
        out[start : start + len(part)] = part
    return pressed(r, out, r.seconds(2))


def another_story(r: Recording) -> Recording:
    """In a line's place what no script of the day has."""
    line = r.longest
    start, end = r.span(line)
    out = r.samples.copy()
    out[start:end] = read(r, line, "Nine goats crossed the road to the market before anybody woke up this morning.")
    return pressed(r, out, r.seconds(line))


def direction_read(r: Recording) -> Recording:
    """A note to the reader is read aloud after a line."""
    start, end = r.span(r.longest)
    note = read(r, r.longest, "Note to the editor, please check this again.", fit=False)
    return pressed(r, np.insert(r.samples, end, note, axis=0), (start / RATE, (end + len(note)) / RATE))
