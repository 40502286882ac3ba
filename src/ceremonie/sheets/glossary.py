"""What people call the sheets and columns of each list: the glossary between a colleague's
spreadsheet and the storyboard's keys. Titles, helps and examples are those of `ceremonie tableau`.
"""

from __future__ import annotations

from ceremonie.sheets.kinds import DAY, Column, Form, Kind
from ceremonie.sheets.people import CONSENTS


def _media(*path: str | int, head: str, of: str, names: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of a photo: its file, and what is said of it; `of` is « de la photo »."""
    short = of.rpartition(" ")[2]
    return (
        Column(
            (*path, "fichier"), head, names, help="nom du fichier, dans le dossier de l'édition"
        ),
        Column(
            (*path, "alt"),
            f"Description {of}",
            (
                f"Description {short}",
                f"Texte alternatif {of}",
                f"Alt {short}",
                "Texte alternatif",
                "Alt",
            ),
            help="ce que l'on voit, pour qui ne le voit pas",
        ),
        Column(
            (*path, "credit"),
            f"Crédit {of}",
            (f"Crédit {short}", f"Auteur {of}", f"Licence {of}", "Crédit", "Crédits"),
            help="auteur et licence",
        ),
        Column(
            (*path, "personnes"),
            f"Personnes {of}",
            (f"Personnes {short}", "Personnes", "Qui l'on voit", "Identifiants"),
            Form.WORDS,
            help="foule, aucune, ou P012 ; P013",
        ),
    )


_NOTES = Column(("notes",), "Notes", ("Notes de scène", "Notes pour le présentateur"))
_LENGTH = Column(
    ("duree",),
    "Durée (minutes)",
    ("Durée", "Durée sur scène", "Temps", "Temps de parole", "Minutes"),
    Form.LENGTH,
    help="temps sur scène",
)
_ILLUSTRATIVE = Column(
    ("illustratif",),
    "Illustratif",
    ("Texte d'illustration", "Exemple inventé"),
    Form.YES_NO,
    help="oui si le texte est inventé",
)
_ROLES = (
    "Élève", "Participante", "Participant", "Parent", "Enseignante", "Enseignant", "Encadrante",
    "Encadrant", "Bénévole", "Partenaire",
)  # fmt: skip
_FUNCTION = ("Fonctions", "Titre", "Qualité", "Rôle", "À quel titre")

WORKSHOPS = Kind(
    "ateliers",
    "Ateliers",
    ("Atelier", "Stands", "Activités", "Animations", "Liste des ateliers"),
    (
        Column((DAY,), "Jour", ("Date", "Journée", "Quand"), Form.DAY, help="un jour de la liste"),
        Column(
            ("titre",),
            "Titre",
            ("Atelier", "Nom", "Nom de l'atelier", "Intitulé", "Activité", "Stand", "Animation"),
            help="nom de l'atelier",
            example="Boxe éducative",
        ),
        Column(
            ("commune",),
            "Commune",
            ("Ville", "Commune de l'atelier", "Commune du stand", "Localité", "Arrondissement"),
            help="nom officiel",
            example="Créteil",
        ),
        Column(
            ("lieu",),
            "Lieu",
            ("Endroit", "Site", "Salle", "Équipement", "Adresse", "Emplacement"),
            help="gymnase, école, stade…",
            example="Gymnase Casalis",
        ),
        Column(
            ("participants",),
            "Participants",
            ("Public", "Publics", "Qui est venu", "Bénéficiaires"),
            help="qui est venu",
            example="Collégiens et seniors",
        ),
        Column(
            ("thematique",),
            "Thématique",
            ("Thème", "Thèmes", "Domaine"),
            Form.WORD,
            help="le thème",
        ),
        Column(
            ("pictogramme",),
            "Pictogramme",
            ("Picto", "Icône", "Symbole"),
            Form.WORD,
            help="à défaut, celui du thème",
        ),
        Column(
            ("texte",),
            "Texte",
            ("Description", "Présentation", "Résumé", "Descriptif", "Commentaire"),
            help="deux ou trois phrases",
            example="On apprend à esquiver, jamais à frapper. Puis chacun montre à l'autre.",
        ),
        Column(
            ("partenaires",),
            "Partenaires",
            ("Partenaire", "Porté par", "Association", "Associations", "Porteur", "Animé par"),
            Form.LIST,
            help="séparés par ;",
            example="Club de boxe ; Maison des jeunes",
        ),
        *_media(
            "medias",
            0,
            head="Photo",
            of="de la photo",
            names=(
                "Photos",
                "Fichier",
                "Image",
                "Images",
                "Vidéo",
                "Fichier photo",
                "Média",
                "Médias",
            ),
        ),
        Column(
            ("medias", 0, "legende"),
            "Légende de la photo",
            ("Légende photo", "Légende"),
            help="quelques mots sous la photo",
        ),
        _ILLUSTRATIVE,
        _NOTES,
    ),
)

TESTIMONIES = Kind(
    "temoignages",
    "Témoignages",
    ("Témoignage", "Paroles", "Citations", "Verbatims", "Parole des participants"),
    (
        Column(
            ("citation",),
            "Citation",
            ("Témoignage", "Parole", "Verbatim", "Ce qui a été dit", "Phrase", "Texte"),
            help="les mots, sans guillemets",
            example="On a joué tous ensemble.",
        ),
        Column(
            ("auteur",),
            "Auteur",
            ("Qui", "Qui parle", "Nom", "Personne", "Autrice", "Prénom"),
            help="qui parle",
            example="Une collégienne",
        ),
        Column(
            ("fonction",),
            "Fonction",
            _FUNCTION,
            help="à quel titre",
            example="Atelier de boxe",
            offered=_ROLES,
        ),
        *_media("portrait", head="Portrait", of="du portrait", names=("Photo", "Fichier")),
        *_media("extrait", head="Extrait vidéo", of="de l'extrait", names=("Vidéo", "Clip")),
        _ILLUSTRATIVE,
        _LENGTH,
        _NOTES,
    ),
)

ATHLETES = Kind(
    "athletes",
    "Personnes invitées",
    ("Invités", "Invitées", "Sportifs", "Sportives", "Athlètes", "Sportives et sportifs"),
    (
        Column(
            ("nom",),
            "Nom",
            ("Nom ou rôle", "Invité", "Athlète", "Sportif", "Sportive", "Personne", "Nom prénom"),
            help="nom ou rôle",
            example="Une nageuse",
        ),
        Column(
            ("discipline",),
            "Discipline",
            ("Sport", "Sport pratiqué", "Domaine", "Activité"),
            help="sport pratiqué",
            example="Natation",
        ),
        Column(("club",), "Club", ("Comité", "Association"), example="Club nautique"),
        Column(
            ("palmares",),
            "Palmarès",
            ("Titres", "Résultats", "Sélection", "Objectif"),
            example="Championne régionale",
        ),
        Column(("dossard",), "Dossard", ("Numéro", "N°"), help="deux ou trois signes"),
        *_media("photo", head="Photo", of="de la photo", names=("Portrait", "Fichier")),
        _ILLUSTRATIVE,
        _LENGTH,
        _NOTES,
    ),
)

SPEECHES = Kind(
    "discours",
    "Prises de parole",
    ("Discours", "Orateurs", "Oratrices", "Interventions", "Intervenants", "Allocutions"),
    (
        Column(
            ("orateur",),
            "Qui parle",
            ("Orateur", "Oratrice", "Nom", "Intervenant", "Intervenante", "Personne"),
            help="un nom ou un rôle",
            example="La maire",
        ),
        Column(("fonction",), "Fonction", _FUNCTION, example="Maire de la commune"),
        Column(
            ("resume",),
            "Résumé",
            ("Message", "Texte", "Ce qu'il en reste", "Synthèse"),
            help="140 signes environ",
            example="Le sport rassemble.",
        ),
        Column(
            ("points",), "Points", ("Plan", "Déroulé", "Idées"), Form.LIST, help="séparés par ;"
        ),
        *_media("portrait", head="Portrait", of="du portrait", names=("Photo", "Fichier")),
        Column(
            ("langue_des_signes",),
            "Langue des signes",
            ("LSF", "Interprète", "Interprète LSF"),
            Form.YES_NO,
        ),
        _LENGTH,
        _NOTES,
    ),
)

PRIZES = Kind(
    "prix",
    "Prix",
    ("Prix remis", "Récompenses", "Palmarès", "Lauréats"),
    (
        Column(
            ("titre",),
            "Prix",
            ("Titre", "Nom du prix", "Intitulé", "Récompense"),
            help="nom du prix",
            example="Prix du fair-play",
        ),
        Column(
            ("laureat",),
            "Lauréat",
            ("Lauréate", "Lauréats", "Gagnant", "Équipe", "Reçu par", "Nom"),
            help="une équipe, une classe, un nom ou un rôle",
            example="Une classe de cinquième",
        ),
        Column(("remis_par",), "Remis par", ("Remise par", "Par"), example="Une adjointe au maire"),
        *_media("photo", head="Photo", of="de la photo", names=("Fichier", "Image")),
        _ILLUSTRATIVE,
        _LENGTH,
        _NOTES,
    ),
)

PARTNERS = Kind(
    "partenaires",
    "Partenaires",
    ("Partenaire", "Soutiens", "Financeurs", "Sponsors", "Mécènes"),
    (
        Column(
            ("nom",),
            "Nom",
            ("Partenaire", "Organisme", "Structure", "Association", "Financeur"),
            help="nom affiché, sans logo",
            example="Club nautique",
        ),
        Column(
            ("rang",),
            "Rang",
            ("Niveau", "Ordre"),
            Form.NUMBER,
            help="1 (principal) à 3",
            offered=("1", "2", "3"),
        ),
        Column(("logo", "fichier"), "Logo", ("Fichier", "Fichier du logo", "Image")),
        Column(("logo", "alt"), "Description du logo", ("Alt du logo", "Description", "Alt")),
        Column(("logo", "credit"), "Crédit du logo", ("Crédit", "Licence", "Droits")),
    ),
)

KINDS = (WORKSHOPS, TESTIMONIES, ATHLETES, SPEECHES, PRIZES, PARTNERS, CONSENTS)
