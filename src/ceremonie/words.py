"""The catalogue of the command line's words; problems have their own (`messages`). French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DESCRIPTION = (
    "Un storyboard en YAML devient le diaporama et le film récapitulatif "
    "d'une cérémonie de clôture."
)
EPILOGUE = "Aide d'une commande : {command} COMMANDE --aide. Le guide complet : docs/guide.md"

PRODUCE = "produit le diaporama, le film et les documents de l'édition"
CHECK = "vérifie le storyboard et ses médias, sans rien produire"
NEW = "commence une édition : un storyboard commenté, prêt à compléter"
CACHE_COMMAND = "dit ce que gardent les fichiers de travail, ou les efface"
REREAD = "relit un diaporama corrigé et reporte ses corrections dans le storyboard"
TEMPLATE = "écrit la présentation du diaporama, sans diapositive, comme gabarit de PowerPoint"
SCHEMA = "écrit le schéma JSON du storyboard, pour l'éditeur de texte"

STORYBOARD = "le fichier storyboard.yaml, son dossier, ou le nom de l'édition (2024)"
REREAD_DECK = "le diaporama corrigé dans PowerPoint ou Impress (.pptx)"
REREAD_STORYBOARD = "le storyboard du diaporama (par défaut : celui de son édition)"
APPLY = "écrit les corrections dans le storyboard ; sans cette option, elles sont montrées"
TO_FILE = "le fichier à écrire (par défaut : gabarit.pptx)"
REPLACE_FILE = "remplace ce fichier s'il existe"
EDITION = "le nom de l'édition, par exemple 2024"
ONLY = "ne refait que le diaporama ou que le film ; l'autre est gardé tel quel"
FORMAT = "formats du film, séparés par des virgules : {formats} (par défaut : ceux du storyboard)"
FORMAT_CHECK = "vérifie ce que montrent ces formats du film : {formats}"
DRAFT = "film rapide en basse définition, pour relire ; les photos absentes sont remplacées"
WORKERS = "nombre de processus (par défaut : les cœurs de la machine)"
CLUSTER = "rend le film sur une grappe de machines (Dask), par exemple tcp://192.168.1.10:8786"
REPLACE = "remplace l'édition de ce nom, même si elle vient d'un autre storyboard"
OUTPUT_CHECK = "dossier où est rangée l'édition (par défaut : output)"
OUTPUT = "dossier où ranger l'édition (par défaut : output)"
CACHE = "dossier des fichiers de travail (par défaut : celui du système)"
CACHE_MAX = "place que peuvent garder les fichiers de travail, en Go (par défaut : {most})"
EMPTY = "efface les fichiers de travail ; la prochaine production les refait"
CODE_LOCAL = "exécute les scènes Python du storyboard (« sur_mesure ») ; relisez-les d'abord"
CODE_LOCAL_CHECK = "admet les scènes Python du storyboard (« sur_mesure »), sans les exécuter"
JSON = "résultat en JSON, pour un autre programme"
FOLDER = "dossier des éditions (par défaut : assets)"
HELP = "affiche cette aide"
VERSION = "affiche la version"
TRACE = "montre la trace technique d'une erreur interne"

USAGE = "utilisation : "
COMMANDS = "commandes\u00a0"
ARGUMENTS = "arguments\u00a0"
OPTIONS = "options\u00a0"
"""Headings; argparse sets the colon after them."""

MISSING = "il manque : {what}"
UNKNOWN = "« {what} » n'est pas connu"
DID_YOU_MEAN = "vouliez-vous dire « {what} » ?"
CHOICE = "« {value} » n'est pas possible pour {name} ; au choix : {choices}"
NEEDS_VALUE = "{name} attend une valeur"
TAKES_NO_VALUE = "{name} s'écrit sans valeur"
AMBIGUOUS = "« {name} » peut vouloir dire {choices}"
AFTER_COMMAND = "{name} se place après la commande : {command} COMMANDE … {name}"
TOO_MANY = "« {what} » est de trop ; un nom qui contient une espace s'écrit entre guillemets"
OTHER_COMMAND = "{name} ne va pas avec {command}"
NOT_A_NUMBER = "« {value} » n'est pas un nombre de processus (1 ou plus)"
NOT_A_SIZE = "« {value} » n'est pas une taille en Go, par exemple 5 ou 2,5"
NOT_A_FORMAT = "« {value} » n'est pas un format de film ; {hint}"
CHOOSE = "au choix : {what}"
SEE_HELP = "voir : {command} --aide"

DONE = "Édition prête, {warnings} : {folder}"
UP_TO_DATE = "Rien n'a changé : l'édition est à jour, {warnings} : {folder}"
DRAFT_MADE = "Brouillon, à ne pas projeter : relancez sans --brouillon pour l'édition définitive."
IN_TEMPLATE = (
    "Gabarit « {name} » : {slides}, {layouts} employées ; ce qui va où est dit dans rapport.html."
)
FILM_LASTS = "Film : {length} ({parts})"
FILM_PART = "{part} {share}\u00a0%"
ALL_WELL = "Aucun problème : le storyboard est prêt."
SUMMARY = "{errors}, {warnings}"
TEMPLATE_WRITTEN = "Gabarit écrit : {path}"
REREAD_NOTHING = "Aucune correction à reporter : le diaporama dit ce que dit le storyboard."
REREAD_NO_MORE = "Rien ne peut être reporté tel quel : voyez les avertissements."
REREAD_LINE = "{file}, ligne {line}"
REREAD_LINES = "{file}, lignes {line} à {last}"
REREAD_SLIDE = "{where} (diapositive {slide})"
REREAD_TOLD = "Rien n'est encore écrit : relancez avec --appliquer pour reporter ces corrections."
REREAD_APPLIED = "Corrections reportées : {path}"
REREAD_PHOTO = "Nouvelle photo : {path}"
CREATED = "Édition commencée : {path}"
NEXT = "Ensuite : {command} produire {path}"
CACHE_TOLD = "{folder}\n  {files}, {size}"
CACHE_EMPTIED = "{folder}\n  effacé : {files}, {size}"
INTERRUPTED = "Interrompu. L'édition précédente est intacte."
INTERNAL = "erreur interne : {cause}\n   aide : relancez avec --trace et transmettez le message"
STEP_DONE = "{step} : terminé en {seconds} s"
STEP_AT = "{step} : {percent} %"
STEP_LEFT = "{step} : {percent} %, encore {left} environ"
"""Plain progress lines, where there is no terminal."""

ENOUGH_SECONDS, ENOUGH = 3.0, 0.1
"""Seconds that a step took, and the part of it that is done, before the rest can be estimated."""


def counted(count: int, one: str) -> str:
    """« aucune erreur », « 1 erreur », « 3 erreurs »."""
    if count == 0:
        feminine = one == "erreur"
        return f"{'aucune' if feminine else 'aucun'} {one}"
    return f"{count} {one}{'s' if count > 1 else ''}"


def film_lasts(film: Mapping[str, Any]) -> str:
    """How long the film is, and what takes its time, from what `rapport.json` says of it."""
    parts = (FILM_PART.format(part=p["partie"], share=p["pour_cent"]) for p in film["parties"])
    return FILM_LASTS.format(length=film["duree"], parts=", ".join(parts))


def sized(count: int) -> str:
    """« 0 Mo », « 37 Mo », « 1,2 Go »: decimal units, as file managers show them."""
    if count < 1_000_000_000:
        return f"{count / 1_000_000:.0f} Mo"
    return f"{count / 1_000_000_000:.1f} Go".replace(".", ",")


def progress(step: str, part: float, spent: float) -> str:
    """How far a step is after `spent` seconds, with what it may still take once that can be told:
    as much time for each part as until now.
    """
    percent = int(part * 100 + 1e-9)
    if spent < ENOUGH_SECONDS or part < ENOUGH:
        return STEP_AT.format(step=step, percent=percent)
    left = duration(spent * (1 - part) / part)
    return STEP_LEFT.format(step=step, percent=percent, left=left)


def duration(seconds: float) -> str:
    """« 5 s », « 40 s », « 3 min »: no more exact than an estimate is."""
    if seconds > 57.5:
        return f"{max(1, round(seconds / 60))} min"
    return f"{max(5, round(seconds / 5) * 5)} s"
