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

LIGHT = "film-leger.mp4"
"""The film of a page: smaller, in the first shape that its audience is given."""

SUBRIP, WEBVTT = "film.fr.srt", "film.fr.vtt"
DESCRIPTIONS = "film.audiodescription.vtt"
TRANSCRIPT = "transcription.html"
RUNNING_ORDER = "conducteur.html"
RUNNING_ORDER_SHEET, RUNNING_ORDER_TABLE = "conducteur.xlsx", "conducteur.csv"
RUNNING_ORDERS = (RUNNING_ORDER, RUNNING_ORDER_SHEET, RUNNING_ORDER_TABLE)
PROMPTER, NAMES = "prompteur.html", "noms.html"
PAPERS = (*RUNNING_ORDERS, PROMPTER, NAMES)
"""What the evening is run by."""

WELCOME_DECK, WELCOME_FILM, COUNTDOWN = "accueil.pptx", "accueil.mp4", "decompte.mp4"
CARD = "carton.png"
"""What the screen shows while nobody speaks, where the storyboard has `accueil`."""

WELCOME_FILMS = (WELCOME_FILM, COUNTDOWN)
WELCOME = (WELCOME_DECK, *WELCOME_FILMS, CARD)

MASTER, TECHNICAL = "film-regie.mov", "fiche-technique.html"
STEM_MUSIC, STEM_SPEECH = "film-musique.wav", "film-parole.wav"
OF_THE_TECHNICIAN = (MASTER, STEM_MUSIC, STEM_SPEECH, TECHNICAL)
"""What the technician is given, where it is asked for."""

TRACKS = "musiques.csv"
"""The music that is to be declared."""

RECORD, CHANGES = "contenu.json", "ce-qui-a-change.html"
"""What the edition shows and says, for the next build to be compared with; what differs from the
build before.
"""

POSTER = "affiche.jpg"
PAGE = "page.html"
"""What may be published as it is."""

OF_ALL_FILMS = (SUBRIP, WEBVTT, DESCRIPTIONS, TRANSCRIPT, POSTER)
"""They tell what every shape of the film says, so they come and go with it."""

REPORT_PAGE, REPORT_FACTS = "rapport.html", "rapport.json"
REPORT = (REPORT_PAGE, REPORT_FACTS)
"""Written last, since they tell of the others."""

ANNEX_PAGE, ANNEX_FACTS = "accessibilite.html", "accessibilite.json"
"""What is said of accessibility beside what is published; of the hall's, the report says it."""

SHELF = "index.html"
"""The page of all editions, in the folder that they lie in."""

SAVED = "source-enregistree"
"""Slug of what is told of a source that was saved while the edition was being made."""

TAKEN_AWAY, OUT_OF_DATE, LEFT = "film-retire", "film-format-perime", "public-perime"
BARRED, WITHOUT_MASTER = "partie-sans-accord", "regie-retiree"
"""Slugs of what is told of films that a run took away, of all that an audience was given, of the
part that was not made, where somebody in it may not be shown any more, and of what the technician
was given.
"""
