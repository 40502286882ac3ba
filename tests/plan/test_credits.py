"""Credits: every author is named, in every shape, whatever is filled in."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.drawing import Drawing, Text

from .measures import faults
from .shapes import drawings, planned

LONG = (
    "Photographies de la médiathèque départementale et des archives intercommunales, prêtées pour "
    "la durée de la manifestation et jusqu'à la fin de l'année scolaire"
)[:160]


def block(title: str, *lines: str) -> dict[str, Any]:
    return {"titre": title, "lignes": list(lines)}


@pytest.mark.parametrize(
    "blocks",
    [
        [block("Organisation", "Ville de Bron")],
        [block(f"Rubrique {i}", "Une mention", "Une autre") for i in range(20)],
        [block("Bénévoles", *(f"Prénom et nom de famille {i}" for i in range(100)))],
        [block(LONG, *(f"{LONG[:150]} {i}" for i in range(12)))],
        [block("CLUBS", *(f"UNION SPORTIVE MUNICIPALE {i}" for i in range(60)))],
    ],
    ids=["one", "twenty", "names", "long", "capitals"],
)
def test_every_credit_is_read_in_every_shape(blocks: list[dict[str, Any]]) -> None:
    plan = planned(generique=blocks, cloture={"message": "À l'an prochain"})
    assert plan.diagnostics == ()
    screens = dict(drawings(plan, "generique"))
    assert {name: faults(drawing) for name, drawing in screens.items() if faults(drawing)} == {}
    lines = [line.replace("'", "’") for b in blocks for line in b["lignes"]]
    for shape in ("16:9", "1:1", "9:16", "slide"):
        texts = [t for name, d in screens.items() if name.startswith(shape) for t in mentions(d)]
        assert [text for text in texts if text in lines] == lines


def test_a_block_that_goes_on_says_its_heading_again() -> None:
    plan = planned(generique=[block("Bénévoles", *(f"Nom {i}" for i in range(60)))])
    first, second = (s for s in plan.shots if s.kind == "generique")
    headings = [t for t in mentions(first.drawing) if t.startswith("Bénévoles")]
    assert headings == ["Bénévoles", *["Bénévoles (suite)"] * 2]
    assert mentions(second.drawing)[0] == "Bénévoles (suite)"


def test_pages_of_a_narrow_shape_are_filled_alike() -> None:
    plan = planned(generique=[block("Bénévoles", *(f"Nom {i}" for i in range(30)))])
    square = plan.in_each_shape[1]
    (shot,) = (s for s in square.shots if s.kind == "generique")
    pages = [e.page for e in shot.drawing.elements if isinstance(e, Text) and e.page is not None]
    counts = [pages.count(page) for page in sorted(set(pages))]
    assert len(counts) == 3
    assert max(counts) - min(counts) <= 2


def mentions(drawing: Drawing) -> list[str]:
    """Those of a column of a slide are paragraphs of one text."""
    texts = [e for e in drawing.elements if isinstance(e, Text) and e.name.startswith("mention")]
    return [said for e in texts for said in (e.paragraphs if "\n" in e.said else (e.text,))]
