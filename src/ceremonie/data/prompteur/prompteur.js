// One passage a screen. Without this script the page is the whole evening, to be scrolled.
"use strict";
const root = document.documentElement;
const passages = [...document.querySelectorAll(".passage")];
const [before, after, list] = ["avant", "apres", "liste"].map((k) => document.querySelector(`.${k}`));
const clocks = Object.fromEntries(
  ["heure", "passage", "soiree"].map((k) => [k, document.getElementById(`temps-${k}`)]),
);
const bar = document.querySelector(".etat span");
const evening = document.querySelector("main").dataset;
const MINUTE = 60, HOUR = 3600, AROUND = HOUR, OVERLAP = 0.14, LINES = 1.5, SWIPE = 60;

let current = 0;
let entered = recalled("passage"); // when that on the screen began; null until somebody goes on
let begun = recalled("debut"); // when the evening began: seconds of this clock

// A page opened from a file may have no storage: then a reload begins the evening anew.
function recalled(name) {
  try { return Number(sessionStorage.getItem(name)) || null; } catch { return null; }
}
function remember(name, value) {
  try { sessionStorage.setItem(name, String(value ?? "")); } catch { return; }
}
// Nor may a viewer of mail let a page change its address: then only a reload loses the place.
function keepPlace(id) {
  try { history.replaceState(null, "", `#${id}`); } catch { return; }
}

const now = () => Date.now() / 1000;
const two = (n) => String(n).padStart(2, "0");

function spell(seconds) {
  const whole = Math.abs(Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / HOUR), Math.floor(whole / MINUTE) % 60, whole % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

// The hour of the programme on this day, while the evening is near it; else a rehearsal.
function planned() {
  if (!evening.heure) return null;
  const [h, m] = evening.heure.split(":").map(Number);
  const day = new Date();
  day.setHours(h, m, 0, 0);
  const start = day.getTime() / 1000;
  return Math.abs(now() - start) < AROUND + Number(evening.duree) ? start : null;
}

function tell(place, label, value, over) {
  place.querySelector("span").textContent = label;
  place.querySelector("b").textContent = value;
  place.querySelector("b").classList.toggle("depasse", over);
}

function tick() {
  const { debut, duree } = passages[current].dataset;
  const clock = new Date();
  tell(clocks.heure, drift(Number(debut)), `${two(clock.getHours())}:${two(clock.getMinutes())}`, false);
  const left = entered === null ? Number(duree) : Number(duree) - (now() - entered);
  tell(clocks.passage, left < 0 ? "dépassé de" : "ce passage", spell(left), left < 0);
  const rest = Number(evening.duree) - Number(debut) - Number(duree) + Math.max(0, left);
  tell(clocks.soiree, "reste en tout", spell(rest), false);
}

// How far the evening is from its plan; said in minutes, since nobody acts on seconds.
function drift(due) {
  const start = planned() ?? begun;
  if (start === null || entered === null) return "heure";
  const minutes = Math.round((entered - start - due) / MINUTE);
  if (!minutes) return "à l'heure";
  const many = Math.abs(minutes);
  const size = many < 60 ? `${many} min` : `${Math.floor(many / 60)} h ${two(many % 60)}`;
  return `${minutes > 0 ? "retard" : "avance"} ${size}`;
}

// Whoever goes back to the first passage begins anew: after a rehearsal the evening has its own hour.
function enter(next) {
  entered = next ? now() : null;
  if (!next) begun = null;
  else if (begun === null) begun = entered - Number(passages[next].dataset.debut);
  remember("passage", entered);
  remember("debut", begun);
}

function show(index, moved) {
  const next = Math.max(0, Math.min(passages.length - 1, index));
  if (moved && next !== current) enter(next);
  passages[current].classList.remove("montre");
  current = next;
  passages[current].classList.add("montre");
  before.disabled = current === 0;
  after.disabled = current === passages.length - 1;
  bar.style.width = `${(100 * (current + 1)) / passages.length}%`;
  keepPlace(passages[current].id);
  scrollTo(0, 0);
  if (moved) passages[current].querySelector("h2").focus({ preventScroll: true });
  tick();
}

// A screen further down, and at the end of the passage to the next one: nothing is skipped.
function go(step) {
  const down = document.body.scrollHeight - innerHeight - scrollY;
  const more = step > 0 ? down > 8 : scrollY > 8;
  if (more) scrollBy(0, step * screenful());
  else show(current + step, true);
}

// Less than is seen, by more than a line: one that an edge cuts is whole on the next screen.
function screenful() {
  const seen = innerHeight - document.querySelector(".barre").offsetHeight;
  const line = parseFloat(getComputedStyle(document.body).lineHeight);
  return Math.max(line, seen - Math.max(seen * OVERLAP, line * LINES));
}

// The bar hides nothing, however large the letters are that somebody has chosen.
function makeRoom() {
  const height = document.querySelector(".barre").offsetHeight;
  root.style.setProperty("--barre", `${height}px`);
}

function play(on) {
  root.classList.toggle("joue", on);
  if (on) { makeRoom(); show(current, false); }
  else passages[current].scrollIntoView();
}

const KEYS = {
  ArrowRight: () => go(1), ArrowLeft: () => go(-1), ArrowDown: () => go(1), ArrowUp: () => go(-1),
  PageDown: () => go(1), PageUp: () => go(-1), " ": (e) => go(e.shiftKey ? -1 : 1),
  Home: () => show(0, true), End: () => show(passages.length - 1, true),
  Escape: () => play(false),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (!root.classList.contains("joue")) { if (event.key === "Escape") play(true); return; }
  const onButton = event.key === " " && event.target.closest("button, a");
  if (!KEYS[event.key] || onButton) return;
  event.preventDefault();
  if (!event.repeat) KEYS[event.key](event); // a button held too long leaps over nothing
});

let touched = null;
addEventListener("touchstart", (event) => {
  touched = event.touches.length === 1 ? event.touches[0] : null;
}, { passive: true });
addEventListener("touchend", (event) => {
  if (!touched || !root.classList.contains("joue")) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [x, y] = [clientX - touched.clientX, clientY - touched.clientY];
  if ((window.visualViewport?.scale ?? 1) > 1.05) return; // it moves what was enlarged
  if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) go(x < 0 ? 1 : -1);
}, { passive: true });

before.addEventListener("click", () => go(-1));
after.addEventListener("click", () => go(1));
list.addEventListener("click", () => play(false));
for (const link of document.querySelectorAll(".passage h2 a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const chosen = passages.findIndex((one) => `#${one.id}` === link.hash);
    play(true);
    show(chosen, true);
  });
}

// The screen stays on where the browser can hold it; elsewhere the telephone's own setting counts.
function awake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
}
document.addEventListener("visibilitychange", () => { awake(); tick(); });
awake();

current = Math.max(0, passages.findIndex((one) => `#${one.id}` === location.hash));
if (!current) entered = null;
play(true);
addEventListener("resize", makeRoom);
setInterval(tick, 1000);
