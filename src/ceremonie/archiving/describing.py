"""What describes an edition for those who come later: the storyboard with all its values, who
agreed to what, by identifier, and the licences of what came with the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from ceremonie.archiving import discretion, layout, packages
from ceremonie.archiving.bag import BagFile
from ceremonie.archiving.subject import Subject
from ceremonie.storyboard import identifiers
from ceremonie.storyboard.resolved import resolved
from ceremonie.storyboard.rights import Consent

LICENCES = ("LICENSE", "NOTICE", "ATTRIBUTION")
"""What the names of files begin with that say who allows what."""

ROOM, OWN = "data", "programme"


def described(subject: Subject) -> tuple[BagFile, ...]:
    return (
        BagFile(layout.RESOLVED, resolved(subject.board)),
        _json(layout.CONSENTS, _consents(subject)),
        _json(layout.REBUILDING, _rebuilding(subject)),
        BagFile(layout.PACKAGES, packages.text(subject.facts).encode()),
        *_licences(),
    )


def _rebuilding(subject: Subject) -> dict[str, Any]:
    """What `ceremonie refaire` has to know beside the manifest."""
    nameless = discretion.nameless(subject.sources, subject.reading)
    return {
        layout.BOARD: subject.reading.path.name,
        layout.NAMELESS: [str(audience) for audience in nameless],
    }


def _json(name: str, told: Any) -> BagFile:
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return BagFile(name, text.encode())


def _consents(subject: Subject) -> dict[str, Any]:
    """Only keys of the vocabulary, and no identifier that may be a name."""
    board = subject.board
    return {
        "accords": [_consent(one) for one in board.rights],
        "retraits": [
            {"personne": identifiers.shown(one.person), "date": one.date.isoformat()}
            for one in board.publication.withdrawals
        ],
    }


def _consent(consent: Consent) -> dict[str, Any]:
    told = consent.model_dump(mode="json", by_alias=True)
    names = [identifiers.HIDDEN if _may_name(one) else one for one in consent.signatories]
    return told | {"personne": identifiers.shown(consent.person), "signataires": names}


def _may_name(signatory: str) -> bool:
    """« mère », « élève » and « responsable légal » are said of anybody; names are capitalised."""
    return any(word[:1].isupper() for word in signatory.split())


def _licences() -> Iterator[BagFile]:
    root = resources.files("ceremonie") / ROOM
    for folder in sorted(root.iterdir(), key=lambda one: one.name):
        if folder.is_dir():
            yield from _in_folder(folder)


def _in_folder(folder: Traversable) -> Iterator[BagFile]:
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.startswith(LICENCES):
            name = layout.of_licence(f"{folder.name}/{file.name}")
            yield BagFile(name, file.read_bytes())
