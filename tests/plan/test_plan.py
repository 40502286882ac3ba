"""The plan at its door: storyboard and materials in, one exact plan out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from ceremonie.diagnostics import Severity
from ceremonie.planning import cropping
from ceremonie.planning.drawing import Anchor, Caption, Drawing, Footage, Photo, Role, Text
from ceremonie.planning.entrances import Show
from ceremonie.planning.model import Plan
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.storyboard.programme import Section
from ceremonie.theme.faces import CAP_HEIGHT
from ceremonie.theme.grid import BOTTOM, MARGIN_X, MARGIN_Y, RIGHT
from ceremonie.theme.palette import HOUSE, MINIMUM_CONTRAST
from ceremonie.theme.type import FLOOR
from ceremonie.theme.typeface import width
from ceremonie.units import samples

from .conftest import MakePlan, board, workshop


def drawings(plan: Plan) -> list[tuple[str, Drawing]]:
    return [(s.id, s.drawing) for s in plan.shots] + [(p.id, p.drawing) for p in plan.pages]


def test_shots_follow_each_other_without_gap_or_overlap(make_plan: MakePlan) -> None:
    shots = make_plan().shots
    assert shots[0].span.start == 0
    assert all(one.span.stop == other.span.start for one, other in pairwise(shots))
    assert all(len(shot.span) == shot.drawing.frames for shot in shots)
    assert shots[0].transition == CUT


def test_every_part_has_its_scene_in_both(make_plan: MakePlan) -> None:
    """A map of the workshops is there only where there is no relay."""
    plan = make_plan(
        discours=[{"orateur": "Une élue", "film": True}],
        moments=[{"type": "entracte", "titre": "Entracte", "film": True}],
        benevoles={"noms": ["Les bénévoles de l'accueil"]},
    )
    in_film = {shot.section for shot in plan.shots}
    in_deck = {page.section for page in plan.pages}
    assert in_deck == set(Section) - {Section.MAP}
    assert in_film == set(Section) - {Section.MAP, Section.FILM}


def test_each_workshop_is_composed_after_its_pictures(make_plan: MakePlan) -> None:
    shots = {shot.id: shot for shot in make_plan().shots}
    photos = {
        name: [e for e in shots[name].drawing.elements if isinstance(e, Photo)]
        for name in (f"jour-1-atelier-{i}" for i in (1, 2, 3, 4))
    }
    assert [len({e.picture for e in found}) for found in photos.values()] == [1, 1, 3, 0]
    landscape, portrait = photos["jour-1-atelier-1"][-1], photos["jour-1-atelier-2"][-1]
    assert landscape.width > landscape.height
    assert portrait.height > portrait.width


def test_every_workshop_with_a_picture_has_a_shot_and_all_have_slides(make_plan: MakePlan) -> None:
    plan = make_plan()
    names = [f"jour-2-atelier-{i}" for i in range(1, 7)]
    day = [shot.id for shot in plan.shots if shot.id.startswith("jour-2")]
    assert day == ["jour-2", *names]
    assert [page.id for page in plan.pages if page.id.startswith("jour-2-atelier")] == names


def test_a_clip_plays_whole_with_its_sound_and_subtitles(make_plan: MakePlan) -> None:
    plan = make_plan()
    shot = next(s for s in plan.shots if s.id == "temoignage-2-extrait")
    footage = next(e for e in shot.drawing.elements if isinstance(e, Footage))
    cue = next(c for c in plan.speech if c.start == samples(shot.span.start + footage.start))
    assert len(shot.span) >= footage.start + footage.clip.frames
    assert cue.samples == samples(footage.clip.frames)
    words = next(s for s in plan.subtitles if s.span.start in shot.span)
    assert words.span.start == shot.span.start + footage.start + 10
    assert words.lines == ("Bonjour à tous.",)
    assert any(isinstance(e, Caption) for e in shot.drawing.elements)
    page = next(p for p in plan.pages if p.id == "temoignage-2-extrait")
    assert not any(isinstance(e, Caption) for e in page.drawing.elements)


def test_an_upright_clip_is_shown_whole(make_plan: MakePlan) -> None:
    day = {"date": "2023-11-28", "ateliers": [workshop("Cinéma", "portrait.mp4")]}
    plan = make_plan(jours=[day])
    shot = next(s for s in plan.shots if s.id == "jour-1-atelier-1-extrait-1")
    footage = next(e for e in shot.drawing.elements if isinstance(e, Footage))
    assert footage.height > footage.width


def test_music_goes_on_to_the_last_frame(make_plan: MakePlan) -> None:
    plan = make_plan()
    ends = [(cue.start, cue.start + cue.samples) for cue in plan.music]
    assert ends[0][0] == 0
    assert ends[-1][1] == samples(plan.frames)
    assert all(stop > start for (_, stop), (start, _) in pairwise(ends))


def test_deroule_is_the_order(make_plan: MakePlan) -> None:
    order = ["titre", "athletes", "jours", "cloture"]
    plan = make_plan(deroule=order)
    seen = list(dict.fromkeys(str(shot.section) for shot in plan.shots))
    assert seen == order


def test_film_and_deck_may_each_leave_parts_out(make_plan: MakePlan) -> None:
    plan = make_plan(film={"sauf": ["generique"]}, diaporama={"sauf": ["jours"]})
    assert Section.CREDITS not in {shot.section for shot in plan.shots}
    assert Section.DAYS in {shot.section for shot in plan.shots}
    assert Section.DAYS not in {page.section for page in plan.pages}
    assert Section.CREDITS in {page.section for page in plan.pages}


def test_reduced_motion_stills_everything_but_clips(make_plan: MakePlan) -> None:
    plan = make_plan(theme={"mouvement": "reduit"})
    for shot in plan.shots:
        moving = [e for e in shot.drawing.elements if not isinstance(e, Caption | Footage)]
        assert all(e.entrance.progress(0) == 1 for e in moving if not e.page)
        assert all(isinstance(e.entrance, Show) for e in moving)
        assert all(not cropping.move(e).spans for e in moving if isinstance(e, Photo))


def test_the_credits_tell_what_is_illustrative(make_plan: MakePlan) -> None:
    def told(**changes: Any) -> str:
        shots = [s for s in make_plan(**changes).shots if s.section is Section.CREDITS]
        texts = [e for s in shots for e in s.drawing.elements if isinstance(e, Text)]
        return " ".join(text.text for text in texts)

    assert "illustrative" in told()
    assert "illustrative" not in told(temoignages=[])


def test_the_credits_name_the_source_of_the_map_unless_a_block_does(make_plan: MakePlan) -> None:
    def told(**changes: Any) -> str:
        shots = [s for s in make_plan(**changes).shots if s.section is Section.CREDITS]
        texts = [e for s in shots for e in s.drawing.elements if isinstance(e, Text)]
        return "".join("".join(text.text for text in texts).split())

    own = [{"titre": "Carte", "lignes": ["D’après ADMIN EXPRESS"]}]
    assert "ADMINEXPRESS" in told()
    assert "LicenceOuverte" in told()
    assert "LicenceOuverte" not in told(generique=own)
    assert "ADMINEXPRESS" not in told(flamme=None)


def test_dissolves_are_there_where_motion_is_reduced_and_nowhere_else(make_plan: MakePlan) -> None:
    reduced = make_plan(theme={"mouvement": "reduit"}, film={"fondu": 0.4})
    assert {s.transition for s in reduced.shots[1:]} == {Transition(Move.DISSOLVE, 10)}
    assert not [d for d in reduced.diagnostics if d.slug == "fondu-sans-effet"]
    moving = make_plan(film={"fondu": 0.4})
    assert Move.DISSOLVE not in {shot.transition.move for shot in moving.shots}
    (warning,) = [d for d in moving.diagnostics if d.slug == "fondu-sans-effet"]
    assert (warning.path, warning.severity) == (("film", "fondu"), Severity.WARNING)
    assert not [d for d in make_plan().diagnostics if d.slug == "fondu-sans-effet"]


def test_no_dissolve_is_possible(make_plan: MakePlan) -> None:
    still = make_plan(theme={"mouvement": "reduit"}, film={"fondu": 0})
    assert {shot.transition for shot in still.shots} == {CUT}


def test_slides_have_unique_titles_notes_and_links_that_lead_somewhere(
    make_plan: MakePlan,
) -> None:
    pages = make_plan().pages
    titles = [page.title for page in pages]
    assert len(set(titles)) == len(titles)
    assert all(page.notes for page in pages)
    ids = {page.id for page in pages}
    for page in pages:
        names = {name for e in page.drawing.elements for name in (e.name, e.group)}
        assert all(link.target in ids and link.element in names for link in page.links), page.id
    assert sum(page.film for page in pages) == 1


def test_element_names_are_unique_in_a_drawing(make_plan: MakePlan) -> None:
    for name, drawing in drawings(make_plan()):
        names = [element.name for element in drawing.elements]
        assert len(set(names)) == len(names), name


def ink(text: Text) -> tuple[float, float, float, float]:
    wide = max(width(line, text.style) for line in text.lines)
    left = {
        Anchor.START: text.x,
        Anchor.MIDDLE: text.x - wide / 2,
        Anchor.END: text.x - wide,
    }[text.anchor]
    last = text.baseline + (len(text.lines) - 1) * text.style.line_height
    return left, text.baseline - CAP_HEIGHT * text.style.size, left + wide, last


def test_texts_are_large_contrasted_and_in_the_safe_area(make_plan: MakePlan) -> None:
    for name, drawing in drawings(make_plan()):
        for text in drawing.elements:
            if not isinstance(text, Text) or text.role is Role.DECORATION:
                continue
            where = f"{name}: {text.name}"
            left, top, right, bottom = ink(text)
            assert text.style.size >= FLOOR, where
            assert HOUSE.contrast(text.colour, text.ground) >= MINIMUM_CONTRAST, where
            assert left >= MARGIN_X - 1, where
            assert right <= RIGHT + 1, where
            assert top >= MARGIN_Y - 1, where
            assert bottom <= BOTTOM + 1, where


def test_a_count_ends_on_its_number_and_leaves_only_that_at_rest(make_plan: MakePlan) -> None:
    shot = next(s for s in make_plan().shots if s.id == "chiffres-1")
    figures = [e for e in shot.drawing.elements if isinstance(e, Text) and e.role is Role.FIGURE]
    rest = {e.lines[0] for e in figures if e.until is None}
    assert rest == {"30", "1\u202f200", "1 sur 2"}
    for frame in range(shot.drawing.frames):
        seen = [e for e in figures if e.name.startswith("chiffre 1") and e.visible(frame)]
        assert len(seen) <= 1


def test_the_same_input_gives_an_equal_plan(make_plan: MakePlan) -> None:
    assert make_plan() == make_plan()


def test_the_full_storyboard_fits(make_plan: MakePlan) -> None:
    assert make_plan().diagnostics == ()


def test_a_sign_that_the_font_lacks_is_a_warning(make_plan: MakePlan) -> None:
    told = make_plan(organisateur="Mairie ☺", sous_titre=None).diagnostics
    assert [d.slug for d in told] == ["caractere-absent"]
    assert told[0].path == ("organisateur",)
    assert "☺" in told[0].message


def test_a_minimal_storyboard_is_planned(make_plan: MakePlan) -> None:
    kept = {k: board()[k] for k in ("edition", "titre", "organisateur", "ceremonie")}
    left_out = {k: v for k, v in EMPTY.items() if k not in kept}
    plan = make_plan(**left_out, jours=[{"date": "2023-11-28"}])
    assert [shot.id for shot in plan.shots] == ["titre", "jour-1", "cloture"]


EMPTY: dict[str, Any] = {
    "sous_titre": None,
    "ouverture": None,
    "flamme": None,
    "chiffres": [],
    "temoignages": [],
    "athletes": [],
    "prix": [],
    "partenaires": [],
    "spectacle": [],
    "sur_mesure": [],
    "generique": [],
    "musique": None,
}
