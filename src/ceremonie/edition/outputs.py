"""What an edition holds: the parts that can be made alone, and the names of its files."""

from __future__ import annotations

from enum import StrEnum

from ceremonie.formats import Shape


class Part(StrEnum):
    """What may be made alone; the other is then kept from the edition that is there."""

    FILM = "film"
    DECK = "diaporama"


def _of_each_shape(stem: str, ending: str) -> dict[Shape, str]:
    """« film.mp4 » of the hall's shape, « film-9x16.mp4 » of another."""
    marks = {shape: "" if shape is Shape.WIDE else "-" + shape.replace(":", "x") for shape in Shape}
    return {shape: f"{stem}{mark}{ending}" for shape, mark in marks.items()}


FILMS = _of_each_shape("film", ".mp4")
SHEETS = _of_each_shape("planche", ".jpg")
FILM, DECK = FILMS[Shape.WIDE], "diaporama.pptx"
"""The film that the deck shows, and the deck."""

SUBRIP, WEBVTT = "film.fr.srt", "film.fr.vtt"
TRANSCRIPT = "transcription.html"
POSTER = "affiche.jpg"
OF_ALL_FILMS = (SUBRIP, WEBVTT, TRANSCRIPT, POSTER)
"""They tell what every shape of the film says, so they come and go with it."""

REPORT_PAGE, REPORT_FACTS = "rapport.html", "rapport.json"
REPORT = (REPORT_PAGE, REPORT_FACTS)
"""Written last, since they tell of the others."""

TAKEN_AWAY, OUT_OF_DATE = "film-retire", "film-format-perime"
"""Slugs of what is told of a film that a run took away."""
