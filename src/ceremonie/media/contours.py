"""The contours of one's own that `carte: fichier` names: read, checked, made a territory."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from ceremonie.diagnostics import Diagnostic
from ceremonie.media.fault import UnusableError
from ceremonie.media.inspection import Inspection
from ceremonie.media.kinds import Kind
from ceremonie.storyboard import Reading
from ceremonie.storyboard.checks import places
from ceremonie.territory import geojson
from ceremonie.territory.values import Territory
from ceremonie.text import quotable

LARGEST = 40_000_000
"""Bytes: some 800 000 positions. All districts of a town have a hundredth of that."""


@dataclass(frozen=True)
class Contours:
    """`territory` is None where no file is named, or none that can be used."""

    territory: Territory | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


NO_CONTOURS = Contours()


def contours(reading: Reading, looked: Inspection) -> Contours:
    """What the file shows, and which of the communes are not on it."""
    named = looked.named.get(places.FILE[:1])
    if not named or not named.file or named.kind is not Kind.CONTOURS:
        return NO_CONTOURS
    try:
        if named.file.stat().st_size > LARGEST:
            raise geojson.ContoursError("carte-trop-lourde", size=str(LARGEST // 1_000_000))
        data = named.file.read_bytes()
        territory = geojson.territory(data, PurePosixPath(named.name).stem)
    except geojson.ContoursError as fault:
        told = UnusableError(fault.slug, name=quotable(named.name), **fault.values)
        return Contours(None, (told.at(named.place),))
    except OSError:
        told = UnusableError("media-illisible", noun=Kind.CONTOURS.noun, name=named.name)
        return Contours(None, (told.at(named.place),))
    return Contours(territory, tuple(places.on(territory, reading.source.data)))
