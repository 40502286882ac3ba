"""The words of the stick: what each file is for, in the order of the evening. French.

The places are named here as they are written on the stick; a test compares both.
"""

from __future__ import annotations

from typing import NamedTuple

TITLE, TITLE_ON = "Édition {edition}", "Édition {edition}, cérémonie du {day}"
HEAD = "À lire d’abord"
LEAD = "Tout ce qu’il faut à la salle est sur cette clé."


class Purpose(NamedTuple):
    """A file, by its name on the stick, and what it is for."""

    name: str
    sentence: str


class Moment(NamedTuple):
    """A part of the evening and the files that it needs; the first one is the one to open."""

    title: str
    files: tuple[Purpose, ...]


MOMENTS = (
    Moment(
        "Pendant que la salle se remplit",
        (
            Purpose(
                "5-accueil/accueil.ppsx",
                "le diaporama d’attente : un double clic, il tourne en boucle ; Échap l’arrête",
            ),
            Purpose("5-accueil/accueil.mp4", "la même boucle en vidéo, à lire en boucle"),
            Purpose("5-accueil/decompte.mp4", "le décompte, qui finit sur le titre"),
            Purpose("5-accueil/carton.png", "une image fixe, pour toute attente"),
            Purpose("5-accueil/accueil.pptx", "le diaporama d’attente, à modifier"),
        ),
    ),
    Moment(
        "La cérémonie",
        (
            Purpose(
                "1-diaporama/diaporama.ppsx",
                "le diaporama, film compris : un double clic, la projection commence",
            ),
            Purpose("1-diaporama/diaporama.pptx", "le même, à ouvrir pour le mode Présentateur"),
            Purpose("1-diaporama/diaporama.pdf", "ses pages, si rien d’autre ne s’ouvre"),
        ),
    ),
    Moment(
        "Le film",
        (
            Purpose("2-film/film.mp4", "le film seul, en haute définition (1920 × 1080)"),
            Purpose(
                "2-film/film-secours.mp4",
                "le même, plus léger (1280 × 720), pour un ordinateur ancien ou lent",
            ),
        ),
    ),
    Moment(
        "Qui présente",
        (
            Purpose("3-documents/conducteur.html", "le conducteur, à imprimer : qui, quand, quoi"),
            Purpose("3-documents/prompteur.html", "les textes en grand, sur une tablette"),
            Purpose("3-documents/noms.html", "les noms, les fonctions, comment les prononcer"),
            Purpose("3-documents/ce-qui-a-change.html", "ce qui a changé depuis la dernière fois"),
            Purpose("3-documents/transcription.html", "le film à lire, pour qui n’entend pas"),
            Purpose("3-documents/planche.jpg", "tous les plans du film en une image"),
            Purpose("3-documents/conducteur.xlsx", "le conducteur en tableau"),
            Purpose("3-documents/conducteur.csv", "le conducteur en texte, pour un logiciel"),
        ),
    ),
    Moment(
        "La régie",
        (
            Purpose("6-regie/film-regie.mov", "le film en qualité de diffusion"),
            Purpose("3-documents/fiche-technique.html", "codec, durée, niveaux, premiers mots"),
            Purpose("6-regie/film-musique.wav", "la musique du film, seule"),
            Purpose("6-regie/film-parole.wav", "les paroles du film, seules"),
            Purpose("3-documents/musiques.csv", "les musiques à déclarer"),
        ),
    ),
)

FILES_TITLE = "Dans l’ordre de la soirée"
EVE_TITLE = "La veille, sur l’ordinateur de la salle"
EVE_COPY = "Copiez toute la clé sur cet ordinateur : il lira mieux son disque que la clé."
EVE_CHECK = (
    "Double-cliquez sur verifier-cette-cle.bat (Windows) ou verifier-cette-cle.command (macOS) ; "
    "sous Linux : sh verifier-cette-cle.sh. Rien n’est installé. « Tout est entier » doit "
    "s’afficher."
)
EVE_FONTS = "Installez les polices du dossier 4-polices, sans administrateur : {file} dit comment."
EVE_SHOW = "Parcourez le diaporama jusqu’au bout, vidéoprojecteur allumé."
EVE_FILM = "Lancez le film, avec le son de la salle."
EVE_SILENT_FILM = "Lancez le film jusqu’au bout : c’est un film muet, aucun son n’est attendu."
EVE_SLEEP = "Coupez la mise en veille et les notifications."

TROUBLE_TITLE = "Si quelque chose ne va pas"
TROUBLE_FILM = "Le film saccade ou ne démarre pas dans le diaporama : ouvrez {files}."
TROUBLE_CHECK = (
    "Windows dit avoir protégé l’ordinateur du vérificateur : « Informations complémentaires », "
    "puis « Exécuter quand même ». macOS le refuse : Réglages Système, « Confidentialité et "
    "sécurité », « Ouvrir quand même » (avant macOS 15 : clic droit, « Ouvrir »)."
)
TROUBLE_LOOK = "Les lettres ne sont pas les bonnes : installez les polices, rouvrez le diaporama."
TROUBLE_OFFICE = "Ni PowerPoint ni Impress : montrez le PDF en plein écran, puis le film."
TROUBLE_OFFICE_BARE = "Ni PowerPoint ni Impress : montrez le film, qui se suffit."
TROUBLE_FILE = "Un fichier est dit abîmé ou manquant : refaites la clé, ou prenez l’autre."

LEFT_TITLE = "Ce qui n’est pas sur cette clé"
ADDED_TITLE = "Ajouté à la main"
INSTALLATION_TITLE = "Installer le programme"
INSTALLATION = "8-installation : de quoi installer le programme sans réseau."
REST = (
    "empreintes.txt et manifeste.json servent à vérifier la clé : laissez-les. Cette clé montre "
    "des personnes qui ont donné leur accord pour la salle : rendez-la après la cérémonie."
)

FONTS_NAME = "COMMENT-INSTALLER.txt"
FONTS_TEXT = """\
INSTALLER LES POLICES, SANS ÊTRE ADMINISTRATEUR

Windows 10 et 11
  Sélectionnez les fichiers .ttf de ce dossier, clic droit, « Installer »
  (et non « Installer pour tous les utilisateurs », qui demande un administrateur).

macOS
  Double-cliquez sur chaque fichier .ttf, puis « Installer ».
  Ou copiez-les dans le dossier Bibliothèque/Fonts de votre compte.

Linux
  Copiez les fichiers .ttf dans le dossier .local/share/fonts de votre compte,
  puis, dans un terminal : fc-cache

Ensuite, fermez et rouvrez PowerPoint ou Impress.
Sans ces polices, d'autres les remplacent : tout reste lisible.
"""

NO_PDF = "Le PDF des pages : LibreOffice manque sur l’ordinateur qui a fait la clé."
PDF_FAILED = "Le PDF des pages : LibreOffice n’a pas pu l’écrire."
INSTEAD = " ; à sa place : {name}"
"""The end of what is told of a film that is too large."""

TOO_LARGE = "{name} : plus de 4 Go, ce que cette clé (FAT32) ne peut pas porter."
