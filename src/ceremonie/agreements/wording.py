"""The words of the papers to sign, in French.

What they say of the law: code civil, articles 9 and 372-1 (as of the act of 19 February 2024 on the
image of children) and 2224; regulation (EU) 2016/679 (RGPD), articles 6, 7, 13 and 15 to 20.
"""

from __future__ import annotations

from enum import Enum, auto

TITLE = "Droit à l'image : demande d'accord"
ORGANISER = "l'organisateur"
ASKING = (
    "Pour la cérémonie de clôture de « {title} »{held}, {organiser} prépare un film et un "
    "diaporama, avec des photos et des vidéos de l'événement. Personne n'y paraît sans son "
    "accord : cochez ce que vous acceptez, signez et rendez cette feuille. Merci."
)
PERSON = "La personne que l'on y reconnaît"
NAME = "Nom et prénom :"
MINOR = "Personne mineure : l'accord est donné avec ses parents."
OF_AGE_OR_NOT = ("majeure", "mineure")

IMAGES = "Ce que l'on y voit ou entend"
ONE_MORE, MORE = (
    "et une autre image du même événement",
    "et {count} autres images du même événement",
)


class Until(Enum):
    """What a use ends with."""

    CEREMONY = auto()
    PUBLICATION = auto()
    USES = auto()


USES_TITLE = "Ce qui est demandé"
HEADS = ("Usage", "Jusqu'au")
YES_NO = ("oui", "non")
USES = (
    ("Être photographié et filmé pendant l'événement", Until.CEREMONY),
    ("Être montré dans la salle, pendant la cérémonie", Until.CEREMONY),
    ("Être montré en interne, aux équipes et aux partenaires, hors d'internet", Until.PUBLICATION),
    ("Être montré sur le site internet de l'organisateur", Until.PUBLICATION),
    ("Être montré sur les comptes de l'organisateur, réseaux sociaux", Until.PUBLICATION),
    ("Que le nom soit dit ou écrit", Until.USES),
    ("Que la voix soit entendue", Until.USES),
)
"""Each use, and when it ends."""

WITH_USES = "selon les usages"

SIGNATURES = "Signatures"
ALONE_OF_AGE = (
    "Une personne majeure signe seule. Pour une personne mineure, elle-même et ses parents signent "
    "; un tuteur ou une tutrice signe à leur place."
)
GUARDIAN = "Les deux parents signent, et l'enfant ; un tuteur ou une tutrice signe à leur place."
ONE_PARENT = "Un parent signe, ou un tuteur ou une tutrice."
PARENTS = ("Premier parent", "Second parent")
ONESELF, CHILD = "La personne elle-même", "L'enfant"
TO_SIGN = ("Nom :", "Le :", "Signature :")

OVERLEAF = "Au verso : vos droits, et à qui écrire pour retirer cet accord."

RIGHTS = "Vos droits"
RIGHTS_SENTENCES = (
    (
        "Dire oui ou non",
        (
            "L'accord est libre et gratuit : refuser n'a aucun effet sur la participation à "
            "l'événement ni à la cérémonie.",
            "Il ne vaut que pour ce qui est coché « oui », jusqu'au jour indiqué, sans usage "
            "commercial.",
            "Ce qui est publié sur internet et sur les réseaux sociaux peut être copié par "
            "d'autres, y compris hors de l'Union européenne : le retirer de nos pages ne l'efface "
            "pas partout.",
        ),
    ),
    (
        "Changer d'avis",
        (
            "L'accord peut être retiré à tout moment, en tout ou en partie, sans donner de raison, "
            "aussi simplement qu'il a été donné : une lettre ou un message à l'adresse ci-dessous, "
            "avec la référence {reference}.",
            "Les images sont alors retirées de ce qui est montré et publié. Ce qui a été montré "
            "avant le retrait reste licite.",
        ),
    ),
    (
        "Vos données",
        (
            "Responsable du traitement : {organiser}. But : la cérémonie et les usages acceptés. "
            "Base légale : votre consentement (RGPD, article 6, paragraphe 1, point a). Ont accès "
            "aux images les personnes chargées de la cérémonie, puis le public de chaque usage "
            "accepté.",
            "Les images sont gardées jusqu'à la fin des usages acceptés. Cette feuille l'est "
            "aussi, comme preuve, puis cinq ans au plus (code civil, article 2224).",
            "Vous pouvez demander l'accès à vos données, leur rectification, leur effacement, leur "
            "copie, ou que leur usage soit limité (RGPD, articles 15 à 20).",
            "Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une "
            "réclamation à la CNIL : cnil.fr, ou 3, place de Fontenoy, TSA 80715, 75334 Paris "
            "Cedex 07.",
        ),
    ),
    (
        "La loi",
        (
            "Code civil, article 9 : chacun a droit au respect de sa vie privée, et donc de son "
            "image. Article 372-1 : l'image d'un enfant est protégée par ses deux parents en "
            "commun, et l'enfant y est associé selon son âge et sa maturité.",
        ),
    ),
)
ADDRESS = "À qui écrire"
ADDRESSES = ("Adresse :", "Courriel :", "Délégué à la protection des données :")

LIST_TITLE = "Accords à recueillir"
LIST_HEADS = ("Reçu", "Référence", "Nom", "Signent", "Ce qui manque")
LIST_NOTE = (
    "Cette liste peut contenir des noms : gardez-la avec le registre, hors des dossiers de "
    "l'édition et de ce qui est publié ou envoyé."
)
SIGNING_MINOR, SIGNING_ADULT = "parents et enfant", "la personne"
SIGNING_UNKNOWN = "selon l'âge"
EXPIRES = "accord jusqu'au {day}"
FOR = "{audience} : {why}"
NOBODY = "Aucun accord à recueillir."
