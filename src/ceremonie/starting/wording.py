"""What the files of a double-click say, in French; a window of Windows shows it without accents."""

from __future__ import annotations

import re
import unicodedata

from ceremonie.diagnostics import ExitCode

PURPOSE = "Produit le diaporama et le film de l'édition qui est dans ce dossier."
NO_CODE = "Les scènes écrites en Python ne sont jamais exécutées d'ici."
LINUX = "Produire.desktop lance ce même fichier."
TITLE = "Produire"

NOT_FOUND = "Le programme ceremonie n'a pas été trouvé. Il a été cherché :"
BESIDE = "dans ce dossier et dans chacun de ceux qui le contiennent (scripts/build.py) :"
ON_PATH = "parmi les programmes installés (commande ceremonie)."
WHAT_TO_DO = (
    "Que faire : rangez le dossier de l'édition dans le dossier assets du programme, "
    "ou installez le programme (guide, chapitre 1), puis recommencez."
)
NO_PYTHON = (
    "Python 3.11 ou plus récent n'a pas été trouvé. Que faire : installez-le "
    "(guide, chapitre 1 ; aucun droit d'administrateur n'est nécessaire), puis recommencez."
)
CLOSED_FOLDER = (
    "Le dossier du programme ne s'ouvre pas. Que faire : vérifiez vos droits sur ce dossier, "
    "ou copiez-le sur votre ordinateur, puis recommencez."
)
PRESS = "Appuyez sur Entrée pour fermer cette fenêtre."

ENDINGS = {
    ExitCode.DONE: "Tout est prêt.",
    ExitCode.STORYBOARD: (
        "Rien n'a été remplacé : corrigez ce qui est dit ci-dessus, puis recommencez."
    ),
    ExitCode.USAGE: "La commande n'a pas été comprise : ce qui ne va pas est dit ci-dessus.",
    ExitCode.MACHINE: "Il manque quelque chose à cet ordinateur : l'aide est ci-dessus.",
    ExitCode.RENDERING: "La fabrication n'a pas abouti. L'édition précédente est intacte.",
    ExitCode.CHECK: "Un contrôle des fichiers n'a pas réussi. L'édition précédente est intacte.",
    ExitCode.BUSY: "Cette édition est déjà en cours de production : attendez la fin.",
    ExitCode.INTERRUPTED: "Interrompu. L'édition précédente est intacte.",
}
"""How a run ended, for each exit code of the contract."""

OTHER_ENDING = "La production s'est arrêtée de façon imprévue. L'édition précédente est intacte."

_PARTED = str.maketrans({"’": "'", "œ": "oe", "Œ": "OE", "…": "..."})


def without_accents(sentence: str) -> str:
    """In ASCII, which every code page of a console shows alike."""
    plain = re.sub(r"«\s*|\s*»", '"', sentence).translate(_PARTED)
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
