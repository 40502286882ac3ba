"""Storyboards and the spreadsheets that colleagues fill in for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ceremonie.desk import import_table
from ceremonie.importing.imported import Imported

BOARD = """\
# L'édition de cette année
edition: "2023"
titre: Journées de l'égalité   # le titre
organisateur: Préfecture
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}

jours:
  - date: 2023-11-28
    nom: Mardi sportif
    ateliers:
      # le premier
      - titre: Boxe éducative
        commune: Créteil
        lieu: 'Gymnase'   # à vérifier
      - {titre: Judo, commune: Orly}
  - date: 2023-11-29

temoignages:
  - citation: On a joué tous ensemble, et l'on recommencera demain.
    auteur: Une collégienne
# fin
"""
HEADS = ("Jour", "Atelier", "Commune", "Lieu", "Description")


def board(folder: Path, text: str = BOARD) -> Path:
    file = folder / "storyboard.yaml"
    file.write_bytes(text.encode())
    return file


def table(folder: Path, *rows: Sequence[str], name: str = "ateliers") -> Path:
    """A list parted by semicolons, as Excel writes it in French."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    file = folder / f"{name}.csv"
    file.write_text(stream.getvalue(), "utf-8")
    return file


def workshops(folder: Path, *rows: Sequence[str]) -> Path:
    return table(folder, HEADS, *rows)


def taken_over(file: Path) -> Imported:
    """Imported and written."""
    found = import_table(file)
    found.apply()
    return found


def slugs(found: Imported) -> list[str]:
    return [one.slug for one in found.diagnostics]
