"""Credits: every author is named, in every shape, whatever is filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ceremonie.film.painting.colour import planes
from ceremonie.film.painting.painter import ShotPainter
from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.compositions import compose
from ceremonie.planning.drawing import Drawing, Role, Text
from ceremonie.planning.entrances import SOFT, Roll
from ceremonie.planning.model import Plan
from ceremonie.planning.staging import Staging

from .contents import CONTENTS
from .measures import faults, stands_whole, whole_at
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
        [*(block(f"Rubrique {i}", "Une mention") for i in range(16)), block(LONG, "Une mention")],
    ],
    ids=["one", "twenty", "names", "long", "capitals", "a heading longer than its credits"],
)
def test_every_credit_is_read_in_every_shape(blocks: list[dict[str, Any]]) -> None:
    plan = planned(generique=blocks, cloture={"message": "À l'an prochain"})
    assert plan.diagnostics == ()
    screens = dict(drawings(plan, "generique"))
    rolls = {name: screens[name] for name in screens if not name.startswith("slide")}
    assert {name: fleeting(drawing) for name, drawing in rolls.items() if fleeting(drawing)} == {}
    screens = dict(drawings(still(*blocks), "generique"))
    assert {name: faults(drawing) for name, drawing in screens.items() if faults(drawing)} == {}
    lines = [line.replace("'", "’") for b in blocks for line in b["lignes"]]
    for shape in ("16:9", "1:1", "9:16", "slide"):
        for shown in (rolls, screens) if shape != "slide" else (screens,):
            texts = [t for name, d in shown.items() if name.startswith(shape) for t in mentions(d)]
            assert [text for text in texts if text in lines] == lines


def fleeting(drawing: Drawing) -> list[str]:
    """Texts that do not stand whole in the safe area for two seconds."""
    safe, frames = drawing.format.safe, range(drawing.frames)
    texts = [e for e in drawing.elements if isinstance(e, Text)]
    return [text.name for text in texts if len(list(whole_at(text, safe, frames))) < 50]


def test_credits_roll_by_three_whole_px_a_frame_in_luma_and_in_chroma() -> None:
    """What a row of the screen shows, it shows three rows further up on the next frame."""
    for shape in Shape:
        drawing = replace(compose(CONTENTS["credit_roll"], Staging(FORMATS[shape])), frames=400)
        (roll,) = {e.entrance for e in drawing.elements if isinstance(e.entrance, Roll)}
        painter = ShotPainter(drawing)
        first = roll.start + 20
        top, bottom = round(roll.window.top), round(roll.window.bottom) - SOFT
        for number in (first, first + 1):
            before, after = (planes(painter.frame(n).copy()) for n in (number, number + 1))
            assert (before[0][top + 3 : bottom] == after[0][top : bottom - 3]).all()
            two = planes(painter.frame(number + 2).copy())
            for one, other in zip(before[1:], two[1:], strict=True):
                assert (one[top // 2 + 3 : bottom // 2] == other[top // 2 : bottom // 2 - 3]).all()
        assert (painter.frame(roll.start) == painter.frame(roll.start - 5)).all()
        assert (painter.frame(399) == painter.frame(roll.start + roll.frames)).all()


def test_the_roll_begins_with_its_first_line_and_rests_on_its_last() -> None:
    for name, drawing in drawings(
        planned(generique=[block("Clubs", *map(str, range(60)))]), "generique"
    ):
        if name.startswith("slide"):
            continue
        texts = [e for e in drawing.elements if isinstance(e, Text) and e.role is Role.CREDIT]
        assert stands_whole(texts[0], drawing.format.safe, 0), name
        assert stands_whole(texts[-1], drawing.format.safe, drawing.frames - 50), name


def test_works_of_one_author_under_one_licence_are_named_together_in_the_film() -> None:
    photos = [
        "Prairie © 2018 Une autrice, CC BY 4.0",
        "Un peintre, La Lecture, domaine public",
        "Figue © 2018 Un auteur, CC BY 4.0",
        "Ruisseau © 2018 Une autrice, CC BY 4.0",
        "Un peintre, Jeux de sable, domaine public",
        "Photo du club",
    ]
    workshops = [
        {
            "titre": f"Atelier {n}",
            "commune": "Bron",
            "medias": [{"fichier": f"{n}.jpg", "alt": "Un pré", "credit": photo}],
        }
        for n, photo in enumerate(photos)
    ]
    plan = planned(jours=[{"date": "2024-05-01", "ateliers": workshops}])
    assert plan.diagnostics == ()
    (roll,) = (s.drawing for s in plan.shots if s.kind == "generique")
    assert [text.replace("\u00a0", " ") for text in mentions(roll)] == [
        "© 2018 Une autrice, CC BY 4.0 : Prairie, Ruisseau",
        "Un peintre, domaine public : La Lecture, Jeux de sable",
        "Figue © 2018 Un auteur, CC BY 4.0",
        "Photo du club",
    ]
    (slide,) = (d for name, d in drawings(plan, "generique") if name.startswith("slide"))
    assert len([text for text in mentions(slide) if text]) == len(photos) + 1


def test_a_block_that_goes_on_says_its_heading_again() -> None:
    plan = still(block("Bénévoles", *(f"Nom {i}" for i in range(60))))
    first, second = (s for s in plan.shots if s.kind == "generique")
    headings = [t for t in mentions(first.drawing) if t.startswith("Bénévoles")]
    assert headings == ["Bénévoles", *["Bénévoles (suite)"] * 2]
    assert mentions(second.drawing)[0] == "Bénévoles (suite)"


def test_pages_of_a_narrow_shape_are_filled_alike() -> None:
    plan = still(block("Bénévoles", *(f"Nom {i}" for i in range(30))))
    square = plan.in_each_shape[1]
    (shot,) = (s for s in square.shots if s.kind == "generique")
    pages = [e.page for e in shot.drawing.elements if isinstance(e, Text) and e.page is not None]
    counts = [pages.count(page) for page in sorted(set(pages))]
    assert len(counts) == 3
    assert max(counts) - min(counts) <= 2


def still(*blocks: dict[str, Any]) -> Plan:
    """Where motion is reduced: pages, as slides are."""
    return planned(generique=list(blocks), theme={"mouvement": "reduit"})


def mentions(drawing: Drawing) -> list[str]:
    """Those of a column of a slide are paragraphs of one text."""
    texts = [e for e in drawing.elements if isinstance(e, Text) and e.name.startswith("mention")]
    return [said for e in texts for said in (e.paragraphs if "\n" in e.said else (e.text,))]
