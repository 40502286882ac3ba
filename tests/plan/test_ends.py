"""How the film begins and how it ends, and which chapters lie between."""

from __future__ import annotations

import pytest

from ceremonie.film.painting.stills import paint
from ceremonie.film.rendering import chapters
from ceremonie.formats import FORMATS, Shape
from ceremonie.planning.transition import FADE

from .composed import composed
from .contents import CONTENTS
from .shapes import planned


@pytest.mark.parametrize("shape", Shape)
def test_the_film_begins_with_its_title_whole(shape: Shape) -> None:
    drawing = composed(CONTENTS["title"], shape)
    assert (paint(drawing, 0, 4) == paint(drawing, 100, 4)).all()
    assert drawing.format is FORMATS[shape]


def test_the_film_ends_with_the_last_word_and_goes_to_black_after_its_usual_time() -> None:
    thanks = [{"titre": "Organisation", "lignes": ["Ville de Bron"]}]
    plan = planned(generique=thanks, cloture={"message": "À l'an prochain"})
    assert [s.id for s in plan.shots][-2:] == ["generique", "cloture"]
    assert [p.id for p in plan.pages][-2:] == ["cloture", "generique-1"]
    assert [s.fade for s in plan.shots if s.fade] == [FADE]
    assert plan.shots[-1].fade == FADE
    apart = ["titre", "jours", "cloture", "chiffres", "generique"]
    figures = [{"valeur": 3, "libelle": "villes"}]
    written = planned(generique=thanks, chiffres=figures, cloture={}, deroule=apart)
    assert [s.kind for s in written.shots][-3:] == ["cloture", "chiffres", "generique"]
    assert [s.fade for s in written.shots if s.fade] == [FADE]


def test_each_day_is_a_chapter_and_what_opens_and_what_ends_the_film_is_one_each() -> None:
    days = [
        {"date": f"2024-05-0{n}", "ateliers": [{"titre": f"Lutte {n}", "commune": "Bron"}]}
        for n in (1, 2)
    ]
    plan = planned(jours=days, cloture={"message": "Merci à toutes et à tous"})
    named = [chapter.title for chapter in chapters(plan)]
    assert named[0] == "Ouverture"
    assert [name[:6] for name in named if name.startswith("Jour")] == ["Jour\u00a01", "Jour\u00a02"]
    assert named[-1] == "Remerciements"
    assert len(named) == len(set(named))
