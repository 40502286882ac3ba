"""Whether `verifier` has said all that `produire` tells: for any storyboard, at the commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import Outcome

Run = Callable[..., Outcome]
Told = tuple[str, int, int, str]
"""Slug, line, column, message."""


@dataclass(frozen=True)
class Both:
    """What each command tells of the storyboard and its media, in its order, and how it ended."""

    verified: tuple[Told, ...]
    produced: tuple[Told, ...]
    codes: tuple[int, int]

    @property
    def slugs(self) -> list[str]:
        return [slug for slug, *_ in self.verified]

    @property
    def unsaid(self) -> tuple[Told, ...]:
        """What `produire` alone tells: there must be nothing."""
        return tuple(one for one in self.produced if one not in self.verified)


def both(ceremonie: Run, storyboard: Path, folder: Path, *options: str) -> Both:
    """Runs `verifier`, then `produire` with these options, each with a cache of its own below
    `folder`, so that neither lives on what the other found out. Without options only the deck is
    made: it needs the same media and the same plan, and no film.
    """
    verified = _run(ceremonie, ("verifier", storyboard), folder / "verifier")
    asked = options or ("--seulement", "diaporama")
    command: tuple[str | Path, ...] = ("produire", storyboard, "--sortie", folder / "sortie")
    produced = _run(ceremonie, (*command, *asked), folder / "produire")
    return Both(_told(verified), _told(produced), (verified.code, produced.code))


def _run(ceremonie: Run, command: tuple[str | Path, ...], cache: Path) -> Outcome:
    return ceremonie(*command, "--json", "--cache", cache)


def _told(outcome: Outcome) -> tuple[Told, ...]:
    """What has no line concerns the machine or the folder of the edition."""
    diagnostics = json.loads(outcome.out)["diagnostics"]
    return tuple(
        (d["code"], d["ligne"], d["colonne"], d["message"]) for d in diagnostics if d["ligne"]
    )
