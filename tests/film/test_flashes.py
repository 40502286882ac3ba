"""A film that flashes is refused, with its time code and the shot that is to blame."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ceremonie.diagnostics import RenderingError
from ceremonie.film.coding.encode import FULL
from ceremonie.film.work import segments
from ceremonie.film.work.kept import Kept
from ceremonie.flashing import flashing
from ceremonie.planning.drawing import Box, Element
from ceremonie.planning.entrances import Show
from ceremonie.planning.model import Plan
from ceremonie.theme.palette import Colour

from .plans import draft, plan_of, shot


def flickering(first: int, last: int, every: int) -> list[Element]:
    """White over the whole frame, for every second stretch of so many frames."""
    return [
        Box(
            name=f"blanc {start}", x=0, y=0, width=1920, height=1080, colour=Colour.WHITE,
            entrance=Show(start), until=start + every,
        )
        for start in range(first, last, 2 * every)
    ]  # fmt: skip


def film(*elements: Element, length: int = 60) -> Plan:
    return plan_of(
        shot(0, 0, length, Colour.BLACK, *elements),
        replace(shot(1, length, 20, Colour.BLACK), path=("jours", 0)),
    )


def test_it_is_refused_with_its_time_code(tmp_path: Path) -> None:
    with pytest.raises(RenderingError) as refused:
        draft(film(*flickering(10, 60, 2)), tmp_path, full=True)
    (told,) = refused.value.diagnostics
    assert told.slug == "film-eclairs"
    assert "« Plan 0 »" in told.message
    assert "de 0:00 à 0:02" in told.message
    assert not (tmp_path / "film.mp4").exists()


def test_it_is_found_across_the_ends_of_segments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "LONGEST", 9)
    with pytest.raises(RenderingError) as refused:
        draft(film(*flickering(10, 60, 2)), tmp_path, full=True)
    assert {told.slug for told in refused.value.diagnostics} == {"film-eclairs"}


def test_what_changes_three_times_a_second_is_shown(tmp_path: Path) -> None:
    assert draft(film(*flickering(0, 60, 5)), tmp_path, full=True).exists()


def test_what_was_seen_is_kept_with_the_segment(tmp_path: Path) -> None:
    (one, *_) = segments.segments(film(*flickering(10, 60, 2)))
    kept = Kept(tmp_path)
    kept.put("clé", segments.render(one, FULL))
    trace = kept.trace("clé")
    assert trace.frames == len(one)
    assert trace.spans
    assert flashing([*trace.head, *trace.tail])
