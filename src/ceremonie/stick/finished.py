"""The edition that a stick is made from: found, finished, and what people did in its folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.command import argument
from ceremonie.diagnostics import Diagnostic, Severity, UsageError
from ceremonie.edition import keeping, manifest, origin
from ceremonie.edition.outputs import DECK, FILM
from ceremonie.edition.parts import SILENT
from ceremonie.messages import listed, problem
from ceremonie.stick.placing import is_taken
from ceremonie.storyboard.location import ENDINGS, key_files
from ceremonie.storyboard.suggestions import nearest
from ceremonie.text import plain
from ceremonie.unchanged import Digests


@dataclass(frozen=True)
class Finished:
    """`names` are the files of the hall that a run has made and a stick takes; of these, `changed`
    are those that people have changed since, and `added` are those that they have put there. All
    by their names in the folder.
    """

    folder: Path
    facts: dict[str, Any]
    names: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def edition(self) -> str:
        return str(self.facts[manifest.EDITION])

    @property
    def ceremony(self) -> str:
        """The day, AAAA-MM-JJ; empty where the manifest does not tell it."""
        told = self.facts.get(manifest.ORIGIN)
        return str(told.get(origin.CEREMONY, "")) if isinstance(told, dict) else ""

    @property
    def is_silent(self) -> bool:
        """Whether its film is known to be silent; nothing is known of one that people changed."""
        told = manifest.films(self.folder).get(FILM, {})
        return FILM not in self.changed and bool(told.get(SILENT))


def found(given: Path | str, output: Path, slug: str = "usb-introuvable") -> Path:
    """The edition's folder: as it is given, or the one in the folder of outputs that has the name
    of what is given, be it that of a storyboard's folder. Raises UsageError, with this slug, where
    there is none.
    """
    path = Path(given)
    if path.is_dir() and is_edition(path):
        return path
    asked = path.parent.name if path.suffix.lower() in ENDINGS else path.name
    editions = [one for one in _inside(output) if is_edition(one)]
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
    facts = manifest.contents(folder)
    return isinstance(facts.get(manifest.EDITION), str) and manifest.STICK not in facts


def read(folder: Path, digests: Digests) -> Finished:
    """Raises UsageError where it is a draft, or is not what its manifest says."""
    facts = manifest.contents(folder)
    made = manifest.made(folder)
    names = tuple(name for name in sorted(made) if is_taken(name))
    _demand_finished(folder, facts, names)
    by_hand = [n for n in keeping.by_hand(folder, digests) if not _is_for_others(n)]
    changed = tuple(name for name in by_hand if name in names)
    own = [name for name in by_hand if name not in made]
    keys = {name for name in own if is_key(folder / name)}
    added = tuple(name for name in own if name not in keys)
    told = tuple(_told(names, changed, added, sorted(keys)))
    return Finished(folder, facts, names, changed, added, told)


def _demand_finished(folder: Path, facts: dict[str, Any], names: tuple[str, ...]) -> None:
    if _is_draft(folder, facts):
        edition = argument(str(facts[manifest.EDITION]))
        raise UsageError(problem("usb-brouillon", name=folder, edition=edition))
    missing = [name for name in names if not (folder / name).is_file()]
    if missing:
        raise UsageError(problem("usb-incomplete", name=folder, files=listed(missing)))
    if DECK not in names and FILM not in names:
        raise UsageError(problem("usb-vide", name=folder))


def _is_draft(folder: Path, facts: dict[str, Any]) -> bool:
    asked = facts.get(manifest.ORDER)
    films = manifest.films(folder)
    drafts = any(films.get(name, {}).get("brouillon") for name in (FILM, DECK))
    return drafts or bool(isinstance(asked, dict) and asked.get("brouillon"))


def _is_for_others(name: str) -> bool:
    """What an audience is given that is not the hall."""
    return name.partition("/")[0] in {audience.folder for audience in Audience if audience.folder}


def is_key(file: Path) -> bool:
    """Whether it tells who is meant by the register's identifiers: that stays in the house."""
    return file in key_files(file.parent)


def _told(
    names: tuple[str, ...], changed: tuple[str, ...], added: tuple[str, ...], keys: list[str]
) -> Iterator[Diagnostic]:
    lacking = [what for name, what in ((DECK, "diaporama"), (FILM, "film")) if name not in names]
    for what in lacking:
        yield problem("usb-sans-piece", severity=Severity.WARNING, what=what)
    if changed:
        yield problem("usb-modifies", severity=Severity.WARNING, files=listed(changed))
    if added:
        yield problem("usb-ajoutes", severity=Severity.NOTE, files=listed(added))
    if keys:
        yield problem("usb-clef", severity=Severity.WARNING, files=listed(keys))


def _inside(output: Path) -> list[Path]:
    return sorted(output.iterdir()) if output.is_dir() else []
