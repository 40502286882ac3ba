"""prompteur.html: the evening for whoever presents it, a passage a screen, on a telephone too. One
file that asks for nothing from anywhere; without its script it is a page to scroll.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources

from ceremonie.edition.page import CONTENT, document, element
from ceremonie.planning.cues import CueRow, CueSheet, Speaker
from ceremonie.planning.model import Plan
from ceremonie.planning.notes import said
from ceremonie.planning.typography import HARD, full_date

HELP = (
    "Flèches, espace, télécommande ou glissement du doigt : le passage suivant. Échap : la liste. "
    "Un passage plus long que l'écran défile d'abord."
)
POINT = re.compile(r"(–|\d+\.)\s")
"""What an item of a list begins with."""

ROLES = "--clair: #f4f1e8; --gris: #c9c5ba;"
"""Of words and of what stands beside them, on black: 18 and 12 to 1, above the 7 of WCAG 1.4.6."""


def prompter(plan: Plan) -> str:
    """The whole file."""
    sheet = plan.evening
    passages = (_passage(row, plan) for row in sheet.rows)
    hour = f' data-heure="{sheet.start:%H:%M}"' if sheet.start else ""
    body = (
        '<div class="etat"><span></span></div>',
        f'<main id="{CONTENT}" tabindex="-1" data-duree="{sheet.seconds:.0f}"{hour}>',
        element("h1", f"Prompteur – {plan.title}"),
        element("p", f"Cérémonie du {full_date(plan.date)}. {HELP}"),
        *passages,
        "</main>",
        _BAR,
        f"<script>\n{_data('prompteur.js')}</script>",
    )
    style = f":root {{ {ROLES} }}\n{_data('prompteur.css')}"
    return document(plan, f"Prompteur – {plan.title}", body, style)


def _data(name: str) -> str:
    return (resources.files("ceremonie") / "data" / "prompteur" / name).read_text("utf-8")


def _time(name: str, label: str) -> str:
    return f'<div class="temps" id="temps-{name}"><span>{label}</span><b>–</b></div>'


_BAR = (
    '<nav class="barre" aria-label="Passages">'
    '<button class="avant" type="button">← Avant</button>'
    + _time("heure", "heure")
    + _time("passage", "ce passage")
    + _time("soiree", "reste en tout")
    + '<button class="liste" type="button">Liste</button>'
    '<button class="apres" type="button">Suite →</button></nav>'
)


def _passage(row: CueRow, plan: Plan) -> str:
    sheet = plan.evening
    parts = (
        f'<section class="passage" id="p{row.number}" aria-labelledby="t{row.number}"'
        f' data-debut="{row.start:.0f}" data-duree="{row.seconds:.0f}">',
        f'<p class="repere">{" ".join(_marks(row, sheet))}</p>',
        f'<h2 id="t{row.number}" tabindex="-1">'
        f'<a href="#p{row.number}">{escape(row.title)}</a></h2>',
        element("p", _voice(row), "qui") if row.voice else "",
        _words(row),
        _listed("faire", row.do),
        _names(row.pronounced),
        _listed("savoir", row.know),
        _following(row, sheet),
        "</section>",
    )
    return "\n".join(part for part in parts if part)


def _marks(row: CueRow, sheet: CueSheet) -> Iterator[str]:
    """Where it stands: its number, its hour, how long it takes, its slides."""
    yield element("b", f"{row.number} / {len(sheet.rows)}")
    yield element("span", sheet.hour(row.start))
    about = "" if row.planned else f"environ{HARD}"
    yield element("span", f"{about}{said(row.seconds)}")
    if row.slides:
        yield element("span", _slides(row.slides))
    if row.words:
        yield element("span", f"top : {row.words}")


def _slides(numbers: Sequence[int]) -> str:
    first, last = numbers[0], numbers[-1]
    return f"diapositive {first}" if first == last else f"diapositives {first} à {last}"


def _voice(row: CueRow) -> str:
    return f"{row.voice} – micro : {row.microphone}" if row.microphone else row.voice


def _words(row: CueRow) -> str:
    lines = [line for text in row.say for line in text.split("\n") if line]
    if not lines:
        return element("p", "Rien à dire : " + _instead(row), "rien")
    return '<div class="dire">' + "".join(map(_line, lines)) + "</div>"


def _line(text: str) -> str:
    """An item of a list hangs from its dash or its number."""
    return element("p", text, "point" if POINT.match(text) else "")


def _instead(row: CueRow) -> str:
    return "le film passe." if row.film else "laissez voir."


def _listed(kind: str, texts: Iterable[str]) -> str:
    lines = [line for text in texts for line in text.split("\n") if line]
    return f'<ul class="{kind}">{"".join(element("li", line) for line in lines)}</ul>' * bool(lines)


def _names(speakers: Iterable[Speaker]) -> str:
    lines = [
        f"<li>{escape(one.name)} se dit <i>{escape(one.pronunciation)}</i></li>" for one in speakers
    ]
    return f'<ul class="noms">{"".join(lines)}</ul>' if lines else ""


def _following(row: CueRow, sheet: CueSheet) -> str:
    after = next((one for one in sheet.rows if one.number == row.number + 1), None)
    if after is None:
        return element("p", "C'est la fin.", "ensuite")
    return f'<p class="ensuite">Ensuite{HARD}: <b>{escape(after.title)}</b></p>'
