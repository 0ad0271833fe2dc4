"""The page: hostile words stay words, it stands by itself, and in a real browser a click on a line plays it."""

import base64
import fcntl
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bulletin.errors import StudioError
from bulletin.model import Bulletin, Citation, Cue, Edit, Line, Rundown, Script, Segment, Span
from bulletin.studio.page import Levels, page

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{ 7*7 }}\x00\ud800\u202e&amp;"


def source(text: str) -> Citation:
    return Citation("a1b2c3d4e5f6", 0, 0, len(text), text)


SCRIPT = Script(
    "Savanna Radio", "hourly", AT, "en", "tone", 20,
    (
        Cue("opening", lines=(Line("Good afternoon."),), sound="ident"),
        Cue("headline", lines=(Line("A bridge is open."),), bed="bed"),
        Cue("story", "bridge", "A bridge", "Lagoon Courier", (
            Line("The bridge is open.", (source("The bridge, said the ministry, is open."),), (Edit("cut", "a", "b"),)),
            Line("It took two months."),
        ), voice="tone:low", sound="divider"),
        Cue("closing", lines=(Line("That is the news."), Line("Good-bye."))),
    ),
)  # fmt: skip
RUNDOWN = Rundown(
    16.0, 20.0,
    (Segment("opening", "Opening", "", 0, 6), Segment("bridge", "A bridge", "", 6, 7), Segment("closing", "Closing", "", 13, 3)),
    (
        Span("sound", "ident", 0, 2, 0), Span("voice", "Good afternoon.", 2, 3.5, 0, 0, "tone"),
        Span("voice", "A bridge is open.", 4, 5.5, 1, 0, "tone"), Span("bed", "bed", 3.5, 6),
        Span("sound", "divider", 6, 7, 2), Span("voice", "The bridge is open.", 7, 9.5, 2, 0, "tone:low"),
        Span("voice", "It took two months.", 10, 12.5, 2, 1, "tone:low"),
        Span("voice", "That is the news.", 13.5, 15.5, 3, 0, "tone"),
    ),
)  # fmt: skip
BULLETIN = Bulletin(
    "x", "Savanna Radio", AT, "hourly", "tone", 20, "", "bulletin.mp3", 16.0, -16.02, -1.31, RUNDOWN, 0.0, 15.6
)
LEVELS = Levels((0.5,) * 600, (-0.4,) * 600, (0.1,) * 600, (float("-inf"),) * 30 + (-17.0,) * 130, -16.0)


def wav(seconds: float, rate: int = 8000) -> bytes:
    """Silence as a WAV file, which every browser plays."""
    size = int(seconds * rate) * 2
    return struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + size, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16, b"data", size) + bytes(size)  # fmt: skip


