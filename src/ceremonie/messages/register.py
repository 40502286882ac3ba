"""The register of consents in a file of its own, and the key to the names of people."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "registre-introuvable": Wording(
        "le registre « {name} » n'existe pas",
        "rangez-le dans le dossier de l'édition, ou corrigez son nom",
    ),
    "registre-dehors": Wording(
        "« {name} » est en dehors du dossier de l'édition",
        "rangez le registre à côté du storyboard, et donnez son nom seul : droits: registre.xlsx",
    ),
    "registre-forme": Wording(
        "« {name} » n'est pas un registre : on attend une liste d'accords",
        "écrivez pour chaque personne « - personne: P012 », puis ses autres clés en dessous ; la "
        "liste peut être sous « droits: », et rien d'autre n'a sa place dans ce fichier",
    ),
    "registre-vide": Wording(
        "le registre « {name} » n'a aucun accord",
        "inscrivez-y une ligne par personne ; {command} tableau 2024 en écrit un modèle",
    ),
    "droits-deux-sources": Wording(
        "les accords sont écrits à deux endroits : {first} et {second}",
        "gardez-en un seul : un retrait inscrit dans l'un ne doit pas être oublié dans l'autre",
    ),
    "clef-dehors": Wording(
        "la liste des noms « {name} » mène hors du dossier de l'édition : elle n'est pas lue",
        "rangez le fichier lui-même à côté du storyboard",
    ),
    "clef-pas-un-fichier": Wording(
        "« {name} » porte le nom de la liste des noms, mais n'est pas un fichier : aucun nom ne "
        "serait cherché",
        "mettez à sa place le fichier lui-même, ou donnez un autre nom à ce dossier ou à ce lien",
    ),
    "clef-deux": Wording(
        "il y a deux listes de noms : {names}",
        "gardez-en une seule à côté du storyboard",
    ),
    "clef-colonnes": Wording(
        "la liste des noms « {name} » n'a pas les colonnes qu'il faut : {missing}",
        "sur la première ligne, écrivez : identifiant ; nom ; prénom ; sans_nom (les deux "
        "dernières sont facultatives)",
    ),
    "clef-masquee": Wording(
        "la liste des noms « {name} » a une feuille masquée : elle n'est pas lue",
        "affichez-la (clic droit sur un onglet, Afficher), ou supprimez-la",
    ),
    "clef-sans-identifiant": Wording(
        "cette ligne de la liste des noms n'a pas d'identifiant",
        "donnez à cette personne celui qu'elle a au registre, ou effacez la ligne",
    ),
    "clef-sans-nom": Wording(
        "« {person} » n'a pas de nom dans la liste des noms : rien ne peut être cherché",
        "complétez la ligne, ou effacez-la",
    ),
    "clef-double": Wording(
        "« {person} » a deux noms différents dans la liste des noms ({first})",
        "un identifiant est celui d'une seule personne : donnez à l'autre {free}",
    ),
    "clef-homonyme": Wording(
        "« {person} » et « {other} » ont le même nom dans la liste des noms ({first})",
        "si c'est la même personne, gardez un seul identifiant ; sinon, rien à faire : ce nom "
        "n'est dit que si toutes deux l'ont permis",
    ),
    "clef-inconnu": Wording(
        "dans la liste des noms, mais pas au registre : {people}",
        "vérifiez ces identifiants, ou inscrivez ces accords au registre ; si ces personnes ne "
        "paraissent nulle part, rien à faire",
    ),
}

IN_STORYBOARD = "dans « droits » du storyboard"
IN_TABLE = "la feuille « {sheet} » de « {name} »"
"""Where consents are, as `droits-deux-sources` tells it."""

NO_IDENTIFIERS, NO_NAMES = "« identifiant »", "« nom »"
"""The columns that a key lacks."""
