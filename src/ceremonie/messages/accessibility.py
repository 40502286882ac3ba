"""What keeps people from following an edition: its deck, its film, its pages."""

from __future__ import annotations

from ceremonie.messages.wording import Wording

PROBLEMS = {
    "diapositive-sans-titre": Wording(
        "la diapositive n'a pas de titre",
        "donnez-lui un titre : les lecteurs d'écran s'y repèrent",
    ),
    "diapositive-titre-double": Wording(
        "une autre diapositive a le même titre, « {title} »",
        "donnez à chacune un titre qui la distingue",
    ),
    "diapositive-titre-apres": Wording(
        "« {words} » est lu avant le titre de la diapositive",
        "dans le volet de sélection, mettez le titre en bas de la liste : il sera lu d'abord",
    ),
    "diapositive-image-muette": Wording(
        "l'image « {name} » n'a pas de texte de remplacement",
        "décrivez-la (« alt » dans le storyboard), ou marquez-la comme décorative",
    ),
    "diapositive-texte-petit": Wording(
        "« {words} » est écrit petit",
        "raccourcissez le texte, ou répartissez-le sur deux diapositives",
    ),
    "diapositive-sans-langue": Wording(
        "la langue de « {words} » n'est pas dite",
        "dans PowerPoint : Révision, Langue, Définir la langue de vérification",
    ),
    "diapositive-tableau-sans-tete": Wording(
        "la première ligne d'un tableau n'est pas dite en-tête",
        "dans PowerPoint : Création de tableau, cochez « Ligne d'en-tête »",
    ),
    "diapositive-contraste": Wording(
        "« {words} » se détache mal de ce qui est derrière",
        "choisissez d'autres couleurs (« theme: couleurs »), ou une autre photo",
    ),
    "film-sans-chapitres": Wording(
        "le film n'a pas de chapitres",
        "produisez-le de nouveau",
    ),
    "film-sans-langue": Wording(
        "la langue d'une piste {kind} du film n'est pas dite",
        "produisez-le de nouveau",
    ),
    "film-niveau": Wording(
        "le son du film est à {measure}, au lieu de {wanted} LUFS",
        "produisez-le de nouveau ; un film monté ailleurs se règle dans le logiciel de montage",
    ),
    "film-crete": Wording(
        "le son du film monte à {measure} : il sature sur certains appareils",
        "produisez-le de nouveau ; un film monté ailleurs se règle dans le logiciel de montage",
    ),
    "film-flashs": Wording(
        "l'image clignote plus de trois fois par seconde",
        "retirez ce passage, ou écrivez « flashs: attenuer » à son extrait",
    ),
    "film-contraste": Wording(
        "« {words} » se détache mal de ce qui est derrière",
        "choisissez d'autres couleurs (« theme: couleurs »), ou une autre photo",
    ),
    "film-mouvement": Wording(
        "une image grandit ou rapetisse vite",
        "donnez plus de temps à ce plan, ou écrivez « theme: mouvement: reduit »",
    ),
    "film-sans-sous-titres": Wording(
        "on parle dans le film, et rien ne l'écrit",
        "donnez des sous-titres aux extraits (« sous_titres »)",
    ),
    "film-sans-transcription": Wording(
        "le film n'a pas de transcription à côté de lui",
        "produisez l'édition de nouveau",
    ),
    "film-sans-audiodescription": Wording(
        "rien ne dit à qui ne voit pas ce que montre le film, ni pourquoi",
        "écrivez « audiodescription » : des textes, un enregistrement, ou la raison de s'en passer",
    ),
    "sous-titres-fichier-illisible": Wording(
        "le fichier de sous-titres « {name} » ne se lit pas",
        "produisez le film de nouveau",
    ),
    "sous-titres-lignes": Wording(
        "le sous-titre « {words} » est trop long",
        "coupez-le en deux sous-titres",
    ),
    "sous-titres-vitesse": Wording(
        "le sous-titre « {words} » passe trop vite pour être lu",
        "raccourcissez-le, ou laissez-le plus longtemps",
    ),
    "sous-titres-serres": Wording(
        "deux sous-titres se suivent sans écart",
        "laissez deux images entre eux",
    ),
    "page-sans-langue": Wording(
        "la page ne dit pas qu'elle est en français",
        'ajoutez lang="fr" à sa balise html',
    ),
    "page-sans-titre": Wording(
        "la page n'a pas de titre",
        "ajoutez-lui une balise title",
    ),
    "page-titre-principal": Wording(
        "la page a {count} titres principaux (h1)",
        "gardez-en un seul",
    ),
    "page-titre-saute": Wording(
        "un titre de niveau {after} suit un titre de niveau {before}",
        "ne sautez pas de niveau",
    ),
    "page-image-muette": Wording(
        "une image n'a pas de texte de remplacement",
        "ajoutez-lui un attribut alt, vide si elle ne fait que décorer",
    ),
    "page-lien-muet": Wording(
        "un lien ou un bouton ne dit pas où il mène",
        "écrivez-y des mots",
    ),
    "page-tableau-sans-tete": Wording(
        "un tableau n'a pas de tête",
        "donnez un attribut scope à ses cellules th",
    ),
    "page-film-sans-commandes": Wording(
        "un film n'a pas de commandes, ou part de lui-même",
        "ajoutez controls à sa balise video, et retirez-en autoplay",
    ),
    "page-adresse-exterieure": Wording(
        "la page demande quelque chose ailleurs : « {address} »",
        "copiez ce fichier à côté de la page",
    ),
}
