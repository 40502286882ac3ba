"""The manifest of a stick: so that it is known for one, and tells who is on it, by identifier.

It names neither the storyboard nor the media that the edition was made from: a stick leaves the
house, and their names may be those of people.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.edition import manifest
from ceremonie.edition.appearance import FILE, SOURCE
from ceremonie.stick.finished import Finished
from ceremonie.stick.stick_file import StickFile
from ceremonie.text import legible

BEFORE = "avant"
"""While files take their places: name → SHA-256 of what the stick held before."""


def facts(edition: Finished, files: tuple[StickFile, ...]) -> dict[str, Any]:
    """What the manifest tells of a stick with these files."""
    told: dict[str, Any] = {
        manifest.EDITION: edition.edition,
        manifest.STICK: Audience.HALL,
        manifest.OUTPUTS: {f.name: {"sha256": f.digest, "octets": f.size} for f in files},
        manifest.UNKNOWN: sorted(_unknown(edition, files)),
    }
    people = edition.facts.get(manifest.PEOPLE)
    if isinstance(people, dict):
        told[manifest.PEOPLE] = _people(people, files)
    return told


def text(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=True, indent=1, sort_keys=True) + "\n").encode()


def _people(
    people: Mapping[str, list[dict[str, Any]]], files: tuple[StickFile, ...]
) -> dict[str, list[dict[str, Any]]]:
    """For each file of the edition those of the stick that were made from it."""
    told = {
        person: [
            {**{key: value for key, value in one.items() if key != SOURCE}, FILE: file.name}
            for one in some
            for file in files
            if file.of == one[FILE]
        ]
        for person, some in people.items()
    }
    return {person: some for person, some in told.items() if some}


def _unknown(edition: Finished, files: Iterable[StickFile]) -> set[str]:
    """Files in which anybody may appear: those that came along, those that people have changed or
    added.
    """
    doubtful = {*edition.facts.get(manifest.UNKNOWN, ()), *edition.changed}
    doubtful |= set(map(legible, edition.added))
    return {file.name for file in files if file.of in doubtful}
