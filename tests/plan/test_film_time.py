"""What a storyboard asks of the film's time, and what is told where it cannot be had."""

from __future__ import annotations

from typing import Any

import pytest

from ceremonie.planning.model import Plan
from ceremonie.planning.notes import duration
from ceremonie.storyboard.programme import Section
from ceremonie.units import frames

from .materials import day, planned, told, workshop

PHOTO, CLIP = "vue-1600x1200.jpg", "extrait-1280x720.mp4"
SHOT = "jour-1-atelier-1"
SINGER = {"titre": "Chorale", "artistes": "Un chœur"}


def length(made: Plan, shot: str) -> int:
    return next(len(one.span) for one in made.shots if one.id == shot)


def shots(made: Plan) -> list[str]:
    return [shot.id for shot in made.shots]


def many_days(days: int, workshops: int, **more: Any) -> Plan:
    return planned(
        jours=[
            {"date": f"2024-12-0{n + 1}", "ateliers": [workshop(PHOTO) for _ in range(workshops)]}
            for n in range(days)
        ],
        **more,
    )


@pytest.mark.parametrize("asked", [4, 6.5, 12, 20])
def test_a_workshop_has_the_seconds_that_are_asked_for(asked: float) -> None:
    made = planned(jours=day(workshop(PHOTO, secondes=asked), workshop(PHOTO)))
    assert abs(length(made, SHOT) - frames(asked)) <= 6
    assert length(made, "jour-1-atelier-2") == length(planned(jours=day(workshop(PHOTO))), SHOT)


def test_its_photo_and_its_clip_share_them() -> None:
    made = planned(jours=day(workshop(PHOTO, CLIP, secondes=10)))
    own = [len(shot.span) for shot in made.shots if shot.id.startswith(SHOT)]
    assert len(own) == 2
    assert abs(sum(own) - frames(10)) <= 12


def test_too_few_seconds_are_kept_and_told() -> None:
    made = planned(jours=day(workshop(PHOTO, secondes=1)))
    assert length(made, SHOT) <= 36
    (problem,) = made.diagnostics
    assert problem.slug == "secondes-trop-courtes"
    assert problem.path == ("jours", 0, "ateliers", 0, "secondes")
    assert problem.message.startswith("1\u00a0s, c'est moins")


def test_a_clip_is_neither_cut_nor_slowed_down_for_its_seconds() -> None:
    for asked, slug in ((1, "secondes-trop-courtes"), (9, "secondes-trop-longues")):
        made = planned(jours=day(workshop(CLIP, secondes=asked)))
        assert [d.slug for d in made.diagnostics] == [slug]
        assert 50 <= length(made, f"{SHOT}-extrait-1") <= 50 + 24


def test_what_is_out_of_the_film_keeps_its_slide() -> None:
    made = planned(jours=day(workshop(PHOTO, film="non"), workshop(PHOTO)))
    assert SHOT not in shots(made)
    assert "jour-1-atelier-2" in shots(made)
    assert SHOT in [page.id for page in made.pages]
    assert made.diagnostics == ()


def test_what_is_played_live_is_in_the_film_where_it_says_so() -> None:
    made = planned(spectacle=[SINGER, {**SINGER, "film": "oui"}])
    assert [s for s in shots(made) if "spectacle" in s] == ["spectacle-2"]
    assert made.diagnostics == ()
    left_out = planned(spectacle=[{**SINGER, "film": "oui"}], film={"sauf": ["spectacle"]})
    assert not [s for s in shots(left_out) if "spectacle" in s]


def test_what_is_played_live_and_on_no_slide_is_told() -> None:
    made = planned(spectacle=[SINGER], diaporama={"sauf": ["spectacle"]})
    (problem,) = made.diagnostics
    assert (problem.slug, problem.path) == ("partie-ecartee", ("spectacle",))
    assert "film: oui" in problem.message


def test_a_prize_out_of_the_film_is_in_no_table_of_it() -> None:
    prizes = [{"titre": f"Prix {n}", "laureat": f"Équipe {n}"} for n in range(6)]
    made = planned(prix=[{**prizes[0], "film": "non"}, *prizes[1:]])
    words = [str(e) for s in made.shots if s.section is Section.PRIZES for e in s.drawing.elements]
    assert any("Équipe 1" in word for word in words)
    assert not any("Équipe 0" in word for word in words)


def test_seconds_of_what_has_no_shot_are_told() -> None:
    made = planned(jours=day(workshop(PHOTO, film="non", secondes=5), workshop(PHOTO)))
    assert told(made.diagnostics) == [
        ("secondes-sans-plan", ("jours", 0, "ateliers", 0, "secondes"))
    ]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_film_is_as_long_as_it_is_asked_to_be(share: float) -> None:
    shortest, longest = (many_days(3, 4, film={"duree": asked}).frames for asked in (20, "20 min"))
    wanted = round(shortest + share * (longest - shortest))
    made = many_days(3, 4, film={"duree": wanted / 25})
    assert abs(made.frames - wanted) <= 12
    assert made.diagnostics == ()


def test_a_film_that_cannot_be_so_short_is_made_at_its_shortest_and_told() -> None:
    made = many_days(3, 4, film={"duree": 25})
    (problem,) = made.diagnostics
    assert (problem.slug, problem.path) == ("duree-trop-courte", ("film", "duree"))
    assert "« jours » (" in problem.message
    assert f"il en dure {duration(made.frames)}" in problem.message
    again = many_days(3, 4, film={"duree": made.frames / 25})
    assert again.frames == made.frames
    assert again.diagnostics == ()


def test_a_film_with_far_too_much_time_is_made_at_its_longest_and_told() -> None:
    made = many_days(1, 2, film={"duree": "20 min"})
    (problem,) = made.diagnostics
    assert problem.slug == "duree-trop-longue"
    assert made.frames < frames(60)


def test_a_calm_film_is_longer_than_a_brisk_one() -> None:
    calm, normal, brisk = (
        many_days(3, 4, film={"rythme": pace}).frames for pace in ("posé", "normal", "vif")
    )
    assert calm > normal > brisk


@pytest.mark.parametrize(("days", "workshops"), [(1, 2), (7, 10)])
def test_a_small_event_and_a_large_one_keep_an_even_pace(days: int, workshops: int) -> None:
    made = many_days(days, workshops)
    own = [len(s.span) for s in made.shots if s.kind == "atelier"]
    assert len(own) == days * workshops
    assert max(own) - min(own) <= 12
    assert sum(made.shares.values()) == made.frames