class Read(HTMLParser):
    """What a parser finds in a page: its elements with their attributes, and its visible words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words += data

    def named(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]


def test_hostile_words_stay_words() -> None:
    evil = " ".join(EVIL.split())
    bad = Line(evil, (replace(source(evil), article=evil),), (Edit(evil, evil, evil),))
    cues = tuple(replace(cue, title=evil, source=evil, sound=evil, bed=evil, lines=(bad,)) for cue in SCRIPT.cues)
    script = replace(SCRIPT, station=evil, template=evil, language=evil, voice=evil, cues=cues)
    rundown = replace(
        RUNDOWN,
        segments=tuple(replace(segment, title=evil, slug=evil) for segment in RUNDOWN.segments),
        spans=tuple(replace(span, words=evil, voice=evil) for span in RUNDOWN.spans),
        dropped=(evil,),
        warnings=(evil,),
    )
    bulletin = replace(BULLETIN, rundown=rundown, warnings=(evil,), out_cue=evil)
    html = page(script, rundown, bulletin=bulletin, levels=LEVELS, audio=b"x", unsaid=(evil,))
    html.encode()  # no lone surrogate is left
    found = Read(html)
    assert len(found.named("script")) == 1
    assert found.named("img") == []
    assert [a for _, a in found.elements if any(name.startswith("on") for name in a)] == []
    assert "{{ 7*7 }}" in found.words
    assert "\x00" not in html
    assert "\u202e" not in html


def test_it_stands_by_itself_and_lets_nothing_else_run() -> None:
    html = page(SCRIPT, RUNDOWN, bulletin=BULLETIN, levels=LEVELS, audio=b"sound")
    found = Read(html)
    policy = next(meta["content"] for meta in found.named("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        inside = re.search(rf"<{kind}>(.*?)</{kind}>", html, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    addresses = [a[name] for _, a in found.elements for name in ("src", "href", "action", "srcset") if name in a]
    assert addresses == ["data:audio/mpeg;base64," + base64.b64encode(b"sound").decode()]
    assert "style" not in {name for _, a in found.elements for name in a}
    assert "http" not in re.sub(r"http-equiv", "", html)


def test_an_editor_finds_lines_times_voices_and_sources() -> None:
    found = Read(page(SCRIPT, RUNDOWN))
    lines = [a for a in found.named("div") if a.get("class", "").startswith("line")]
    assert [a.get("data-start") for a in lines] == ["2.00", "4.00", "7.00", "10.00", "13.50", None]
    assert "The bridge, said the ministry, is open." in found.words
    assert "left out" in found.words  # the line that is in the script and not in the rundown
    assert "0:04 short of the slot" in found.words
    assert "Not read yet" in found.words
    assert [a["aria-label"] for a in found.named("button") if "aria-label" in a][2] == "Play from 0:07"


def test_what_was_done_for_the_clock_is_told() -> None:
    done = replace(RUNDOWN, length_seconds=21.4, tempo=1.0184, dropped=("the last line of A bridge",))
    done = replace(done, warnings=("cue 2: the pause was cut",))
    words = Read(page(SCRIPT, done, bulletin=replace(BULLETIN, rundown=done, warnings=done.warnings))).words
    assert words.count("the pause was cut") == 1
    assert "0:01 over the slot" in words
    assert "Read 1.8% faster to fit" in words
    assert "Left out for time: the last line of A bridge" in words


def test_three_minutes_without_their_sound_stay_small() -> None:
    copy = "The harbour board said on Friday that the first of the new boats would sail before the rains came in. " * 2
    lines = tuple(Line(copy.strip(), (source(copy),) * 2, (Edit("rule", copy, copy),)) for _ in range(25))
    spans = tuple(Span("voice", copy, 7.0 * n, 7.0 * n + 6.5, 0, n, "tone") for n in range(25))
    parts = tuple(Segment(f"s{n}", f"Story {n}", "", 15.0 * n, 15.0) for n in range(12))
    rundown = Rundown(180, 180, parts, spans)
    jagged = tuple((n * 37 % 100) / 100 for n in range(600))
    levels = Levels(jagged, tuple(-value for value in jagged), jagged, tuple(-20 + n % 7 for n in range(1800)), -16)
    script = replace(SCRIPT, cues=(Cue("story", "s", "Story", lines=lines),))
    html = page(script, rundown, bulletin=replace(BULLETIN, rundown=rundown), levels=levels)
    assert len(html.encode()) < 100_000


def test_an_empty_rundown_and_an_unknown_sound() -> None:
    assert "Good afternoon." in page(SCRIPT, Rundown(0.0, 0.0))
    with pytest.raises(StudioError, match="is no kind of audio"):
        page(SCRIPT, RUNDOWN, audio=b"x", mime="text/html;base64,PHNjcmlwdD4")


# ---------------------------------------------------------------- in a real browser


class Browser:
    """A page in headless Chromium, spoken to in the DevTools protocol over two pipes."""

    def __init__(self, program: str, home: Path) -> None:
        low_in, self._out = os.pipe()
        self._in, low_out = os.pipe()
        theirs_in, theirs_out = (fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (low_in, low_out))  # clear of 3 and 4
        switches = "--headless --no-sandbox --disable-gpu --no-first-run --mute-audio --window-size=1200,900 --remote-debugging-pipe"
        command = f'exec "$0" {switches} --user-data-dir="$1" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["bash", "-c", command, program, str(home)], pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL
        )
        for end in (low_in, low_out, theirs_in, theirs_out):
            os.close(end)
        self._number = 0
        self._unread = b""
        self._session = ""
        self.complaints: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: Any) -> Any:
        self._number += 1
        words = {"id": self._number, "method": method, "params": params}
        os.write(
            self._out, json.dumps(words | ({"sessionId": self._session} if self._session else {})).encode() + b"\0"
        )
        while True:
            while b"\0" not in self._unread:
                some = os.read(self._in, 1 << 20)
                if not some:
                    raise RuntimeError("the browser has gone")
                self._unread += some
            said, _, self._unread = self._unread.partition(b"\0")
            answer = json.loads(said)
            if answer.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(json.dumps(answer["params"])[:500])
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(self, path: Path) -> None:
        self.ask("Page.navigate", url=path.as_uri())
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def tell(self, expression: str) -> Any:
        return self.ask("Runtime.evaluate", expression=expression, returnByValue=True)["result"].get("value")

    def until(self, expression: str) -> None:
        for _ in range(200):
            if self.tell(expression):
                return
            time.sleep(0.05)
        raise AssertionError(f"never: {expression}; time {self.tell('document.body.innerText.slice(0, 200)')}")

    def click(self, selector: str, across: float = 0.5) -> None:
        box = f"document.querySelector({json.dumps(selector)})"
        self.tell(f"{box}.scrollIntoView({{block: 'center', behavior: 'instant'}})")
        x, y, width, height = self.tell(f"(r => [r.x, r.y, r.width, r.height])({box}.getBoundingClientRect())")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask(
                "Input.dispatchMouseEvent", type=kind, x=x + width * across, y=y + height / 2, button="left", clickCount=1
            )  # fmt: skip

    def key(self, key: str, code: int, **more: Any) -> None:
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **more)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code, **more)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        found = Browser(program, Path(home))
        yield found
        found.close()


LINE = ".line[data-start='%s']"


def test_clicking_a_line_plays_it_and_keys_move(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "bulletin.html"
    path.write_text(page(SCRIPT, RUNDOWN, bulletin=BULLETIN, levels=LEVELS, audio=wav(16), mime="audio/wav"))
    browser.open(path)
    now = "document.querySelector('audio').currentTime"
    browser.until("document.querySelector('audio').readyState >= 2")
    assert browser.tell("document.querySelector('#play').innerText") == "Play"

    browser.click(LINE % "10.00" + " .said", across=0.05)
    browser.until(f"{now} > 10.05 && {now} < 12")
    browser.until("document.querySelector('[aria-current] .said').innerText === 'It took two months.'")
    assert browser.tell("document.querySelector('#play').innerText") == "Pause"

    browser.key(" ", 32)
    browser.until("document.querySelector('audio').paused")
    browser.click("#timeline", across=0.25)  # of 20 seconds
    browser.until(f"Math.abs({now} - 5) < 0.1")
    browser.key("ArrowRight", 39)
    browser.until(f"Math.abs({now} - 10) < 0.1")
    browser.key("ArrowLeft", 37, modifiers=8)  # with shift: a line
    browser.until(f"Math.abs({now} - 7) < 0.1")
    browser.until("document.querySelector('#slider').getAttribute('aria-valuenow') === '7'")
    browser.click("#play")
    browser.until(f"{now} > 7.2")
    assert browser.complaints == []


def test_a_planned_page_says_a_line_in_the_browsers_voice(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "planned.html"
    path.write_text(page(SCRIPT, RUNDOWN))
    browser.open(path)
    assert not browser.tell("document.body.innerText.includes('own voice')")  # for there is none
    browser.tell(
        "window.said = []; speechSynthesis.speak = (words) => said.push(words); speechSynthesis.getVoices = () => ['one'];"
        "speechSynthesis.dispatchEvent(new Event('voiceschanged'))"
    )
    browser.click(LINE % "7.00" + " .said", across=0.05)
    assert browser.tell("said.map(words => words.text)") == ["The bridge is open."]
    assert browser.tell("document.querySelector('[aria-current] .said').innerText") == "The bridge is open."
    browser.tell("said[0].onend()")
    assert browser.tell("said.length") == 1  # a click says one line; Play reads on
    browser.click("#play")
    browser.tell("said[1].onend()")
    assert browser.tell("said.map(words => words.text)") == ["The bridge is open."] * 2 + ["It took two months."]
    assert "this browser's own voice" in browser.tell("document.body.innerText")
    assert browser.complaints == []


@pytest.mark.parametrize("width", [320, 390, 1200])
def test_nothing_is_wider_than_the_screen(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "narrow.html"
    long = "Wolkenkratzerbaustellengenehmigungsverfahren" * 3
    script = replace(SCRIPT, station=long, cues=(replace(SCRIPT.cues[2], title=long, lines=(Line(long),)),))
    path.write_text(page(script, RUNDOWN, bulletin=BULLETIN, levels=LEVELS))
    browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    browser.open(path)
    assert browser.tell("document.documentElement.scrollWidth") <= width
    browser.ask("Emulation.clearDeviceMetricsOverride")
