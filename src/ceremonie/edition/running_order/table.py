"""The one table of which all three running orders are written: a line for each passage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ceremonie.planning.cueing.heads import HEADS, KNOWN, REMARK, TASKS, WORDS
from ceremonie.planning.cues import CueRow, CueSheet
from ceremonie.planning.holding import BLACK, CARD
from ceremonie.planning.language import Language
from ceremonie.planning.last_minute import LAST_MINUTE
from ceremonie.planning.model import Plan
from ceremonie.planning.moments.screening import SPARE
from ceremonie.planning.notes import said
from ceremonie.planning.typography import HARD
from ceremonie.storyboard.programme import Section
from ceremonie.units import clock, seconds

DAY = 24 * 3600
ABOUT = f"≈{HARD}"
"""Before a length that is reckoned, not planned."""

DASH = "– "
"""What an item of a list that is not counted begins with."""

HIDDEN = ("masquée", "masquées")
ASIDES = {
    BLACK: ("noire", "noires"),
    CARD: ("carton d’attente", "cartons d’attente"),
    LAST_MINUTE: ("dernière minute",) * 2,
    SPARE: ("secours",) * 2,
}
"""What slides beside those that are seen are called, one and several, by their kind."""


@dataclass(frozen=True)
class Line:
    """A passage: what the table says of it. `gap` tells of the time between the passage before and
    its own fixed hour: a wait, or what goes beyond it.
    """

    row: CueRow
    start: str
    stop: str
    length: str
    total: str
    sound: str
    screen: str
    gap: str = ""

    @property
    def names(self) -> str:
        """How the names in it are said, where that is written."""
        return " ; ".join(one.told for one in self.row.pronounced)

    @property
    def cells(self) -> tuple[str, ...]:
        """Those of `HEADS`."""
        row = self.row
        return (
            str(row.number), self.start, self.stop, self.length, self.total, row.part, row.title,
            row.voice, row.microphone, self.sound, row.light, self.screen, row.words,
        )  # fmt: skip


@dataclass(frozen=True)
class ShotLine:
    """A shot of the recap film, by its time code."""

    start: str
    part: str
    title: str
    length: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return self.start, self.part, self.title, self.length


SHOT_HEADS = ("Temps", "Partie", "Plan", "Durée")


def heads(plan: Plan) -> tuple[str, ...]:
    """Of all cells of a line, one's own columns and the words among them."""
    return (*HEADS, *plan.evening.columns, WORDS, TASKS, KNOWN, REMARK)


def cells(line: Line) -> tuple[str, ...]:
    """Under `heads`."""
    row = line.row
    known = (*row.know, *((line.names,) if line.names else ()))
    texts = ("\n".join(row.say), "\n".join(row.do), "\n".join(known))
    return (*line.cells, *row.columns, *texts, line.gap)


def lines(plan: Plan) -> tuple[Line, ...]:
    """One for each passage, in the order of the evening."""
    sheet = plan.evening
    stops = (0.0, *(row.stop for row in sheet.rows))
    each = zip(stops, sheet.rows, strict=False)
    return tuple(_line(plan, stop, row) for stop, row in each)


def _line(plan: Plan, stop: float, row: CueRow) -> Line:
    """`stop` is when the passage before is over."""
    return Line(
        row=row,
        start=told_time(plan.evening, row.start),
        stop=told_time(plan.evening, row.stop),
        length=("" if row.planned else ABOUT) + said(row.seconds),
        total=digits(row.stop),
        sound=row.sound or _sound(plan, row),
        screen=_screen(row, plan.language),
        gap=_gap(stop, row),
    )


def told_time(sheet: CueSheet, after: float) -> str:
    """« 18:30:05 », so many seconds after the beginning; counted from 0:00:00 where the storyboard
    gives no hour.
    """
    start = sheet.start or dt.time()
    begun = start.hour * 3600 + start.minute * 60
    return digits((begun + after) % DAY)


def digits(length: float) -> str:
    """« 1:02:05 » of so many seconds."""
    minutes, rest = divmod(round(length), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def _sound(plan: Plan, row: CueRow) -> str:
    if row.film:
        return "film muet" if plan.is_silent else "son du film"
    return "son de l’extrait" if row.heard else ""


def _screen(row: CueRow, language: Language) -> str:
    """What is said of it, its slides, and what the film shows."""
    film = f"film de {clock(row.film[0])} à {clock(row.film[1] + 1)}" if row.film else ""
    return ", ".join(filter(None, (row.screen, _numbers(row, language), film)))


def _numbers(row: CueRow, language: Language) -> str:
    """« diapo 2 (noire : 1) »."""
    beside = frozenset(one.number for one in row.asides)
    seen = [number for number in row.slides if number not in beside]
    told = f"{HARD}; ".join(_beside(row, language))
    word = "diapo" if len(seen) == 1 else "diapos"
    return f"{word}{HARD}{_spans(seen)}" + (f" ({told})" if told else "") if seen else ""


def _beside(row: CueRow, language: Language) -> Iterator[str]:
    """What is beside those that are seen, a kind at a time. A day's workshops are a click away."""
    numbers: dict[tuple[str, str], list[int]] = {}
    behind = (language.hidden,) * 2 if row.section is Section.DAYS else HIDDEN
    for one in row.asides:
        numbers.setdefault(ASIDES.get(one.kind, behind), []).append(one.number)
    for (single, several), alike in numbers.items():
        yield f"{single if len(alike) == 1 else several}{HARD}: {_spans(alike)}"


def _spans(numbers: Sequence[int]) -> str:
    """« 1, 3 à 5 »."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), lambda one: one[1] - one[0]))
    return ", ".join(_span([number for _, number in run]) for run in runs)


def _span(run: Sequence[int]) -> str:
    first, last = run[0], run[-1]
    between = "à" if last - first > 1 else "et"
    return str(first) if first == last else f"{first}{HARD}{between}{HARD}{last}"


def _gap(stop: float, row: CueRow) -> str:
    """Less than a second is none."""
    wait = row.start - stop
    if abs(wait) < 1:
        return ""
    if wait > 0:
        return f"{said(wait)} d’attente avant ce passage, dont l’heure est fixée"
    return f"ce qui précède dépasse cette heure fixée de {said(-wait)}"


def shots(plan: Plan) -> Iterator[ShotLine]:
    """All shots of the recap film."""
    for shot in plan.shots:
        length = f"{float(seconds(len(shot.span))):.0f}{HARD}s"
        yield ShotLine(clock(shot.span.start), plan.part(shot), shot.title, length)
