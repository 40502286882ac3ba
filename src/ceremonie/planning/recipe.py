"""Storyboard and materials → the plan. Pure: no file is opened but the data of the package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceremonie.diagnostics import Diagnostic
from ceremonie.media.material import Materials
from ceremonie.messages import problem
from ceremonie.planning import check, logos, omissions, sequence, sharpness, timeline, tracing
from ceremonie.planning.model import Page, Plan, Shot
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import contents
from ceremonie.planning.typography import french
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.units import SAMPLE_RATE, frames


def plan(storyboard: Storyboard, materials: Materials) -> Plan:
    """Order, words, boxes, spans and cues of both the deck and the film.

    What does not fit, what is shown nowhere and what is too small for its place is in the plan's
    diagnostics; each carries the path of its storyboard node.
    """
    scenes = _scenes(storyboard, materials)
    planned = _planned(storyboard, materials, scenes)
    marked = tracing.trace(storyboard, materials)
    traced = _planned(
        marked.storyboard, marked.materials, _scenes(marked.storyboard, marked.materials)
    )
    diagnostics = (
        *check.check(storyboard, scenes),
        *_empty(storyboard, planned.shots),
        *logos.lost(storyboard, materials),
        *omissions.check(storyboard, marked, traced),
        *sharpness.check(marked, traced),
    )
    return replace(planned, diagnostics=diagnostics)


def _scenes(storyboard: Storyboard, materials: Materials) -> tuple[Scene, ...]:
    return sequence.scenes(Stage(storyboard, materials, frames(storyboard.film.crossfade)))


def _planned(storyboard: Storyboard, materials: Materials, scenes: Sequence[Scene]) -> Plan:
    """The scenes on one clock, on slides, with their sound; nothing is judged."""
    crossfade = frames(storyboard.film.crossfade)
    filmed = [s for s in scenes if s.section not in storyboard.film.without]
    still = storyboard.theme.motion == "reduit"
    shots = timeline.shots(filmed, crossfade, still=still)
    length = shots[-1].span.stop if shots else 0
    offset = round(storyboard.music.start * SAMPLE_RATE) if storyboard.music else 0
    return Plan(
        edition=storyboard.edition,
        title=french(storyboard.title),
        subtitle=french(storyboard.subtitle or ""),
        organiser=french(storyboard.organiser),
        date=storyboard.ceremony.date,
        shots=shots,
        pages=_pages([s for s in scenes if s.section not in storyboard.deck.without]),
        music=timeline.music(materials.music, offset, length),
        speech=timeline.speech(filmed, shots),
        subtitles=timeline.subtitles(filmed, shots),
    )


def _empty(storyboard: Storyboard, shots: Sequence[Shot]) -> Iterator[Diagnostic]:
    """A film without a single shot is nobody's intention."""
    if not shots:
        yield problem(
            "film-vide", path=("film", "sauf") if storyboard.film.without else ("deroule",)
        )


def _pages(scenes: list[Scene]) -> tuple[Page, ...]:
    """A slide for each scene that has one; the running order follows the cover."""
    shown = [scene for scene in scenes if scene.page]
    parts = _parts(shown)
    order = contents.scene([(words, target) for words, target in parts])
    position = 1 if shown and shown[0].section is Section.TITLE else 0
    shown.insert(position, order)
    return _unique([_page(scene) for scene in shown])


def _parts(scenes: list[Scene]) -> list[tuple[str, str]]:
    """Name and first slide of each part; each day is a part of its own."""
    parts: dict[str, str] = {}
    for scene in scenes:
        if scene.section is Section.TITLE:
            continue
        if scene.section is Section.DAYS and scene.kind != "chapitre":
            continue
        name = scene.title if scene.kind == "chapitre" else sequence.NAMES[scene.section]
        parts.setdefault(name, scene.id)
    return list(parts.items())


def _page(scene: Scene) -> Page:
    assert scene.page is not None
    return Page(
        scene.id,
        scene.kind,
        scene.section,
        scene.title,
        scene.page.at_rest(),
        scene.notes,
        scene.links,
        scene.film,
    )


def _unique(pages: list[Page]) -> tuple[Page, ...]:
    """Titles told apart by a number where two are equal."""
    seen: dict[str, int] = {}
    result = []
    for page in pages:
        seen[page.title] = count = seen.get(page.title, 0) + 1
        result.append(page if count == 1 else replace(page, title=f"{page.title} ({count})"))
    return tuple(result)
