"""The stick for the hall."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "usb-introuvable": Wording(
        "« {name} » n'est pas une édition produite ; dans « {output} », il y a : {there}",
        "donnez le nom ou le dossier d'une édition produite{such} ; pour produire celle-ci : "
        "{command} produire {asked}",
    ),
    "usb-brouillon": Wording(
        "« {name} » est un brouillon : il n'est pas fait pour la salle",
        "produisez le vrai film, puis relancez : {command} produire {edition}",
    ),
    "usb-incomplete": Wording(
        "« {name} » n'a plus tout ce que dit son manifeste ; il manque : {files}",
        "produisez l'édition de nouveau, puis relancez",
    ),
    "usb-vide": Wording(
        "« {name} » n'a ni diaporama ni film", "produisez l'édition, puis relancez"
    ),
    "usb-sans-piece": Wording(
        "l'édition n'a pas de {what} : la clé non plus",
        "produisez l'édition entière, sans --seulement, puis relancez",
    ),
    "usb-modifies": Wording(
        "pris tels qu'ils ont été modifiés à la main : {files}",
        "vérifiez que ce sont bien ceux à montrer ; sinon, produisez l'édition de nouveau",
    ),
    "usb-ajoutes": Wording(
        "ajoutés à la main dans l'édition, pris aussi (7-ajouts) : {files}",
        "retirez de l'édition ce que la salle ne doit pas avoir, puis relancez",
    ),
    "usb-clef": Wording(
        "laissé hors de la clé, car il dit qui sont les personnes du registre : {files}",
        "rangez ce fichier à côté du storyboard, pas dans l'édition",
    ),
    "usb-illisible": Wording(
        "« {name} » n'est pas un diaporama qui s'ouvre",
        "produisez l'édition de nouveau, puis relancez",
    ),
    "usb-dans-edition": Wording(
        "« {name} » est dans l'édition « {edition} » : la clé s'y mêlerait à ses fichiers",
        "donnez un autre dossier avec --vers, ou aucun : la clé est alors écrite à côté",
    ),
    "usb-etrangere": Wording(
        "« {name} » existe et n'est pas une clé de cette édition : rien n'y est écrit",
        "donnez un autre nom avec --vers, ou rangez ailleurs ce qui s'y trouve",
    ),
    "usb-autre-edition": Wording(
        "« {name} » est la clé de l'édition « {other} », que l'on y voit d'abord : celle de "
        "« {edition} » est dans son dossier « {own} »",
        "pour la cérémonie, videz la clé de l'autre édition, puis relancez ; ou prenez-en une "
        "autre",
    ),
    "usb-absente": Wording(
        "« {name} » n'est pas là",
        "branchez la clé et vérifiez son nom (E:\\, /media/…), ou créez d'abord ce dossier",
    ),
    "usb-en-cours": Wording(
        "« {name} » est déjà en cours d'écriture par {who} ; rien n'y est changé",
        "attendez qu'elle ait fini, ou fermez-la, puis relancez ; pour plusieurs clés, une seule "
        "commande suffit : répétez --vers",
    ),
    "usb-place": Wording(
        "pas assez de place pour {names} : il faut {needed}, il reste {free} ; rien n'est écrit",
        "prenez une clé plus grande, ou effacez ce qui ne sert plus sur celle-ci : les fichiers "
        "qui changent y sont d'abord écrits à côté des anciens",
    ),
    "usb-pleine": Wording(
        "« {name} » s'est remplie pendant la copie ({needed} à écrire) ; ce qui y était est intact",
        "prenez une clé plus grande, ou faites de la place, puis relancez",
    ),
    "usb-quatre-go": Wording(
        "« {name} » ne prend pas de fichier de plus de 4 Go ; ce qui y était est intact",
        "relancez avec --fat32, ou formatez la clé en exFAT",
    ),
    "usb-fat32": Wording(
        "« {name} » ({size}) dépasse les 4 Go que prend une clé FAT32 : laissé hors de la "
        "clé{instead}",
        "pour l'avoir, formatez la clé en exFAT, puis relancez sans --fat32",
    ),
    "usb-zip-fat32": Wording(
        "l'archive « {name} » ({size}) dépasserait les 4 Go que prend une clé FAT32",
        "relancez sans --zip, ou écrivez l'archive sur un autre disque",
    ),
    "usb-zip-grand": Wording(
        "l'archive « {name} » ({size}) dépasse 4 Go : une clé FAT32 ne la prendra pas",
        "copiez-la sur une clé exFAT, ou relancez sans --zip directement sur la clé",
    ),
    "usb-refus": Wording(
        "« {name} » ne peut pas être écrite : {why}",
        "vérifiez que la clé est branchée, ni verrouillée ni ouverte ailleurs, puis relancez la "
        "même commande",
    ),
    "usb-occupee": Wording(
        "« {name} » est ouvert dans un autre programme ; ce qui était sur la clé est intact",
        "fermez-le, puis relancez",
    ),
    "usb-changee": Wording(
        "« {name} » a changé pendant la copie ; ce qui était sur la clé est intact",
        "attendez la fin de son enregistrement, puis relancez",
    ),
    "usb-garde": Wording(
        "« {name} » avait été modifié sur la clé : gardé sous le nom « {kept} »",
        "reportez cette correction ({command} relire pour un diaporama), ou effacez ce fichier",
    ),
    "usb-abime": Wording(
        "« {name} » était abîmé sur la clé : remplacé",
        "lancez le vérificateur qui est sur la clé ; si cela recommence, prenez-en une autre",
    ),
    "usb-sans-pdf": Wording(
        "absent de la clé. {why}", "installez LibreOffice sur cet ordinateur, puis relancez"
    ),
    "usb-installation": Wording(
        "un paquet de l'installation n'a pas pu être obtenu ; rien n'est écrit ({why})",
        "vérifiez la connexion au réseau (proxy compris), puis relancez ; ou faites la clé sans "
        "--installation",
    ),
    "usb-sans-sources": Wording(
        "ce programme a été installé sans son dossier : il ne peut pas se mettre sur une clé",
        "lancez la commande depuis le dossier du projet : python scripts/build.py cle … "
        "--installation windows",
    ),
}
