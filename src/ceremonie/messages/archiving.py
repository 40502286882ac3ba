"""The archive of an edition."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "archive-introuvable": Wording(
        "« {name} » n'est pas une édition produite ; dans « {output} », il y a : {there}",
        "donnez le nom ou le dossier d'une édition produite{such} ; pour produire celle-ci : "
        "{command} produire {asked}",
    ),
    "archive-brouillon": Wording(
        "« {name} » est un brouillon : il n'est pas archivé",
        "produisez l'édition sans --brouillon, puis relancez ; pour archiver tout de même le "
        "brouillon, ajoutez --brouillon",
    ),
    "archive-brouillon-pris": Wording(
        "un brouillon est archivé, comme demandé : son film est en basse qualité",
        "produisez l'édition sans --brouillon pour en garder un bon film",
    ),
    "archive-incomplete": Wording(
        "« {name} » n'a plus tout ce que dit son manifeste ; il manque : {files}",
        "produisez l'édition de nouveau, puis relancez",
    ),
    "archive-sans-storyboard": Wording(
        "le storyboard dont « {name} » est faite n'est pas là",
        "donnez-le : --storyboard assets/2024",
    ),
    "archive-source-changee": Wording(
        "l'édition n'est pas faite de ces fichiers tels qu'ils sont maintenant : {files}",
        "produisez l'édition de nouveau, puis relancez ; ou remettez-les comme ils étaient",
    ),
    "archive-retrait": Wording(
        "l'édition montre, fait entendre ou nomme encore qui a retiré son accord : {people}",
        "produisez l'édition de nouveau ({command} retrait le fait), puis relancez",
    ),
    "archive-nom": Wording(
        "« {name} » dit le nom de « {person} », que son accord ne permet pas de dire",
        "remplacez ce nom par son identifiant dans ce fichier, produisez l'édition de nouveau, "
        "puis relancez",
    ),
    "archive-sans-source": Wording(
        "laissés hors de l'archive, car on y voit ou entend qui a retiré son accord : {files}",
        "rien à faire ; l'édition ne pourra pas en être refaite telle quelle",
    ),
    "archive-clef": Wording(
        "laissé hors de l'archive, car il dit qui sont les personnes du registre : {files}",
        "rangez ce fichier à côté du storyboard, pas dans l'édition",
    ),
    "archive-modifies": Wording(
        "archivés tels qu'ils ont été modifiés ou ajoutés à la main : {files}",
        "vérifiez que ce sont bien ceux à garder ; sinon, effacez l'archive, retirez-les de "
        "l'édition, puis relancez",
    ),
    "archive-existe": Wording(
        "« {name} » existe déjà : une archive n'est jamais remplacée",
        "donnez un autre nom avec --vers, ou rangez d'abord celle-ci ailleurs",
    ),
    "archive-en-cours": Wording(
        "l'archive « {name} » est déjà en cours d'écriture par une autre commande",
        "attendez la fin de l'autre commande, ou fermez-la, puis relancez",
    ),
    "archive-absente": Wording(
        "« {name} » n'est pas là",
        "branchez le disque et vérifiez son nom, ou créez d'abord ce dossier",
    ),
    "archive-dans-edition": Wording(
        "« {name} » est dans l'édition « {edition} » : l'archive s'y mêlerait à ses fichiers",
        "donnez un autre dossier avec --vers, ou aucun : l'archive est alors écrite à côté",
    ),
    "archive-place": Wording(
        "« {name} » n'a pas la place : il faut {needed}, il reste {free} ; rien n'est écrit",
        "faites de la place, ou donnez un autre disque avec --vers",
    ),
    "archive-pleine": Wording(
        "le disque s'est rempli pendant l'écriture de « {name} » ({needed} à écrire)",
        "faites de la place, puis relancez la même commande ; un dossier reprend où il en était",
    ),
    "archive-quatre-go": Wording(
        "le disque de « {name} » ne prend pas de fichier de plus de 4 Go",
        "donnez un autre disque avec --vers ; ou laissez --forme dossier, si aucun fichier ne "
        "dépasse 4 Go",
    ),
    "archive-refus": Wording(
        "« {name} » ne peut pas être écrite : {why}",
        "vérifiez que le disque est branché et modifiable, puis relancez la même commande",
    ),
    "archive-changee": Wording(
        "« {name} » a changé pendant la copie ; l'archive n'est pas faite",
        "attendez la fin de son enregistrement ; si c'est une source, produisez l'édition de "
        "nouveau, puis relancez",
    ),
    "archive-sans-film": Wording(
        "« {name} » n'a pas de film : il n'y a rien à garder sans perte",
        "relancez sans --film ffv1, ou produisez l'édition entière",
    ),
    "archive-film": Wording(
        "la copie sans perte n'a pas les mêmes images que le film ; l'archive n'est pas faite",
        "relancez ; si cela se répète, relancez sans --film ffv1",
    ),
    "archive-sans-pdf": Wording(
        "l'archive n'a pas le diaporama en PDF : {why}",
        "installez LibreOffice sur cet ordinateur pour l'avoir ; le reste de l'archive est entier",
    ),
}
