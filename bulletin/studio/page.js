"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const clock = (s) => `${Math.floor(Math.round(s) / 60)}:${String(Math.round(s) % 60).padStart(2, "0")}`;
  const [audio, play, time, head, slider, strip] = ["audio", "play", "time", "playhead", "slider", "timeline"].map(by);
  const extent = Number(strip.dataset.extent);
  const length = Number(strip.dataset.length);
  const lines = [...document.querySelectorAll(".line[data-start]")].map((row) => ({
    row, start: Number(row.dataset.start), end: Number(row.dataset.end), said: row.querySelector(".said").textContent,
  }));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const language = document.documentElement.lang;
  const voice = !audio && "speechSynthesis" in window ? window.speechSynthesis : null;
  const able = () => Boolean(audio || voice?.getVoices().length); // some browsers have speech and no voice
  const sound = audio ? recorded() : voice ? spoken() : silent();
  let current = null;
  let touched = 0; // when a hand last scrolled: the page does not follow the voice then

  // Three players with one face: where it is, whether it plays, go there, play from there, stop.
  function recorded() {
    audio.removeAttribute("controls");
    for (const event of ["play", "pause", "ended", "seeked", "timeupdate"]) audio.addEventListener(event, show);
    audio.addEventListener("error", () => { time.textContent = "this browser cannot play it"; });
    return {
      now: () => audio.currentTime,
      playing: () => !audio.paused && !audio.ended,
      seek: (second) => { audio.currentTime = second; },
      from: (second) => { audio.currentTime = second; audio.play().catch(() => {}); },
      start: () => { audio.play().catch(() => {}); },
      stop: () => audio.pause(),
    };
  }

  function spoken() {
    let at = 0;
    let turn = 0; // which utterance is ours: one that was stopped must not start the next
    let going = 0; // the turn of the utterance that is being said
    const say = (index, onward) => {
      voice.cancel();
      const mine = ++turn;
      at = lines[index]?.start ?? at;
      if (index >= lines.length || !able()) { show(); return; }
      const words = new SpeechSynthesisUtterance(lines[index].said);
      words.lang = language;
      const over = () => {
        if (mine !== turn) return;
        turn += 1;
        if (onward) say(index + 1, true); else show();
      };
      words.onend = over;
      words.onerror = over;
      going = mine;
      voice.speak(words);
      show();
    };
    const ended = () => !lines.length || at >= lines[lines.length - 1].start;
    const playing = () => going === turn && turn > 0;
    const next = (second) => {
      const found = lines.findIndex((line) => line.end > second + 0.01);
      return found < 0 ? lines.length : found;
    };
    return {
      now: () => at,
      playing,
      seek: (second) => { const on = playing(); at = second; if (on) say(next(second), true); else show(); },
      from: (second) => say(next(second), false),
      start: () => say(next(ended() ? 0 : at), true),
      stop: () => { turn += 1; voice.cancel(); show(); },
    };
  }

  function silent() {
    let at = 0;
    const seek = (second) => { at = second; show(); };
    return { now: () => at, playing: () => false, seek, from: seek, start() {}, stop() {} };
  }

  function show() {
    const now = sound.now();
    const on = sound.playing();
    head.style.left = `${(100 * Math.min(now, extent)) / extent}%`;
    time.textContent = `${clock(now)} / ${clock(length)}`;
    slider.setAttribute("aria-valuenow", String(Math.round(now)));
    slider.setAttribute("aria-valuetext", clock(now));
    play.querySelector("b").textContent = on ? "Pause" : "Play";
    play.classList.toggle("on", on);
    const begun = lines.filter((line) => line.start <= now + 0.02).pop();
    const heard = begun && now <= begun.end + 0.4 ? begun : null;
    if (heard !== current) {
      current?.row.removeAttribute("aria-current");
      current = heard;
      current?.row.setAttribute("aria-current", "true");
      if (current && on && Date.now() - touched > 5000) follow(current.row);
    }
    if (on && audio) requestAnimationFrame(show);
  }

  function follow(row) {
    const { top, bottom } = row.getBoundingClientRect();
    const covered = document.querySelector(".desk").getBoundingClientRect().bottom;
    if (top < covered || bottom > innerHeight) row.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  const go = (second) => sound.seek(Math.max(0, Math.min(second, length)));
  const toggle = () => (sound.playing() ? sound.stop() : sound.start());
  const neighbour = (step) => {
    const now = sound.now();
    const place = lines.filter((line) => line.start <= now + 0.02).length - 1;
    // back goes to this line's start first, as players do
    const wanted = step < 0 && place >= 0 && now - lines[place].start > 1.5 ? place : place + step;
    go(wanted < 0 ? 0 : lines[Math.min(wanted, lines.length - 1)]?.start ?? 0);
  };

  play.addEventListener("click", toggle);
  for (const line of lines) {
    line.row.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button && (event.target.closest("details") || String(getSelection()))) return;
      if (button && event.detail) button.blur(); // so that space pauses; who came by keyboard stays
      sound.from(line.start);
    });
  }

  const pointed = (event) => {
    const { left, width } = strip.getBoundingClientRect();
    go((extent * (event.clientX - left)) / width);
  };
  strip.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    strip.setPointerCapture(event.pointerId);
    pointed(event);
  });
  strip.addEventListener("pointermove", (event) => { if (strip.hasPointerCapture(event.pointerId)) pointed(event); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && !event.target.closest("button, summary")) toggle();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const step = event.key === "ArrowLeft" ? -1 : 1;
      if (event.shiftKey) neighbour(step); else go(sound.now() + 5 * step);
    } else if (event.target === slider && event.key === "Home") go(0);
    else if (event.target === slider && event.key === "End") go(length);
    else return;
    event.preventDefault();
  });
  for (const event of ["wheel", "touchmove"]) addEventListener(event, () => { touched = Date.now(); }, { passive: true });

  for (const part of [head, slider, time, by("keys")]) part?.removeAttribute("hidden");
  const enliven = () => {
    if (!able()) return;
    play.hidden = false;
    by("spoken")?.removeAttribute("hidden");
    document.body.classList.add("lively");
  };
  voice?.addEventListener("voiceschanged", enliven);
  addEventListener("pagehide", () => voice?.cancel());
  enliven();
  show();
})();
