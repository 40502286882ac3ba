"""Draw the maps of six very different departments into one picture for the documentation:

    python scripts/maps.py [PICTURE]

By default it is `docs/maps.webp`. Look at it after any change of how a territory is drawn.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PIL import Image

from ceremonie.film.painting.stills import paint
from ceremonie.formats import FORMATS, Shape
from ceremonie.media.material import Materials
from ceremonie.planning.compositions import compose
from ceremonie.planning.language import FRENCH
from ceremonie.planning.moment import Script
from ceremonie.planning.moments import relay, workshop_map
from ceremonie.planning.staging import Staging
from ceremonie.storyboard.model import Storyboard

PICTURE = Path(__file__).parents[1] / "docs" / "maps.webp"

RELAYS = {
    "94": (
        "Orly", "Boissy-Saint-Léger", "Champigny-sur-Marne", "Vincennes", "Vitry-sur-Seine",
        "Créteil",
    ),
    "62": ("Arras", "Lens", "Béthune", "Saint-Omer", "Calais", "Boulogne-sur-Mer", "Berck"),
    "29": ("Quimper", "Concarneau", "Carhaix-Plouguer", "Morlaix", "Brest", "Ouessant"),
    "973": ("Saint-Laurent-du-Maroni", "Mana", "Kourou", "Cayenne", "Camopi", "Maripasoula"),
}  # fmt: skip
"""47 communes, and 887; islands; forest: the towns of a relay in each."""

WORKSHOPS = {
    "75": tuple(f"Paris {number}e" for number in (18, 20, 13, 15, 18, 4, 15)),
    "974": ("Saint-Denis", "Saint-Paul", "Saint-Pierre", "Saint-Benoît", "Cilaos", "Sainte-Rose"),
}
"""A city by districts, and an island: the towns of its workshops."""

PICTOGRAMS = ("course", "kayak", "marche", "natation", "handball", "boules")
WIDTH, HEIGHT, COLUMNS, GAP = 640, 360, 2, 8
FRAMES = 900


def main(arguments: list[str]) -> None:
    """Writes the picture."""
    pictures = list(drawn())
    rows = -(-len(pictures) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) - GAP, rows * (HEIGHT + GAP) - GAP)
    sheet = Image.new("RGB", size, "white")
    for index, picture in enumerate(pictures):
        row, column = divmod(index, COLUMNS)
        sheet.paste(picture, (column * (WIDTH + GAP), row * (HEIGHT + GAP)))
    path = Path(arguments[0]) if arguments else PICTURE
    sheet.save(path, quality=88, method=6)
    print(path)


def drawn() -> Iterator[Image.Image]:
    for board in boards():
        script = Script(board, Materials({}), FRENCH)
        tell = relay if board.relay else workshop_map
        content = tell.moments(script)[0].screen
        assert content
        drawing = replace(compose(content, Staging(FORMATS[Shape.WIDE])), frames=FRAMES)
        frame = Image.fromarray(paint(drawing, FRAMES - 1)).convert("RGB")
        yield frame.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


def boards() -> Iterator[Storyboard]:
    for code, towns in RELAYS.items():
        yield board(flamme={"departement": code, "etapes": [{"commune": town} for town in towns]})
    for code, towns in WORKSHOPS.items():
        workshops = [
            {"titre": "Atelier", "commune": town, "pictogramme": pictogram}
            for town, pictogram in zip(towns, (*PICTOGRAMS, PICTOGRAMS[0]), strict=False)
        ]
        days = [{"date": "2025-06-14", "ateliers": workshops}]
        yield board(jours=days, carte={"departement": code})


def board(**keys: object) -> Storyboard:
    return Storyboard.model_validate(
        {
            "edition": "cartes",
            "titre": "Cartes",
            "organisateur": "Un service",
            "ceremonie": {"date": "2025-06-20", "lieu": "Une salle"},
            "jours": [{"date": "2025-06-14"}],
            **keys,
        }
    )


if __name__ == "__main__":
    main(sys.argv[1:])
