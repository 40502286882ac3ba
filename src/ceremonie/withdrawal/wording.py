"""What `ceremonie retrait` says, in French."""

from __future__ import annotations

from collections.abc import Sequence

HEAD = "{person} : {withdrawn}"
WITHDRAWN, NOT_WITHDRAWN = "accord retiré", "accord en cours"
MENTION = "  {where} : {what}"
LINE, CELL = "ligne {line}", "feuille {sheet}, case {cell}"
IN_OTHER = "{name}, {where}"
KEYS = {
    "droits": "registre",
    "retraits": "retrait",
    "personnes": "vu dans {file}",
    "voix": "entendu dans {file}",
    "qui": "nommé",
    "flous": "endroit à flouter de {file}",
}
SILENT = "  {count} ne disent pas qui l'on y voit (« personnes ») : vérifiez-les vous-même"
SILENT_ONE = "  1 média ne dit pas qui l'on y voit (« personnes ») : vérifiez-le vous-même"
HOLDING = "{path} ({kind})"
FOR = "  {audience}"
FILE = "    {file} : {places}"
ALIKE = "  aux mêmes endroits que {path}"
SLIDE, TIME, IN_FILM = "diapositive", "", "diapositive {slide}, dans le film à"
SPAN = "{start}–{stop}"
BLURRED = "flouté"
SOURCES = "  d'après {sources}"
REMAKE = "  à refaire : {command}"
NO_BOARD = "  son storyboard n'a pas été trouvé (--dossier)"
UNKNOWN_WHOLE = "  produite avant que le manifeste ne dise qui l'on y voit : inconnu"
PUBLISHED = "  publié : ce manifeste ne dit pas qui l'on y voit"
CLUES = "  mais fait avec des médias de cette personne : {files}"
NO_MANIFEST = "  sans manifeste : rien ne dit qui l'on y voit"
UNKNOWN_FILES = "  venus d'une édition qui ne disait pas qui l'on y voit : inconnu pour {files}"
BY_HAND = "  mis ou modifiés à la main, à vérifier vous-même : {files}"
ELSEWHERE = "Ailleurs, jamais modifié ici ; à retirer ou à vérifier vous-même :"
DOUBTFUL = "À vérifier à la main, car rien ne dit qui l'on y voit :"
NOWHERE = "Aucune édition ne montre {person}."
CUT = "Tous les dossiers autour de {output} n'ont pas été parcourus : il y en a trop."
TOLD = (
    "Rien n'est encore fait : relancez avec --appliquer pour écrire le retrait, refaire ces "
    "éditions et effacer ce qui reste des précédentes, cache compris."
)
WRITTEN = "Retrait écrit : {path}"
REMADE = "Édition refaite : {path}"
PURGED = "Effacé : {path}"
EMPTIED = "Cache effacé : {files}, {size}"
QUOTED = "Reste, flouté ou sans nom, dans {path} : {person}"
GONE = "{person} n'est plus dans aucune édition de « {output} », d'après les nouveaux manifestes."
NOT_GONE = "{person} est encore visible : voyez les messages."
INTERRUPTED = (
    "Interrompu. Ce qui est fait le reste ; relancez la même commande : elle reprend où elle s'est "
    "arrêtée."
)


def places(kind: str, where: Sequence[str], ways: str) -> str:
    """« diapositives 4 et 6 (vu) », « 0:12–0:16 (nommé, vu) »; where a file is one place, only the
    ways.
    """
    if not any(where):
        return ways
    many = "s" if kind == SLIDE and len(where) > 1 else ""
    together = " et ".join(one for one in (", ".join(where[:-1]), where[-1]) if one)
    return f"{kind}{many} {together} ({ways})".lstrip()
