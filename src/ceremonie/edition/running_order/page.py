"""conducteur.html: the table to print and to hold in the half dark, then the film's shots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from ceremonie.edition.page import CONTENT, document, element
from ceremonie.edition.page import table as shot_table
from ceremonie.edition.running_order import table
from ceremonie.edition.running_order.style import STYLE
from ceremonie.edition.running_order.table import Line
from ceremonie.planning.model import Plan
from ceremonie.planning.notes import duration, said
from ceremonie.planning.typography import HARD, capitalised, closed, weekday

NO_HOUR = (
    "Aucune heure n’est donnée (« ceremonie: heure ») : les temps se comptent à partir de 0:00:00."
)
RECKONED = (
    "« ≈ » : durée calculée d’après les paroles, les extraits et le film, faute de « duree »."
)
APART = "Le film, plan par plan, est sur une page à part, à la fin."

ITEM = re.compile(rf"{table.DASH}|\d+\.\s")
"""How the items of a list begin."""

PRESENTS = "présentation"
"""Who speaks where it is whoever presents the evening."""

HEADS = ("Fait", "Heure", "Passage", "À dire", "Régie")


def page(plan: Plan) -> str:
    """The whole document."""
    title = f"Conducteur – {plan.title}"
    body = (
        f"<header><h1>{escape(plan.title)}</h1>{_facts(plan)}</header>",
        f'<main id="{CONTENT}" tabindex="-1">',
        "<h2>Conducteur de la soirée</h2>",
        _evening(plan),
        *_film(plan),
        "</main>",
    )
    return document(plan, title, body, STYLE)


def _facts(plan: Plan) -> str:
    lines = (" · ".join(_when(plan)), " ".join(_how(plan)))
    return "".join(element("p", line) for line in lines if line)


def _when(plan: Plan) -> Iterator[str]:
    sheet = plan.evening
    yield capitalised(f"{weekday(plan.date)} {plan.date.year}")
    yield from filter(None, (plan.event.place,))
    if sheet.start:
        yield f"début {_hour(table.told_time(sheet, 0))}"
        yield f"fin {_hour(table.told_time(sheet, sheet.seconds))}"
    yield f"{said(sheet.seconds)} en tout"
    if sheet.end:
        yield f"salle rendue à {sheet.end:%H:%M}"
    if sheet.presenter:
        yield f"présentation{HARD}: {sheet.presenter}"


def _how(plan: Plan) -> Iterator[str]:
    if not plan.evening.start:
        yield NO_HOUR
    if any(not row.planned for row in plan.evening.rows):
        yield RECKONED
    if plan.shots:
        yield APART


def _hour(time: str) -> str:
    """Without its seconds."""
    return time.rpartition(":")[0]


def _evening(plan: Plan) -> str:
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in HEADS)
    rows = "".join(_row(line, plan) for line in table.lines(plan))
    return f'<table class="soiree"><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>'


def _row(line: Line, plan: Plan) -> str:
    cells = (
        ("fait", '<span class="case"></span>'),
        ("heure", _time(line)),
        ("passage", _passage(line, plan.evening.presenter)),
        ("dire", _words(line)),
        ("regie", _stage(line, plan.evening.columns)),
    )
    told = "".join(f'<td class="{name}">{inner}</td>' for name, inner in cells)
    return f'<tr class="{line.row.section.value}">{told}</tr>'


def _time(line: Line) -> str:
    hour, _, rest = line.start.rpartition(":")
    end, _, last = line.stop.rpartition(":")
    return (
        f"<b>{hour}<small>:{rest}</small></b>"
        f"<span>→ {end}:{last}</span>"
        f"<span><strong>{escape(line.length)}</strong> cumul {line.total}</span>"
    )


def _passage(line: Line, presenter: str) -> str:
    """Who presents is named in the header."""
    row = line.row
    voice = PRESENTS if row.voice == presenter else row.voice
    parts = (
        element("span", capitalised(line.gap), "alerte") if line.gap else "",
        f"<b>{row.number}. {escape(row.title)}</b>",
        element("em", voice, "voix") if row.voice else "",
        element("span", line.names, "nom") if line.names else "",
    )
    return "".join(parts)


def _words(line: Line) -> str:
    row = line.row
    told = (
        _labelled("À faire", " ".join(row.do)),
        _labelled("À savoir", " ".join(map(closed, _run_together(row.know)))),
    )
    said_aloud = "".join(element("p", text, "mot") for text in _run_together(row.say))
    notes = " ".join(filter(None, told))
    return said_aloud + (f"<p>{notes}</p>" if notes else "")


def _run_together(texts: Sequence[str]) -> Iterator[str]:
    """The items of a list stand on one line, so that the page holds more of the evening, and so do
    who says something and what it is.
    """
    texts = "\n".join(texts).replace(f"{HARD}:\n", f"{HARD}: ").split("\n") if texts else ()
    for listed, some in groupby(texts, lambda text: bool(ITEM.match(text))):
        if listed:
            bare = (text.removeprefix(table.DASH).replace(". ", f".{HARD}", 1) for text in some)
            yield f"{HARD}· ".join(bare)
        else:
            yield from some


def _stage(line: Line, heads: Sequence[str]) -> str:
    row = line.row
    told = (
        ("Micro", row.microphone),
        ("Son", line.sound),
        ("Lumière", row.light),
        ("Écran", line.screen),
        ("Top", row.words),
        *zip(heads, row.columns, strict=True),
    )
    return "".join(f"<p>{_labelled(*one)}</p>" for one in told if one[1])


def _labelled(label: str, text: str) -> str:
    """A text after what it is; nothing where there is none."""
    return f"<b>{escape(label)}</b> {escape(text)}" if text else ""


def _film(plan: Plan) -> Iterable[str]:
    if not plan.shots:
        return
    rows = [shot.cells for shot in table.shots(plan)]
    yield '<section class="film">'
    yield element("h2", f"Le film, plan par plan ({duration(plan.frames)})")
    yield shot_table(table.SHOT_HEADS, rows)
    yield "</section>"
