"""Key figures: numbers three at a time, a ring or bars in a view of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ceremonie.planning import content
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Moment, Script
from ceremonie.planning.notes import Notes, items
from ceremonie.planning.reading import readable
from ceremonie.planning.typography import HARD, closed, french, number, quantity, sentence
from ceremonie.storyboard import amounts
from ceremonie.storyboard.amounts import HUNDRED, PERCENT
from ceremonie.storyboard.model import Figure
from ceremonie.storyboard.programme import Section

SECONDS = 6
TOGETHER = 3

Chosen = Sequence[tuple[int, Figure]]
"""Figures, each with its place in the list."""


def moments(script: Script) -> tuple[Moment, ...]:
    views = enumerate(_views(script.chosen(script.storyboard.figures)))
    return tuple(_moment(script, index, view) for index, view in views)


def _views(chosen: Chosen) -> Iterator[Chosen]:
    """What is shown at once, in order."""
    for form, run in groupby(chosen, key=lambda one: one[1].shape):
        together = list(run)
        size = TOGETHER if form == "nombre" else 1
        yield from (together[i : i + size] for i in range(0, len(together), size))


def _moment(script: Script, index: int, view: Chosen) -> Moment:
    title, first = script.language.parts[Section.FIGURES], view[0][0]
    figures = [figure for _, figure in view]
    said = _said(title, figures, script.language)
    sentences = [_spoken(figure, script.language) for figure in figures]
    source = _source(figures, script.language)
    return Moment(
        id=f"chiffre-{first + 1}" if script.single else f"chiffres-{index + 1}",
        kind="chiffres",
        section=Section.FIGURES,
        title=title if index == 0 else f"{title} ({index + 1})",
        path=("chiffres", first),
        screen=said,
        slide=said,
        length=readable(SECONDS, *sentences, source),
        notes=Notes(say=tuple(map(closed, sentences)), know=items(closed(source))),
        builds=tuple(_words(number) for number in range(2, len(figures) + 1)),
    )


def _words(number: int) -> tuple[str, ...]:
    """The names of what a figure is made of: the first is there, each other comes with a click."""
    return tuple(f"{part} {number}" for part in ("surtitre", "chiffre", "libellé"))


def _said(
    title: str, figures: Sequence[Figure], language: Language
) -> content.Figures | content.Share | content.Bars:
    source, first = _source(figures, language), figures[0]
    if first.shape == "anneau":
        whole = _whole(first, language)
        return content.Share(title, _figure(first), amounts.share(first), whole, source)
    if first.shape == "barres":
        above = french(first.above or "")
        return content.Bars(title, french(first.label), _bars(first), above, source)
    return content.Figures(title, tuple(map(_figure, figures)), source)


def _source(figures: Sequence[Figure], language: Language) -> str:
    """« Source : … »; figures of one view may have several."""
    sources = dict.fromkeys(french(figure.source) for figure in figures if figure.source)
    pattern = language.source if len(sources) == 1 else language.sources
    return pattern.format(sources=" ; ".join(sources)) if sources else ""


def _figure(figure: Figure) -> content.Figure:
    return content.Figure(
        written=_written(figure),
        label=french(figure.label),
        above=french(figure.above or ""),
    )


def _written(figure: Figure) -> str:
    value = figure.value
    said = number(value) if isinstance(value, int) else french(value or "")
    return _with_unit(said, amounts.unit(figure))


def _with_unit(amount: str, unit: str) -> str:
    return french(f"{amount}{HARD}{unit}") if unit else amount


def _whole(figure: Figure, language: Language) -> str:
    """« sur 24 »; a percentage says it by itself."""
    if figure.total is None or (figure.total == HUNDRED and amounts.unit(figure) == PERCENT):
        return ""
    return language.of_whole.format(whole=quantity(figure.total))


def _bars(figure: Figure) -> tuple[content.Bar, ...]:
    longest = max((bar.value for bar in figure.bars), default=0) or 1
    return tuple(
        content.Bar(
            french(bar.label),
            _with_unit(quantity(bar.value), french(figure.unit or "")),
            bar.value / longest,
        )
        for bar in figure.bars
    )


def _spoken(figure: Figure, language: Language) -> str:
    if figure.shape == "barres":
        counted = sentence(*(f"{bar.label} {bar.written}" for bar in _bars(figure)))
        return f"{_joined(figure.above, figure.label)} : {counted}"
    whole = _whole(figure, language) if figure.shape == "anneau" else ""
    return _joined(figure.above, _written(figure), whole, figure.label)


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)
