"""The pages of an edition: plain HTML that prints well, in the event's own colours and letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

from ceremonie.theme.faces import OURS, Family
from ceremonie.theme.palette import HOUSE, Colour, Palette

FONTS = "polices"
"""The folder of the typefaces, beside the pages and the deck."""

_NAME = '"Police de l’édition"'
"""What the pages call their family, whatever its own name is."""

_HEAD = re.compile(r"^([A-ZÀÉ ]{4,}\u00a0:)", re.MULTILINE)

POLICY = "default-src 'self' data: 'unsafe-inline'"
"""What a page may load: what lies beside it or stands in it, and nothing from anywhere else."""

CONTENT = "contenu"
"""The id of what the page is for, where the skip link leads."""

SKIP = "Aller au contenu"

_STYLE = """
:focus-visible, video:focus-within { outline: .2rem solid var(--ink); outline-offset: .15rem;
        box-shadow: 0 0 0 .15rem #fff; }
:focus-visible:is(main) { outline: none; box-shadow: none; }
.evitement { position: absolute; left: -100rem; background: var(--ink); color: var(--paper);
        padding: .6rem 1rem; z-index: 1; }
.evitement:focus { left: 1rem; top: 1rem; }
a { color: var(--deep); text-underline-offset: .15em; }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.5rem 4rem; background: #fff;
        color: var(--ink); font: 1.05rem/1.5 var(--family), Verdana, sans-serif; }
header { border-top: .9rem solid var(--middle); border-bottom: .3rem solid var(--bright);
          margin-bottom: 2rem; padding-top: 1rem; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 .3rem; }
h2 { color: var(--deep); margin: 2.2rem 0 .6rem; }
h3 { margin: 1.2rem 0 .2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #c9c5ba; padding: .45rem .8rem .45rem 0; text-align: left;
          vertical-align: top; }
th { color: var(--deep); }
time, .cue { font-variant-numeric: tabular-nums; white-space: nowrap; }
p { margin: .2rem 0; }
p, td { white-space: pre-line; }
td:nth-child(2) { width: 28%; }
td b { color: var(--deep); font-size: .85em; letter-spacing: .03em; }
blockquote { margin: 1rem 0; padding: .1rem 0 .1rem 1.1rem;
        border-left: .4rem solid var(--bright); }
blockquote .qui { color: var(--deep); }
.vu, .entendu { padding-left: 1.1rem; border-left: .15rem solid #c9c5ba; }
ul { margin: .5rem 0; padding-left: 1.3rem; }
h2 time { color: var(--ink); font-weight: 400; margin-right: .4rem; }
@media (max-width: 40rem) { body { padding: 1rem 1rem 3rem; } h1 { font-size: 1.6rem; }
        th, td { overflow-wrap: anywhere; hyphens: auto; padding-right: .4rem; } }
@media print { .evitement { display: none; } }
@page { size: A4; margin: 14mm; }
@media print { html { font-size: 10.5pt; } body { max-width: none; padding: 0; }
        header { margin-bottom: 1.2rem; } h2, h3 { break-after: avoid; }
        thead { display: table-header-group; } tr, li { break-inside: avoid; }
        tr:nth-last-child(-n+2) { break-before: avoid; } a { color: inherit; } }
"""


class Look(Protocol):
    """What a page is drawn in: that of a plan, or the house's own."""

    @property
    def palette(self) -> Palette: ...

    @property
    def family(self) -> Family: ...


@dataclass(frozen=True)
class HouseLook:
    """That of a page about several events: none lends its own colours and letters."""

    palette: Palette = HOUSE
    family: Family = OURS


def _style(look: Look) -> str:
    roles = (Colour.INK, Colour.PAPER, Colour.DEEP, Colour.MIDDLE, Colour.BRIGHT)
    colours = " ".join(f"--{role.value}: #{look.palette.hex(role)};" for role in roles)
    faces = "".join(_face(look.family, weight) for weight in (400, 700))
    return f"{faces}:root {{ {colours} --family: {_NAME}; }}{_STYLE}"


def _face(family: Family, weight: int) -> str:
    """A font file beside the page; none where the user's may not be passed on."""
    own = family.file(weight)
    if own and not own.embeddable:
        return ""
    file = own.name if own else family.first(weight).file
    source = f'src: url("{FONTS}/{file}")'
    return f"@font-face {{ font-family: {_NAME}; font-weight: {weight}; {source}; }}\n"


def page(look: Look, title: str, lead: str, body: Iterable[str]) -> str:
    """A whole document; `lead` is the line below its title."""
    head = f"<header><h1>{escape(title)}</h1><p>{escape(lead)}</p></header>"
    return document(look, title, (head, f'<main id="{CONTENT}" tabindex="-1">', *body, "</main>"))


def document(
    look: Look, title: str, body: Iterable[str], style: str = "", *, mark: str = ""
) -> str:
    """A whole document with all that its `body` holds, landmarks among it: one of them has the id
    that the skip link leads to. `style` is CSS of its own, `mark` stands early in the head.
    """
    marks = (mark,) if mark else ()
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="fr">',
            '<head><meta charset="utf-8">',
            *marks,
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            f"<title>{escape(title)}</title>",
            f"<style>{_style(look)}{style}</style></head>",
            "<body>",
            f'<a class="evitement" href="#{CONTENT}">{SKIP}</a>',
            *body,
            "</body></html>",
            "",
        )
    )


def element(name: str, text: str, kind: str = "") -> str:
    """An element with escaped text; `kind` is its class."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{escape(text)}</{name}>"


def _cell(text: str) -> str:
    return "<td>" + _HEAD.sub(r"<b>\1</b>", escape(text)) + "</td>"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells are text; the first of each row is a time or a rank. What a line begins with in capital
    letters, up to its colon, stands out.
    """
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = [
        "<tr>" + element("td", row[0], "cue") + "".join(map(_cell, row[1:])) + "</tr>"
        for row in rows
    ]
    return f"<table><thead><tr>{top}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
