"""A small storyboard with as many photos as a film needs to be rendered in several pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

TITLES = ("Boxe éducative", "Escrime")

HEAD = """\
edition: "2023"
titre: Journées de l'égalité des chances
organisateur: Préfecture du Val-de-Marne
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
deroule: [titre, jours, film, cloture]
jours:
  - date: 2023-11-28
    ateliers:
"""


def storyboard(folder: Path) -> Path:
    """Two workshops with two photos each, no two alike, written to a new folder."""
    folder.mkdir()
    noise = np.random.default_rng(94)
    text = HEAD
    for number, title in enumerate(TITLES):
        names = [f"photo-{number}-{index}.jpg" for index in range(2)]
        for name in names:
            small = Image.fromarray(noise.integers(40, 220, (6, 9, 3), np.uint8))
            small.resize((900, 600), Image.Resampling.BICUBIC).save(folder / name)
        text += workshop(title, *names)
    path = folder / "storyboard.yaml"
    path.write_text(text, "utf-8")
    return path


def workshop(title: str, *files: str) -> str:
    """The lines of one more workshop."""
    lines = [f"      - titre: {title}", "        commune: Créteil", "        medias:"]
    lines += [
        f"          - {{fichier: {name}, alt: Un essai, personnes: aucune}}" for name in files
    ]
    return "\n".join(lines) + "\n"
