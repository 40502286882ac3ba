"""A paper as HTML to print: an A4 page in the event's colours, complete in one file."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ceremonie.edition.page import element
from ceremonie.theme.palette import Colour, Palette

_STYLE = """
@page { size: A4; margin: 13mm 15mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 180mm; padding: 8mm 0; background: #fff; color: var(--ink);
       font: 10pt/1.32 Verdana, "DejaVu Sans", sans-serif; }
header { border-top: 3mm solid var(--middle); border-bottom: 1mm solid var(--bright);
         padding: 3mm 0 2.5mm; margin-bottom: 4mm; }
h1 { font-size: 17pt; line-height: 1.15; margin: 0 0 1mm; }
h2 { color: var(--deep); font-size: 11.5pt; margin: 3.5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1.2mm; }
ul { margin: 0; padding-left: 5mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: .3mm solid #c9c5ba; padding: 1.2mm 3mm 1.5mm 0; text-align: left;
         vertical-align: top; }
th { color: var(--deep); font-size: 9.5pt; }
tr { break-inside: avoid; }
.box { text-align: center; width: 13mm; padding-right: 0; }
.tick { display: inline-block; width: 4.2mm; height: 4.2mm; border: .35mm solid var(--ink);
        vertical-align: -.6mm; }
.line { display: inline-block; border-bottom: .3mm solid var(--ink); min-width: 55mm; }
.short { min-width: 30mm; }
.signatures { display: flex; gap: 4mm; break-inside: avoid; margin-top: 2mm; padding-right: .5mm; }
.signature { flex: 1; border: .35mm solid var(--ink); height: 31mm; padding: 1.8mm 2.2mm;
             font-size: 9pt; }
.signature b { display: block; color: var(--deep); margin-bottom: 1mm; }
.signature span { display: block; margin-bottom: 1.2mm; }
.overleaf { break-before: page; margin-top: 0; font-size: 14pt; }
h3 { font-size: 10.5pt; margin: 3.5mm 0 .8mm; break-after: avoid; }
.address p { margin: 2mm 0; }
.address .line { display: block; min-width: 150mm; height: 5mm; }
.until { width: 46mm; }
.note { font-size: 9.5pt; margin-top: 3mm; }
.reference { float: right; font-weight: bold; border: .35mm solid var(--ink);
             padding: .6mm 2mm; }
@media print { body { max-width: none; padding: 0; } }
"""


def sheet(palette: Palette, title: str, lead: str, body: Iterable[str]) -> str:
    """A whole document; `lead` is the line below its title."""
    roles = (Colour.INK, Colour.DEEP, Colour.MIDDLE, Colour.BRIGHT)
    colours = " ".join(f"--{role.value}: #{palette.hex(role)};" for role in roles)
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="fr">',
            '<head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f"<title>{escape(title)}</title>",
            f"<style>:root {{ {colours} }}{_STYLE}</style></head>",
            "<body>",
            _typeset(f"<header>{element('h1', title)}{element('p', lead)}</header>"),
            "<main>",
            *map(_typeset, body),
            "</main>",
            "</body></html>",
            "",
        )
    )


def _typeset(text: str) -> str:
    """No line breaks before or after what French sets apart by a space."""
    for sign in "»:;?!":
        text = text.replace(f" {sign}", f"\u00a0{sign}")
    return text.replace("« ", "«\u00a0")


def line(*, short: bool = False) -> str:
    """Room to write by hand."""
    return f'<span class="line{" short" if short else ""}">&nbsp;</span>'


def tick(label: str) -> str:
    """A box to tick; `label` says what it means to who does not see where it stands."""
    return f'<span class="tick" role="img" aria-label="{escape(label)}"></span>'
