"""From what each file came, as PROV-JSON (W3C, « The PROV-JSON Serialization », 2013).

It is plain JSON of a dozen lines; the library that writes it brings a graph and its own model along
to say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from ceremonie import __version__
from ceremonie.archiving import layout
from ceremonie.archiving.bag import PAYLOAD, BagFile, Written
from ceremonie.archiving.subject import Subject
from ceremonie.edition import instruments, manifest

PREFIXES = {
    "fichier": "urn:ceremonie:fichier:",
    "etape": "urn:ceremonie:etape:",
    "programme": "urn:ceremonie:programme:",
}
PRODUCTION, SEALING = "etape:production", "etape:archivage"


def provenance(
    subject: Subject, files: Iterable[Written], derived: Mapping[str, str], by_hand: Iterable[str]
) -> BagFile:
    """Of the files that are in the bag so far. `derived` are those that were made from another one
    for it, `by_hand` those that people have changed or added.
    """
    own, every = set(by_hand), list(files)
    made = [one.name for one in every if _is_output(one.name) and one.name not in own]
    used = [one.name for one in every if one.name.startswith(f"{layout.SOURCES}/")]
    sealed = [layout.RESOLVED, layout.CONSENTS, *derived]
    told = {
        "prefix": PREFIXES,
        "entity": {_entity(one.name): _facts(one, one.name in own) for one in every},
        "activity": {
            PRODUCTION: {"prov:label": "production de l'édition"},
            SEALING: {"prov:label": "mise en archive"},
        },
        "agent": _agents(subject),
        "used": _relations("u", "prov:activity", "prov:entity", [(PRODUCTION, n) for n in used]),
        "wasGeneratedBy": _relations(
            "g",
            "prov:activity",
            "prov:entity",
            [*((PRODUCTION, n) for n in made), *((SEALING, n) for n in sealed)],
        ),
        "wasDerivedFrom": {
            f"_:d{number}": {
                "prov:generatedEntity": _entity(name),
                "prov:usedEntity": _entity(origin),
            }
            for number, (name, origin) in enumerate(derived.items(), 1)
        },
        "wasAssociatedWith": _associated(subject),
    }
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return BagFile(layout.PROVENANCE, text.encode())


def _is_output(name: str) -> bool:
    return name.startswith(f"{layout.EDITION}/")


def _entity(name: str) -> str:
    """A name that every notation of PROV can write."""
    return f"fichier:{quote(name.removeprefix(f'{PAYLOAD}/'))}"


def _facts(file: Written, by_hand: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "prov:location": file.name,
        "fichier:octets": file.size,
        "fichier:sha256": file.sha256,
        "fichier:sha512": file.sha512,
    }
    return told | ({"fichier:modifie_a_la_main": True} if by_hand else {})


def _agents(subject: Subject) -> dict[str, Any]:
    """The programs that made the edition, with their versions, and the one that sealed it."""
    every = {**_tools(subject), f"ceremonie-{__version__}": __version__}
    return {
        f"programme:{name}": {
            "prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"},
            "programme:version": str(version),
        }
        for name, version in sorted(every.items())
    }


def _tools(subject: Subject) -> dict[str, str]:
    """Programs and libraries that painted and encoded, by name, with their versions."""
    told = (subject.facts.get(key) for key in (manifest.TOOLS, instruments.ENCODERS))
    return {n: str(v) for one in told if isinstance(one, dict) for n, v in one.items()}


def _associated(subject: Subject) -> dict[str, Any]:
    pairs = [(PRODUCTION, name) for name in sorted(_tools(subject))] + [
        (SEALING, f"ceremonie-{__version__}")
    ]
    return {
        f"_:a{number}": {"prov:activity": activity, "prov:agent": f"programme:{name}"}
        for number, (activity, name) in enumerate(pairs, 1)
    }


def _relations(
    mark: str, first: str, second: str, pairs: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    return {
        f"_:{mark}{number}": {first: activity, second: _entity(name)}
        for number, (activity, name) in enumerate(pairs, 1)
    }
