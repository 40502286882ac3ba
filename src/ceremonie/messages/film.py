"""Rendering the film, on this machine or on several."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "rendu-interrompu": Wording(
        "le rendu du film a été arrêté par le système",
        "fermez d'autres programmes pour libérer de la mémoire, puis relancez : "
        "ce qui est fini ne sera pas refait",
    ),
    "processus-non-demarres": Wording(
        "les processus qui rendent le film n'ont pas pu démarrer",
        "dans un programme Python, placez l'appel à ceremonie sous la ligne "
        'if __name__ == "__main__": et lancez ce programme depuis un fichier ; sinon, '
        "relancez avec --trace et transmettez le message",
    ),
    "plan-echoue": Wording(
        "le rendu {part} a échoué : {cause}",
        "retirez ou remplacez les médias de cette partie, puis relancez",
    ),
    "grappe-adresse": Wording(
        "« {address} » n'est pas l'adresse d'une grappe",
        "écrivez par exemple --grappe tcp://192.168.1.10:8786",
    ),
    "grappe-absente": Wording(
        "il manque de quoi rendre le film sur plusieurs machines",
        'installez-le : pip install "ceremonie[grappe]" (ou relancez sans --grappe)',
    ),
    "grappe-injoignable": Wording(
        "la grappe « {address} » ne répond pas, ou ne répond plus",
        "vérifiez l'adresse et que « dask scheduler » y tourne, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "grappe-vide": Wording(
        "la grappe « {address} » n'a aucune machine au travail",
        "lancez « dask worker {address} » sur chacune, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "grappe-differente": Wording(
        "une machine de la grappe a une autre version de ceremonie ou de ses bibliothèques",
        "installez la même version partout, relancez « dask scheduler » et « dask worker », puis "
        "relancez (ou sans --grappe)",
    ),
    "grappe-arretee": Wording(
        "plusieurs machines de la grappe se sont arrêtées l'une après l'autre pendant un même plan",
        "vérifiez leur mémoire et leur alimentation, ou relancez sans --grappe : "
        "ce qui est fini ne sera pas refait",
    ),
    "film-different": Wording(
        "le film rendu diffère de ce qui était prévu : {what} ({found} au lieu de {wanted})",
        "relancez ; si cela persiste, transmettez ce message",
    ),
    "image-illisible": Wording(
        "l'image préparée « {name} » ne se lit plus",
        "relancez : elle sera préparée de nouveau ; vérifiez qu'aucun autre programme n'y touche",
    ),
    "extrait-illisible": Wording(
        "l'extrait préparé « {name} » s'arrête avant sa fin",
        "relancez : il sera préparé de nouveau ; vérifiez que la vidéo se lit en entier",
    ),
    "film-eclairs-extrait": Wording(
        "de {start} à {stop}, le film clignote plus de trois fois par seconde (« {title} ») : "
        "c'est dangereux pour les personnes photosensibles",
        "écartez ce passage de l'extrait avec « de » et « a », ou écrivez « flashs: attenuer »",
    ),
    "film-eclairs": Wording(
        "de {start} à {stop}, le film clignote plus de trois fois par seconde (« {title} ») : "
        "c'est dangereux pour les personnes photosensibles",
        "laissez ces plans plus longtemps à l'écran (« secondes »), ou changez leurs images",
    ),
    "ffmpeg-absent": Wording(
        "le programme ffmpeg est introuvable",
        "réinstallez ceremonie : ffmpeg vient avec le paquet imageio-ffmpeg",
    ),
    "ffmpeg-echec": Wording(
        "ffmpeg s'est arrêté (code {code}) : {words}",
        "relancez ; si cela persiste, relancez avec --trace et transmettez le message",
    ),
    "disque-trop-petit": Wording(
        "il faut jusqu'à {needed} pour le film, et le disque n'a que {free} de libres",
        "faites de la place, mettez l'édition ou les fichiers de travail sur un autre disque "
        "(--sortie, --cache), ou retirez --regie ; aucune image n'a encore été rendue",
    ),
    "disque-plein": Wording(
        "il n'y a plus de place sur le disque",
        "libérez au moins 2 Go (corbeille, téléchargements), puis relancez",
    ),
}

SHOT, SOUND = "de « {title} » (plan {id})", "du son"
"""The parts of the film of which `plan-echoue` tells."""
