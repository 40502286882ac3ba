"""What a finished edition holds that it must not hold."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "fuite-gps": Wording(
        "le lieu d'une prise de vue (GPS) est écrit dans les données du fichier : {what}",
        "retirez cette position du fichier d'où elle vient (gabarit, fichier ajouté à la main), ou "
        "le fichier lui-même, puis relancez",
    ),
    "fuite-auteur": Wording(
        "le nom d'un auteur est écrit dans les propriétés du fichier : {what}",
        "effacez cette propriété du fichier d'où elle vient (gabarit, fichier ajouté à la main : "
        "dans PowerPoint, Fichier, Informations, Inspecter le document), puis relancez",
    ),
    "fuite-appareil": Wording(
        "un appareil ou un logiciel de prise de vue est nommé dans les données du fichier : {what}",
        "effacez ces données du fichier d'où elles viennent (gabarit, fichier ajouté à la main), "
        "puis relancez",
    ),
    "fuite-chemin": Wording(
        "l'emplacement d'un fichier sur un ordinateur ou un serveur est écrit là : {what}",
        "retirez-le du texte ou du fichier d'où il vient (storyboard, gabarit, fichier ajouté à la "
        "main), puis relancez",
    ),
    "fuite-nom-de-fichier": Wording(
        "le nom d'origine d'un média est écrit là : « {what} »",
        "écrivez à sa place, dans le storyboard, ce que l'on voit (« alt », « legende ») ; s'il ne "
        "dit rien de personne, donnez au média un autre nom de fichier, puis relancez",
    ),
    "fuite-nom": Wording(
        "le nom de {person} est écrit là, et cette personne ne peut pas être nommée ici",
        "retirez ce nom du storyboard, du gabarit ou du fichier ajouté à la main qui l'écrit, puis "
        "relancez",
    ),
    "fuite-media": Wording(
        "un média qui ne doit pas être montré à ce public s'y trouve tel quel : « {what} »",
        "retirez du dossier de l'édition, du gabarit ou du storyboard l'image ou le film qui le "
        "montre encore, puis relancez",
    ),
    "fuite-fichier": Wording(
        "ce fichier n'a pas sa place dans ce que ce public emporte",
        "rangez-le hors du dossier de ce public, puis relancez",
    ),
    "fuite-illisible": Wording(
        "rien ne dit ce que contient ce fichier : il est abîmé, chiffré ou démesuré",
        "rangez-le hors du dossier de l'édition, ou sans mot de passe, puis relancez",
    ),
}
