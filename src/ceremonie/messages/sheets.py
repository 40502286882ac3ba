"""Spreadsheets that colleagues fill in."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "tableau-introuvable": Wording(
        "le tableau « {name} » n'existe pas",
        "rangez-le dans le dossier de l'édition, ou corrigez son nom",
    ),
    "tableau-dehors": Wording(
        "« {name} » est en dehors du dossier de l'édition",
        "rangez le tableau à côté du storyboard, et donnez son nom seul : tableau: tableau.xlsx",
    ),
    "tableau-existe": Wording(
        "« {name} » existe déjà : il n'est pas remplacé",
        "donnez un autre nom : {command} tableau {folder} --vers {free}",
    ),
    "tableau-nom": Wording(
        "« {name} » n'est pas le nom d'un tableau .xlsx",
        "donnez un nom seul : --vers ateliers.xlsx",
    ),
    "tableau-verrouille": Wording(
        "« {name} » ne peut pas être ouvert",
        "fermez-le dans les autres programmes et vérifiez vos droits sur le fichier",
    ),
    "tableau-ouvert": Wording(
        "« {name} » est ouvert dans un tableur : ce qui n'y est pas encore enregistré n'est pas lu",
        "enregistrez-le et fermez-le, puis relancez",
    ),
    "tableau-autre-format": Wording(
        "« {name} » n'est pas un tableau : c'est {format}",
        "dans le tableur, enregistrez-le au format .xlsx, .ods ou .csv",
    ),
    "tableau-protege": Wording(
        "« {name} » est protégé par un mot de passe",
        "dans Excel, retirez-le (Fichier, Informations, Protéger le classeur, Chiffrer avec mot "
        "de passe : effacez-le) et enregistrez",
    ),
    "tableau-abime": Wording(
        "« {name} » est abîmé : il ne se lit pas en entier",
        "ouvrez-le dans Excel ou LibreOffice et enregistrez-le de nouveau ; s'il est venu par "
        "messagerie, faites-le renvoyer",
    ),
    "tableau-trop-grand": Wording(
        "« {name} » contient bien plus que le tableau d'une cérémonie : il n'est pas lu",
        "gardez-y les feuilles de la cérémonie, sans images, et enregistrez-le sous un autre nom",
    ),
    "tableau-cellule-au-loin": Wording(
        "une feuille de « {name} » a une case remplie très loin des autres : elle n'est pas lue",
        "dans le tableur, Ctrl-Fin y mène : supprimez la ligne et la colonne entières, enregistrez",
    ),
    "tableau-vide": Wording(
        "« {name} » n'a aucune ligne à reprendre",
        "mettez les titres des colonnes sur une ligne, puis une ligne par atelier ; {command} "
        "tableau 2024 écrit un modèle",
    ),
    "tableau-feuille-inconnue": Wording(
        "on ne sait pas ce que liste la feuille « {sheet} » : elle n'est pas lue",
        "donnez-lui l'un de ces noms : {names}",
    ),
    "tableau-feuille-masquee": Wording(
        "la feuille « {sheet} » est masquée : elle n'est pas lue",
        "affichez-la (clic droit sur un onglet, Afficher) si elle compte",
    ),
    "tableau-titres-absents": Wording(
        "la feuille « {sheet} » n'a pas de ligne de titres que l'on reconnaisse : elle n'est "
        "pas lue",
        "au-dessus des données, mettez par exemple : {heads}",
    ),
    "tableau-ligne-passee": Wording(
        "« {value} » : prise pour l'aide ou l'exemple du modèle, cette ligne n'est pas lue",
        "si elle compte, écrivez-la sans « Aide : » ni « Exemple : » au début ; sinon, effacez-la",
    ),
    "tableau-colonne-inconnue": Wording(
        "on ne sait pas ce que dit la colonne « {head} » : elle n'est pas lue",
        "les colonnes possibles ici sont : {heads}",
    ),
    "tableau-colonne-sans-titre": Wording(
        "cette colonne est remplie et n'a pas de titre : elle n'est pas lue",
        "donnez-lui un titre, ou effacez-la",
    ),
    "tableau-colonne-double": Wording(
        "deux colonnes disent la même chose : « {head} » et « {first} » ({where})",
        "gardez celle qui est juste, et renommez ou supprimez l'autre",
    ),
    "tableau-colonne-absente": Wording(
        "la feuille « {sheet} » n'a pas de colonne « {head} » : ses lignes ne sont pas lues",
        "ajoutez cette colonne, ou donnez ce titre à celle qui le dit",
    ),
    "tableau-jour-absent": Wording(
        "cette ligne ne dit pas de quel jour est l'atelier", "écrivez dans « Jour » : {days}"
    ),
    "tableau-jour-inconnu": Wording(
        "« {value} » n'est pas un jour du storyboard",
        "écrivez l'un de ceux-ci : {days} ; ou ajoutez ce jour à « jours », dans le storyboard",
    ),
    "tableau-cases-fusionnees": Wording(
        "des cases sont fusionnées sur plusieurs colonnes : seule la première est lue",
        "défusionnez-les (Accueil, Fusionner et centrer) et remplissez chaque case",
    ),
    "tableau-formule-rompue": Wording(
        "la formule de cette case n'a pas de résultat : « {value} »",
        "corrigez la formule, ou écrivez la valeur elle-même",
    ),
    "tableau-formule-texte": Wording(
        "« {value} » a la forme d'une formule : c'est gardé comme un texte, tel quel",
        "demandez à qui l'a écrit si c'est bien ce qu'il voulait dire",
    ),
}

NO_CONSENTS = (
    "appelez-la « Accords » si ce sont des accords, « Mode d'emploi » si elle explique les "
    "autres ; sinon, sortez-la du registre : un refus ou un retrait ne doit pas y rester sans "
    "être lu"
)
"""The remedy for a sheet of the register that is not understood."""

CONSENT_COLUMN = (
    "donnez-lui l'un de ces titres, ou sortez-la du registre : un refus ou un retrait ne doit pas "
    "y rester sans être lu ; les titres : {heads}"
)
"""The remedy for a column that is not understood, in the register of consents."""
