"""Fixed contents of each kind, and the two looks that they are shown in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from ceremonie.media.material import Clip, Picture
from ceremonie.planning.content import (
    Award,
    Awards,
    Bar,
    Bars,
    Blackout,
    Block,
    Chapter,
    Content,
    Countdown,
    CreditRoll,
    EndCredits,
    Farewell,
    Figure,
    Figures,
    Giant,
    Holding,
    LastMinute,
    Names,
    Part,
    Person,
    Played,
    Programme,
    Quote,
    Scan,
    Screening,
    Share,
    SpareScreening,
    Speech,
    Supporter,
    Title,
    Wall,
)
from ceremonie.planning.emblem import Emblem
from ceremonie.planning.map_content import Leg, Place, Route, Stop, WorkshopMap
from ceremonie.planning.pictured_content import (
    Card,
    Cell,
    Compared,
    Entrant,
    Framed,
    Gallery,
    GroupPhoto,
    Lineup,
    Mosaic,
    Sheet,
    Story,
    Subject,
)
from ceremonie.planning.qr_code import modules
from ceremonie.planning.staging import Look
from ceremonie.storyboard import programme
from ceremonie.storyboard.programme import Section
from ceremonie.territory.loading import of_departments
from ceremonie.theme.palette import Palette
from ceremonie.tools import ffmpeg

from ..sample.planned import EXAMPLE


def _picture(name: str, width: int, height: int, *, alpha: bool = False) -> Picture:
    """A drawing of few colours: a sheet with it stays small."""
    return Picture(name, width, height, "", alpha=alpha, path=EXAMPLE / "images" / name)


LOGO = _picture("logo-club-nautique.png", 900, 420, alpha=True)

TOWN = Look(
    palette=Palette(paper="F7F4EA", bright="F9C846", middle="5BB5D6", deep="0B6E4F", ink="102A43"),
    emblem=Emblem.NONE,
    logo=LOGO,
)
"""An event's own, as far from the house's as it may be."""

LOOKS = {"house": Look(), "town": TOWN}


LYING = _picture("relais.png", 2000, 1334)
UPRIGHT = _picture("mur.png", 1200, 1700)

FRAMES = 12
"""Length of the clip."""

WORKSHOP = Subject("course", Section.DAYS, 0, programme.SPORT)

TOWNS = ("Orly", "Boissy-Saint-Léger", "Vincennes", "Créteil")

VAL_DE_MARNE = of_departments(("94",))

ROUTE = Route(
    title="La Flamme en relais",
    territory=VAL_DE_MARNE,
    departs=24,
    stops=tuple(
        Stop(town, town, f"Étape {index + 1} sur {len(TOWNS)}", 58 + 59 * index, 83 + 59 * index)
        for index, town in enumerate(TOWNS)
    ),
    total="Quatre étapes",
    dates="du 28 au 30 novembre",
    mention="Parcours illustratif",
)

SENTENCE = "Le temps d’un match, tout le monde joue assis : on se passe le ballon, et l’on rit."

CONTENTS: dict[str, Content] = {
    "card": Card(
        "Basket fauteuil",
        "Jour 1, Créteil",
        Subject("fauteuil", Section.DAYS, 0, programme.HANDISPORT),
    ),
    "story": Story(
        "Basket fauteuil",
        "Jour 1, Créteil, gymnase Marie-Curie",
        WORKSHOP,
        SAID
        := "Le temps d’un match, tout le monde joue assis : on se passe le ballon, et l’on rit.",
        SAID,
    ),
    "title": Title(
        kicker="Journées départementales",
        giants=(Giant("de", "l’égalité"), Giant("des", "chances")),
        foot=("Val-de-Marne", "3e édition, du 28 au 30 novembre 2023"),
    ),
    "title-alone": Title(
        kicker="",
        giants=(Giant("", "Fête"), Giant("du", "sport"), Giant("de", "Bron")),
        foot=("La ville joue dehors", "samedi 14 juin 2025"),
    ),
    "person": Person(
        kicker="Rencontre",
        illustration="(illustration)",
        name="Une escrimeuse",
        facts=("Escrime fauteuil", "Club du Val-de-Marne", "Équipe départementale"),
        number="94",
        portrait=None,
    ),
    "person-portrait": Person(
        kicker="Rencontre",
        illustration="",
        name="Marie-Antoinette Andriamanantenasoa",
        facts=("Escalade", "", ""),
        number="",
        portrait=UPRIGHT,
    ),
    "speech-portrait": Speech(
        kicker="Prise de parole",
        message="Le sport est le premier droit d’une enfance en bonne santé.",
        mention="",
        speaker="Une élue",
        position="maire de la commune",
        portrait=UPRIGHT,
        signed=True,
    ),
    "scan": Scan(
        heading="Votre avis compte",
        text="Trois questions, une minute.",
        address="exemple.fr/avis-2023",
        site="exemple.fr",
        modules=modules("https://exemple.fr/avis-2023"),
    ),
    "chapter": Chapter("Jour 2", 1, 3, "Mercredi 29 novembre", "Prendre soin de soi"),
    "chapter-alone": Chapter("Samedi 14 juin", 0, 1, "", "Tout le monde joue"),
    "figures": Figures(
        "En chiffres",
        (
            Figure("30", "centres de préparation aux Jeux", "Environ"),
            Figure("20", "ateliers sportifs et inclusifs", "Environ"),
            Figure("1 sur 2", "revient chaque année"),
        ),
    ),
    "share": Share(
        "En chiffres",
        Figure("18", "classes de la ville venues au moins un jour", "Environ"),
        0.75,
        "sur 24",
        "Source : service des sports",
    ),
    "bars": Bars(
        "En chiffres",
        "Kilomètres parcourus par jour",
        (Bar("Mardi", "420 km", 0.55), Bar("Mercredi 29", "764,5 km", 1), Bar("Jeudi", "0", 0)),
        source="Source : équipes du relais",
    ),
    "farewell": Farewell(
        word="Merci",
        message="",
        blocks=(
            Block("Organisation", ("Préfecture du Val-de-Marne",)),
            Block("Film", ("Images d’illustration et animations",)),
        ),
    ),
    "farewell-message": Farewell("À bientôt", "Rendez-vous l’an prochain, au stade.", ()),
    "framed-lying": Framed("Relais des quartiers", "Jour 1, Quartier du Stade", WORKSHOP, LYING),
    "framed-upright": Framed("Mur d’escalade", "Jour 1, Centre-ville", WORKSHOP, UPRIGHT),
    "group_photo": GroupPhoto("Toutes et tous", LYING),
    "group_photo-upright": GroupPhoto("La photo de groupe", UPRIGHT),
    "compared-lying": Compared(
        "La cour de l’école",
        "Jour 1, Créteil",
        replace(WORKSHOP, symbol="jardin"),
        LYING,
        LYING,
        ("Avant", "Après"),
        "Six cents mètres carrés rendus à la terre",
    ),
    "compared-upright": Compared(
        "Le mur du gymnase",
        "",
        replace(WORKSHOP, day=2),
        UPRIGHT,
        UPRIGHT,
        ("Avant", "Après"),
        "Huit voies, peintes par les élèves",
    ),
    "mosaic": Mosaic(
        "Jardin et cuisine",
        ("Jour 2", "Vitry-sur-Seine"),
        (
            Cell(LYING, "Courir", replace(WORKSHOP, day=1)),
            Cell(UPRIGHT, "Grimper", replace(WORKSHOP, day=1)),
            Cell(None, "Jouer", Subject("handball", Section.DAYS, 1, programme.SPORT)),
        ),
        150,
    ),
    "lineup": Lineup(
        "Quatre autres ateliers",
        "Jour 3",
        tuple(
            Entrant(title, town, Subject(symbol, Section.DAYS, 2, topic))
            for title, town, symbol, topic in (
                ("Football à cinq", "Champigny-sur-Marne", "football", programme.SPORT),
                ("Basket fauteuil", "Créteil", "fauteuil", programme.HANDISPORT),
                ("Gestes qui sauvent", "Choisy-le-Roi", "secours", programme.HEALTH),
                ("Atelier cinéma et radio", "Le Kremlin-Bicêtre", "cinema", programme.CULTURE),
            )
        ),
        150,
    ),
    "gallery": Gallery(
        "Jour 2",
        ("Prendre soin de soi",),
        tuple(
            Cell(picture, label, Subject(symbol, Section.DAYS, 1, programme.SPORT))
            for picture, label, symbol in (
                (LYING, "Course d’orientation", "carte"),
                (UPRIGHT, "Escalade", "escalade"),
                (None, "Handball", "handball"),
                (LYING, "Relais des quartiers", "course"),
                (None, "Basket fauteuil", "fauteuil"),
            )
        ),
        day=1,
    ),
    "quote": Quote(
        quote="Personne ne m’a demandé ce que je ne pouvais pas faire. On m’a demandé de jouer.",
        author="Une collégienne",
        position="atelier football à cinq",
        illustration="(illustration)",
    ),
    "quote-portrait": Quote(
        "Ici, on joue tous ensemble.", "Un joueur de boccia", "capitaine", "", portrait=UPRIGHT
    ),
    "sheet": Sheet(
        heading="Relais des quartiers",
        kicker="Jour 1, sport",
        place="Quartier du Stade, piste d’athlétisme",
        participants="enfants et parents",
        text="Quatre coureurs, quatre âges, un seul témoin. On court chacun à son pas.",
        partners="Avec Club d’athlétisme",
        subject=WORKSHOP,
        pictures=(LYING,),
        captions=("",),
    ),
    "speech": Speech(
        kicker="Ouverture",
        message="Le sport crée des liens, brise les barrières et fait grandir le respect.",
        mention="En substance, d’après son allocution",
        speaker="Une oratrice",
        position="préfète",
    ),
    "award": Award(
        title="Prix du fair-play",
        winner="Une classe de cinquième",
        presenter="Remis par une adjointe au maire",
        illustration="(illustration)",
        photo=None,
    ),
    "award-photo": Award("Prix du mur", "Une équipe", "", "", photo=UPRIGHT),
    "awards": Awards(
        title="Les prix",
        illustration="(illustration)",
        rows=(
            ("Prix", "Lauréat", "Remis par"),
            ("Prix du fair-play", "Une classe de cinquième", "Une adjointe au maire"),
            ("Prix du public", "L’équipe des relais", ""),
            ("Prix de la plus belle équipe", "Une équipe du quartier de la Gare", "Un bénévole"),
        ),
        frames=200,
    ),
    "credit_roll": CreditRoll(
        title="Générique",
        blocks=(
            Block("Organisation", ("La Ville, service des sports",)),
            Block("Musique", ("« Un titre », Un musicien, CC BY 3.0, réencodé",)),
            Block(
                "Images",
                tuple(
                    f"© 2024 Autrice {i}, CC BY : Prairie, Ruisseau, Montagne, Sentier, Soleil"
                    for i in range(9)
                ),
            ),
        ),
        frames=400,
    ),
    "names": Names(
        "Merci aux bénévoles",
        "Sans elles et sans eux, rien n’aurait eu lieu.",
        ("Alice Martin", "Élodie Noël", "Gaël Ïsmaïl", "Zoé Lê", "L’équipe de l’accueil") * 4,
        frames=300,
    ),
    "names-alone": Names("Merci aux bénévoles", "", ("Maëlys Çelik-Andriamanantenasoa",), 150),
    "end_credits": EndCredits(
        title="Générique",
        blocks=(
            Block("Organisation", ("La Ville, service des sports",)),
            Block("Images", tuple(f"Une image © 2024 Autrice {i}, CC BY" for i in range(16))),
        ),
        frames=300,
    ),
    "programme": Programme(
        title="Au programme",
        parts=(
            Part("Ouverture"),
            Part("Samedi 14 juin", 0),
            Part("En chiffres"),
            Part("Témoignages"),
            Part("Nos partenaires"),
        ),
    ),
    "route": ROUTE,
    "leg": Leg(ROUTE, "La Flamme en relais", "Vincennes", "Étape 3 sur 4", reached=3),
    "holding": Holding("La cérémonie va commencer", "Fête du sport"),
    "blackout": Blackout(),
    "last_minute": LastMinute("Dernière minute", "Tapez ici ce qui vient d'arriver"),
    "countdown": Countdown("La cérémonie commence dans", "Fête du sport", 120, 41, 300),
    "screening": Screening(title="Le film des journées", mention="Fête du sport"),
    "spare": SpareScreening("Place au film", "Ouvrir « film.mp4 », dans le dossier du diaporama."),
    "workshop_map": WorkshopMap(
        title="Dans six communes",
        territory=VAL_DE_MARNE,
        places=(
            Place("Créteil", "Créteil", 3),
            Place("Vitry-sur-Seine", "Vitry-sur-Seine", 2),
            Place("Le Kremlin-Bicêtre", "Le Kremlin-Bicêtre", 1),
            Place("Villiers-sur-Marne", "Villiers-sur-Marne", 1),
            Place("Mandres-les-Roses", "Mandres-les-Roses", 1),
            Place("Rungis", "", 1),
        ),
        total="Neuf ateliers",
        detail="Val-de-Marne",
        mention="Ateliers ouverts à toutes et à tous",
    ),
    "wall": Wall(
        heading="Avec nos huit partenaires",
        ranks=(
            (Supporter("Éducation nationale", None),),
            tuple(Supporter(name, None) for name in ("CDOS 94", "Comité handisport 94")),
            tuple(Supporter(f"Club sportif numéro {i}", None) for i in range(1, 6)),
        ),
        frames=200,
    ),
}


def playing(clip: Clip) -> dict[str, Content]:
    """What shows a clip."""
    return {
        "framed-clip": Framed("Relais des quartiers", "Jour 1, Quartier du Stade", WORKSHOP, clip),
        "played": Played(clip),
    }


def make_clip(path: Path) -> Clip:
    """A picture that stands still, as a clip of half a second."""
    size = (640, 360)
    pixels = np.asarray(Image.open(LYING.path).convert("RGB").resize(size))
    frame = cv2.cvtColor(pixels, cv2.COLOR_RGB2YUV_I420)
    arguments = (
        *("-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "640x360", "-framerate", "25"),
        *("-i", ffmpeg.PIPE, "-c:v", "libx264", "-preset", "veryfast", "-crf", "10"),
        *("-video_track_timescale", "12800", "-f", "mp4", ffmpeg.file_output(path)),
    )
    with ffmpeg.encoder(arguments) as pipe:
        for _ in range(FRAMES):
            pipe.write(frame.data)
    return Clip("clip", *size, FRAMES, False, LYING, "", path=path)
