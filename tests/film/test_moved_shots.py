"""A longer text is rendered again; what it moves along is not."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.film.coding.encode import FULL
from ceremonie.film.work import segments
from ceremonie.film.work.segments import Segment
from ceremonie.media.assembly import tracks
from ceremonie.media.entries import Medium, entries
from ceremonie.media.material import Material, Materials, Picture, Sound, Tempo, Track
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import SAMPLE_RATE

TEMPO = Tempo(first=0.37, period=60 / 164, downbeat=3)
"""9.146 frames from beat to beat."""

CHANGED = "jour-1-atelier-2"
LONGER = "Les élèves de sixième, leurs parents et les bénévoles du quartier, après la rencontre"


def film(caption: str, **options: Any) -> Plan:
    days: list[dict[str, Any]] = [
        {"date": f"2024-12-0{day}", "ateliers": [_workshop(day, n) for n in range(1, 5)]}
        for day in (1, 2, 3)
    ]
    days[0]["ateliers"][1]["medias"][0]["legende"] = caption
    board = Storyboard.model_validate(
        {
            "edition": "essai",
            "titre": "Fête du sport de Bron",
            "organisateur": "Ville de Bron",
            "ceremonie": {"date": "2024-12-06", "lieu": "Espace Albert-Camus"},
            "jours": days,
            "athletes": [{"nom": f"Athlète {n}", "discipline": "Judo"} for n in range(3)],
            "musique": {"fichier": "musique.ogg"},
            "film": options,
        }
    )
    sound = Sound("musique", 300 * SAMPLE_RATE, tempo=TEMPO)
    media: dict[Medium, Material] = {
        e: Picture(e.file, 2400, 1600, "", e.caption) for _, e in entries(board)
    }
    return plan(board, Materials(media, tuple(Track(sound, e, p) for p, e in tracks(board))))


def _workshop(day: int, number: int) -> dict[str, Any]:
    medium = {"fichier": f"{day}-{number}.jpg", "alt": "Une vue", "legende": f"Photo {number}"}
    return {"titre": f"Atelier {day}{number}", "commune": "Bron", "medias": [medium]}


def again(before: Plan, after: Plan) -> list[Segment]:
    """What has to be rendered once the first film is there."""
    kept = set(segments.keys(segments.segments(before), FULL).values())
    keyed = segments.keys(segments.segments(after), FULL)
    return [segment for segment, key in keyed.items() if key not in kept]


@pytest.mark.parametrize("caption", ["Photo 2.", LONGER])
def test_a_longer_caption_renders_its_shot_again_and_none_that_it_moves(caption: str) -> None:
    before, after = film("Photo 2"), film(caption)
    ids = [shot.id for shot in after.shots]
    following = ids[ids.index(CHANGED) + 1]
    rendered = again(before, after)
    assert CHANGED in {segment.shot for segment in rendered}
    for segment in rendered:
        leads_from_it = segment.shot == following and segment.transition.frames
        assert segment.shot == CHANGED or leads_from_it or len(segment) == 1
    if caption is LONGER:
        assert after.frames > before.frames


def test_with_a_length_of_its_own_the_film_takes_it_back_from_few_shots() -> None:
    asked = film("Photo 2").frames / 25 + 5
    before, after = film("Photo 2", duree=asked), film(LONGER, duree=asked)
    assert abs(after.frames - before.frames) <= 10
    lengths = [{s.id: s.drawing.frames for s in made.shots} for made in (before, after)]
    other = {name for name in lengths[0] if lengths[0][name] != lengths[1][name]}
    assert len(other - {CHANGED}) <= 5
