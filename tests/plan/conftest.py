from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ceremonie.media.assembly import tracks
from ceremonie.media.entries import Medium
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, SubtitleCue, Track
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard

MakePlan = Callable[..., Plan]


def picture(name: str, width: int = 2400, height: int = 1600) -> Picture:
    return Picture(digest=f"digest of {name}", width=width, height=height, alternative=name)


def clip(name: str, frames: int = 100) -> Clip:
    cue = SubtitleCue(10, 60, ("Bonjour à tous.",))
    width, height = (1080, 1920) if "portrait" in name else (1920, 1080)
    poster = picture(name, width, height)
    digest = f"digest of {name}"
    return Clip(digest, width, height, frames, True, poster, name, subtitles=(cue,))


def material(entry: Media) -> Picture | Clip:
    if entry.file.endswith(".mp4"):
        return clip(entry.file)
    if "portrait" in entry.file:
        return picture(entry.file, 1600, 2400)
    return picture(entry.file)


def workshop(title: str, *files: str, **more: Any) -> dict[str, Any]:
    medias = [{"fichier": file, "legende": f"Vue de {title}"} for file in files]
    return {"titre": title, "commune": "Créteil", "medias": medias, **more}


def board() -> dict[str, Any]:
    """A storyboard with every part, each workshop composition, in the words of the user."""
    return {
        "edition": "2023",
        "titre": "Journées départementales de l'égalité des chances",
        "sous_titre": "Val-de-Marne, 3e édition",
        "organisateur": "Préfecture du Val-de-Marne",
        "ceremonie": {"date": "2023-12-01", "lieu": "salle des fêtes"},
        "ouverture": {"orateur": "Une oratrice", "fonction": "préfète", "message": "Bienvenue !"},
        "flamme": {"etapes": [{"commune": c} for c in ("Orly", "Vincennes", "Créteil")]},
        "jours": [
            {
                "date": "2023-11-28",
                "titre": "Bouger ensemble",
                "ateliers": [
                    workshop("Football à cinq", "pré.jpg", texte="Chacun joue."),
                    workshop("Plongée", "portrait.jpg", thematique="santé"),
                    workshop("Jardin", "a.jpg", "b.jpg", "c.jpg", partenaires=["CDOS 94"]),
                    workshop("Boccia", thematique="handisport"),
                ],
            },
            {
                "date": "2023-11-29",
                "ateliers": [workshop(f"Atelier {i}", "pré.jpg") for i in range(6)],
            },
            {"date": "2023-11-30", "ateliers": [workshop("Cinéma", "extrait.mp4")]},
        ],
        "chiffres": [
            {"valeur": 30, "libelle": "centres"},
            {"valeur": 1200, "libelle": "élèves", "surtitre": "Plus de"},
            {"valeur": "1 sur 2", "libelle": "revient"},
            {"valeur": 21, "libelle": "juillet"},
        ],
        "temoignages": [
            {"citation": "J'ai joué. J'ai ri.", "auteur": "Une élève", "illustratif": True},
            {"citation": "Merci.", "auteur": "Un senior", "extrait": {"fichier": "senior.mp4"}},
        ],
        "athletes": [{"nom": "Une athlète", "discipline": "Escrime", "dossard": "94"}],
        "prix": [{"titre": "Prix du fair-play", "laureat": "Une équipe"}],
        "partenaires": [{"nom": f"Partenaire {i}", "rang": i % 3 + 1} for i in range(9)],
        "spectacle": [
            {"titre": "Chorale", "artistes": "Un chœur", "texte": "Des chants.", "film": "oui"}
        ],
        "sur_mesure": [{"titre": "La vague", "code": "vague.py", "alt": "Des vagues"}],
        "generique": [{"titre": "Organisation", "lignes": ["Préfecture"]}],
        "musique": {
            "fichier": "musique.ogg",
            "titre": "Un air",
            "auteur": "Un trio",
            "licence": "CC BY",
        },
    }


@pytest.fixture
def make_plan() -> MakePlan:
    """Plans the full storyboard with some of its top keys replaced."""

    def make(**changes: Any) -> Plan:
        storyboard = Storyboard.model_validate({**board(), **changes})
        entries = [m for d in storyboard.days for w in d.workshops for m in w.media]
        entries += [t.clip for t in storyboard.testimonies if t.clip]
        music = Sound("digest of music", 48_000 * 30)
        media: dict[Medium, Material] = {e: material(e) for e in entries}
        media |= {scene: clip(scene.code) for scene in storyboard.custom_scenes}
        heard = tuple(Track(music, entry, path) for path, entry in tracks(storyboard))
        return plan(storyboard, Materials(media, heard))

    return make
