"""A new edition: a commented storyboard that builds as it is, and its schema beside it."""

from __future__ import annotations

import datetime as dt
import re
from importlib import resources
from pathlib import Path
from string import Template

from ceremonie import command
from ceremonie.diagnostics import Diagnostic, UsageError
from ceremonie.files import appearing, is_reserved
from ceremonie.messages import RESERVED_NAME, problem
from ceremonie.storyboard.edition_name import EXAMPLE_YEAR, proposed, usable
from ceremonie.storyboard.location import STORYBOARD
from ceremonie.storyboard.schema import FILE_NAME, schema_text
from ceremonie.text import quotable

_FRIDAY = 4


def new_edition(edition: str, parent: Path) -> Path:
    """Write `parent/<edition>/storyboard.yaml` and its schema; return the storyboard's path.

    Raises UsageError for a name that is none, for an edition that exists, for a folder that cannot
    be written.
    """
    if not usable(edition):
        raise UsageError(_unusable(edition))
    target = parent / edition / STORYBOARD
    if target.exists():
        raise UsageError(problem("edition-existante", name=edition, file=target))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.with_name(FILE_NAME).write_text(schema_text(), encoding="utf-8", newline="\n")
        with appearing(target) as partial:
            partial.write_text(text(edition, target.parent), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(problem("edition-impossible", name=target.parent)) from error
    return target


def _unusable(edition: str) -> Diagnostic:
    free = proposed(edition)
    kept = is_reserved(edition)
    remedy = RESERVED_NAME.format(command=command.name(), free=free) if kept else None
    return problem("edition-nom", name=quotable(edition), free=free, remedy=remedy)


def text(edition: str, folder: Path) -> str:
    """The storyboard of a new edition, with its dates filled in."""
    file = resources.files("ceremonie") / "data" / "modele" / STORYBOARD
    year = int(edition) if re.fullmatch(r"20\d\d", edition) else EXAMPLE_YEAR
    ceremony = first_friday_of_december(year)
    days = {f"day{n}": ceremony - dt.timedelta(days=4 - n) for n in (1, 2, 3)}
    return Template(file.read_text("utf-8")).substitute(
        command=command.name(),
        edition=edition,
        file=command.argument(folder / STORYBOARD),
        ceremony=ceremony,
        **days,
    )


def first_friday_of_december(year: int) -> dt.date:
    """When the ceremony of 2023 took place; close to 5 December, the day of equal chances."""
    first = dt.date(year, 12, 1)
    return first + dt.timedelta(days=(_FRIDAY - first.weekday()) % 7)
