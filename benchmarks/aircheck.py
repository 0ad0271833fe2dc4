"""How well the air-check hears: 30 good bulletins and 31 planted faults: `python benchmarks/aircheck.py [FOLDER]`.

FOLDER has finished bulletins (each a folder with manifest.json); without one, 30 are made with `bulletin make`
from stories of our own, which takes minutes.  With --quick no word is recognised.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lameenc
import numpy as np
import soundfile
import soxr

from bulletin import voice
from bulletin.errors import StudioError
from bulletin.station import Sound
from bulletin.studio import aircheck
from bulletin.studio.aircheck import Plan

RATE = 44_100
STORIES = [
    (
        "Lagos to double its ferries",
        "The transport ministry in Lagos will put 24 new ferries on the lagoon by March.",
        "Commissioner Funke Adeleke said the boats cost 3.6 billion naira.",
        "The old jetty at Badagry will not be closed.",
    ),
    (
        "Measles clinics reach the north",
        "Mobile clinics have vaccinated 412,000 children in Kano and Katsina.",
        "Doctor Ibrahim Danjuma said 9 in 10 children under five were reached.",
        "No deaths were reported last week.",
    ),
    (
        "Cocoa price goes up",
        "Cocoa farmers in Ghana will be paid 15 percent more from Monday.",
        "The board in Accra said the price had not changed since 2023.",
        "Kwame Mensah, who farms near Kumasi, called it a relief.",
    ),
    (
        "Stadium roof to be rebuilt",
        "Engineers will rebuild the roof of the stadium in Abidjan after 37 panels fell in a storm.",
        "Nobody was hurt.",
        "The work will take 8 months, the sports ministry said.",
    ),
    (
        "Teachers end their strike",
        "Teachers in Nairobi returned to work on Tuesday after 19 days on strike.",
        "Union leader Grace Wanjiru said members accepted a rise of 7.5 percent.",
        "Exams will not be moved.",
    ),
    (
        "Dam reaches full level",
        "The dam at Kainji has reached 98 percent of its level, the highest since 1999.",
        "Villages along the river were warned on Friday.",
        "Engineer Musa Bello said the gates would open at six in the morning.",
    ),
    (
        "Rail line opens",
        "The first trains ran between Ibadan and Abeokuta today with 640 passengers on board.",
        "A ticket costs 2,500 naira.",
        "Minister Amina Yusuf said a second line would never be built without a loan.",
    ),
    (
        "Court frees editor",
        "A court in Freetown has freed the editor Samuel Kamara after 40 days in prison.",
        "Judge Fatmata Sesay ruled that he had not broken the law.",
        "His newspaper sells 12,000 copies a day.",
    ),
    (
        "Power returns to Port Harcourt",
        "Power has returned to Port Harcourt after a fault left 300,000 homes dark for 14 hours.",
        "The grid company blamed a burnt transformer.",
        "Hospitals ran on diesel through the night.",
    ),
    (
        "Wheat harvest falls",
        "The wheat harvest in Ethiopia fell to 5.1 million tonnes this year, the farm ministry said.",
        "Rain came three weeks late in Oromia.",
        "Officials said there was no shortage of bread in Addis Ababa.",
    ),
    (
        "Runner breaks record",
        "Tirunesh Abebe ran the marathon in Cape Town in 2 hours and 19 minutes, a course record.",
        "The 26-year-old beat Mary Chebet by 44 seconds.",
        "Heavy wind slowed the men's race.",
    ),
    (
        "Bridge closed for repairs",
        "The Third Mainland Bridge will be closed on 4 Sundays from the 12th of May.",
        "Drivers should use Carter Bridge instead, police said.",
        "Buses will run every 10 minutes.",
    ),
    (
        "Bank holds its rate",
        "The central bank kept its main rate at 27.5 percent on Thursday.",
        "Governor Olusegun Bakare said inflation had fallen for 5 months.",
        "Two of the eleven members voted against.",
    ),
    (
        "Market fire put out",
        "Firefighters put out a blaze in the market at Onitsha after 6 hours.",
        "It destroyed 85 shops, but nobody died.",
        "Trader Ngozi Eze said she had lost everything.",
    ),
    (
        "New port for Lamu",
        "Kenya will build 3 more berths at the port of Lamu for 480 million dollars.",
        "Ships carried 74,000 tonnes through it last year.",
        "Fishermen say they were never asked.",
    ),
    (
        "Malaria jab arrives",
        "Uganda has received 2.3 million doses of the malaria vaccine.",
        "Health minister Jane Achieng said the first children would be vaccinated in Gulu on Wednesday.",
        "Each child needs 4 doses.",
    ),
    (
        "Miners reach a deal",
        "Gold miners at Obuasi have ended a protest over pay after talks that lasted 2 nights.",
        "The company will hire 150 people from nearby towns.",
        "It did not admit any fault.",
    ),
    (
        "Elephants counted",
        "Rangers counted 1,870 elephants in the park at Hwange, 60 more than in 2021.",
        "Poaching has fallen by half, said warden Tendai Moyo.",
        "The count took 11 days.",
    ),
    (
        "Schools get tablets",
        "Rwanda will give 90,000 tablets to schools in the east of the country.",
        "Teachers in Kayonza will be trained first.",
        "Parents will pay nothing, said minister Claudine Uwera.",
    ),
    (
        "Flood warning for the Niger",
        "Flood water is expected in Lokoja by Saturday, the water agency warned.",
        "The river stood at 10.8 metres this morning.",
        "Some 5,000 people have already left their homes.",
    ),
    (
        "Airline adds flights",
        "Air Senegal will fly from Dakar to Douala 3 times a week from the 1st of June.",
        "A return fare starts at 310 dollars.",
        "Flights to Tunis have not yet returned.",
    ),
    (
        "Census begins",
        "Counting began in the census of Malawi with 26,000 workers in the field.",
        "The last one, in 2018, found 17.5 million people.",
        "Everyone should stay at home on Sunday, said Chifundo Banda.",
    ),
    (
        "Oil spill cleaned",
        "A spill of 900 barrels at Bonny has been cleaned, the oil company said.",
        "Fishermen were told not to sell their catch until Friday.",
        "Chief Dagogo Jumbo wants 20 million naira for his village.",
    ),
    (
        "Film wins in Ouagadougou",
        "A film by Aissata Traore won the golden stallion at the festival in Ouagadougou.",
        "It was shot in 31 days in Mali.",
        "The prize is worth 20 million francs.",
    ),
]


@dataclass(frozen=True)
class Recording:
    """A finished bulletin: its bytes, its samples (frames x 2), its tag and its plan."""

    mp3: bytes
    samples: Any
    tag: bytes
    plan: Plan

    def cut(self, line: int) -> tuple[int, int]:
        """The samples of a line."""
        said = self.plan.lines[line]
        return round((said.start_seconds or 0) * RATE), round((said.end_seconds or 0) * RATE)

    def with_line(self, line: int, samples: Any) -> Any:
        """The samples with others in the place of a line."""
        start, end = self.cut(line)
        return np.concatenate([self.samples[:start], samples, self.samples[end:]])


def pressed(samples: Any, tag: bytes, rate: int = RATE, kbps: int = 128) -> bytes:
    """An MP3 without an Info frame."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(kbps)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(samples.shape[1])
    whole = np.clip(np.rint(louder(samples, 0.4455)), -32768, 32767).astype("<i2")  # LAME turns it down by so much
    return tag + bytes(encoder.encode(whole.tobytes())) + bytes(encoder.flush())


