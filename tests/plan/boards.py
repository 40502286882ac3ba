"""Storyboards that fill every place of every composition: the longest words that the guide allows
in ordinary use, the most rows, every key.
"""

from __future__ import annotations

from typing import Any

from ceremonie.formats import Shape
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Clip, Material, Materials, Picture, SubtitleCue
from ceremonie.planning import plan
from ceremonie.planning.model import Plan
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import CustomScene

SENTENCE = "Le sport rassemble les élèves, leurs parents et les bénévoles du quartier. "
TEXT = (SENTENCE * 8)[:599].rsplit(".", 1)[0] + "."
"""As long as a text may be: 600 signs."""

TITLE = (
    "Journées départementales de la jeunesse, du sport, de la vie associative et de l'égalité "
    "des chances entre les territoires"
)


def medium(name: str) -> dict[str, Any]:
    return {"fichier": name, "alt": f"Vue de {name}", "legende": "Une légende de photo"}


def _workshop(title: str, *files: str) -> dict[str, Any]:
    return {
        "titre": title,
        "commune": "Saint-Barthélemy-de-Vals",
        "lieu": "gymnase intercommunal Marie-Curie",
        "participants": "collégiens, seniors et familles du quartier",
        "thematique": "insertion professionnelle",
        "texte": TEXT,
        "partenaires": ["Comité départemental olympique et sportif", "Maison des associations"],
        "medias": [medium(file) for file in files],
        "illustratif": True,
    }


def long_board() -> dict[str, Any]:
    """Long words at every key."""
    return {
        "edition": "longue",
        "titre": TITLE,
        "sous_titre": "Seine-et-Marne, quinzième édition, du 28 septembre au 3 octobre 2024",
        "organisateur": "Direction des services départementaux de l'éducation nationale",
        "ceremonie": {"date": "2024-10-04", "lieu": "Grande salle des fêtes"},
        "ouverture": {
            "orateur": "Une directrice adjointe de la cohésion sociale",
            "fonction": "directrice départementale de l'emploi, du travail et des solidarités",
            "message": TEXT,
            "mention": "En substance, d'après l'allocution prononcée à l'ouverture",
        },
        "flamme": {
            "titre": "La Flamme de l'égalité des chances",
            "etapes": [
                {"commune": c}
                for c in (
                    "Orly", "Villeneuve-Saint-Georges", "Boissy-Saint-Léger", "Sucy-en-Brie",
                    "Ormesson-sur-Marne", "Champigny-sur-Marne", "Le Perreux-sur-Marne",
                    "Fontenay-sous-Bois", "Saint-Mandé", "Charenton-le-Pont", "Vitry-sur-Seine",
                    "Créteil",
                )
            ],
            "mention": "Parcours illustratif, communes et horaires à confirmer",
        },
        "jours": [
            {
                "date": "2024-09-28",
                "titre": "Bouger ensemble, prendre soin de soi et trouver sa place",
                "ateliers": [
                    _workshop("Sensibilisation intergénérationnelle aux premiers secours", "a.jpg"),
                    _workshop("Découverte des métiers du sport et de l'animation", "portrait.jpg"),
                    _workshop("Rencontres interdépartementales", "a.jpg", "b.jpg", "c.jpg"),
                    _workshop("Professionnalisation des accompagnateurs"),
                    _workshop("Atelier cinéma et techniques audiovisuelles", "clip.mp4"),
                ],
            },
            {
                "date": "2024-09-29",
                "ateliers": [
                    _workshop(f"Atelier de sensibilisation numéro {i}", "a.jpg") for i in range(7)
                ],
            },
        ],
        "chiffres": [
            {"surtitre": "Environ", "valeur": 1234567, "libelle": "participantes et participants"},
            {"surtitre": "Plus de", "valeur": "3 sur 4", "libelle": "reviennent chaque année"},
            {"surtitre": "Près de", "valeur": 120, "libelle": "bénévoles et éducateurs sportifs"},
            {"valeur": 8, "libelle": "communes du département"},
        ],
        "temoignages": [
            {"citation": TEXT, "auteur": "Une collégienne de troisième", "fonction": "atelier "
             "de sensibilisation intergénérationnelle", "illustratif": True},
            {"citation": SENTENCE, "auteur": "Un senior", "extrait": medium("clip.mp4")},
        ],
        "athletes": [
            {
                "nom": "Marie-Antoinette Andriamanantenasoa",
                "discipline": "Escrime fauteuil, épée par équipes",
                "club": "Comité départemental handisport de Seine-et-Marne",
                "palmares": "Sélection nationale, vice-championne en titre",
                "dossard": "1094",
                "photo": medium("portrait.jpg"),
            }
        ],
        "partenaires": [
            {"nom": f"Comité départemental olympique et sportif, antenne {i}", "rang": i % 3 + 1}
            for i in range(14)
        ],
        "spectacle": [
            {"titre": "Chorale intergénérationnelle du conservatoire", "artistes": "Un chœur "
             "de deux cents élèves et seniors", "texte": TEXT, "media": medium("a.jpg"),
             "film": "oui"},
            {"titre": "Percussions", "texte": SENTENCE, "film": "oui"},
        ],
        "cloture": {"titre": "Merci à toutes et à tous", "message": TEXT},
        "generique": [
            {"titre": f"Rubrique {i} du générique", "lignes": [SENTENCE.strip()[:90]] * 4}
            for i in range(7)
        ],
    }  # fmt: skip


def planned(board: dict[str, Any], *shapes: Any) -> Plan:
    """The plan of a storyboard whose media are what their names say."""
    storyboard = Storyboard.model_validate(board)
    media: dict[Medium, Material] = {e: _material(e) for _, e in mediums(storyboard)}
    return plan(storyboard, Materials(media), shapes or (Shape.WIDE,))


def _material(entry: Medium) -> Material:
    name = entry.code if isinstance(entry, CustomScene) else entry.file
    size = (1600, 2400) if "portrait" in name else (2400, 1600)
    picture = Picture(name, *size, "", entry.alternative, entry.credit)
    if not name.endswith(".mp4"):
        return picture
    cue = SubtitleCue(10, 60, ("Deux lignes de sous-titres, longues", "comme on en voit souvent."))
    return Clip(name, 1920, 1080, 100, True, picture, "", subtitles=(cue,))
