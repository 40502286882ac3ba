"""How page.html looks: the lanes of the film, its colours and its letters, at every width."""

from __future__ import annotations

from ceremonie.planning.model import Plan
from ceremonie.theme.palette import LANE_COLOURS
from ceremonie.theme.track import Bend, Straight, Track, stagger

PITCH, WIDTH, RADIUS, STRAIGHT, REST = 40.0, 30.0, 150.0, 230.0, 600.0
"""Units of the drawing: from lane to lane, a lane, its outer bend, before and after that: they go
on to the end of the head.
"""

HIGH = 300.0
"""What of it the head shows at least."""

BAR = 8.0
"""How wide a start bar is."""

_STYLE = """
html { scroll-padding-top: 1rem; }
body { max-width: none; padding: 0; }
header, main, nav, footer { padding: 0 max(1.25rem, calc((100% - 64rem) / 2)); }
header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem 2rem; margin: 0;
        border: 0; background: var(--paper); align-items: end; overflow: hidden; }
header div { padding: 3rem 0 2.2rem; }
header svg { grid-column: 2; grid-row: 1; height: 15rem; width: auto; align-self: start;
        overflow: visible; }
header h1 { font-size: clamp(1.9rem, 4.4vw, 3.1rem); line-height: 1.08; letter-spacing: -.015em;
        margin: .5rem 0 1rem; text-wrap: balance; overflow-wrap: break-word; }
.organisateur { font-weight: 700; color: var(--deep); }
nav { background: var(--ink); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.6rem; list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .75rem 0; color: var(--paper); text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a:focus-visible { outline-color: var(--paper); box-shadow: none; outline-offset: -.2rem; }
main { display: block; padding-bottom: 3rem; }
section > h2 { font-size: 1.7rem; line-height: 1.2; margin: 3rem 0 1rem; color: var(--ink);
        padding-top: .7rem; border-top: .5rem solid var(--middle); }
section:nth-of-type(3n+2) > h2 { border-color: var(--bright); }
section:nth-of-type(3n) > h2 { border-color: var(--deep); }
section h3 { color: var(--deep); margin: 2rem 0 .4rem; font-size: 1.2rem; }
section h4 { margin: 1.1rem 0 .2rem; font-size: 1.05rem; }
section h3 a { font-weight: 400; margin-right: .35rem; font-variant-numeric: tabular-nums; }
section p, section li, blockquote { max-width: 44rem; }
video { display: block; width: 100%; height: auto; background: var(--ink); border-radius: .3rem; }
.chapitres h3 { margin-top: 1.4rem; }
.chapitres ol { list-style: none; margin: 0; padding: 0; columns: 17rem 3; column-gap: 2rem; }
.chapitres li { break-inside: avoid; }
.chapitres a { display: flex; gap: .9rem; padding: .55rem 0; border-bottom: 1px solid #c9c5ba;
        text-decoration: none; color: var(--ink); }
.chapitres a:hover { text-decoration: underline; }
.chapitres b { color: var(--deep); font-variant-numeric: tabular-nums; min-width: 2.6rem; }
footer { background: var(--ink); color: var(--paper); padding-top: 1.6rem; padding-bottom: 2rem; }
footer a { color: var(--paper); }
footer a:focus-visible { outline-color: var(--paper); box-shadow: none; }
@media (min-width: 48rem) {
  .haut { display: grid; grid-template-columns: minmax(0, 24rem) minmax(0, 1fr); gap: 0 2.5rem; }
  .haut > h2 { grid-column: 1 / -1; }
}
.haut video { max-height: 88vh; width: auto; max-width: 100%; }
@media (max-width: 40rem) {
  header { grid-template-columns: minmax(0, 1fr); }
  header svg { grid-column: 1; grid-row: 2; height: 7rem; justify-self: end; }
  header div { padding: 2rem 0 0; }
}
@media print {
  nav, .chapitres, video, section[aria-labelledby="telecharger"] { display: none; }
  section[aria-labelledby="film"] { display: none; }
  header, main, footer { padding: 0; }
  header, footer { background: none; color: var(--ink); }
  footer a { color: inherit; }
  section > h2 { margin-top: 1.6rem; break-after: avoid; }
  section h3, section h4 { break-after: avoid; }
  section li, blockquote { break-inside: avoid; }
}
"""


def style(plan: Plan) -> str:
    """CSS after that of all pages; `plan` decides how large a film may be."""
    wide = plan.format.width > plan.format.height
    return _STYLE if wide else f"{_STYLE}video {{ margin: 0 auto; }}\n"


def _lanes() -> str:
    """Three lanes that all run the same distance: each starts so much ahead as its bend is longer.
    They decorate.
    """
    run = Track((0, 0), 0, (Straight(STRAIGHT), Bend(RADIUS, 90), Straight(REST)))
    starts = stagger(run, PITCH, len(LANE_COLOURS), -WIDTH / 2)
    drawn = "".join(
        _lane(lane, start, colour.value)
        for lane, (start, colour) in enumerate(zip(starts, LANE_COLOURS, strict=True))
    )
    box = f"0 0 {STRAIGHT + RADIUS + WIDTH / 2:.0f} {HIGH:.0f}"
    return f'<svg viewBox="{box}" aria-hidden="true" focusable="false">{drawn}</svg>'


def _lane(lane: int, start: float, colour: str) -> str:
    y, reach = WIDTH / 2 + lane * PITCH, RADIUS - lane * PITCH
    course = (
        f"M{start:.1f} {y:.1f}H{STRAIGHT:.1f}"
        f"a{reach:.1f} {reach:.1f} 0 0 1 {reach:.1f} {reach:.1f}v{REST:.1f}"
    )
    return (
        f'<path d="{course}" fill="none" stroke="var(--{colour})" stroke-width="{WIDTH:.0f}"/>'
        f'<rect x="{start:.1f}" y="{y - WIDTH / 2:.1f}" width="{BAR:.0f}" '
        f'height="{WIDTH:.0f}" fill="var(--ink)"/>'
    )


LANES = _lanes()
"""SVG for the head of the page, in the colours of its roles."""
