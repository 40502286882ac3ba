"""How the running order looks: on A4, held at arm's length in the half dark."""

from __future__ import annotations

STYLE = """
@page { size: A4 landscape; margin: 8mm 10mm 10mm;
        @bottom-left { content: "Conducteur"; font: 9pt sans-serif; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
body { max-width: 80rem; }
header { margin-bottom: .6rem; border-top-width: .5rem; padding-top: .4rem; }
header h1 { font-size: 1.5rem; }
main > h2 { position: absolute; left: -100rem; }
.soiree { font-size: .95rem; line-height: 1.28; }
.soiree th { font-size: .78rem; letter-spacing: .06em; text-transform: uppercase;
        padding: .2rem .7rem; border-bottom: 2px solid var(--ink); color: var(--ink); }
.soiree td { padding: .28rem .7rem .3rem; border-bottom: 1px solid #8b8d97; white-space: normal;
        width: auto; }
.soiree td:nth-child(2) { width: auto; }
.soiree td b { color: inherit; font-size: 1em; letter-spacing: 0; }
.soiree .fait { width: 1.5rem; padding: .45rem 0 0 .1rem; }
.soiree .case { display: block; width: 1.05rem; height: 1.05rem; border: 2px solid var(--ink);
        border-radius: .15rem; }
.soiree .heure { width: 8.6rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.soiree .heure b { display: block; font-size: 1.45rem; line-height: 1.05; }
.soiree .heure small { font-size: .62em; font-weight: 400; }
.soiree .heure span { display: block; font-size: .8rem; line-height: 1.25; }
.soiree .heure strong { font-size: 1rem; margin-right: .25rem; }
.soiree .passage { width: 15rem; }
.soiree .passage b, .soiree .passage span, .soiree .passage em { display: block; }
.soiree .passage b { font-size: 1.08rem; line-height: 1.15; }
.soiree .passage span { font-size: .84rem; }
.soiree .passage .voix { font-style: normal; font-weight: 700; margin-top: .15rem; }
.soiree .passage .voix::before { content: "Parole : "; font-weight: 400; }
.soiree .passage .alerte { font-size: .9rem; font-weight: 700; padding: .1rem .35rem;
        border: 2px solid var(--ink); margin-bottom: .25rem; }
.soiree .dire p { margin: 0 0 .1rem; }
.soiree .dire .mot { font-size: 1.02rem; }
.soiree .dire p:not(.mot) { font-size: .84rem; }
.soiree .regie { width: 13.5rem; }
.soiree .regie p { display: grid; grid-template-columns: auto 1fr; margin: 0; font-size: .95rem;
        line-height: 1.2; align-items: baseline; }
.soiree .dire p:not(.mot) b, .soiree .regie b { font-size: .72rem; letter-spacing: .05em;
        text-transform: uppercase; white-space: nowrap; }
.soiree .regie b { min-width: 5.8em; max-width: 11em; padding-right: .6em; white-space: normal; }
.soiree tr.film td { border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
@media screen and (max-width: 48rem) {
  .soiree thead { position: absolute; left: -100rem; }
  .soiree, .soiree tbody, .soiree tr, .soiree td { display: block; width: auto; }
  .soiree td:nth-child(2) { width: auto; }
  .soiree tr { padding: .5rem 0; border-bottom: 2px solid var(--ink); }
  .soiree td { border: 0; padding: .1rem 0; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10.4pt; }
  html { font-size: 10.4pt; }
  header { margin-bottom: .3rem; }
  .evitement { display: none; }
  thead { display: table-header-group; }
  .soiree tr { break-inside: avoid; }
  section.film { break-before: page; columns: 2; column-gap: 9mm; column-fill: auto; }
  section.film h2 { margin-top: 0; column-span: all; }
  section.film th, section.film td { padding: .2rem .6rem .2rem 0; line-height: 1.25; }
  section.film td:nth-child(2) { width: auto; white-space: nowrap; }
}
"""
