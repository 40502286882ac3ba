"""The words of the archive: what each folder and file is, in French."""

from __future__ import annotations

from pathlib import PurePosixPath

from ceremonie.archiving import layout
from ceremonie.archiving.bag import PAYLOAD
from ceremonie.edition import manifest, outputs
from ceremonie.formats import Shape
from ceremonie.storyboard import dates
from ceremonie.storyboard.model import Storyboard

FOLDERS = {
    layout.EDITION: ("Édition produite", "ce qui a été projeté, et les documents de la soirée"),
    layout.SOURCES: (
        "Sources",
        "le storyboard et tous les fichiers dont l'édition est faite, sous leurs noms d'origine",
    ),
    layout.DESCRIPTION: (
        "Description",
        "le storyboard avec toutes ses valeurs, les accords de droit à l'image sans aucun nom, "
        "d'où vient chaque fichier",
    ),
    layout.KEPT: ("Copies de conservation", "les mêmes images dans des formats faits pour durer"),
    layout.LICENCES: (
        "Licences",
        "ce que permettent les auteurs des polices, des cartes et des pictogrammes",
    ),
}

FILES = {
    f"{layout.EDITION}/{outputs.FILM}": ("Film", "MP4, H.264 et AAC, 25 images par seconde"),
    f"{layout.EDITION}/{outputs.DECK}": ("Diaporama", "PowerPoint, Office Open XML (ISO 29500)"),
    f"{layout.EDITION}/{outputs.TRANSCRIPT}": ("Transcription du film", "HTML"),
    f"{layout.EDITION}/{outputs.SUBRIP}": ("Sous-titres du film", "SubRip, texte"),
    f"{layout.EDITION}/{outputs.WEBVTT}": ("Sous-titres du film", "WebVTT, texte"),
    f"{layout.EDITION}/{outputs.RUNNING_ORDER}": ("Conducteur de la soirée", "HTML"),
    f"{layout.EDITION}/{outputs.RUNNING_ORDER_SHEET}": ("Conducteur en tableau", "Excel"),
    f"{layout.EDITION}/{outputs.RUNNING_ORDER_TABLE}": ("Conducteur en tableau", "CSV"),
    f"{layout.EDITION}/{outputs.NAMES}": ("Noms à dire, et comment", "HTML"),
    f"{layout.EDITION}/{outputs.POSTER}": ("Image de couverture du film", "JPEG"),
    f"{layout.EDITION}/{outputs.SHEETS[Shape.WIDE]}": ("Tous les plans en une image", "JPEG"),
    f"{layout.EDITION}/{outputs.TRACKS}": ("Musiques à déclarer", "CSV"),
    f"{layout.EDITION}/{outputs.PROMPTER}": ("Textes dits sur scène", "HTML"),
    f"{layout.EDITION}/{outputs.MASTER}": ("Film pour la régie", "QuickTime"),
    f"{layout.EDITION}/{outputs.REPORT_PAGE}": ("Rapport de production", "HTML"),
    f"{layout.EDITION}/{manifest.NAME}": (
        "Manifeste de l'édition",
        "JSON : de quels fichiers, avec quels programmes, qui y paraît, par identifiant",
    ),
    layout.RESOLVED: ("Storyboard, toutes valeurs dites", "JSON"),
    layout.CONSENTS: ("Accords de droit à l'image", "JSON, par identifiant, sans aucun nom"),
    layout.REBUILDING: ("Ce qu'il faut savoir pour refaire", "JSON"),
    layout.PACKAGES: ("Paquets à installer pour refaire", "texte, pour pip"),
    layout.PROVENANCE: ("Provenance", "PROV-JSON (W3C, 2013)"),
    layout.PAGES: ("Diaporama, page à page", "PDF"),
    layout.FILM: (
        "Film, copie de conservation",
        "Matroska, FFV1 version 3 (RFC 9043) et FLAC : les images du film projeté, sans perte",
    ),
}

FATES = {
    "conserver": "conservation définitive",
    "trier": "tri",
    "eliminer": "élimination",
}


