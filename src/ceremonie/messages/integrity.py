"""Whether editions are still as they were made."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

_RESTORE = "remettez ce fichier depuis une copie de l'édition, ou produisez-la de nouveau"

_ANOTHER = "reprenez ce fichier dans une autre copie de l'archive : celle-ci ne se répare pas"

PROBLEMS = {
    "controle-introuvable": Wording(
        "« {name} » n'est pas un dossier",
        "donnez le dossier d'une édition (output/2024), d'une clé, ou celui qui les contient "
        "toutes (output)",
    ),
    "controle-rien": Wording(
        "il n'y a aucune édition à contrôler dans « {name} »",
        "donnez le dossier d'une édition (output/2024), d'une clé, ou celui qui les contient "
        "toutes (output)",
    ),
    "controle-sans-manifeste": Wording(
        "le manifeste de ce dossier n'est plus là : rien ne dit ce qu'il devait contenir",
        "remettez-le depuis une copie de l'édition, ou produisez-la de nouveau ; ne sont contrôlés "
        "que les fichiers qui s'ouvrent",
    ),
    "controle-manifeste-illisible": Wording(
        "le manifeste est vide ou abîmé : rien ne dit plus ce que le dossier devait contenir",
        "remettez-le depuis une copie de l'édition, ou produisez-la de nouveau ; ne sont contrôlés "
        "que les fichiers qui s'ouvrent",
    ),
    "controle-manifeste-modifie": Wording(
        "le manifeste n'est plus tel qu'il a été écrit : modifié par quelqu'un, ou abîmé ; ce "
        "qu'il dit des autres fichiers n'est pas sûr",
        "remettez-le depuis une copie de l'édition, ou produisez-la de nouveau",
    ),
    "controle-manifeste-entrees": Wording(
        "le manifeste ne dit pas ce que doivent contenir ces fichiers : {names}",
        "remettez-le depuis une copie de l'édition, ou produisez-la de nouveau",
    ),
    "controle-manifeste-dehors": Wording(
        "le manifeste nomme des fichiers hors de son dossier, qui n'ont pas été ouverts : {names}",
        "demandez d'où vient cette édition : le programme n'écrit jamais de tels noms ; "
        "produisez-la de nouveau",
    ),
    "controle-manquant": Wording("ce fichier n'est plus là", _RESTORE),
    "controle-renomme": Wording(
        "ce fichier s'appelle maintenant « {other} »",
        "rendez-lui son nom, « {name} » : le diaporama, les pages et la clé le cherchent sous lui",
    ),
    "controle-echange": Wording(
        "ce fichier contient ce que doit contenir « {other} »",
        "rendez à chacun son nom, ou remettez-les depuis une copie de l'édition",
    ),
    "controle-tronque": Wording(
        "ce fichier est coupé : il n'a que {size} octets sur {wanted}, et ne s'ouvre plus en "
        "entier",
        _RESTORE + " ; vérifiez la place qui reste sur le disque",
    ),
    "controle-abime": Wording(
        "ce fichier est abîmé : {cause}",
        _RESTORE + " ; si d'autres le sont aussi, ne vous fiez plus à ce disque",
    ),
    "controle-altere": Wording(
        "ce fichier n'est plus ce qui a été produit, et rien ne l'a enregistré depuis : il est "
        "abîmé, même s'il s'ouvre",
        _RESTORE + " ; si d'autres le sont aussi, ne vous fiez plus à ce disque",
    ),
    "controle-modifie": Wording(
        "ce fichier a été modifié depuis qu'il a été produit : par quelqu'un, ou il est abîmé sans "
        "que cela l'empêche de s'ouvrir",
        "si quelqu'un l'a corrigé, il est à lui et sera gardé à la prochaine production ; sinon, "
        + _RESTORE,
    ),
    "controle-a-la-main": Wording(
        "ce fichier a été modifié à la main : {program} l'a enregistré depuis, et il est entier",
        "rien à faire si c'est voulu : il sera gardé à la prochaine production ; pour un "
        "diaporama, « {command} relire » reporte ses corrections dans le storyboard",
    ),
    "controle-ajoute": Wording(
        "ce fichier a été ajouté à la main : le manifeste ne le connaît pas",
        "rien à faire si c'est voulu : il sera gardé à la prochaine production",
    ),
    "controle-lien": Wording(
        "ce n'est pas un fichier, mais un lien vers un autre endroit, qui n'a pas été suivi",
        "mettez à sa place le fichier lui-même",
    ),
    "controle-illisible": Wording(
        "le système ne peut pas lire ce fichier ({cause})",
        "vérifiez vos droits et le branchement du disque ; si cela persiste, copiez sans attendre "
        "le reste ailleurs",
    ),
    "controle-ne-souvre-pas": Wording(
        "ce fichier est abîmé, ou n'est pas ce que dit son nom : {cause}",
        "produisez l'édition de nouveau ; si vous l'avez ajouté, refaites-le, ou retirez-le",
    ),
    "controle-police": Wording(
        "une police du diaporama est abîmée : {part}", "produisez l'édition de nouveau"
    ),
    "controle-sac-sans-liste": Wording(
        "cette liste de l'archive n'est plus là : rien ne dit ce que devaient contenir ses "
        "fichiers",
        _ANOTHER,
    ),
    "controle-sac-liste-illisible": Wording(
        "cette liste de l'archive est vide ou abîmée : elle ne nomme plus aucun fichier", _ANOTHER
    ),
    "controle-sac-liste": Wording(
        "cette liste de l'archive n'est plus telle qu'elle a été scellée ; ce qu'elle dit des "
        "autres fichiers n'est pas sûr",
        _ANOTHER,
    ),
    "controle-sac-manquant": Wording("ce fichier de l'archive n'est plus là", _ANOTHER),
    "controle-sac-renomme": Wording(
        "ce fichier de l'archive s'appelle maintenant « {other} »",
        "rendez-lui son nom, « {name} » : les listes de l'archive le disent sous lui",
    ),
    "controle-sac-echange": Wording(
        "ce fichier contient ce que doit contenir « {other} »",
        "rendez à chacun son nom, ou reprenez-les dans une autre copie de l'archive",
    ),
    "controle-sac-abime": Wording(
        "ce fichier de l'archive est abîmé : {cause}",
        _ANOTHER + " ; si d'autres le sont aussi, ne vous fiez plus à ce disque",
    ),
    "controle-sac-change": Wording(
        "ce fichier n'est plus ce qui a été scellé, même s'il s'ouvre : modifié, ou abîmé",
        _ANOTHER + " ; une archive ne se corrige pas : archivez de nouveau l'édition corrigée",
    ),
    "controle-sac-ajoute": Wording(
        "ce fichier a été ajouté dans l'archive scellée : aucune liste ne le connaît",
        "rangez-le à côté de l'archive, hors de son dossier « data »",
    ),
    "controle-sac-a-cote": Wording(
        "ce fichier a été ajouté à côté du contenu de l'archive : ses listes ne le connaissent pas",
        "rien à faire si c'est voulu ; il n'est pas scellé",
    ),
    "controle-sac-somme": Wording(
        "« Payload-Oxum » n'annonce pas les octets et les fichiers que contient l'archive", _ANOTHER
    ),
    "controle-images": Wording(
        "le film a {count} images, et le rapport en annonce {wanted}",
        "produisez l'édition de nouveau",
    ),
    "controle-niveau": Wording(
        "le son du film est à {heard} LUFS au lieu de {wanted}",
        "produisez l'édition de nouveau",
    ),
}
