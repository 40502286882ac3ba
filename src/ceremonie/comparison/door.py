"""From two editions to what differs between them."""

from __future__ import annotations

from pathlib import Path

from ceremonie.comparing import differences
from ceremonie.comparison.compared import Compared
from ceremonie.comparison.sides import Places, side
from ceremonie.diagnostics import UsageError
from ceremonie.edition.changes import of_both
from ceremonie.files import appearing
from ceremonie.mentions import Mentions
from ceremonie.messages import problem


def compare(before: Path | str, after: Path | str, places: Places) -> Compared:
    """Raises as `sides.side` does."""
    old, new = side(before, places), side(after, places)
    likened = differences(
        old.record.content, new.record.content, by_place=old.edition == new.edition
    )
    names = Mentions.of({**old.unnamed, **new.unnamed})
    allowed = of_both(likened, old.withholding(names), new.withholding(names))
    return Compared(old.without(names), new.without(names), allowed)


def write(compared: Compared, target: Path, *, replace: bool) -> None:
    """The page, all at once. Raises UsageError where something else is there that must not be
    replaced, or the page would be lost with an edition that is made again; OSError as the system
    does.
    """
    if target.exists() and not (replace and target.is_file()):
        raise UsageError(problem("comparer-existe", name=target.as_posix()))
    inside = [one for one in (compared.before, compared.after) if _is_in(target, one.folder)]
    if inside:
        raise UsageError(problem("comparer-dedans", name=inside[0].folder.as_posix()))
    target.parent.mkdir(parents=True, exist_ok=True)
    with appearing(target) as partial:
        partial.write_text(compared.page, "utf-8", newline="\n")


def _is_in(target: Path, folder: Path) -> bool:
    return target.resolve().is_relative_to(folder.resolve())
