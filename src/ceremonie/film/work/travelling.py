"""A segment on its way to another machine: the files that it shows, and where they lie there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ceremonie.files import appearing
from ceremonie.film.work.segments import Segment
from ceremonie.planning.drawing import Caption, Drawing, Element, Footage, Photo, Text
from ceremonie.planning.tables import Table, TableRow
from ceremonie.theme.type import Style

Place = Callable[[Path], Path]
"""Where a file lies, from where it lay."""


def files(segment: Segment) -> frozenset[Path]:
    """All that its frames show, fonts among it; what those of the shot before do is part of it."""
    drawings = (segment.drawing, segment.before) if segment.before else (segment.drawing,)
    elements = (element for drawing in drawings for element in drawing.elements)
    return frozenset(path for element in elements for path in _files(element))


def _files(element: Element) -> tuple[Path, ...]:
    match element:
        case Photo(picture=picture):
            return (picture.path,)
        case Footage(clip=clip):
            return (clip.path,)
        case Text(style=style) | Caption(style=style):
            return tuple(file.path for file in style.family.files)
    return ()


def moved(segment: Segment, place: Place) -> Segment:
    """The same frames from files that lie elsewhere; no former path is left in it."""
    return replace(
        segment,
        drawing=_moved_drawing(segment.drawing, place),
        before=_moved_drawing(segment.before, place) if segment.before else None,
    )


def _moved_drawing(drawing: Drawing, place: Place) -> Drawing:
    return replace(drawing, elements=tuple(_moved(e, place) for e in drawing.elements))


def _moved(element: Element, place: Place) -> Element:
    match element:
        case Photo(picture=picture):
            return replace(element, picture=replace(picture, path=place(picture.path)))
        case Footage(clip=clip):
            poster = replace(clip.poster, path=Path())  # no frame shows it
            return replace(element, clip=replace(clip, path=place(clip.path), poster=poster))
        case Text(style=style) | Caption(style=style):
            return replace(element, style=_moved_style(style, place))
        case Table(rows=rows):
            return replace(element, rows=tuple(_moved_row(row, place) for row in rows))
    return element


def _moved_row(row: TableRow, place: Place) -> TableRow:
    """Its cells are drawn one by one beside the table, from the same fonts."""
    cells = (replace(cell, style=_moved_style(cell.style, place)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _moved_style(style: Style, place: Place) -> Style:
    files = tuple(replace(file, path=place(file.path)) for file in style.family.files)
    return replace(style, family=replace(style.family, files=files)) if files else style


def put(target: Path, data: bytes) -> None:
    """Write a file, unless it is there; it appears whole, whoever writes it at the same time.

    Raises OSError as the system does.
    """
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with appearing(target) as partial:
            partial.write_bytes(data)