def title(name: str) -> str:
    """Of a file or a folder, by its path in the bag."""
    known = FILES.get(name) or FOLDERS.get(name)
    return known[0] if known else PurePosixPath(name).name


def purpose(name: str) -> str:
    known = FILES.get(name) or FOLDERS.get(name)
    return known[1] if known else ""


def of_whole(board: Storyboard) -> str:
    day = dates.said(board.ceremony.date)
    said = [f"Cérémonie du {day}, {board.ceremony.place}. Organisation : {board.organiser}."]
    return " ".join((*said, retention(board))).strip()


def retention(board: Storyboard) -> str:
    """How long it is kept, and then what; empty where the storyboard does not say."""
    terms = board.archive
    if terms is None:
        return ""
    said = []
    if terms.years is not None:
        until = board.ceremony.date.year + terms.years
        years = "1 an" if terms.years == 1 else f"{terms.years} ans"
        said.append(f"Durée d'utilité administrative : {years}, jusqu'en {until}.")
    if terms.fate:
        said.append(f"Sort final : {FATES[terms.fate]}.")
    return " ".join(said)


LITTLE = "moins de 1 Mo"
NO_PDF = "LibreOffice manque, ou n'a pas pu écrire le PDF du diaporama"

README = """\
{head}
{rule}

Ceci est une archive, faite pour être lue sans le programme qui l'a écrite.

CE QUE C'EST
  {title}
  {event}
{terms}
CE QU'ELLE CONTIENT
{folders}
{notes}VÉRIFIER QUE RIEN N'A CHANGÉ
  Ce dossier est un « bag » BagIt 1.0 (RFC 8493). manifest-sha512.txt donne
  l'empreinte SHA-512 de chaque fichier du dossier data. Sous Linux :
      sha512sum -c manifest-sha512.txt
  Sous macOS :
      shasum -a 512 -c manifest-sha512.txt
  Tout lecteur de BagIt le fait aussi, et voit ce qui manque ou s'est ajouté.
  N'ajoutez rien dans data, n'y renommez rien : écrivez à côté.

LIRE
  Le plus court chemin : {shortest}
  Les textes sont en UTF-8. Les formats sont publics : MP4 (ISO 14496),
  Office Open XML (ISO 29500), HTML, JSON, CSV, JPEG, PDF.

LES PERSONNES
  Elles ne sont désignées que par un identifiant (P012). La correspondance
  avec leurs noms n'est pas ici, et n'a pas à y être. Ce que chacune accepte,
  et jusqu'à quand, est dans data/description/accords.json : à lire avant de
  montrer quoi que ce soit de nouveau.

REFAIRE
  data/sources/{home}/{storyboard} est le texte dont tout est fait. Le
  programme « ceremonie », version {version}, refait l'édition de cette seule
  archive, et la compare à data/edition :
      ceremonie refaire CE-DOSSIER
  Les versions de tout ce qui a servi sont dans data/edition/manifeste.json
  (« outils »), les paquets de Python dans data/description/paquets.txt :
      python -m pip install --no-deps -r data/description/paquets.txt

VERSER
  bordereau.csv se charge dans ReSIP (programme Vitam) : Importer, depuis un
  CSV de métadonnées, séparateur « ; », encodage UTF-8. ReSIP en fait un
  paquet SEDA.
"""

NOTES = "À SAVOIR\n"
BY_HAND = "Modifiés ou ajoutés à la main après la production : {files}."
LEFT_OUT = (
    "Sources absentes, car une personne qui y paraît a retiré son accord : {files}. L'édition ne "
    "peut pas en être refaite telle quelle."
)
DRAFT = "C'EST UN BROUILLON : le film est en basse qualité."
PAGES_OR_FILM = {
    layout.PAGES: "ouvrez data/conservation/diaporama.pdf",
    f"{layout.EDITION}/{outputs.FILM}": "regardez data/edition/film.mp4",
    f"{layout.EDITION}/{outputs.DECK}": "ouvrez data/edition/diaporama.pptx",
}
"""The shortest way to what was shown, the best one first."""

EVERYTHING = f"regardez dans {PAYLOAD}/edition."
