"""The edition of a bag, made again."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "refaire-introuvable": Wording(
        "« {name} » n'est pas là",
        "donnez l'archive que « {command} archiver » a écrite : son dossier, son zip ou son tar",
    ),
    "refaire-sac": Wording(
        "« {name} » n'est pas une archive dont on puisse refaire l'édition : {why}",
        "donnez l'archive que « {command} archiver » a écrite : son dossier, son zip ou son tar",
    ),
    "refaire-dangereux": Wording(
        "« {name} » n'est pas ouverte : {why}",
        "demandez d'où vient cette archive : le programme n'en écrit pas de telle",
    ),
    "refaire-abimee": Wording(
        "l'archive n'est plus telle qu'elle a été scellée ; rien n'en est refait",
        "prenez une autre copie de cette archive, puis relancez",
    ),
    "refaire-existe": Wording(
        "« {name} » existe déjà : rien n'est remplacé",
        "donnez un autre nom avec --vers, ou rangez d'abord ailleurs ce qui s'y trouve",
    ),
    "refaire-absent": Wording(
        "« {name} » n'est pas là",
        "branchez le disque et vérifiez son nom, ou créez d'abord ce dossier",
    ),
    "refaire-dedans": Wording(
        "« {name} » serait dans « {other} », une archive ou une édition, qui n'est jamais touchée",
        "donnez un autre dossier avec --vers, ou aucun : l'édition est alors refaite à côté",
    ),
    "refaire-place": Wording(
        "« {name} » n'a pas la place : il faut {needed}, il reste {free} ; rien n'est écrit",
        "faites de la place, ou donnez un autre disque avec --vers",
    ),
    "refaire-code": Wording(
        "l'archive contient du code Python, qui n'est pas exécuté de lui-même : {files}",
        "lisez ce code ; si vous vous y fiez, relancez avec --code-local",
    ),
    "refaire-sans-source": Wording(
        "l'édition ne peut pas être refaite telle quelle : l'archive n'a pas tout ce dont elle est "
        "faite ; il manque : {files}",
        "rien à faire si quelqu'un qui y paraît a retiré son accord ; l'édition de data/edition "
        "reste entière",
    ),
    "refaire-retrait": Wording(
        "depuis que l'archive est scellée, qui y est montré ou entendu a retiré son accord : "
        "{people}",
        "ne la refaites que si quelqu'un qui en a le droit le demande, avec --malgre-retrait, et "
        "ne montrez à personne ce qui en sort",
    ),
    "refaire-retrait-passe": Wording(
        "l'édition est refaite malgré le retrait de : {people}",
        "ne montrez à personne ce qui en sort, et effacez-le ensuite",
    ),
    "refaire-sans-registre": Wording(
        "le storyboard d'aujourd'hui n'est pas là : rien ne dit si quelqu'un a retiré son accord "
        "depuis",
        "donnez-le avec --storyboard assets/2024 ; à défaut, demandez à qui tient le registre",
    ),
    "refaire-clef": Wording(
        "la clé des noms n'est pas dans l'archive, et n'a pas à y être ; publics qui ne peuvent "
        "pas être refaits sans elle : {audiences}",
        "si elle est encore à côté du storyboard, donnez-le avec --storyboard",
    ),
    "refaire-versions": Wording(
        "l'édition a été produite avec d'autres versions : {versions}",
        "pour les mêmes octets, installez à part celles de l'archive, comme il est dit plus bas",
    ),
    "refaire-differe": Wording(
        "ce fichier n'est pas le même que dans l'archive : {why}",
        "si les versions ne sont pas les mêmes, installez celles de l'archive, puis relancez ; "
        "sinon, celui de l'archive (data/edition) fait foi",
    ),
}
