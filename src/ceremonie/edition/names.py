"""noms.html: who is named on the stage, in which function, when, and how the name is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from ceremonie.edition.page import element, page
from ceremonie.planning.cues import CueSheet, Speaker
from ceremonie.planning.model import Plan
from ceremonie.planning.typography import HARD, full_date
from ceremonie.text import plain

HEADS = ("Quand", "Nom", "Fonction", "Se dit")
LEAD = (
    "Qui est nommé sur scène, dans l’ordre de la soirée, puis les partenaires. Une case "
    "vide se remplit au stylo ; écrite dans le storyboard (prononciation), elle paraît aussi dans "
    "les notes et au prompteur."
)


def names(plan: Plan) -> str:
    """The whole page."""
    sheet = plan.evening
    body = [_table(sheet)] if sheet.names else [element("p", "Personne n'est nommé.")]
    if len(sheet.names) > 1:
        body += [_index(sheet)]
    lead = f"Cérémonie du {full_date(plan.date)}. {LEAD}"
    return page(plan, f"Les noms – {plan.title}", lead, (_STYLE, *body))


_STYLE = (
    "<style>td:nth-child(2) { width: auto; font-weight: 700; } "
    ".dit { border-bottom: 1px solid #6b675d; } "
    "@media (min-width: 40rem) { table { table-layout: fixed; } "
    "th:nth-child(1) { width: 16%; } th:nth-child(2) { width: 31%; } "
    "th:nth-child(3) { width: 28%; } } "
    "td.cue { white-space: pre-line; } "
    ".index { columns: 15rem 3; list-style: none; padding: 0; } .index li { break-inside: avoid; } "
    "@media print { body { line-height: 1.35; } td { padding: .4rem .8rem .4rem 0; } "
    ".index a { text-decoration: none; } section { break-inside: avoid; } }</style>"
)


def _table(sheet: CueSheet) -> str:
    top = "".join(f'<th scope="col">{head}</th>' for head in HEADS)
    rows = "".join(_row(index, sheet) for index in range(len(sheet.names)))
    return f"<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>"


def _row(index: int, sheet: CueSheet) -> str:
    speaker, numbers = sheet.names[index]
    when = "\n".join(_moments(numbers, sheet))
    told = escape(speaker.pronunciation)
    cells = (when, speaker.name, speaker.position)
    return (
        f'<tr id="nom-{index}">{element("td", cells[0], "cue")}'
        f'{"".join(element("td", cell) for cell in cells[1:])}<td class="dit">{told}</td></tr>'
    )


def _moments(numbers: Sequence[int], sheet: CueSheet) -> Iterator[str]:
    """The hour and the number of each passage."""
    for row in sheet.rows:
        if row.number in numbers:
            yield f"{sheet.hour(row.start)} (n°{HARD}{row.number})"


def _index(sheet: CueSheet) -> str:
    """Each name with the numbers of its passages, to be found on paper, too."""
    ordered = sorted(enumerate(sheet.names), key=lambda one: plain(one[1][0].name))
    head = element("h2", "Par ordre alphabétique")
    entries = "".join(_entry(*one) for one in ordered)
    return f'<section>{head}<ul class="index">{entries}</ul></section>'


def _entry(index: int, who: tuple[Speaker, Sequence[int]]) -> str:
    speaker, numbers = who
    where = f" –{HARD}n°{HARD}{', '.join(map(str, numbers))}" if numbers else ""
    return f'<li><a href="#nom-{index}">{escape(speaker.name)}</a>{where}</li>'
