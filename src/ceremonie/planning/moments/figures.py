"""Key figures, three at a time."""

from __future__ import annotations

from ceremonie.planning import content
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import closed, french, number
from ceremonie.storyboard.model import Figure
from ceremonie.storyboard.programme import Section

SECONDS = 6
TOGETHER = 3


def moments(script: Script) -> tuple[Moment, ...]:
    figures = script.storyboard.figures
    groups = [figures[i : i + TOGETHER] for i in range(0, len(figures), TOGETHER)]
    return tuple(_moment(script, index, group) for index, group in enumerate(groups))


def _moment(script: Script, index: int, figures: tuple[Figure, ...]) -> Moment:
    title = script.language.parts[Section.FIGURES]
    said = content.Figures(title, tuple(_figure(figure) for figure in figures))
    sentences = [_spoken(figure) for figure in figures]
    return Moment(
        id=f"chiffres-{index + 1}",
        kind="chiffres",
        section=Section.FIGURES,
        title=title if index == 0 else f"{title} ({index + 1})",
        path=("chiffres", TOGETHER * index),
        screen=said,
        slide=said,
        length=readable(SECONDS, *sentences),
        notes=Notes(say=tuple(map(closed, sentences))),
        builds=tuple(_words(number) for number in range(2, len(figures) + 1)),
    )


def _words(number: int) -> tuple[str, ...]:
    """The names of what a figure is made of: the first is there, each other comes with a click."""
    return tuple(f"{part} {number}" for part in ("surtitre", "chiffre", "libellé"))


def _figure(figure: Figure) -> content.Figure:
    return content.Figure(
        written=_written(figure.value),
        label=french(figure.label),
        above=french(figure.above or ""),
    )


def _written(value: int | str) -> str:
    return number(value) if isinstance(value, int) else french(value)


def _spoken(figure: Figure) -> str:
    return " ".join(x for x in (figure.above, _written(figure.value), figure.label) if x)
