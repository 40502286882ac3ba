"""A storyboard whose edition is made again and again, and what is read of each build."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from PIL import Image

from ceremonie.comparing import Kind, Record, recorded
from ceremonie.production import Part, produce

RECORD, SHEET = "contenu.json", "ce-qui-a-change.html"

SECOND = """\
      - titre: Escrime
        commune: Orly
        texte: On salue avant de tirer.
deroule:"""

REGISTER = """\
publication: {debut: 2023-12-02, fin: 2024-06-30, sinon: {salle: retirer}}
temoignages:
  - citation: On a joué tous ensemble.
    auteur: Ada Lovelace
    qui: P012
droits:
  - {personne: P012, mineur: non, signataires: [elle-même], portees: [captation, salle],
     nom: oui, debut: 2023-01-01, fin: 2025-01-01}
deroule: [titre, jours, temoignages, cloture]
"""


class Place:
    """A storyboard whose edition is made again and again."""

    def __init__(self, board: Path, cache: Path) -> None:
        self.board, self.cache = board, cache
        self.output = board.parents[1] / "output"

    @property
    def edition(self) -> Path:
        return self.output / "2023"

    def change(self, *pairs: tuple[str, str]) -> None:
        text = self.board.read_text("utf-8")
        for before, after in pairs:
            assert before in text
            text = text.replace(before, after)
        self.board.write_text(text, "utf-8")

    def picture(self, name: str, turn: int) -> None:
        picture = Image.linear_gradient("L").rotate(turn).resize((1440, 960))
        picture.convert("RGB").save(self.board.with_name(name))

    def make(self, only: Part | None = Part.DECK) -> None:
        produce(self.board, only=only, draft=True, output=self.output, cache=self.cache)

    def read(self, name: str) -> str:
        return (self.edition / name).read_text("utf-8")

    @property
    def record(self) -> Record:
        record = recorded(self.read(RECORD))
        assert record
        return record

    @property
    def kinds(self) -> dict[str, tuple[Kind, ...]]:
        """Title of each slide that differs → what became of it."""
        assert self.record.changes
        slides = self.record.changes.slides
        return {entry.title: one.kinds for one in slides if (entry := one.after or one.before)}

    def people(self, name: str) -> set[str]:
        """Who is in a file, as the manifest tells."""
        told: dict[str, list[dict[str, Any]]] = json.loads(self.read("manifeste.json"))["personnes"]
        return {who for who, places in told.items() if any(p["fichier"] == name for p in places)}


def two_workshops(board: Path, cache: Path) -> Place:
    place = Place(board, cache)
    place.change(("deroule:", SECOND))
    place.picture("autre.jpg", 90)
    return place


def with_a_person(place: Place) -> Place:
    """One in the photo, who is quoted by name too."""
    text = re.sub(r"deroule:.*\n", REGISTER, place.board.read_text("utf-8"))
    place.board.write_text(text.replace("personnes: aucune", "personnes: [P012]"), "utf-8")
    place.board.with_name("clef.csv").write_text("identifiant;nom\nP012;Lovelace Ada\n", "utf-8")
    return place
