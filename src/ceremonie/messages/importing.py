"""A spreadsheet that is taken over into a storyboard."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "importer-quel-storyboard": Wording(
        "on ne sait pas dans quel storyboard importer « {name} »",
        "indiquez-le : {command} importer {name} --storyboard assets/2024",
    ),
    "importer-deja-lu": Wording(
        "« {name} » est déjà lu à chaque production (« tableau » dans le storyboard) : importées, "
        "ses lignes y seraient deux fois",
        "retirez « tableau » du storyboard pour importer ses lignes une fois pour toutes, ou "
        "n'importez rien",
    ),
    "importer-registre": Wording(
        "les accords sont dans « {name} » : ceux de ce tableau ne sont pas importés",
        "inscrivez ces lignes dans ce registre, et retirez cette feuille du tableau",
    ),
    "importer-ligne-double": Wording(
        "« {name} » est déjà dit : {where}",
        "gardez une seule des deux lignes, ou dites ce qui les distingue",
    ),
    "importer-proche": Wording(
        "« {name} » n'est pas dans le storyboard : ce sera un nouvel élément ; mais « {other} » "
        "(ligne {line}) lui ressemble, et n'est pas dans le tableau",
        "si c'est le même, écrivez-le pareil dans l'un des deux ; sinon, rien à faire",
    ),
    "importer-refuse": Wording(
        "« {words} » ne peut pas être écrit dans le storyboard : {why}",
        "écrivez-le vous-même dans le storyboard, à la ligne {line} environ",
    ),
    "importer-entre-temps": Wording(
        "« {name} » a été modifié pendant l'import : rien n'y est écrit",
        "enregistrez vos changements, puis relancez",
    ),
}
