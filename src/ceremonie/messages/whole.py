"""The storyboard as a whole, and an edition begun."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "commune-manquante": Wording(
        "il manque la commune de cet atelier",
        "ajoutez « commune » à l'atelier, ou une seule fois au premier niveau pour tous ceux qui "
        "n'en disent pas d'autre",
    ),
    "jours-desordre": Wording(
        "le {day} vient après le {before} : les jours ne sont pas dans l'ordre",
        "rangez les jours du premier au dernier",
    ),
    "jour-double": Wording(
        "le {day} est déjà à la {first}",
        "réunissez les ateliers des deux dans un seul jour, ou donnez un « nom » à chacun",
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
    "titre-date": Wording(
        "« {key} » dit « {said} », et la cérémonie est le {ceremony}",
        "corrigez « {key} », ou la date de « ceremonie »",
    ),
    "a-remplacer": Wording(
        "« {text} » est encore le mot du modèle{also_there}", "écrivez le vôtre à sa place"
    ),
    "exemples-du-modele": Wording(
        "phrases du modèle encore là : {count}{also_there}",
        "remplacez-les par les vôtres, ou retirez l'élément ; ce qui reste « illustratif » est dit "
        "au générique",
    ),
    "element-double": Wording(
        "« {name} » est deux fois dans « {list} » : déjà à la {first}",
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
        "« {name} » est deux fois dans « {key} », la première fois à la ligne {first}",
        "gardez-en une seule",
    ),
    "partie-oubliee": Wording(
        "la partie « {name} » est remplie mais absente de « deroule » : elle ne sera pas montrée",
        "ajoutez « {name} » à « deroule » (ligne {order})",
    ),
    "element-oublie": Wording(
        "« {name} » n'est pas dans « deroule », qui ne nomme que d'autres éléments de « {part} » : "
        "il ne sera pas montré",
        "ajoutez « {name} » à « deroule » (ligne {order}), ou « {part} », qui donne tous ceux qui "
        "n'y sont pas nommés",
    ),
    "deroule-inconnu": Wording(
        "« {name} » n'est ni une partie, ni un élément d'une partie, ni un « id »",
        "les parties sont : {known} ; un élément s'écrit « athletes 2 », ou par son « id »",
    ),
    "deroule-numero": Wording("« {name} » n'existe pas : {why}", "écrivez un autre numéro"),
    "identifiant-double": Wording(
        "l'« id » « {name} » est déjà celui de la ligne {first}",
        "donnez un autre « id » à l'un des deux",
    ),
    "identifiant-partie": Wording(
        "l'« id » « {name} » est le nom d'une partie : « deroule » ne saurait pas laquelle des "
        "deux il nomme",
        "choisissez un autre « id », par exemple {name}-1",
    ),
    "duree-sans-unite": Wording(
        "« {key}: {value} » se lit « {seconds} » : un nombre sans unité compte des secondes",
        "pour des minutes, écrivez {key}: {minutes} ; pour des secondes, {key}: {exact}",
    ),
    "moment-incomplet": Wording(
        "ce moment est de type « {kind} », mais n'a pas de « {key} »",
        "ajoutez {example}, ou changez son « type »",
    ),
    "lien-forme": Wording(
        "« {link} » n'est pas une adresse qu'un téléphone peut ouvrir",
        "écrivez une adresse entière, qui commence par https://, http:// ou mailto:",
    ),
    "lien-sans-effet": Wording(
        "« lien » ne se montre que dans un moment de type « lien » ; celui-ci est de type "
        "« {kind} »",
        "écrivez type: lien, ou retirez « lien »",
    ),
    "extrait-bornes": Wording(
        "l'extrait commence à {start} s et finit à {stop} s",
        "« de » et « a » se comptent en secondes depuis le début du fichier, « de » avant « a »",
    ),
    "chiffre-sans-valeur": Wording(
        "ce chiffre n'a pas de « valeur »",
        "ajoutez « valeur: 20 », ou « forme: barres » avec ses « barres »",
    ),
    "chiffre-cle-inutile": Wording(
        "« {key} » n'a pas d'effet sur un chiffre dont la forme est « {shape} »",
        "retirez cette ligne, ou changez « forme » : « anneau » montre une part (« valeur », "
        "« sur »), « barres » une liste de « barres »",
    ),
    "barres-absentes": Wording(
        "il n'y a pas de quoi comparer : « forme: barres » demande deux barres au moins",
        "ajoutez-en, de deux à six : barres: [{{libelle: Samedi, valeur: 120}}, "
        "{{libelle: Dimanche, valeur: 80}}] ; pour une seule quantité, retirez « forme »",
    ),
    "anneau-sans-nombre": Wording(
        "un anneau montre une part, et « {value} » n'est pas un nombre",
        "écrivez un nombre seul (valeur: 42), le reste dans « unite », « sur » ou « libelle » ; "
        "ou retirez « forme »",
    ),
    "anneau-hors-de": Wording(
        "un anneau montre une part, et {value} n'est pas entre 0 et {total}",
        "corrigez « valeur », ou donnez à « sur » le nombre dont elle est une part",
    ),
    "pictogramme-inconnu": Wording(
        "le pictogramme « {name} » n'existe pas",
        "retirez la clé (celui du thème sera pris), ou choisissez dans la liste du guide",
    ),
    "thematique-double": Wording(
        "la thématique « {name} » est déjà à la ligne {first}",
        "réunissez les deux, ou donnez-leur des noms différents",
    ),
    "thematique-inconnue": Wording(
        "la thématique « {name} » n'existe pas",
        "choisissez {names}, ou ajoutez-la à « thematiques » avec son nom",
    ),
    "texte-controle": Wording(
        "ce texte contient un caractère de commande ({code})",
        "dans un chemin, écrivez « / » au lieu de « \\ » ; sinon effacez ce caractère",
    ),
    "identifiant-nom": Wording(
        "cet identifiant ressemble au nom d'une personne ; le storyboard et les rapports le "
        "montreraient",
        "remplacez-le partout par un identifiant comme {free} ; le nom lui-même se range dans "
        "clef.csv, à côté du storyboard",
    ),
    "droits-doubles": Wording(
        "« {name} » est déjà dans le registre à la {first}",
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

IN_ONE_PIECE = "« {part} » est d'un seul tenant"
NO_ITEM = "« {part} » n'a aucun élément"
SOME_ITEMS = "« {part} » en a {count}"
"""Why an item that `deroule` names by its number is not there."""

RESERVED_NAME = "Windows garde ce nom pour lui : {command} nouvelle {free}"
"""The remedy of `edition-nom` for « con » or « aux », of which nothing else is wrong."""
