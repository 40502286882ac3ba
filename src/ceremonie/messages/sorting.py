"""A folder of photos that is sorted into an edition."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "medias-a-classer": Wording(
        "{what} un atelier dans « a_classer » ; d'ici là, rien n'en est montré",
        "déplacez chaque ligne sous « medias » de son atelier, avec « alt » et « personnes » ; "
        "effacez celles qui ne serviront pas",
    ),
    "photos-dossier": Wording(
        "« {name} » n'est pas un dossier",
        "donnez le dossier où sont les nouvelles photos, par exemple la carte de l'appareil",
    ),
    "photos-sans-jours": Wording(
        "le storyboard n'a pas de « jours » : les photos n'ont pas où aller",
        "écrivez d'abord les jours, avec leur date",
    ),
    "photos-jour": Wording("il n'y a pas de jour « {name} »", "les jours du storyboard : {days}"),
    "photos-autre-jour": Wording(
        "laissé de côté, d'un autre jour que ceux du storyboard ({span}) : {what} ({names})",
        "corrigez les dates du storyboard si besoin ; si c'est l'horloge de l'appareil qui se "
        "trompe, relancez avec le dossier de ces photos seules et --jour",
    ),
    "photos-sans-date": Wording(
        "laissé de côté, sans date dans le fichier ni dans le nom : {what} ({names})",
        "relancez avec le dossier de ces photos seules et --jour (par exemple --jour 2)",
    ),
    "photos-horloge": Wording(
        "datées par leur appareil d'un jour impossible : {names}",
        "leur nom a servi s'il dit une date ; réglez l'horloge de cet appareil",
    ),
    "photos-meilleure": Wording(
        "cette photo ({former} points) existe en plus grand ({better})", "écrivez ici : {name}"
    ),
    "photos-abimees": Wording(
        "fichiers qui ne se lisent pas, laissés de côté : {names}",
        "ouvrez-les pour vérifier ; copiez-les de nouveau depuis l'appareil",
    ),
    "photos-format": Wording(
        "des fichiers sont d'un format qui n'est pas lu : {kinds}",
        "enregistrez ces images en JPEG ; ouvrez les archives dans un dossier, puis relancez",
    ),
    "photos-place": Wording(
        "il faut {needed} pour copier ces photos, et le disque n'a que {free} de libres",
        "faites de la place, ou copiez les photos par petits dossiers ; rien n'est encore écrit",
    ),
    "photos-changee": Wording(
        "« {name} » a changé pendant la copie",
        "attendez la fin de son enregistrement ou de son téléchargement, puis relancez",
    ),
    "photos-refus": Wording(
        "« {name} » ne peut pas être complété : {why}",
        "corrigez-le ou fermez-le dans les autres programmes, puis relancez",
    ),
}
