"""Someone takes their agreement back."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "retrait-nom": Wording(
        "c'est un nom, ou presque : un retrait se demande par l'identifiant de la personne au "
        "registre",
        "cherchez son identifiant dans la clef du registre, puis relancez : {command} retrait P012",
    ),
    "retrait-introuvable": Wording(
        "« {name} » n'est nulle part : ni dans les storyboards lus ({boards}), ni dans les "
        "manifestes ({holdings}) ; rien n'a été fait",
        "vérifiez l'identifiant dans la clef du registre ; --dossier et --sortie disent où sont "
        "les storyboards et les éditions ; éditions ou copies dont rien ne dit qui l'on y voit, à "
        "vérifier vous-même : {silent}",
    ),
    "retrait-non-ecrit": Wording(
        "le retrait de « {person} » n'a pas pu être écrit dans « {name} » : {why}",
        "fermez ce fichier et rendez-le modifiable, ou écrivez vous-même sous « publication » : "
        "retraits: [{{personne: {person}, date: {day}}}], puis relancez la même commande",
    ),
    "retrait-sans-storyboard": Wording(
        "« {name} » montre « {person} », et son storyboard n'a pas été trouvé : cette édition ne "
        "peut pas être refaite",
        "relancez avec --dossier et le dossier des storyboards, ou effacez cette édition",
    ),
    "retrait-reste": Wording(
        "« {name} » montre encore « {person} » ({files})",
        "ne montrez plus ces fichiers ; corrigez ce qui est dit plus haut, puis relancez la même "
        "commande",
    ),
    "retrait-refuse": Wording(
        "« {name} » montre encore « {person} » ({files}) : sans son accord, le storyboard refuse "
        "de produire l'édition",
        "ne montrez plus ces fichiers ; dites dans le storyboard ce qui est fait sans accord, "
        "« publication: {{sinon: {{{otherwise}}}}} » (ou flouter, ou remplacer), puis relancez la "
        "même commande",
    ),
    "retrait-purge": Wording(
        "« {name} » n'a pas pu être effacé",
        "fermez les programmes qui l'ont ouvert, puis relancez la même commande",
    ),
}
