"""What is declared of the music."""

from __future__ import annotations

import csv
import io
from typing import Any

from ceremonie.edition.music_sheet import music_sheet
from ceremonie.media.material import Materials, Sound, Track
from ceremonie.planning import plan
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import SAMPLE_RATE

from ..plan.materials import HEAD


def rows(*pieces: dict[str, Any]) -> list[dict[str, str]]:
    """What stands in the file for a storyboard with these pieces, each a minute long."""
    entries = [Music.model_validate(piece) for piece in pieces]
    heard = tuple(
        Track(Sound(entry.file, 60 * SAMPLE_RATE), entry, ("musique", index))
        for index, entry in enumerate(entries)
    )
    quotes = [{"citation": "On joue.", "auteur": "Une élève"}] * 3
    board = Storyboard.model_validate({**HEAD, "temoignages": quotes, "musique": [*pieces]})
    made = plan(board, Materials({}, heard))
    text = music_sheet(made).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_each_piece_is_declared_with_the_seconds_that_are_heard() -> None:
    valse = {"fichier": "a.ogg", "titre": "=Valse", "auteur": "Une autrice", "licence": "CC BY"}
    march = {"fichier": "b.ogg", "credit": "Marche, d'un auteur", "partie": "temoignages"}
    first, second = rows(valse, march)
    assert first["Titre"] == "'=Valse"
    assert (first["Auteur"], first["Licence"], first["Où"]) == ("Une autrice", "CC BY", "film")
    assert (second["Titre"], second["Mention"]) == ("", "Marche, d'un auteur")
    assert int(first["Secondes"]) > 0
    assert int(second["Secondes"]) > 0


def test_without_music_there_are_heads_alone() -> None:
    assert rows() == []
