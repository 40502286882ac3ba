"""The storyboard as a whole, and an edition begun."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "departement-inconnu": Wording(
        "il n'y a pas de carte pour le département « {code} »",
        "départements disponibles : {known} ; le guide dit comment en ajouter un",
    ),
    "commune-inconnue": Wording(
        "« {name} » n'est pas une commune du département {code}",
        "vérifiez l'orthographe, ou le code de « departement »",
    ),
    "jours-desordre": Wording(
        "le {day} vient après le {before} : les jours ne sont pas dans l'ordre",
        "rangez les jours du premier au dernier",
    ),
    "jour-double": Wording(
        "le {day} est déjà à la ligne {first}", "réunissez les ateliers des deux dans un seul jour"
    ),
    "jour-apres-ceremonie": Wording(
        "le {day} est après la cérémonie ({ceremony})",
        "corrigez ce jour, ou la date de « ceremonie »",
    ),
    "date-ancienne": Wording(
        "le {day} est plus de dix mois avant la cérémonie ({ceremony})",
        "si c'est une date de l'édition précédente, corrigez-la ; sinon celle de « ceremonie »",
    ),
    "edition-annee": Wording(
        "l'édition s'appelle « {name} », mais la cérémonie est le {ceremony}",
        "corrigez « edition », ou la date de « ceremonie »",
    ),
    "element-double": Wording(
        "« {name} » est deux fois dans « {list} » : déjà à la ligne {first}",
        "retirez l'un des deux ; s'ils sont différents, dites en quoi (lieu, participants, "
        "auteur…)",
    ),
    "chiffre-contredit": Wording(
        "le chiffre « {value} {label} » ne va pas avec le storyboard, qui en compte {count}",
        "corrigez le nombre ou la liste ; si le nombre est arrondi, ajoutez « surtitre: Environ »",
    ),
    "etapes-desordre": Wording(
        "l'étape du {day} vient après celle du {before} : le trajet suit l'ordre de la liste",
        "rangez les étapes dans l'ordre du parcours, ou corrigez la date",
    ),
    "partie-double": Wording(
        "la partie « {name} » est deux fois dans « {key} » ; la première est à la ligne {first}",
        "gardez-en une seule",
    ),
    "partie-oubliee": Wording(
        "la partie « {name} » est remplie mais absente de « deroule » : elle ne sera pas montrée",
        "ajoutez « {name} » à « deroule » (ligne {order})",
    ),
    "extrait-bornes": Wording(
        "l'extrait commence à {start} s et finit à {stop} s",
        "« de » et « a » se comptent en secondes depuis le début du fichier, « de » avant « a »",
    ),
    "pictogramme-inconnu": Wording(
        "le pictogramme « {name} » n'existe pas",
        "retirez la clé (celui du thème sera pris), ou choisissez dans la liste du guide",
    ),
    "texte-controle": Wording(
        "ce texte contient un caractère de commande ({code})",
        "dans un chemin, écrivez « / » au lieu de « \\ » ; sinon effacez ce caractère",
    ),
    "personnes-absentes": Wording(
        "ce média ne dit pas qui l'on reconnaît à l'image",
        "ajoutez « personnes: aucune », « personnes: foule », ou les identifiants du registre : "
        "personnes: [P012]",
    ),
    "identifiant-nom": Wording(
        "cet identifiant ressemble au nom d'une personne ; le storyboard et les rapports le "
        "montreraient",
        "remplacez-le partout par un identifiant comme {free}, et gardez la liste des noms "
        "ailleurs, hors du dossier de l'édition",
    ),
    "droits-inconnus": Wording(
        "« {name} » n'est pas dans le registre « droits » : rien ne permet de "
        "montrer cette personne",
        "inscrivez son accord dans « droits », ou choisissez un autre média",
    ),
    "droits-retires": Wording(
        "« {name} » a retiré son accord le {day} (ligne {line})",
        "retirez ce média ou choisissez-en un autre sans cette personne",
    ),
    "droits-portee": Wording(
        "l'accord de « {name} » (ligne {line}) ne permet pas la projection en salle",
        "obtenez cet accord et ajoutez « salle » à ses « portees », ou choisissez un autre média",
    ),
    "droits-echus": Wording(
        "l'accord de « {name} » (ligne {line}) finit le {day}, avant la cérémonie du {ceremony}",
        "faites renouveler l'accord et corrigez « fin », ou choisissez un autre média",
    ),
    "droits-a-venir": Wording(
        "l'accord de « {name} » (ligne {line}) ne vaut qu'à partir du {day}, après la cérémonie "
        "du {ceremony}",
        "corrigez « debut » si l'accord est plus ancien, ou choisissez un autre média",
    ),
    "droits-doubles": Wording(
        "« {name} » est déjà dans le registre à la ligne {first}",
        "réunissez ses accords, ou donnez à chaque personne son identifiant",
    ),
    "droits-dates": Wording(
        "l'accord de « {name} » finit le {end}, avant son début le {start}",
        "corrigez « debut » ou « fin »",
    ),
    "edition-nom": Wording(
        "« {name} » ne peut pas nommer une édition",
        "prenez des lettres, des chiffres et des tirets, 40 signes au plus : "
        "{command} nouvelle {free}",
    ),
    "edition-existante": Wording(
        "l'édition « {name} » existe déjà : {file}",
        "choisissez un autre nom ; rien n'a été modifié",
    ),
    "edition-impossible": Wording(
        "le dossier « {name} » ne peut pas être écrit",
        "vérifiez vos droits et la place sur le disque, ou lancez la commande depuis un dossier à "
        "vous",
    ),
}

RESERVED_NAME = "Windows garde ce nom pour lui : {command} nouvelle {free}"
"""The remedy of `edition-nom` for « con » or « aux », of which nothing else is wrong."""
