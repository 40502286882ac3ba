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
const MINUTE = 60, HOUR = 3600, AROUND = 2 * HOUR, OVERLAP = 0.86, SWIPE = 60;

let current = 0;
let entered = null; // when the passage on the screen began; null until somebody goes on
let begun = recalled(); // when the evening began: seconds of this clock

// A page opened from a file may have no storage: then a reload begins the evening anew.
function recalled() {
  try { return Number(sessionStorage.getItem("debut")) || null; } catch { return null; }
}
function remember(value) {
  try { sessionStorage.setItem("debut", String(value)); } catch { return; }
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
  const late = Math.round((entered - start - due) / MINUTE);
  if (!late) return "à l'heure";
  return late > 0 ? `retard ${late} min` : `avance ${-late} min`;
}

function show(index, moved) {
  const next = Math.max(0, Math.min(passages.length - 1, index));
  if (moved && next !== current) {
    entered = now();
    if (begun === null) { begun = entered - Number(passages[next].dataset.debut); remember(begun); }
  }
  passages[current].classList.remove("montre");
  current = next;
  passages[current].classList.add("montre");
  before.disabled = current === 0;
  after.disabled = current === passages.length - 1;
  bar.style.width = `${(100 * (current + 1)) / passages.length}%`;
  history.replaceState(null, "", `#${passages[current].id}`);
  scrollTo(0, 0);
  if (moved) passages[current].querySelector("h2").focus({ preventScroll: true });
  tick();
}

// A screen further down, and at the end of the passage to the next one: nothing is skipped.
function go(step) {
  const foot = document.querySelector(".barre").offsetHeight;
  const down = document.body.scrollHeight - innerHeight - scrollY;
  const more = step > 0 ? down > 8 : scrollY > 8;
  if (more) scrollBy(0, step * (innerHeight - foot) * OVERLAP);
  else show(current + step, true);
}

function play(on) {
  root.classList.toggle("joue", on);
  if (on) show(current, false);
  else passages[current].scrollIntoView();
}

const KEYS = {
  ArrowRight: () => show(current + 1, true), ArrowLeft: () => show(current - 1, true),
  PageDown: () => go(1), PageUp: () => go(-1), " ": (e) => go(e.shiftKey ? -1 : 1),
  Home: () => show(0, true), End: () => show(passages.length - 1, true),
  Escape: () => play(false),
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !root.classList.contains("joue")) return;
  const onButton = event.key === " " && event.target.closest("button, a");
  if (!KEYS[event.key] || onButton) return;
  event.preventDefault();
  KEYS[event.key](event);
});

let touched = null;
addEventListener("touchstart", (event) => {
  touched = event.touches.length === 1 ? event.touches[0] : null;
}, { passive: true });
addEventListener("touchend", (event) => {
  if (!touched || !root.classList.contains("joue")) return;
  const { clientX, clientY } = event.changedTouches[0];
  const [x, y] = [clientX - touched.clientX, clientY - touched.clientY];
  if (Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y)) show(current + (x < 0 ? 1 : -1), true);
}, { passive: true });

before.addEventListener("click", () => show(current - 1, true));
after.addEventListener("click", () => show(current + 1, true));
list.addEventListener("click", () => play(false));
for (const link of document.querySelectorAll(".passage h2 a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    current = passages.findIndex((one) => `#${one.id}` === link.hash);
    passages.forEach((one) => one.classList.remove("montre"));
    play(true);
  });
}

// The screen stays on where the browser can hold it; elsewhere the telephone's own setting counts.
function awake() {
  if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => {});
}
document.addEventListener("visibilitychange", awake);
awake();

current = Math.max(0, passages.findIndex((one) => `#${one.id}` === location.hash));
play(true);
setInterval(tick, 1000);
