from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ceremonie.deck.template.layouts import GENERIC, layouts
from ceremonie.planning.drawing import Drawing, Role
from ceremonie.theme.palette import HOUSE, MINIMUM_CONTRAST, Colour
from ceremonie.theme.type import Scale
from tests.deck import sample

SCALE = Scale()


def test_a_layout_for_each_kind_in_order_and_one_for_free_use(tmp_path: Path) -> None:
    names = [layout.name for layout in layouts(sample.whole(tmp_path).pages, Scale())]
    assert names[:3] == ["Accueil", "Déroulé", "Ouverture"]
    assert names.count("Témoignage") == 1
    assert names[-1] == GENERIC


def test_pages_of_a_kind_share_one_placeholder_for_each_of_their_texts() -> None:
    one = sample.words("nom 1", ("Un",), 96, 200, SCALE.statement, Colour.PAPER, Role.NAME)
    two = replace(one, name="nom 2", baseline=400)
    short = replace(sample.running_order(), kind="essai", drawing=Drawing(Colour.PAPER, (one,)))
    long = replace(short, drawing=Drawing(Colour.PAPER, (one, two)))
    essai, _ = layouts((short, long), Scale())
    assert [(place.number, place.prompt) for place, _ in essai.slots] == [
        (0, "Titre"), (50, "Nom"), (51, "Nom 2"),
    ]  # fmt: skip


def test_prompts_can_be_read_on_the_bare_field(tmp_path: Path) -> None:
    for layout in layouts(sample.whole(tmp_path).pages, Scale()):
        for _, text in layout.slots:
            assert HOUSE.contrast(text.colour, layout.ground) >= MINIMUM_CONTRAST
