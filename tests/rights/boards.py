"""Storyboards with people in them, as text: what is said of each in a line of the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic, errors
from ceremonie.rights import Showing, showing
from ceremonie.storyboard import Reading
from ceremonie.storyboard.reading import read_bytes

CEREMONY, START, END = "2024-12-06", "2024-12-09", "2025-12-09"
EVERYWHERE = ("captation", "salle", "interne", "internet", "reseaux")
FAMILY = ("mère", "père", "enfant")

Entry = dict[str, Any]


def line(person: str, **more: Any) -> Entry:
    """An adult who agreed to everything for long enough."""
    return {
        "personne": person,
        "mineur": "non",
        "signataires": ["elle-même"],
        "portees": list(EVERYWHERE),
        "nom": "oui",
        "voix": "oui",
        "debut": "2024-01-01",
        "fin": "2026-12-31",
        **more,
    }


def photo(*people: str, **more: Any) -> Entry:
    return {"fichier": "photo.jpg", "alt": "Une scène", "personnes": list(people), **more}


def clip(*people: str, **more: Any) -> Entry:
    return photo(*people, **{"fichier": "extrait.mp4", **more})


def workshop(*media: Entry, title: str = "Boccia", **more: Any) -> Entry:
    return {"titre": title, "commune": "Créteil", "medias": list(media), **more}


def board(
    *workshops: Entry,
    register: Any = (),
    publication: Any = None,
    **more: Any,
) -> Entry:
    """A storyboard as data; its publication has its days unless others are given."""
    return {
        "edition": "2024",
        "titre": "Journées",
        "organisateur": "Préfecture",
        "ceremonie": {"date": CEREMONY, "lieu": "Salle des fêtes"},
        "audiodescription": {"raison": "Tout ce qui se voit est dit."},
        "publication": {"debut": START, "fin": END, **(publication or {})},
        "jours": [{"date": "2024-12-03", "ateliers": [*workshops, workshop(title="Danse")]}],
        "droits": list(register),
        **more,
    }


def read(data: Mapping[str, Any]) -> Reading:
    text = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False)
    return read_bytes(text.encode(), Path("storyboard.yaml"))


def shown(data: Mapping[str, Any], audience: Audience = Audience.HALL) -> Showing:
    """What an audience is given of a storyboard that is none the worse by itself."""
    reading = read(data)
    assert errors(reading.diagnostics) == (), [one.render() for one in reading.diagnostics]
    return showing(reading, audience)


def slugs(diagnostics: Iterable[Diagnostic]) -> list[str]:
    return sorted(one.slug for one in diagnostics)


def files(one: Showing) -> list[str]:
    """The media of the first workshop that are left."""
    assert one.storyboard is not None
    return [medium.file for medium in one.storyboard.days[0].workshops[0].media]
