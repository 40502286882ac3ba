"""What kind of file may stand where, told by its ending; the content shows when it is opened."""

from __future__ import annotations

import posixpath
from enum import Enum

from ceremonie.diagnostics import NodePath
from ceremonie.media.likeness import unmarked
from ceremonie.storyboard.media import CLIPS


class Kind(Enum):
    """The endings of a kind, and its name with the article."""

    PICTURE = ("la photo", (".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif"))
    DRAWING = ("le dessin", (".svg",))
    CLIP = ("la vidéo", CLIPS)
    SOUND = ("le son", (".mp3", ".m4a", ".aac", ".wav", ".ogg", ".oga", ".opus", ".flac"))
    SUBTITLES = ("le fichier de sous-titres", (".srt", ".vtt", ".ass", ".ssa", ".sbv"))
    FONT = ("la police", (".ttf", ".otf"))
    CODE = ("le fichier Python", (".py",))
    CONTOURS = ("la carte", (".geojson", ".json"))
    TEMPLATE = ("le gabarit", (".pptx", ".potx", ".pptm", ".potm"))

    def __init__(self, noun: str, endings: tuple[str, ...]) -> None:
        self.noun = noun
        self.endings = endings


_SEEN = (Kind.PICTURE, Kind.CLIP)

_BY_KEY = {
    "musique": (Kind.SOUND,),
    "sous_titres": (Kind.SUBTITLES,),
    "logo": (Kind.PICTURE, Kind.DRAWING),
    "embleme": (Kind.PICTURE, Kind.DRAWING),
    "marque": (Kind.PICTURE, Kind.DRAWING),
    "photo": (Kind.PICTURE,),
    "portrait": (Kind.PICTURE,),
    "avant": (Kind.PICTURE,),
    "apres": (Kind.PICTURE,),
    "media": (Kind.PICTURE,),
    "extrait": (Kind.CLIP,),
    "medias": _SEEN,
    "code": (Kind.CODE,),
    "police": (Kind.FONT,),
    "carte": (Kind.CONTOURS,),
    "gabarit": (Kind.TEMPLATE,),
    "audiodescription": (Kind.SOUND,),
    "enregistrement": (Kind.SOUND,),
}

_NAMES = {
    Kind.PICTURE: "une photo (JPEG, PNG, WebP ou HEIC)",
    Kind.DRAWING: "un dessin SVG",
    Kind.CLIP: "une vidéo (MP4, MOV, WebM, MKV ou AVI)",
    Kind.SOUND: "un son (MP3, M4A, OGG, WAV ou FLAC)",
    Kind.SUBTITLES: "des sous-titres (.srt, .vtt, .ass ou .sbv)",
    Kind.FONT: "une police (.ttf ou .otf), ou le dossier de ses fichiers",
    Kind.CODE: "un fichier Python (.py)",
    Kind.CONTOURS: "des contours (.geojson)",
    Kind.TEMPLATE: "un gabarit PowerPoint (.pptx ou .potx)",
}


def wanted(path: NodePath) -> tuple[Kind, ...]:
    """The kinds that may stand at this place of the storyboard, perhaps under a misspelt key: what
    can be seen of a workshop or a moment may always be either, but for two photos before and after.
    """
    keys = [step for step in path if isinstance(step, str) and step != "fichier"]
    if not keys:
        return ()
    possible = _BY_KEY.get(keys[-1], _SEEN)
    either = {"ateliers", "moments"} & set(keys) and "avant_apres" not in keys
    return _SEEN if either and possible[0] in _SEEN else possible


def told(kinds: tuple[Kind, ...]) -> str:
    """« une photo (…) ou une vidéo (…) »."""
    return " ou ".join(_NAMES[kind] for kind in kinds)


def of(name: str) -> Kind | None:
    """By the ending as it is seen, in upper or lower case."""
    ending = posixpath.splitext(unmarked(name))[1].lower()
    return next((kind for kind in Kind if ending in kind.endings), None)


_NAMED = {"logo": "le logo", "embleme": "l'emblème", "marque": "la marque"}
"""What a message calls a picture that stands at one of these keys."""

_SEEN_ENDINGS = (
    *Kind.PICTURE.endings,
    *Kind.DRAWING.endings,
    *Kind.CLIP.endings,
    ".gif",
    ".tif",
    ".tiff",
    ".heics",
)


def is_file_name(words: str) -> bool:
    """Whether a description is none: it ends as the name of a picture or a clip does."""
    return words.strip().lower().endswith(_SEEN_ENDINGS)


def noun(name: str, path: NodePath) -> str:
    """How a message calls the file that this place names: by its ending, or by what is wanted."""
    for key, named in _NAMED.items():
        if key in path[-2:]:
            return named
    kind, possible = of(name), wanted(path)
    return (kind if kind in possible and kind else possible[0]).noun
