"""How the shelf looks: the lanes of the film at its head, the newest edition large, the others in
rows as wide as the window allows.
"""

from __future__ import annotations

from base64 import b64encode

from ceremonie.theme.faces import OURS

FAMILY = '"Police de l’étagère"'

STYLE = """
body { max-width: none; padding: 0; }
header, main, footer { padding: 0 max(1.25rem, calc((100% - 74rem) / 2)); }
header { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 1rem 2rem; margin: 0;
        border: 0; background: var(--paper); align-items: end; overflow: hidden; }
header div { padding: 2.6rem 0 2rem; }
header svg { grid-column: 2; grid-row: 1; height: 12rem; width: auto; align-self: start;
        overflow: visible; }
h1 { font-size: clamp(2.1rem, 5vw, 3.6rem); line-height: 1.05; letter-spacing: -.02em;
        margin: 0 0 .6rem; text-wrap: balance; }
main { display: block; padding-top: 2.5rem; padding-bottom: 3.5rem; }
.rayon { display: grid; gap: 3rem 2.2rem; list-style: none; margin: 0; padding: 0;
        grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.rayon > li { min-width: 0; }
article { display: flex; flex-direction: column; height: 100%; }
.image { display: block; position: relative; aspect-ratio: 16 / 9; overflow: hidden;
        background: var(--ink); border-bottom: .5rem solid var(--middle); }
li:nth-child(3n+2) .image { border-color: var(--bright); }
li:nth-child(3n) .image { border-color: var(--deep); }
.image img { width: 100%; height: 100%; object-fit: cover; object-position: top; display: block; }
.sans { background: var(--paper); }
.sans svg { position: absolute; right: 0; top: 0; height: 100%; width: auto; }
.sans b { position: absolute; left: 1.1rem; bottom: .5rem; max-width: 70%; overflow: hidden;
        font-size: 3.6rem; line-height: 1.1; letter-spacing: -.03em; white-space: nowrap;
        text-overflow: ellipsis; }
.etat { display: flex; flex-wrap: wrap; gap: .1rem .7rem; margin: .6rem 0 0; padding: 0;
        list-style: none; font-size: .9rem; line-height: 1.35; }
.etat li { padding: .12rem .6rem; background: var(--deep); color: var(--paper);
        font-weight: 700; }
.etat .brouillon { background: var(--bright); color: var(--ink); }
.etat .scelle { background: none; color: var(--ink); font-weight: 400; padding: 0;
        margin: .12rem 0; }
.etat .scelle::before { content: ""; display: inline-block; width: .62em; height: .62em;
        margin-right: .4em; border-radius: 50%; background: var(--middle); }
.dit { padding: .9rem 0 0; display: flex; flex-direction: column; flex: 1; }
h2 { color: var(--ink); font-size: 1.4rem; line-height: 1.18; margin: 0 0 .35rem;
        text-wrap: balance; overflow-wrap: anywhere; }
.quand { color: var(--deep); overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 1.7rem; margin: .9rem 0 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { font-size: .9rem; line-height: 1.3; }
dd { margin: 0; font-size: 1.55rem; line-height: 1.15; font-weight: 700;
        font-variant-numeric: tabular-nums; }
.ecart { margin: .8rem 0 0; padding-left: .8rem; border-left: .25rem solid var(--bright); }
.liens { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; list-style: none; padding: 0;
        margin: .35rem 0 0; }
.liens a { display: inline-block; padding: .25rem 0; }
.premiers { gap: .5rem; margin-top: 1rem; }
.premiers a { padding: .45rem 1rem; background: var(--ink); color: var(--paper);
        text-decoration: none; font-weight: 700; }
.premiers a:hover { text-decoration: underline; }
.une { padding-bottom: 3rem; margin-bottom: 3rem; border-bottom: 1px solid #c9c5ba; }
.une:only-child { border: 0; margin: 0; padding-bottom: 0; }
.une h2 { font-size: clamp(1.7rem, 3.4vw, 2.6rem); line-height: 1.1; letter-spacing: -.01em; }
.une .sans b { font-size: clamp(4rem, 12vw, 9rem); }
.une dd { font-size: 2.1rem; }
footer { background: var(--ink); color: var(--paper); padding-top: 1.3rem;
        padding-bottom: 1.5rem; font-size: .95rem; }
@media (min-width: 60rem) {
  .une { display: grid; grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); gap: 2.6rem;
        align-items: start; }
  .une .dit { padding: 0; }
}
@media (max-width: 40rem) { header svg { height: 7rem; } header div { padding: 1.6rem 0 1.4rem; }
        main { padding-top: 1.5rem; } .rayon { gap: 2.4rem; } }
@media print {
  header, main, footer { padding: 0; } header, footer { background: none; color: var(--ink); }
  .rayon { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.2rem 1.3rem; }
  .rayon h2 { font-size: 1.15rem; } dl { gap: .3rem 1rem; } dt { font-size: .8rem; }
  .une { display: grid; grid-template-columns: 1fr 1fr; gap: 1.6rem; align-items: start;
        padding-bottom: 1.2rem; margin-bottom: 1.2rem; } .une .dit { padding: 0; }
  .une h2 { font-size: 1.5rem; } dd, .une dd { font-size: 1.3rem; }
  .rayon > li, .une { break-inside: avoid; } h1 { font-size: 24pt; }
  .liens { display: none; } header svg { height: 5rem; } main { padding-top: 1rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


def style() -> str:
    """With the letters in it: nothing lies beside the shelf that it could take them from."""
    return "".join(map(_face, (400, 700))) + f":root {{ --family: {FAMILY}; }}" + STYLE


def _face(weight: int) -> str:
    data = b64encode(OURS.first(weight).path.read_bytes()).decode("ascii")
    source = f'src: url("data:font/ttf;base64,{data}")'
    return f"@font-face {{ font-family: {FAMILY}; font-weight: {weight}; {source}; }}\n"