def louder(samples: Any, db: float) -> Any:
    """With a gain."""
    return samples * 10 ** (db / 20)


def hardly(samples: Any, db: float) -> Any:
    """Clipped by so many dB, and turned down to the peak that it had."""
    top = np.abs(samples.astype(np.int32)).max()
    return np.clip(louder(samples.astype(np.float64), db), -top, top)


def said_otherwise(plan: Plan, change: Callable[[str], str]) -> Plan:
    """The plan as if another text had been read: the first line that `change` changes."""
    for number, line in enumerate(plan.lines):
        if (text := change(line.text)) != line.text:
            changed = replace(line, text=text, spoken=voice.spoken(text))
            return replace(plan, lines=(*plan.lines[:number], changed, *plan.lines[number + 1 :]))
    raise LookupError("no line to change")


def swapped(text: str) -> str:
    """The first and the last four words of a long line change places."""
    words = text.split()
    return " ".join([*words[-4:], *words[4:-4], *words[:4]]) if len(words) > 9 else text


def garbage(mp3: bytes, keep: int, start: float) -> bytes:
    """Sixty frames overwritten with noise, all but the first `keep` bytes of each."""
    out, noise = bytearray(mp3), np.random.default_rng(7)
    at, done = int(len(mp3) * start), 0
    while done < 60:
        if out[at] == 0xFF and out[at + 1] & 0xFE == 0xFA:
            out[at + keep : at + 400] = noise.integers(0, 256, 400 - keep, np.uint8).tobytes()
            at, done = at + 417, done + 1
        else:
            at += 1
    return bytes(out)


