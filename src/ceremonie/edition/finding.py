"""A finished edition as it is named by whoever asks for what is made of it: sticks, archives; and
the storyboard behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ceremonie.command import argument
from ceremonie.diagnostics import UsageError
from ceremonie.edition import manifest, origin
from ceremonie.messages import listed, problem
from ceremonie.storyboard import location
from ceremonie.storyboard.location import ENDINGS
from ceremonie.storyboard.suggestions import nearest
from ceremonie.text import plain


def found(given: Path | str, output: Path, slug: str) -> Path:
    """The edition's folder: as it is given, or the one in the folder of outputs that has the name
    of what is given, be it that of a storyboard's folder. Raises UsageError, with this slug, where
    there is none.
    """
    path = Path(given)
    if path.is_dir() and is_edition(path):
        return path
    asked = path.parent.name if path.suffix.lower() in ENDINGS else path.name
    editions = list(editions_in(output))
    named = [one for one in editions if one.name == asked]
    alike = [one for one in editions if plain(one.name) == plain(asked)]
    if len(named or alike) == 1:
        return (named or alike)[0]
    names = [one.name for one in editions]
    like = _like(asked, names)
    there, such = listed(names) or "aucune", f" (par exemple {like})" if like else ""
    raise UsageError(
        problem(slug, name=given, output=output, there=there, such=such, asked=argument(asked))
    )


def _like(asked: str, names: list[str]) -> str:
    """The edition that was meant, or else the last one; empty where there is none."""
    return next(iter((*nearest(asked, names), *reversed(names))), "")


def is_edition(folder: Path) -> bool:
    return _name(folder) is not None


def _name(folder: Path) -> str | None:
    """What the edition in a folder is called; None where there is none, or that of a stick."""
    facts = manifest.contents(folder)
    name = facts.get(manifest.EDITION)
    return name if isinstance(name, str) and manifest.STICK not in facts else None


def editions_in(output: Path) -> Iterator[Path]:
    """Those of the folder of outputs that are no copy under another name (one that was made again
    from its bag, a former one), in the order of their names.
    """
    for folder in sorted(output.iterdir()) if output.is_dir() else ():
        name = None if folder.name.startswith(".") else _name(folder)
        if name is not None and plain(name) == plain(folder.name):
            yield folder


def is_draft(facts: Mapping[str, Any]) -> bool:
    """Whether any film of it is one, for whichever audience."""
    asked = facts.get(manifest.ORDER)
    groups = (facts.get(manifest.FILM_FACTS), facts.get(manifest.PUBLICS))
    each = [one for group in groups if isinstance(group, dict) for one in group.values()]
    return any(isinstance(one, dict) and one.get(manifest.DRAFT) for one in (asked, *each))


def home_of(facts: Mapping[str, Any], roots: tuple[Path, ...]) -> Path | None:
    """The storyboard that an edition was made from, by the name of its folder; None where `roots`
    have none.
    """
    told = facts.get(manifest.ORIGIN)
    home = told.get(origin.FOLDER) if isinstance(told, dict) else None
    for root in roots:
        for one in sorted(root.iterdir()) if root.is_dir() else ():
            path = location.found(one) if one.is_dir() else one
            if path.is_file() and one.is_dir() and origin.folder_of(path) == home:
                return path
    return None
