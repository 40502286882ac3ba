"""What is declared of the music."""

from __future__ import annotations

import csv
import io
from typing import Any

from ceremonie.edition.music_sheet import music_sheet
from ceremonie.media.material import Materials, Sound, Track
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.storyboard.media import Music
from ceremonie.storyboard.model import Storyboard
from ceremonie.units import SAMPLE_RATE

from ..plan.materials import HEAD


def planned(*pieces: dict[str, Any]) -> Plan:
    """Of a storyboard with these pieces, each a minute long."""
    entries = [Music.model_validate(piece) for piece in pieces]
    heard = tuple(
        Track(Sound(entry.file, 60 * SAMPLE_RATE), entry, ("musique", index))
        for index, entry in enumerate(entries)
    )
    quotes = [{"citation": "On joue.", "auteur": "Une élève"}] * 3
    board = Storyboard.model_validate({**HEAD, "temoignages": quotes, "musique": [*pieces]})
    return plan(board, Materials({}, heard))


def rows(*pieces: dict[str, Any]) -> list[dict[str, str]]:
    """What stands in the file."""
    text = music_sheet(planned(*pieces)).decode("utf-8-sig")
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


def test_what_is_not_said_of_a_piece_is_told_at_its_line_unless_a_mention_says_it() -> None:
    told = {"titre": "Valse", "auteur": "Une autrice", "licence": "CC BY"}
    pieces = (
        {"fichier": "a.ogg", **told},
        {"fichier": "b.ogg", "titre": "Marche", "partie": "temoignages"},
        {"fichier": "c.ogg", "credit": "Ronde, d'un auteur", "partie": "cloture"},
    )
    notes = [d for d in planned(*pieces).diagnostics if d.slug == "musique-a-declarer"]
    assert [(note.path, note.severity) for note in notes] == [(("musique", 1), "remarque")]
    assert "« auteur » et « licence »" in notes[0].message
    assert "titre" not in notes[0].message
