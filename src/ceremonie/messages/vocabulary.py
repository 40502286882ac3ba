"""The storyboard's vocabulary: keys and values that are not what they should be."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "racine": Wording(
        "le storyboard doit être un bloc de clés, pas {found}",
        "commencez par « edition: », « titre: », « organisateur: »… au bord gauche",
    ),
    "cle-inconnue": Wording("la clé « {key} » n'existe pas {holder}"),
    "cle-deplacee": Wording("la clé « {key} » n'a pas sa place {holder}"),
    "cle-manquante": Wording("il manque la clé « {key} » {holder}", "ajoutez {example}"),
    "cle-vide": Wording("la clé « {key} » n'a pas de valeur", "complétez, par exemple : {example}"),
    "element-vide": Wording(
        "{name} est vide", "complétez-le, ou supprimez le tiret ou la clé qui l'annonce"
    ),
    "bloc-attendu": Wording("{name} doit être un bloc de clés, pas {found}", "écrivez {example}"),
    "liste-de-trop": Wording(
        "{name} doit être un bloc de clés, pas une liste",
        "supprimez les tirets ; les clés possibles sont : {keys}",
    ),
    "liste-attendue": Wording("{name} doit être une liste", "écrivez {example}"),
    "liste-attendue-bloc": Wording(
        "{name} doit être une liste, pas un bloc de clés",
        "mettez un tiret suivi d'une espace devant la première clé de chaque élément",
    ),
    "personnes-forme": Wording(
        "« personnes » est une liste d'identifiants du registre, « foule » ou « aucune »"
    ),
    "texte-attendu": Wording(
        "{name} doit être un texte, pas {found}",
        "mettez le texte entre guillemets doubles, sur une ligne",
    ),
    "texte-vrai-faux": Wording(
        "{name} doit être un texte ; « {value} » sans guillemets veut dire oui ou non",
        'mettez des guillemets : "{value}"',
    ),
    "texte-vide": Wording("{name} est un texte vide", "complétez-le, ou supprimez la clé"),
    "texte-demesure": Wording(
        "{name} est trop long : {length} signes, {limit} au plus",
        "raccourcissez ; le détail peut aller dans « notes »",
    ),
    "nombre-attendu": Wording(
        "{name} doit être un nombre, pas « {value} »", "écrivez un nombre, par exemple 12 ou 2.5"
    ),
    "entier-attendu": Wording(
        "{name} doit être un nombre entier, pas « {value} »",
        "écrivez par exemple {key}: {example}",
    ),
    "nombre-hors-bornes": Wording("{name} vaut {value}", "il faut {expected}"),
    "chiffre-forme": Wording(
        "{name} doit être un nombre ou un texte court",
        'écrivez par exemple : valeur: 20, ou valeur: "3 mois"',
    ),
    "oui-non": Wording("{name} vaut « {value} », ni oui ni non", "écrivez oui ou non"),
    "couleur-forme": Wording(
        "« {value} » n'est pas une couleur",
        'écrivez-la en hexadécimal, comme la charte la donne : "#003366" (rouge, vert, bleu)',
    ),
    "couleur-diese": Wording(
        "une couleur sans guillemets est lue comme un commentaire : # en commence un",
        'mettez chaque couleur entre guillemets : couleurs: ["#FFC72C", "#FF5A1F", "#00565B"]',
    ),
    "embleme-forme": Wording(
        "« embleme » vaut flamme, aucun, ou une image, pas « {value} »",
        "pour une image, écrivez embleme: {{fichier: images/soleil.png, alt: ce que l'on voit}}",
    ),
    "valeur-inconnue": Wording("{name} ne peut pas valoir « {value} »"),
    "valeur-refusee": Wording(
        "{name} n'accepte pas « {value} »", "voyez cette clé dans le guide, ou dans le modèle"
    ),
    "departement-forme": Wording(
        "« {value} » n'est pas un code de département",
        'écrivez deux ou trois signes entre guillemets, comme "01", "2A" ou "971"',
    ),
    "duree-forme": Wording(
        "« {key} » n'est pas une durée : {value}",
        "écrivez une durée, par exemple « 2 min 45 » ou « 1 h 30 »",
    ),
    "identifiant-forme": Wording(
        "l'« id » « {value} » n'a pas la forme d'un nom court : lettres, chiffres et tirets, "
        "40 signes au plus",
        "écrivez par exemple id: {free}",
    ),
    "edition-forme": Wording(
        "le nom d'édition « {value} » servira de nom de dossier : lettres, chiffres et tirets, "
        "40 signes au plus",
        'écrivez par exemple edition: "{free}"',
    ),
    "liste-vide": Wording("{name} est une liste vide", "complétez : {example}"),
    "liste-trop-courte": Wording(
        "{name} compte trop peu d'éléments ({count})", "il en faut {least} au moins"
    ),
    "liste-trop-longue": Wording(
        "« {key} » compte trop d'éléments ({count})",
        "il en faut {limit} au plus : retirez les autres à partir d'ici",
    ),
    "date-forme": Wording(
        "« {value} » n'est pas une date de la forme année-mois-jour",
        "écrivez {key}: AAAA-MM-JJ (quatre chiffres pour l'année, deux pour le mois, deux pour le "
        "jour)",
    ),
    "date-impossible": Wording(
        "le {value} n'existe pas : {why}", "vérifiez le calendrier ; l'ordre est année-mois-jour"
    ),
}

PEOPLE_BY_NAME = (
    "jamais de nom ici : donnez à la personne un identifiant, inscrivez son accord sous cet "
    "identifiant dans « droits », puis écrivez personnes: [{free}]"
)
"""The remedy of `personnes-forme` where a name was written."""

HOUR_MEANT = 'écrivez {key}: "{hour}"'
HOUR_OR_MINUTES = (
    'écrivez {key}: "{hour}" ; si un autre programme a compté des minutes, {number} est '
    '{key}: "{other}"'
)
HOUR_RANGE = 'les heures vont de 0 à 23, les minutes de 00 à 59 : par exemple {key}: "18:30"'
MIDNIGHT = 'minuit s\'écrit {key}: "00:00"'
"""Remedies of `heure-forme`."""

MINUTES_MEANT = " ; un nombre seul compte des secondes : pour des minutes, écrivez {key}: {minutes}"
"""What the remedy of `nombre-hors-bornes` adds for a length."""
