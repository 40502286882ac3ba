"""Whole decks from storyboards, with plain pictures in the place of theirs: what matters is words
and boxes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from ceremonie.deck import write
from ceremonie.formats import Screen
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Clip, Material, Materials, Picture
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.progress import silent
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import CustomScene
from tests.plan import boards
from tests.sample import planned

LONG_TITLE = (
    "Journées départementales de la jeunesse, du sport, de la vie associative, de l'engagement "
    "citoyen et de l'égalité des chances entre les territoires et les âges"
)
"""160 signs, the most that a line may have."""

COMMUNES = (
    "Orly", "Villeneuve-Saint-Georges", "Boissy-Saint-Léger", "Sucy-en-Brie", "Ormesson-sur-Marne",
    "Champigny-sur-Marne", "Le Perreux-sur-Marne", "Fontenay-sous-Bois", "Saint-Mandé",
    "Charenton-le-Pont", "Vitry-sur-Seine", "Créteil",
)  # fmt: skip


def _extreme() -> dict[str, Any]:
    """Seven days of twelve workshops, forty partners, thirty testimonies, thirty prizes, no photo,
    twelve stages, titles of 160 signs.
    """
    return {
        "edition": "extremes",
        "titre": LONG_TITLE,
        "organisateur": "Direction des services départementaux de l'éducation nationale",
        "ceremonie": {"date": "2024-10-07", "lieu": "Grande salle des fêtes"},
        "ouverture": {
            "orateur": "Une directrice adjointe de la cohésion sociale",
            "fonction": "directrice départementale de l'emploi, du travail et des solidarités",
            "message": boards.TEXT,
        },
        "flamme": {"etapes": [{"commune": commune} for commune in COMMUNES]},
        "jours": [
            {
                "date": f"2024-09-{day:02d}",
                "titre": LONG_TITLE[:120],
                "ateliers": [
                    {
                        "titre": LONG_TITLE if number == 0 else f"Atelier numéro {number}",
                        "commune": COMMUNES[number],
                        "lieu": "gymnase intercommunal Marie-Curie",
                        "participants": "collégiens, seniors et familles du quartier",
                        "texte": boards.TEXT if number < 3 else boards.SENTENCE,
                        "partenaires": ["Comité départemental olympique et sportif"],
                        "illustratif": True,
                    }
                    for number in range(12)
                ],
            }
            for day in range(24, 31)
        ],
        "chiffres": [
            {"surtitre": "Environ", "valeur": 1234567, "libelle": "participantes et participants"},
            {"valeur": 84, "libelle": "ateliers sportifs, culturels et inclusifs"},
        ],
        "temoignages": [
            {
                "citation": boards.TEXT if number % 10 == 0 else boards.SENTENCE,
                "auteur": "Une collégienne de troisième",
                "fonction": "atelier de sensibilisation intergénérationnelle",
                "illustratif": True,
            }
            for number in range(30)
        ],
        "prix": [
            {
                "titre": f"Prix de l'engagement et de la fraternité, catégorie {number}",
                "laureat": "L'équipe du collège intercommunal Marie-Curie",
                "remis_par": "Une présidente d'association",
                "illustratif": True,
            }
            for number in range(30)
        ],
        "partenaires": [
            {"nom": f"Comité départemental olympique et sportif, antenne {i}", "rang": i % 3 + 1}
            for i in range(40)
        ],
        "spectacle": [{"titre": LONG_TITLE, "artistes": "Un chœur", "texte": boards.TEXT}],
        "cloture": {"titre": "Merci à toutes et à tous", "message": boards.TEXT},
        "generique": [
            {"titre": f"Rubrique {i}", "lignes": [boards.SENTENCE.strip()] * 4} for i in range(9)
        ],
    }


BOARDS: dict[str, Callable[[], Storyboard]] = {
    "exemple": lambda: planned.storyboard(planned.SAMPLE),
    "fete": lambda: planned.storyboard(planned.EXAMPLE),
    "longue": lambda: Storyboard.model_validate(boards.long_board()),
    "extremes": lambda: Storyboard.model_validate(_extreme()),
}


def planned_deck(board: str, screen: str, folder: Path, mode: str | None = None) -> Plan:
    """The plan of one of `BOARDS` for this screen; its pictures and clips lie in `folder`."""
    storyboard = BOARDS[board]()
    options = {"screen": Screen(screen)} | ({"mode": mode} if mode else {})
    deck = storyboard.deck.model_copy(update=options)
    storyboard = storyboard.model_copy(update={"deck": deck})
    media: dict[Medium, Material] = {e: _material(e, folder) for _, e in mediums(storyboard)}
    return plan(storyboard, Materials(media))


def built(board: str, screen: str, folder: Path, mode: str | None = None) -> Path:
    """The deck of that plan."""
    target = folder / "diaporama.pptx"
    write(planned_deck(board, screen, folder, mode), target, film=None, progress=silent)
    return target


def _material(entry: Medium, folder: Path) -> Material:
    """A grey picture of the shape that its name says; a clip, where it is one."""
    name = entry.code if isinstance(entry, CustomScene) else entry.file
    upright, flat = "portrait" in name, name.endswith((".png", ".svg"))
    size = (400, 600) if upright else (600, 400)
    path = folder / f"{size[0]}{'.png' if flat else '.jpg'}"
    if not path.exists():
        Image.new("RGBA" if flat else "RGB", size, (120, 120, 120)).save(path)
    caption = getattr(entry, "caption", None)
    picture = Picture(name, *size, "Une image grise", alpha=flat, caption=caption,
                      path=path)  # fmt: skip
    if not name.endswith((".mp4", ".py")):
        return picture
    clip = folder / "extrait.mp4"
    clip.write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom")
    return Clip(name, 1920, 1080, 100, True, replace(picture, alternative="Un extrait"),
                "Un extrait", path=clip)  # fmt: skip
