"""What is played on the stage: speeches, interludes, and how long each takes."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from ceremonie.edition.running_order import running_order
from ceremonie.edition.transcript import transcript
from ceremonie.film.painting.stills import paint
from ceremonie.formats import Shape
from ceremonie.planning.drawing import Area, Footage, Photo, Pictogram, Text
from ceremonie.planning.model import Page, Plan

from .boards import TEXT
from .measures import faults
from .shapes import drawings, planned

PHOTO = {"fichier": "portrait-1600x2400.jpg", "alt": "La maire au micro", "legende": "La maire"}
LYING = {"fichier": "groupe-3000x2000.jpg", "alt": "Tout le monde"}
FILM = {"fichier": "comite-1920x1080.mp4", "alt": "Le film du comité"}
LINK = "https://www.exemple.fr/journees/avis-2023"
SPEECHES: list[dict[str, Any]] = [
    {
        "orateur": "Madame la maire",
        "fonction": "maire de Bron",
        "resume": "Le sport est le premier droit d'une enfance en bonne santé.",
        "points": ["les gymnases", "les clubs"],
        "portrait": PHOTO,
        "langue_des_signes": True,
        "duree": "5 min",
    },
    {"orateur": "Un vice-président", "fonction": "vice-président de la métropole"},
]


def moment(kind: str, title: str = "Un moment", **more: Any) -> dict[str, Any]:
    return {"type": kind, "titre": title, **more}


def slide(plan: Plan, name: str) -> Page:
    return next(page for page in plan.pages if page.id == name)


def words(page: Page) -> str:
    return " ".join(e.text for e in page.drawing.elements if isinstance(e, Text))


def test_a_speech_says_who_and_what_stays_of_it_and_its_notes_the_rest() -> None:
    page = slide(planned(discours=SPEECHES), "discours-1")
    assert "Le sport est le premier droit" in words(page)
    assert "maire de Bron" in words(page)
    assert [e.picture.alternative for e in page.drawing.elements if isinstance(e, Photo)]
    assert [e.symbol for e in page.drawing.elements if isinstance(e, Pictogram)] == [
        "langue-des-signes"
    ]
    for said in ("– les gymnases", "langue des signes", "Donner la parole à : Madame la maire"):
        assert said in page.notes.replace("\u00a0", " ")


def test_a_speech_without_a_summary_is_a_name_and_a_function() -> None:
    page = slide(planned(discours=SPEECHES), "discours-2")
    assert "Un vice-président" in words(page)
    assert not [e for e in page.drawing.elements if isinstance(e, Pictogram)]


def test_what_is_played_on_the_stage_is_in_the_film_only_where_it_is_asked_for() -> None:
    def filmed(**more: Any) -> set[str]:
        speech, interval = {**SPEECHES[0], **more}, moment("entracte", **more)
        return {shot.id for shot in planned(discours=[speech], moments=[interval]).shots}

    assert not {"discours-1", "moment-1"} & filmed()
    assert {"discours-1", "moment-1"} <= filmed(film=True)


@pytest.mark.parametrize(
    "one",
    [
        {
            **SPEECHES[0],
            "film": True,
            "resume": TEXT,
            "fonction": "maire de Saint-Barthélemy, vice-présidente",
        },
        {**SPEECHES[1], "film": True, "orateur": "Marie-Antoinette Andriamanantenasoa"},
    ],
    ids=["long", "name"],
)
def test_speeches_are_read_in_every_shape(one: dict[str, Any]) -> None:
    plan = planned(discours=[one])
    assert {name: faults(d) for name, d in drawings(plan, "discours") if faults(d)} == {}


@pytest.mark.parametrize(
    "one",
    [
        moment("entracte", texte=TEXT, duree="15 min"),
        moment("texte", "Une très longue phrase pour un titre de moment", texte=TEXT),
        moment("texte", texte=TEXT, media=PHOTO),
        moment("lien", "Dites-nous ce que vous garderez", texte=TEXT[:180], lien=LINK),
        moment("lien", lien="https://exemple.fr/" + "tres-longue-adresse/" * 6),
    ],
    ids=["interval", "text", "photo", "link", "long-link"],
)
def test_moments_are_read_in_every_shape_and_say_all_of_their_text(one: dict[str, Any]) -> None:
    plan = planned(moments=[{**one, "film": True}])
    assert {n: faults(d) for n, d in drawings(plan, one["type"]) if faults(d)} == {}
    assert [d for d in plan.diagnostics if d.path and d.path[0] == "moments"] == []


def test_a_projection_fills_the_frame_and_starts_with_a_click() -> None:
    page = slide(planned(moments=[moment("projection", media=FILM)]), "moment-1")
    footage = next(e for e in page.drawing.elements if isinstance(e, Footage))
    assert footage.width == page.drawing.format.width
    assert "cliquer pour lancer la projection" in page.notes


def test_a_text_with_a_clip_shows_it_after_its_words() -> None:
    plan = planned(moments=[moment("texte", texte="Écoutez-les.", media=FILM)])
    assert [page.id for page in plan.pages if "moment" in page.id] == [
        "moment-1",
        "moment-1-extrait",
    ]
    assert [d for d in plan.diagnostics if d.path and d.path[0] == "moments"] == []


def test_a_group_photo_is_alone_on_its_slide() -> None:
    page = slide(planned(moments=[moment("photo", media=LYING)]), "moment-1")
    assert max(e.width for e in page.drawing.elements if isinstance(e, Photo)) >= 1600


def test_a_moment_comes_as_often_as_it_is_named_and_is_a_part_of_its_own() -> None:
    pause = moment("entracte", "Entracte", id="pause", duree="15 min")
    order = ["titre", "pause", "cloture", {"partie": "pause", "duree": "5 min"}]
    plan = planned(moments=[pause], deroule=order)
    ids = [page.id for page in plan.pages if page.id != "derniere-minute"]
    assert ids == ["titre", "deroule", "moment-1", "cloture", "moment-1-fois-2"]
    assert [page.part for page in plan.pages if "moment" in page.id] == ["Entracte", "Entracte"]
    assert "Une pause de 15" in words(slide(plan, "moment-1"))
    assert "Une pause de 5" in words(slide(plan, "moment-1-fois-2"))


@pytest.mark.parametrize("shape", Shape)
def test_the_code_of_a_link_is_read_by_a_camera(shape: Shape) -> None:
    plan = planned(moments=[moment("lien", "Votre avis", lien=LINK, film=True)])
    cut = next(one for one in plan.in_each_shape if one.format.shape is shape)
    drawing = next(shot.drawing for shot in cut.shots if shot.id == "moment-1")
    assert _scanned(paint(drawing, None, 2)) == LINK
    assert [e.alternative for e in drawing.elements if isinstance(e, Area)] == [
        "Code QR : exemple.fr/journees/avis-2023"
    ]
    assert "Code QR" in transcript(plan)


def _scanned(frame: Any) -> str:
    text, *_ = cv2.QRCodeDetector().detectAndDecode(np.ascontiguousarray(frame[..., ::-1]))
    return text


def test_times_on_stage_stand_in_the_notes_and_in_the_running_order() -> None:
    plan = planned(
        discours=SPEECHES,
        prix=[{"titre": f"Prix {n}", "laureat": f"Une classe {n}", "duree": 60} for n in "ABCDE"],
        deroule=["titre", "discours", {"partie": "jours", "duree": "25 min"}, "prix", "film"],
    )
    said = {page.id: plan.on_stage(page) for page in plan.pages if plan.on_stage(page)}
    film = said.pop("film")
    assert said == {"discours-1": 300, "jour-1": 1500, "prix-tableau-1": 300}
    assert "DURÉE\u00a0: 5\u00a0min\n" in slide(plan, "discours-1").notes
    assert film
    planned_rows = {row.id: row.seconds for row in plan.evening.rows if row.planned}
    assert planned_rows == said
    assert "<strong>5\u00a0min</strong>" in running_order(plan)


def test_what_has_no_time_on_stage_gets_none() -> None:
    plan = planned(discours=[SPEECHES[1]])
    assert not any(row.planned for row in plan.evening.rows)
    assert "DURÉE" not in slide(plan, "discours-1").notes
