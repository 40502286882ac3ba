"""A new edition: a commented storyboard that builds as it is, and its schema beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from string import Template

from ceremonie import command
from ceremonie.diagnostics import Diagnostic, UsageError
from ceremonie.files import appearing, is_reserved
from ceremonie.messages import RESERVED_NAME, problem
from ceremonie.storyboard import dates
from ceremonie.storyboard.edition_name import proposed, usable
from ceremonie.storyboard.location import STORYBOARD
from ceremonie.storyboard.schema import FILE_NAME, schema_text
from ceremonie.text import quotable

_FRIDAY, _SATURDAY = 4, 5
_DECEMBER, _JUNE = 12, 6
PARTS = ("entete", "apparence", "medias", "musique", "fin")
"""What all models share, each a file in `modele/parties`."""


def first_friday_of_december(year: int) -> dt.date:
    """When the ceremony of 2023 took place; close to 5 December, the day of equal chances."""
    return _weekday(year, _DECEMBER, _FRIDAY, 1)


def _second_saturday_of_june(year: int) -> dt.date:
    return _weekday(year, _JUNE, _SATURDAY, 2)


def _third_friday_of_june(year: int) -> dt.date:
    return _weekday(year, _JUNE, _FRIDAY, 3)


def _weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The first, second… of these weekdays of a month; weekdays count from Monday, 0."""
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


@dataclass(frozen=True)
class Model:
    """A storyboard to begin with, `modele/<name>.yaml`, and when its ceremony takes place in a
    year.
    """

    name: str
    ceremony: Callable[[int], dt.date]


MODELS = {
    model.name: model
    for model in (
        Model("journees", first_friday_of_december),
        Model("ville", _second_saturday_of_june),
        Model("ecole", _third_friday_of_june),
        Model("remise-de-prix", _third_friday_of_june),
    )
}
USUAL = "journees"


def new_edition(
    edition: str, parent: Path, model: str = USUAL, today: dt.date | None = None
) -> Path:
    """Write `parent/<edition>/storyboard.yaml` and its schema; return the storyboard's path. Its
    days are those of the year in the edition's name, else the next ones from `today` on.

    Raises UsageError for a name that is none, for an edition that exists, for a folder that cannot
    be written; KeyError for a model that is none of MODELS.
    """
    if not usable(edition):
        raise UsageError(_unusable(edition, model))
    target = parent / edition / STORYBOARD
    if target.exists():
        raise UsageError(problem("edition-existante", name=edition, file=target))
    written = text(edition, target.parent, MODELS[model], today or dt.date.today())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(FILE_NAME).write_text(schema_text(), encoding="utf-8", newline="\n")
        with appearing(target) as partial:
            partial.write_text(written, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(problem("edition-impossible", name=target.parent)) from error
    return target


def _unusable(edition: str, model: str) -> Diagnostic:
    """The command that is proposed begins the same model."""
    free = proposed(edition) + ("" if model == USUAL else f" --modele {model}")
    kept = is_reserved(edition)
    remedy = RESERVED_NAME.format(command=command.name(), free=free) if kept else None
    return problem("edition-nom", name=quotable(edition), free=free, remedy=remedy)


def text(edition: str, folder: Path, model: Model, today: dt.date) -> str:
    """The storyboard of a new edition, with its dates filled in."""
    ceremony = _ceremony(edition, model, today)
    days = {f"day{n}": ceremony - dt.timedelta(days=4 - n) for n in (1, 2, 3)}
    return Template(source(model.name)).substitute(
        command=command.name(),
        edition=edition,
        file=command.argument(folder / STORYBOARD),
        ceremony=ceremony,
        ceremony_said=dates.said(ceremony),
        school_year=f"{ceremony.year - 1}-{ceremony.year}",
        **days,
    )


@cache
def source(name: str) -> str:
    """A model with what it shares with the others, its values still to be filled in."""
    folder = resources.files("ceremonie") / "data" / "modele"
    shared = {
        part: (folder / "parties" / f"{part}.yaml").read_text("utf-8").rstrip("\n")
        for part in PARTS
    }
    return Template((folder / f"{name}.yaml").read_text("utf-8")).safe_substitute(shared)


def _ceremony(edition: str, model: Model, today: dt.date) -> dt.date:
    """In the last year that the edition's name tells: « 2026-2027 » closes in June 2027."""
    years = [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", edition)]
    if years:
        return model.ceremony(max(years))
    this_year = model.ceremony(today.year)
    return this_year if this_year >= today else model.ceremony(today.year + 1)
