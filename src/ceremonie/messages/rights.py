"""Who may be seen, heard and named by whom, and what is done where somebody may not."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "publication-absente": Wording(
        "il manque {keys} à « publication » : rien ne dit combien de temps les accords doivent "
        "couvrir ce qui est publié",
        "écrivez le jour où la publication commence et celui où elle finit : "
        "publication: {{debut: AAAA-MM-JJ, fin: AAAA-MM-JJ}}",
    ),
    "publication-inversee": Wording(
        "la publication finit le {end}, avant son début le {start}",
        "corrigez « debut » ou « fin »",
    ),
    "retrait-inconnu": Wording(
        "« {name} » est dans « retraits », mais pas au registre",
        "vérifiez l'identifiant : si c'en est un autre, cette personne est encore montrée",
    ),
    "personnes-absentes": Wording(
        "ce média ne dit pas qui l'on reconnaît à l'image",
        "ajoutez « personnes: aucune », « personnes: foule », ou les identifiants du registre : "
        "personnes: [P012]",
    ),
    "voix-absentes": Wording(
        "cet extrait montre une foule et ne dit pas qui l'on y entend : une voix se reconnaît",
        "ajoutez « voix: aucune » si personne n'y parle, les identifiants de qui parle "
        "(voix: [P012]), ou coupez le son (« son: coupé »)",
    ),
    "droits-inconnus": Wording(
        "« {name} » n'est pas dans le registre « droits » : rien ne permet de montrer cette "
        "personne {where}",
        "inscrivez son accord dans « droits », ou choisissez un autre média",
    ),
    "droits-retires": Wording(
        "« {name} » a retiré son accord le {day} ({line})",
        "retirez ce média ou choisissez-en un autre sans cette personne",
    ),
    "droits-signatures": Wording(
        "il manque à l'accord de « {name} » ({line}) la signature {missing}",
        "faites signer l'accord et complétez « signataires », ou choisissez un autre média ; ce "
        "qui est demandé pour une personne mineure se règle dans « publication »",
    ),
    "droits-portee": Wording(
        "l'accord de « {name} » ({line}) ne permet pas {use}",
        "obtenez cet accord et ajoutez « {scope} » à ses « portees », ou choisissez un autre média",
    ),
    "droits-echus": Wording(
        "l'accord de « {name} » ({line}) finit le {day}, avant {until}",
        "faites renouveler l'accord et corrigez « fin », ou choisissez un autre média",
    ),
    "droits-a-venir": Wording(
        "l'accord de « {name} » ({line}) ne vaut qu'à partir du {day}, après {since}",
        "corrigez « debut » si l'accord est plus ancien, ou choisissez un autre média",
    ),
    "droits-voix": Wording(
        "l'accord de « {name} » ({line}) ne permet pas de faire entendre sa voix",
        "obtenez cet accord et écrivez « voix: oui » à sa ligne ; si l'on n'entend pas cette "
        "personne, dites-le (« voix: aucune ») ; sinon, coupez le son (« son: coupé »)",
    ),
    "droits-nom": Wording(
        "l'accord de « {name} » ({line}) ne permet pas de dire son nom",
        "obtenez cet accord et écrivez « nom: oui » à sa ligne, ou mettez un rôle à la place du "
        "nom et retirez « qui »",
    ),
    "nom-dans-texte": Wording(
        "ce texte nomme « {name} », dont le nom ne peut être dit {where} : {why}",
        "obtenez l'accord et écrivez « nom: oui » à sa ligne, ou dites un rôle à la place du nom",
    ),
    "media-retire": Wording(
        "ce média n'est pas montré {where} : {why}",
        "rien à faire si c'est voulu ; « sinon » décide de ce qui est fait sans accord",
    ),
    "media-floute": Wording(
        "ce média est flouté {where} : {why}",
        "rien à faire si c'est voulu ; sans « flous », toute l'image est floutée",
    ),
    "media-remplace": Wording(
        "ce média est remplacé {where} : {why}",
        "rien à faire si c'est voulu ; « remplacement » dit par quelle image",
    ),
    "media-muet": Wording(
        "cet extrait n'a pas de son {where} : {why}",
        "rien à faire si c'est voulu ; « voix » dit qui l'on y entend",
    ),
    "element-retire": Wording(
        "cet élément n'est pas montré {where} : {why}",
        "rien à faire si c'est voulu ; « sinon: flouter » le garderait sans nom",
    ),
    "nom-remplace": Wording(
        "« {words} » remplace {where} le nom de cette personne : {why}",
        "rien à faire si c'est voulu ; « sans_nom » dit par quels mots",
    ),
}

WHERE = {
    "salle": "dans la salle",
    "interne": "en interne",
    "internet": "sur internet",
    "reseaux": "sur les réseaux sociaux",
}
"""How a message names an audience."""

USES = {
    "salle": "la projection en salle",
    "interne": "l'usage en interne",
    "internet": "la publication sur internet",
    "reseaux": "la publication sur les réseaux sociaux",
}
"""What an agreement allows."""

CEREMONY = "la cérémonie du {day}"
FIRST, LAST = "le début de {use}, le {day}", "la fin de {use}, le {day}"
"""The days that an agreement has to cover."""

WHY = {
    "droits-inconnus": "pas au registre",
    "droits-retires": "accord retiré le {day}",
    "droits-signatures": "manque la signature {missing}",
    "droits-portee": "accord sans « {scope} »",
    "droits-echus": "accord jusqu'au {day}",
    "droits-a-venir": "accord à partir du {day}",
    "droits-voix": "accord sans « voix »",
    "droits-nom": "accord sans « nom »",
}
"""Each lack in two or three words, for what was done without the person."""

NO_SUBSTITUTE = "le remplacement ne peut être montré"
"""Why a medium that was to be replaced is left out."""

SOMEBODY = "une personne"
"""What stands for a name where the key file has no other words."""

OF_BOTH_PARENTS, OF_A_PARENT = "des deux parents", "d'un parent"
OF_THE_CHILD, OF_THE_PERSON = "de l'enfant", "de la personne elle-même"
"""Whose signature is missing."""

REMOVED, BLURRED_WHOLE, BLURRED = "retiré", "flouté en entier", "visage flouté"
REPLACED, MUTED, ITEM_REMOVED = "remplacé", "son retiré", "élément retiré"
NAMELESS, UNPRONOUNCED = "nom remplacé", "prononciation retirée"
"""What was done, as the report has it."""

ROLES = {
    "ouverture": "L'orateur ou l'oratrice",
    "discours": "L'orateur ou l'oratrice",
    "temoignages": "Anonyme",
    "athletes": "Athlète",
    "prix": "Lauréat ou lauréate",
}
"""What is said of somebody who may not be named and of whom no function is written."""
