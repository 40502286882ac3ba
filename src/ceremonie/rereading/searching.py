"""Which storyboard a deck was made from."""

from __future__ import annotations

from pathlib import Path

from ceremonie.diagnostics import Diagnostic, Severity, UsageError
from ceremonie.edition import manifest, origin
from ceremonie.messages import problem
from ceremonie.storyboard import Reading, location
from ceremonie.unchanged import digest_of


def storyboard_of(deck: Path, edition: str) -> Path:
    """The one that the manifest beside the deck means, else the one of the edition's name.

    Raises UsageError where there is none.
    """
    former = manifest.origin(deck.resolve().parent).get(origin.FOLDER)
    possible = [location.found(edition)] if edition else []
    possible += [location.found(folder) for folder in _editions(deck)]
    there = [file for file in possible if file.is_file()]
    ours = [file for file in there if former and origin.folder_of(file) == former]
    if ours or (edition and there[:1] == possible[:1]):
        return ours[0] if ours else there[0]
    raise UsageError(problem("relire-quel-storyboard", name=deck.name))


def _editions(deck: Path) -> list[Path]:
    """The folders of editions, from here or from beside the folder of outputs."""
    roots = (Path(location.EDITIONS), deck.resolve().parent.parent.parent / location.EDITIONS)
    return [
        one for root in roots if root.is_dir() for one in sorted(root.iterdir()) if one.is_dir()
    ]


def changed_since(deck: Path, reading: Reading) -> tuple[Diagnostic, ...]:
    """A warning where the manifest beside the deck tells of another text of the storyboard."""
    entered = manifest.contents(deck.resolve().parent).get(manifest.INPUTS)
    former = entered.get(reading.path.name) if isinstance(entered, dict) else None
    if former in (None, digest_of(reading.path)):
        return ()
    return (problem("relire-storyboard-change", severity=Severity.WARNING),)
