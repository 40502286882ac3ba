"""Where each file lies in the bag. Nothing is opened here."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ceremonie.archiving.bag import PAYLOAD

EDITION, SOURCES = f"{PAYLOAD}/edition", f"{PAYLOAD}/sources"
DESCRIPTION, LICENCES = f"{PAYLOAD}/description", f"{PAYLOAD}/licences"
KEPT = f"{PAYLOAD}/conservation"

README, SLIP = "LISEZMOI.txt", "bordereau.csv"
"""Beside the payload, where whoever opens the bag sees them first."""

RESOLVED = f"{DESCRIPTION}/storyboard-resolu.json"
CONSENTS = f"{DESCRIPTION}/accords.json"
PROVENANCE = f"{DESCRIPTION}/provenance.json"
REBUILDING, PACKAGES = f"{DESCRIPTION}/refaire.json", f"{DESCRIPTION}/paquets.txt"
BOARD, NAMELESS = "storyboard", "publics_avec_clef"
"""What `refaire.json` tells: the storyboard's name in its folder, and which audiences cannot be
made again without the key to names.
"""

PAGES, FILM = f"{KEPT}/diaporama.pdf", f"{KEPT}/film.mkv"

BESIDE = "../"
"""What the names of shared files begin with in an edition's manifest."""


def of_output(name: str) -> str:
    """Where a file of the edition lies, by its name there."""
    return _composed(f"{EDITION}/{name}")


def of_source(name: str, folder: str) -> str:
    """Where a source lies, by its name from the storyboard on: the storyboard's `folder` keeps its
    name, and what all editions share lies beside it as it does at home, so that all names in the
    storyboard still lead where they led.
    """
    if name.startswith(BESIDE):
        return _composed(f"{SOURCES}/{name.removeprefix(BESIDE)}")
    return _composed(f"{SOURCES}/{folder}/{name}")


def storyboard(folder: str, name: str) -> str:
    return of_source(name, folder)


def of_licence(name: str) -> str:
    return f"{LICENCES}/{name}"


def placed(sources: Mapping[str, object], folder: str) -> dict[str, str]:
    """Name of a source → its path in the bag."""
    return {name: of_source(name, folder) for name in sources}


def _composed(name: str) -> str:
    """Accents are one sign each, on every system (NFC)."""
    return unicodedata.normalize("NFC", name)
