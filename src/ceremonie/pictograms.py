"""The pictograms that come with the program: their names and their files, one of each."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

from ceremonie.files import is_stray

ENDING = ".svg"

_SPOKEN = {
    "atelier": "pinceau",
    "batiment": "bâtiment",
    "bien-etre": "bien-être",
    "chronometre": "chronomètre",
    "cinema": "cinéma",
    "coeur": "cœur",
    "echecs": "échecs",
    "etoile": "étoile",
    "foret": "forêt",
    "idee": "idée",
    "medaille": "médaille",
    "metier": "métier",
    "numerique": "numérique",
    "plongee": "plongée",
    "randonnee": "randonnée",
    "sante": "santé",
    "senior-femme": "personne âgée",
    "temoignage": "guillemets",
    "theatre": "théâtre",
    "tir-a-l-arc": "tir à l’arc",
    "trophee": "trophée",
    "velo": "vélo",
}
"""By what they show, where their files lack the accents for it or are named after their use."""


def names() -> tuple[str, ...]:
    """Every pictogram that there is, in alphabetical order."""
    files = (file.name for file in _folder().iterdir() if not is_stray(file.name))
    return tuple(sorted(name.removesuffix(ENDING) for name in files if name.endswith(ENDING)))


def spoken(name: str) -> str:
    """How a pictogram is called where it is described: « marche nordique », « tir à l’arc »."""
    return _SPOKEN.get(name, name.replace("-", " "))


def drawing(name: str) -> str:
    """The SVG of a pictogram. Raises FileNotFoundError where there is none of this name."""
    return (_folder() / f"{name}{ENDING}").read_text("utf-8")


def _folder() -> Traversable:
    return resources.files("ceremonie") / "data" / "pictograms"
