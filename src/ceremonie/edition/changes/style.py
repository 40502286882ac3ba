"""How the sheet of changes looks: on A4, read in a few seconds beside the desk."""

from __future__ import annotations

STYLE = """
@page { size: A4; margin: 10mm 12mm 11mm;
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
body { max-width: 56rem; }
header { margin-bottom: .8rem; border-top-width: .5rem; padding: .5rem 0 .4rem; }
header { display: grid; grid-template-columns: auto 1fr; align-items: baseline; gap: 0 1rem; }
header h1 { font-size: 1.7rem; }
header p { margin: 0; grid-column: 1 / -1; overflow-wrap: anywhere; }
header .soiree { grid-column: 2; text-align: right; }
p, td { white-space: normal; }
.bref { list-style: none; margin: 0 0 .8rem; padding: 0; font-size: 1.1rem; line-height: 1.25; }
.bref li { display: grid; grid-template-columns: 7.2rem 1fr; padding: .1rem 0; }
.bref b { font-weight: 400; }
.bref strong { font-variant-numeric: tabular-nums; }
h2 { color: var(--ink); font-size: .95rem; letter-spacing: .06em; text-transform: uppercase;
        margin: .8rem 0 0; padding-bottom: .1rem; border-bottom: 2px solid var(--ink);
        break-after: avoid; }
.passage { display: grid; grid-template-columns: 5.2rem 1fr auto; gap: 0 1rem;
        align-items: start; padding: .38rem 0 .42rem; border-bottom: 1px solid #8b8d97;
        break-inside: avoid; }
.ou { line-height: 1.15; font-variant-numeric: tabular-nums; }
.ou small { display: block; font-size: .74rem; }
.ou b { display: block; font-size: 1.8rem; line-height: 1; }
.ou b.heure { font-size: 1.5rem; }
.ou time { display: block; font-size: .86rem; margin-top: .25rem; }
.quoi { min-width: 0; overflow-wrap: anywhere; }
.quoi h3 { font-size: 1.08rem; line-height: 1.2; margin: 0 0 .15rem; color: var(--ink); }
.quoi p { margin: .12rem 0; line-height: 1.35; }
.quoi .sort { font-weight: 400; }
.quoi .notes, .quoi .aussi { font-size: .88rem; }
.quoi .notes b, .quoi .parole b { font-size: .74rem; letter-spacing: .05em;
        text-transform: uppercase; margin-right: .3rem; }
del { text-decoration: line-through; text-decoration-thickness: .09em; color: #4b4d57; }
ins { text-decoration: none; font-weight: 700; border-bottom: .14em solid var(--bright);
        box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.vues { display: flex; align-items: center; justify-content: flex-end; gap: .35rem; }
.vues img { width: 7.6rem; max-height: 7.6rem; object-fit: contain; outline: 1px solid #8b8d97; }
.vues img.avant, .vues img.parti { opacity: .6; }
.vues .rien { width: 7.6rem; padding: 1.1rem 0; margin: 0; text-align: center; font-size: .8rem;
        border: 1px dashed #8b8d97; box-sizing: border-box; }
.discret { padding: .25rem 0 .3rem; }
.discret .ou b { display: inline; font-size: 1.1rem; }
.discret .ou b::before { content: "n° "; font-weight: 400; font-size: .8rem; }
.discret .ou b.heure::before { content: "film "; }
.discret .ou small { display: none; }
.discret .quoi h3 { font-size: 1rem; margin: 0; }
.suite { margin: .5rem 0; padding: 0; list-style: none; }
.suite li { padding: .1rem 0; font-variant-numeric: tabular-nums; }
@media (max-width: 40rem) {
  .passage { grid-template-columns: 4.4rem 1fr; }
  .vues { grid-column: 2; flex-wrap: wrap; margin-top: .4rem; }
  .bref li { grid-template-columns: 5.5rem 1fr; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 9.6pt; }
  html { font-size: 9.6pt; }
  .evitement { display: none; }
}
"""
