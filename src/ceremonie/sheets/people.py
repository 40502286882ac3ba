"""What people call the columns of the register of consents, and of the key to its names."""

from __future__ import annotations

from ceremonie.sheets.kinds import Column, Form, Kind

CONSENTS = Kind(
    "droits",
    "Accords",
    ("Droits", "Droit à l'image", "Droits à l'image", "Autorisations", "Registre", "Consentements"),
    (
        Column(
            ("personne",),
            "Personne",
            ("Identifiant", "Code", "Pseudonyme", "Id"),
            help="un code, jamais un nom",
            example="P012",
        ),
        Column(("mineur",), "Mineur", ("Mineure", "Mineur(e)", "Moins de 18 ans"), Form.YES_NO),
        Column(
            ("signataires",),
            "Signataires",
            ("Signataire", "Signé par", "Qui a signé"),
            Form.WORDS,
            help="mère ; père ; enfant",
            example="mère ; père",
            offered=(
                "la personne elle-même",
                "mère ; enfant",
                "père ; enfant",
                "mère ; père ; enfant",
            ),
        ),
        Column(
            ("portees",),
            "Usages acceptés",
            ("Portées", "Portée", "Usages", "Usage", "Accord pour"),
            Form.WORDS,
            help="captation ; salle ; interne ; internet ; reseaux",
            example="captation ; salle",
            offered=(
                "captation ; salle",
                "captation ; salle ; interne",
                "captation ; salle ; interne ; internet ; reseaux",
            ),
        ),
        Column(("nom",), "Nom dit", ("Le nom peut être dit", "Nom"), Form.YES_NO),
        Column(("voix",), "Voix", ("La voix peut être entendue", "Son"), Form.YES_NO),
        Column(
            ("debut",),
            "Début",
            ("Valable à partir du", "Du", "Date de l'accord", "Signé le"),
            Form.DAY,
        ),
        Column(("fin",), "Fin", ("Valable jusqu'au", "Au", "Jusqu'au", "Échéance"), Form.DAY),
        Column(
            ("retrait",),
            "Retrait",
            (
                "Retiré le",
                "Date de retrait",
                "Révoqué le",
                "Révocation",
                "Date de révocation",
                "Annulé le",
                "Annulation",
            ),
            Form.DAY,
        ),
        Column(("preuve",), "Preuve", ("Empreinte", "SHA-256"), help="empreinte de l'accord"),
    ),
)

IDENTIFIER, NAME, FIRST_NAME, NAMELESS = "identifiant", "nom", "prenom", "sans_nom"

NAME_KEY = Kind(
    "clef",
    "Noms",
    (),
    (
        Column((IDENTIFIER,), "Identifiant", ("Personne", "Code", "Pseudonyme", "Id", "Numéro")),
        Column(
            (NAME,),
            "Nom",
            ("Nom de famille", "Nom et prénom", "Nom, prénom", "Prénom et nom", "Nom complet"),
        ),
        Column((FIRST_NAME,), "Prénom", ("Prénoms", "Prénom usuel")),
        Column(
            (NAMELESS,),
            "Sans nom",
            ("À la place du nom", "Remplacé par", "Remplacement", "Sans le nom", "Rôle"),
        ),
    ),
)
"""The key to the names of people: a file of its own, and no list of the storyboard."""