Fault = Callable[[Recording], tuple[bytes, Plan]]


def sound(change: Callable[[Recording], Any], **how: Any) -> Fault:
    """A fault of the samples."""
    return lambda r: (pressed(change(r), r.tag, **how), r.plan)


def text(change: Callable[[str], str]) -> Fault:
    """A fault of the words: the plan is changed, so that what is read is wrong."""
    return lambda r: (r.mp3, said_otherwise(r.plan, change))


def silenced(r: Recording, first: float, last: float) -> Any:
    """Line 6 silent between two shares of it."""
    out = r.samples.copy()
    start, end = r.cut(6)
    out[start + int(first * (end - start)) : start + int(last * (end - start))] = 0
    return out


def bedded(r: Recording) -> Any:
    """Music as loud as the headlines under them."""
    out = r.samples.astype(np.float64)
    bed = next(s for s in r.plan.wanted.spans if s.kind == "bed")
    start, end = int(bed.start_seconds * RATE), int(bed.end_seconds * RATE)
    music = r.samples[: int(3.5 * RATE)]
    out[start:end] += np.resize(music, (end - start, 2)) * 0.5
    return out * 0.9


def at(seconds: float) -> int:
    """Seconds as samples."""
    return int(seconds * RATE)


MEASURED: dict[str, Fault] = {
    "a line missing": sound(lambda r: r.with_line(6, r.samples[:0])),
    "a line doubled": sound(lambda r: r.with_line(6, np.tile(r.samples[slice(*r.cut(6))], (2, 1)))),
    "a line silenced": sound(lambda r: silenced(r, 0, 1)),
    "the end of a line silenced": sound(lambda r: silenced(r, 0.5, 1)),
    "the middle of a line silenced": sound(lambda r: silenced(r, 0.25, 0.75)),
    "a line clipped": sound(lambda r: r.with_line(6, hardly(r.samples[slice(*r.cut(6))], 15))),
    "all clipped, then turned down": sound(lambda r: hardly(r.samples, 12) * 0.4),
    "clipped at full scale": sound(lambda r: louder(r.samples, 14)),
    "cut in a frame": lambda r: (r.mp3[: len(r.mp3) // 2 + 100], r.plan),
    "48 kHz": sound(lambda r: soxr.resample(r.samples, RATE, 48_000), rate=48_000),
    "mono for stereo": sound(lambda r: r.samples.mean(axis=1, keepdims=True)),
    "a hot bed": sound(bedded),
    "3 s of silence put in": sound(lambda r: np.insert(r.samples, [at(20)] * at(3), 0, axis=0)),
    "too quiet": sound(lambda r: louder(r.samples, -3)),
    "too loud": sound(lambda r: louder(r.samples, 1.2)),
    "half a second too long": sound(lambda r: np.concatenate([r.samples, r.samples[: at(0.5)]])),
    "DC": sound(lambda r: r.samples + 400.0),
    "frames of garbage": lambda r: (garbage(r.mp3, 0, 0.4), r.plan),
    "garbage behind sound headers": lambda r: (garbage(r.mp3, 4, 0.4), r.plan),
    "no tags": lambda r: (r.mp3[len(r.tag) :], r.plan),
    "another station's tags": lambda r: (
        r.mp3, replace(r.plan, wanted=replace(r.plan.wanted, artist="Another Station")),
    ),
    "a dead channel": sound(lambda r: r.samples * np.array([1.41, 0])),
    "opposite channels": sound(lambda r: r.samples * np.array([1, -1])),
    "64 kbit/s": sound(lambda r: r.samples, kbps=64),
}  # fmt: skip
HEARD: dict[str, Fault] = {
    "a wrong number": text(lambda line: line.replace("0 ", "5 ") if any(c.isdigit() for c in line) else line),
    "words swapped": text(swapped),
    "a name replaced": text(
        lambda line: line.replace("said", "Zubairu said") if " said" in line and "," not in line else line
    ),
    '"not" lost': text(lambda line: line.replace(" not ", " ").replace("Nobody", "Somebody").replace("No ", "Some ")),
    "half a line lost": text(lambda line: f"{line} It was seen as far away as the hills." if len(line) > 60 else line),
    "a line not read": lambda r: (
        r.mp3, replace(r.plan, lines=tuple(replace(s, text=s.text, spoken="Nine goats crossed the road to Jos.")
                                           if n == 6 else s for n, s in enumerate(r.plan.lines))),
    ),
    "another story in its place": lambda r: (
        r.mp3, replace(r.plan, lines=(*r.plan.lines[:6], replace(r.plan.lines[6], text=r.plan.lines[9].text,
                                      spoken=r.plan.lines[9].spoken), *r.plan.lines[7:])),
    ),
}  # fmt: skip


CHECKS = {  # a fault of the sound is found when this check finds it, whatever else is found
    "a line missing": "length",
    "a line doubled": "length",
    "a line silenced": "voice",
    "the end of a line silenced": "voice",
    "the middle of a line silenced": "voice",
    "a line clipped": "clipping",
    "all clipped, then turned down": "clipping",
    "clipped at full scale": "clipping",
    "cut in a frame": "frames",
    "48 kHz": "sample rate",
    "mono for stereo": "channels",
    "a hot bed": "bed",
    "3 s of silence put in": "silence",
    "too quiet": "loudness",
    "too loud": "loudness",
    "half a second too long": "length",
    "DC": "DC offset",
    "frames of garbage": "unreadable",
    "garbage behind sound headers": "frames",
    "no tags": "tags",
    "another station's tags": "tags",
    "a dead channel": "channels",
    "opposite channels": "channels",
    "64 kbit/s": "bitrate",
}


def opened(folder: Path) -> Recording:
    """A finished bulletin from its folder."""
    mp3 = (folder / "bulletin.mp3").read_bytes()
    samples, _ = soundfile.read(io.BytesIO(mp3), dtype="int16", always_2d=True)
    size = 10 + sum((byte & 0x7F) << 7 * place for place, byte in zip((3, 2, 1, 0), mp3[6:10], strict=True))
    return Recording(mp3, samples, mp3[:size], aircheck.planned(folder / "bulletin.mp3", Sound()))


def made(folder: Path) -> list[Path]:
    """Thirty bulletins, by the command."""
    for number in range(30):
        news = folder / f"news{number}"
        news.mkdir()
        for story in range(3):
            headline, *lines = STORIES[(3 * number + 5 * story + number // 8) % len(STORIES)]
            (news / f"{story}.txt").write_text(f"{headline}\n\n{' '.join(lines)}\n", encoding="utf-8")
        when = f"2026-11-{1 + number // 24:02} {number % 24:02}:00"
        bulletin = Path(sys.executable).parent / "bulletin"
        command = [str(bulletin), "make", str(news), "--at", when, "--length", "90s", "--out", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
    return sorted(path.parent for path in folder.rglob("manifest.json"))


def errors(content: bytes, plan: Plan, quick: bool) -> list[str]:
    """The checks that fail."""
    try:
        found = list(aircheck.technical(content, plan.wanted))
    except StudioError as error:
        return [f"unreadable: {error}"]
    if not quick:
        found += aircheck.heard(content, plan.lines, words=voice.spoken)
    return [f"{one.check}: {one.why}" for one in found if one.severity == "error"]


def main() -> None:
    """Print the table."""
    folders = [word for word in sys.argv[1:] if not word.startswith("-")]
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as home:
        here = sorted(p.parent for p in Path(folders[0]).glob("*/manifest.json")) if folders else made(Path(home))
        found = total = 0
        for number, (name, fault) in enumerate([*MEASURED.items(), *([] if quick else HEARD.items())]):
            told = errors(*fault(opened(here[number % len(here)])), quick or name in MEASURED)
            own = told if name in HEARD else [row for row in told if row.startswith(CHECKS[name])]
            found, total = found + bool(own), total + 1
            print(f"{name:32} {'FOUND' if own else 'MISSED':7} {'; '.join(own or told)[:150]}", flush=True)
        print(f"found {found} of {total} faults", flush=True)
        false = [(folder.name, told) for folder in here if (told := errors(*_plain(folder), quick))]
        print(f"false alarms: {len(false)} of {len(here)} good bulletins {json.dumps(false)[:600] if false else ''}")


def _plain(folder: Path) -> tuple[bytes, Plan]:
    recording = opened(folder)
    return recording.mp3, recording.plan


if __name__ == "__main__":
    main()
