"""The papers that ask for agreements."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "fiches-dossier": Wording(
        "« {folder} » est un dossier de l'édition : des feuilles avec des noms n'y ont pas leur "
        "place",
        "donnez un dossier à part, par exemple : --fiches accords-a-signer",
    ),
    "fiches-existent": Wording(
        "« {folder} » contient déjà {names} : rien n'est remplacé",
        "donnez un autre dossier, ou relancez avec --remplacer",
    ),
}
