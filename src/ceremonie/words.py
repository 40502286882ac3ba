"""The catalogue of the command line's words; problems have their own (`messages`). French."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
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
IMPORT = "reprend le tableau d'une collègue (.xlsx, .ods, .csv) dans le storyboard"
WITHDRAW = "quelqu'un retire son accord : dit où il ou elle est, refait et efface avec --appliquer"
TABLE = "écrit un tableau .xlsx à faire remplir par les collègues, avec ce qui est déjà su"
CONSENTS = "dit quels accords manquent, pour qui, et écrit les feuilles à faire signer"
TEMPLATE = "écrit la présentation du diaporama, sans diapositive, comme gabarit de PowerPoint"
PHOTOS = "trie un dossier de photos et de vidéos dans les jours de l'édition, sans doublon"
STICK = (
    "met sur une clé, ou dans une archive, tout ce qu'il faut à la salle, avec ses vérifications"
)
CONTROL = "contrôle que chaque fichier d'une édition est entier et tel qu'il a été produit"
SCHEMA = "écrit le schéma JSON du storyboard, pour l'éditeur de texte"

STORYBOARD = "le fichier storyboard.yaml, son dossier, ou le nom de l'édition (2024)"
REREAD_DECK = "le diaporama corrigé dans PowerPoint ou Impress (.pptx)"
REREAD_STORYBOARD = "le storyboard du diaporama (par défaut : celui de son édition)"
APPLY = "écrit les corrections dans le storyboard ; sans cette option, elles sont montrées"
IMPORT_TABLE = "le tableau rempli (.xlsx, .ods, .csv) ; une édition (2024) veut dire son tableau"
IMPORT_STORYBOARD = "le storyboard (par défaut : celui du dossier du tableau, ou le seul)"
IMPORT_APPLY = "écrit dans le storyboard ; sans cette option, ce qui changerait est montré"
PHOTOS_FOLDER = "le dossier des nouvelles photos (carte d'appareil, téléphone, messagerie)"
PHOTOS_TRIAL = "dit ce qui serait fait, sans rien copier ni écrire"
WITHDRAW_PERSON = "l'identifiant de la personne au registre (P012), jamais son nom"
WITHDRAW_APPLY = (
    "écrit le retrait, refait les éditions où la personne est, efface ce qui reste des précédentes "
    "et le cache ; ni paquets, ni archives, ni copies"
)
WITHDRAW_DAY = "le jour du retrait, AAAA-MM-JJ (par défaut : aujourd'hui)"
WITHDRAW_OUTPUT = "dossier où sont rangées les éditions (par défaut : output)"
WITHDRAW_FOLDER = "dossier où sont les storyboards (par défaut : assets)"
WITHDRAW_ALSO = "dossier où chercher aussi des copies, par exemple une clé ; peut être répété"
PHOTOS_DAY = "le jour (numéro, date ou nom) de celles qui n'en trouvent pas"
TO_TABLE = "le nom du tableau, dans le dossier de l'édition (par défaut : tableau.xlsx)"
ARCHIVE = "sceller une édition finie et ses sources pour les archives (BagIt)"
ARCHIVE_FORM = "un dossier (par défaut), ou un seul fichier : zip ou tar"
ARCHIVE_FILM = (
    "h264 : le film tel qu'il a été projeté (par défaut) ; ffv1 : avec une copie sans perte"
)
ARCHIVE_TO = "où écrire l'archive (par défaut : à côté de l'édition) ; jamais sur une autre"
ARCHIVE_DRAFT = "archiver même un brouillon"
ARCHIVE_STORYBOARD = "le storyboard dont l'édition est faite (par défaut : cherché dans --dossier)"
ARCHIVE_DONE = "Archive : {path} ({files}, {size})"
ARCHIVE_NEXT = "Vérifier : dans ce dossier, sha512sum -c manifest-sha512.txt"
REBUILD = "refait une édition de sa seule archive, et la compare à ce que l'archive contient"
REBUILD_BAG = "l'archive que `archiver` a écrite : son dossier, son zip ou son tar"
REBUILD_TO = "le dossier où refaire l'édition (par défaut : à côté de l'archive, `…-refaite`)"
REBUILD_STORYBOARD = (
    "le storyboard d'aujourd'hui, qui dit qui a retiré son accord depuis (par défaut : cherché "
    "dans --dossier)"
)
REBUILD_DESPITE = "refaire même si quelqu'un qui y paraît a retiré son accord depuis"
REBUILD_INTERRUPTED = "Arrêté. Rien n'est là à moitié ; la même commande reprend où elle en était."
REBUILD_DONE = "Édition refaite : {path}"
REBUILD_SAME = "Tout est identique, octet pour octet."
REBUILD_VERDICTS = {
    "identique": "identiques, octet pour octet",
    "meme_contenu": "mêmes images, mêmes sons, mêmes textes, mais d'autres octets",
    "different": "différents",
    "manquant": "non refaits",
    "en_plus": "en plus de ce que l'archive contient",
    "non_refait": "non refaits, faute de la clé des noms",
    "a_la_main": "modifiés ou ajoutés à la main après la production",
}
REBUILD_LOCK = "Pour les mêmes octets : Python {python}, ceremonie {program}, et ces paquets :"
REBUILD_COMMANDS = "Par exemple :"
COMPARE = "dit ce qui diffère entre deux éditions, ou deux productions d'une même édition"
COMPARE_BEFORE = "la plus ancienne : le dossier d'une édition produite, ou son nom (2023)"
COMPARE_AFTER = "la plus récente, de même"
COMPARE_TO = "écrit aussi la comparaison, avec les images, dans cette page (.html)"
COMPARE_WRITTEN = "Page écrite : {path}"
ARCHIVE_INTERRUPTED = "Arrêté. Il n'y a pas d'archive à moitié ; la même commande la finira."
STICK_EDITION = "le dossier d'une édition produite (output/2024), ou son nom (2024)"
STICK_ZIP = "une archive .zip au lieu d'un dossier"
STICK_TO = (
    "la clé, le dossier ou l'archive à écrire ; peut être répété (par défaut : à côté de "
    "l'édition, output/2024-cle)"
)
SYSTEMS = ("windows", "macos", "linux")
STICK_INSTALLATION = (
    "ajoute de quoi installer le programme sans réseau sur ces systèmes, séparés par des virgules "
    "({systems}) ; demande le réseau cette fois"
)
STICK_FAT32 = (
    "laisse de côté ce qui dépasse 4 Go, quand le système ne dit pas que la clé est en FAT32"
)
CONTROL_FOLDER = "le dossier d'une édition, d'une clé, d'une archive, ou celui qui les contient"
CONTROL_THOROUGH = "décode aussi les films jusqu'à la dernière image, et en mesure le son"
TO_FILE = "le fichier à écrire (par défaut : gabarit.pptx)"
REPLACE_FILE = "remplace ce fichier s'il existe"
EDITION = "le nom de l'édition, par exemple 2024"
MODELS = ("journees", "ville", "ecole", "remise-de-prix")
MODEL = "ce que l'on commence : {models} (par défaut : journees)"
ONLY = "ne refait que le diaporama ou que le film ; l'autre est gardé tel quel"
FORMAT = "formats du film, séparés par des virgules : {formats} (par défaut : ceux du storyboard)"
FORMAT_CHECK = "vérifie ce que montrent ces formats du film : {formats}"
PUBLIC = "pour qui, séparés par des virgules : {audiences} (par défaut : salle)"
MASTER = "écrit aussi le film de la régie : prores ou dnxhd"
PUBLIC_CHECK = "vérifie ce que verront ces publics : {audiences} (par défaut : salle)"
PUBLIC_CONSENTS = (
    "pour qui, séparés par des virgules : {audiences} (par défaut : salle, et internet si "
    "« publication » dit ses jours)"
)
BEFORE = "dit aussi quels accords finissent avant ce jour, par exemple 2025-06-30"
PAPERS = "écrit dans ce dossier une feuille à signer par personne, et leur liste"
REPLACE_PAPERS = "remplace les feuilles qui y sont déjà"
DRAFT = "film rapide en basse définition, pour relire ; les photos absentes sont remplacées"
WORKERS = "nombre de processus (par défaut : les cœurs de la machine)"
CLUSTER = "rend le film sur une grappe de machines (Dask), par exemple tcp://192.168.1.10:8786"
KEEP = "anciennes éditions gardées dans output/.anciennes (par défaut : 3 ; 0 : aucune)"
REPLACE = (
    "remplace l'édition de ce nom, même si elle vient d'un autre storyboard, ou si un brouillon y "
    "prend la place d'un film fini"
)
OPEN = "ouvre le dossier de l'édition et son rapport, une fois prêts"
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
NOT_A_COUNT = "« {value} » n'est pas un nombre d'éditions (0 ou plus)"
NOT_A_DAY = "« {value} » n'est pas un jour : écrivez AAAA-MM-JJ, par exemple 2024-01-15"
NOT_A_SIZE = "« {value} » n'est pas une taille en Go, par exemple 5 ou 2,5"
NOT_A_FORMAT = "« {value} » n'est pas un format de film ; {hint}"
NOT_A_SYSTEM = "« {value} » n'est pas un système ; {hint}"
NOT_A_PUBLIC = "« {value} » n'est pas un public ; {hint}"
CHOOSE = "au choix : {what}"
SEE_HELP = "voir : {command} --aide"

DONE = "Édition prête, {warnings} : {folder}"
UP_TO_DATE = "Rien n'a changé : l'édition est à jour, {warnings} : {folder}"
STICK_INTERRUPTED = (
    "Interrompu. Ce qui était sur la clé y est, entier ; relancez la même commande pour finir."
)
STICK_MADE = "Clé prête, {files} et leur vérificateur, {size} : {path}"
DRAFT_MADE = "Brouillon, à ne pas projeter : relancez sans --brouillon pour l'édition définitive."
IN_TEMPLATE = (
    "Gabarit « {name} » : {slides}, {layouts} employées ; ce qui va où est dit dans rapport.html."
)
FILM_LASTS = "Film : {length} ({parts})"
FILM_PART = "{part} {share}\u00a0%"
ALL_WELL = "Aucun problème : le storyboard est prêt."
SUMMARY = "{errors}, {warnings}"
CONTROL_WHOLE = "{folder} : {files}, {size}, tout est entier et tel qu'il a été produit"
CONTROL_WHOLE_BUT = "{folder} : {files}, {size}, tout est entier, hors ce qui est dit plus haut"
CONTROL_FAULTY = "{folder} : {files}, {size}, {faults}"
CONTROL_QUICK = "Pour décoder aussi les films jusqu'au bout, relancez avec --complet."
TABLE_WRITTEN = """Tableau écrit : {path}
  Faites-le remplir, puis, au choix :
  - écrivez « tableau: {name} » dans le storyboard, et retirez-en les listes qu'il reprend ;
  - ou importez ses lignes dans le storyboard : {command} importer {path}"""
CONSENTS_FOR = "Pour {audience}, {days} :"
CONSENTS_ON, CONSENTS_SPAN = "le {first}", "du {first} au {last}"
CONSENTS_NO_DAYS = "sans jours connus"
CONSENTS_NONE = "  tous les accords sont là"
CONSENTS_LACKING = "  {person}{minor}  {why}"
CONSENTS_MINOR = " (mineur)"
CONSENTS_WHERE = "Où elles paraissent :"
CONSENTS_PLACE = "  {person}  {way} : {what} ({where})"
CONSENTS_EXPIRING = "Accords qui finissent avant le {before} :"
CONSENTS_END = "  {person}  jusqu'au {end}"
CONSENTS_NO_END = "  aucun"
CONSENTS_WELL = "Accords complets : {people}"
CONSENTS_UNSEEN = "Au registre, sans paraître nulle part : {people}"
CONSENTS_UNSAID = "{media} : {command} verifier les liste."
CONSENTS_UNSAID_ONE = "1 média ne dit pas qui l'on y reconnaît"
CONSENTS_UNSAID_MANY = "{count} médias ne disent pas qui l'on y reconnaît"
CONSENTS_WITHDRAWN = "Accords retirés, à ne pas redemander : {people}"
CONSENTS_PAPERS = "Feuilles écrites : {folder}\n  {papers}, et la liste : {list}"
CONSENTS_NOBODY = "Personne n'est vu, entendu ni nommé dans ce storyboard."
TEMPLATE_WRITTEN = "Gabarit écrit : {path}"
REREAD_NOTHING = "Aucune correction à reporter : le diaporama dit ce que dit le storyboard."
REREAD_NO_MORE = "Rien ne peut être reporté tel quel : voyez les avertissements."
IMPORT_HEAD = "{table} → {path}"
IMPORT_PART = "{list} : {counts}"
IMPORT_ADDED, IMPORT_CHANGED, IMPORT_SAME = "{n} à ajouter", "{n} à changer", "{n} déjà à jour"
IMPORT_ABSENT = "  {n} hors du tableau, sans changement dans le storyboard : {names}"
IMPORT_NEW_ROW = "  + « {name} » ({where})"
IMPORT_CHANGED_ROW = "  ~ « {name} » ({where})"
IMPORT_VALUE = "      {head} : {before} → {after}"
IMPORT_WHERE = "feuille {sheet}, ligne {row}"
IMPORT_MORE, IMPORT_OTHER = "  + et {more}", "autre"
IMPORT_VOID = "(rien)"
IMPORT_EMPTY = "Aucune ligne n'a été reprise du tableau : voyez les messages."
IMPORT_NOTHING = "Rien à importer : le storyboard dit ce que dit le tableau."
IMPORT_WRONG = "Rien n'est écrit : corrigez d'abord ce qui est dit plus haut, puis relancez."
IMPORT_TOLD = "Rien n'est encore écrit : relancez avec --appliquer pour le reporter."
IMPORT_APPLIED = "Tableau reporté : {path}"
REREAD_LINE = "{file}, ligne {line}"
REREAD_LINES = "{file}, lignes {line} à {last}"
REREAD_SLIDE = "{where} (diapositive {slide})"
REREAD_TOLD = "Rien n'est encore écrit : relancez avec --appliquer pour reporter ces corrections."
REREAD_APPLIED = "Corrections reportées : {path}"
REREAD_PHOTO = "Nouvelle photo : {path}"
PHOTOS_NONE = "Rien de nouveau dans {folder}."
PHOTOS_TOLD = "Rien n'est encore copié ni écrit : relancez sans --essai."
PHOTOS_DONE = "Copiées dans « photos » et inscrites sous « a_classer » : {path}"
PHOTOS_NEXT = (
    "Ensuite : déplacez chacune sous son atelier (« medias »), avec « alt » et « personnes »."
)
PHOTOS_INTERRUPTED = "Interrompu. Relancez la même commande : elle reprend où elle s'est arrêtée."
CREATED = "Édition commencée : {path}"
LAUNCHERS = "À côté, pour produire d'un double-clic : {names}"
NEXT = "Ensuite : {command} produire {path}"
OPEN_BY_HAND = "Rien n'a pu être ouvert d'ici ; ouvrez vous-même le dossier : {folder}"
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
        feminine = one in {"erreur", "feuille"}
        return f"{'aucune' if feminine else 'aucun'} {one}"
    return f"{count} {one}{'s' if count > 1 else ''}"


def film_lasts(film: Mapping[str, Any]) -> str:
    """How long the film is, and what takes its time, from what `rapport.json` says of it."""
    parts = (FILM_PART.format(part=p["partie"], share=p["pour_cent"]) for p in film["parties"])
    return FILM_LASTS.format(length=film["duree"], parts=", ".join(parts))


def sized(count: int) -> str:
    """« 0 Mo », « 37 Mo », « 1,2 Go »: decimal units, as file managers show them."""
    return _sized(count, round)


def too_little(needed: int, free: int) -> tuple[str, str]:
    """Both sizes, for a message: rounded so that there is never as much as is needed."""
    return _sized(needed, math.ceil), _sized(free, math.floor)


def _sized(count: int, whole: Callable[[float], int]) -> str:
    if count < 1_000_000_000:
        return f"{whole(count / 1_000_000)} Mo"
    return f"{whole(count / 100_000_000) / 10:.1f} Go".replace(".", ",")


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
