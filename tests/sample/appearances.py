"""Where each key of the vocabulary appears, found by changing it and looking at what changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from ceremonie.edition.running_order import running_order
from ceremonie.edition.transcript import transcript
from ceremonie.media.assembly import tracks
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, SubtitleCue, Track
from ceremonie.planning import plan
from ceremonie.planning.drawing import Element, Footage, Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.storyboard.media import FocusPoint, Media
from ceremonie.storyboard.model import CustomScene, Storyboard
from ceremonie.storyboard.programme import Section, Topic
from ceremonie.storyboard.rights import Scope
from ceremonie.theme.faces import Family

Entry = TypeVar("Entry", bound=BaseModel)
Path = tuple[str | int, ...]
COLUMNS = ("film", "diapositive", "notes", "conducteur", "transcription")


def medium(file: str, **more: Any) -> dict[str, Any]:
    words = {"alt": "Ce que voit l'œil", "legende": "Une légende", "credit": "Une photographe"}
    return {"fichier": file, **words, "cadrage": {"x": 0.3, "y": 0.3}, "personnes": "foule", **more}


def clip(file: str) -> dict[str, Any]:
    return medium(file, de=1, a=4, sous_titres="mots.srt", son="plein", flashs="refuser")


def full_board() -> Storyboard:
    """One of everything, and every key of it written."""
    notes, invented = "Une note.", True
    heard = {"a": 50, "partie": "titre", "volume": 80}
    timed = {"secondes": 9, "film": True}
    workshop = {
        "titre": "Boccia",
        "commune": "Créteil",
        "lieu": "gymnase",
        "participants": "seniors",
        "thematique": "handisport",
        "pictogramme": "boules",
        "texte": "On vise.",
        "partenaires": ["CDOS"],
        "medias": [medium("photo.jpg"), clip("extrait.mp4")],
        "illustratif": invented,
        "notes": notes,
        **timed,
        "plein_ecran": True,
    }
    figure = {"valeur": 30, "libelle": "centres", "surtitre": "Environ"}
    stage = {"commune": "Orly", "date": "2023-11-28", "action": "départ"}
    consent = {
        "personne": "P1",
        "mineur": False,
        "signataires": ["mère"],
        "portees": ["salle"],
        "nom": True,
        "voix": True,
        "debut": "2023-01-01",
        "fin": "2024-01-01",
        "retrait": "2023-12-31",
        "preuve": "empreinte",
    }
    return Storyboard.model_validate(
        {
            "edition": "2023",
            "titre": "Journées de l'égalité des chances",
            "titre_court": "Égalité",
            "sous_titre": "Val-de-Marne",
            "organisateur": "Préfecture",
            "ceremonie": {"date": "2023-12-01", "lieu": "salle des fêtes"},
            "theme": {
                "mouvement": "normal",
                "visages": True,
                "couleurs": COLOURS,
                "police": "polices",
                "gabarit": "prefecture.pptx",
                "logo": medium("logo.png"),
                "marque": medium("marque.png"),
                "embleme": medium("soleil.png"),
            },
            "ouverture": {
                "orateur": "Une oratrice",
                "fonction": "préfète",
                "message": "Bienvenue.",
                "mention": "En substance",
                "points": ["Les jours"],
                "notes": notes,
                **timed,
            },
            "flamme": {
                "titre": "La flamme",
                "departement": "94",
                "etapes": [stage, {"commune": "Créteil"}],
                "mention": "Parcours",
                "notes": notes,
                **timed,
            },
            "jours": [
                {"date": "2023-11-28", "titre": "Bouger", "ateliers": [workshop], "notes": notes}
            ],
            "chiffres": [figure],
            "temoignages": [
                {
                    "citation": "On joue.",
                    "auteur": "Une élève",
                    "fonction": "joueuse",
                    "extrait": clip("parole.mp4"),
                    "illustratif": invented,
                    "notes": notes,
                    **timed,
                    "plein_ecran": True,
                }
            ],
            "athletes": [
                {
                    "nom": "Une athlète",
                    "discipline": "Judo",
                    "club": "Un club",
                    "palmares": "Un titre",
                    "dossard": "94",
                    "photo": medium("portrait.jpg"),
                    "illustratif": invented,
                    "notes": notes,
                    **timed,
                }
            ],
            "prix": [
                {
                    "titre": "Fair-play",
                    "laureat": "Une classe",
                    "remis_par": "Une adjointe",
                    "photo": medium("remise.jpg"),
                    "illustratif": invented,
                    "notes": notes,
                    **timed,
                }
            ],
            "partenaires": [
                {"nom": "Une mutuelle", "rang": 1},
                {"nom": "Un club", "logo": medium("club.png"), "rang": 2},
            ],
            "spectacle": [
                {
                    "titre": "Chorale",
                    "artistes": "Un chœur",
                    "texte": "Des chants.",
                    "media": medium("scene.jpg"),
                    "pictogramme": "micro",
                    "illustratif": invented,
                    "notes": notes,
                    **timed,
                    "plein_ecran": True,
                }
            ],
            "sur_mesure": [
                {
                    "titre": "La vague",
                    "code": "vague.py",
                    "fonction": "scene",
                    "alt": "Des vagues",
                    "credit": "Une autrice",
                    "personnes": "aucune",
                    "notes": notes,
                    "film": True,
                }
            ],
            "cloture": {"titre": "Merci", "message": "À bientôt.", "notes": notes},
            "generique": [{"titre": "Organisation", "lignes": ["Préfecture"]}],
            "musique": {"fichier": "musique.ogg", "credit": "Un auteur", "de": 2, **heard},
            "deroule": list(Section),
            "film": {
                "sauf": ["film"],
                "duree": "2 min 45",
                "rythme": "vif",
                "fondu": 0.4,
                "format": "16:9",
            },
            "diaporama": {"sauf": ["film"], "format": "16:9", "mode": "ceremonie"},
            "droits": [consent],
        }
    )


def planned(board: Storyboard) -> Plan:
    media: dict[Medium, Material] = {entry: material(entry) for _, entry in mediums(board)}
    heard = tuple(
        Track(Sound(music.file, 48_000 * 60, music.credit), music, path)
        for path, music in tracks(board)
    )
    return plan(board, Materials(media, heard, Family(str(board.theme.font))))


def material(entry: Medium) -> Material:
    """As large as it needs to be; its bytes follow from the file and its bounds."""
    if isinstance(entry, CustomScene):
        poster = Picture(entry.code, 1920, 1080, entry.alternative)
        digest = f"{entry.code} {entry.function}"
        return Clip(digest, 1920, 1080, 75, False, poster, entry.alternative, None, entry.credit)
    words = entry.alternative or entry.caption or ""
    said = (words, entry.caption, entry.credit)
    focus = (entry.focus.x, entry.focus.y) if entry.focus else (0.5, 0.5)
    if not entry.file.endswith(".mp4"):
        return Picture(entry.file, 2400, 1600, *said, focus)
    cue = SubtitleCue(5, 60, (entry.subtitles or "",))
    digest = f"{entry.file} {entry.start} {entry.stop}"
    poster = Picture(digest, 1920, 1080, words, focus=focus)
    return Clip(digest, 1920, 1080, 75, True, poster, *said, subtitles=(cue,))


def looks(plan: Plan) -> Mapping[str, str]:
    """What each column of the table holds of a plan."""
    return {
        "film": repr([(s.section, s.transition, s.drawing) for s in plan.shots]) + repr(plan.music),
        "diapositive": repr(
            [(p.drawing.palette, _at_rest(p), _descriptions(p)) for p in plan.pages]
        ),
        "notes": repr([p.notes for p in plan.pages]),
        "conducteur": running_order(plan),
        "transcription": transcript(plan),
    }


def _at_rest(page: Page) -> list[Element]:
    """Without what only a film has: when things come in."""
    elements = page.drawing.still().elements
    return [replace(e, start=0) if isinstance(e, Footage) else e for e in elements]


def _descriptions(page: Page) -> list[str]:
    elements = page.drawing.elements
    pictures = [e.picture.alternative for e in elements if isinstance(e, Photo)]
    return pictures + [e.clip.alternative for e in elements if isinstance(e, Footage)]


def keys(entry: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every key that holds no mapping, of every mapping once: of a list the first, but of media
    each, since photos and clips are shown apart.
    """
    for name, field in type(entry).model_fields.items():
        if name not in entry.model_fields_set:
            continue
        value, here = getattr(entry, name), (*path, field.alias or name)
        items = value if isinstance(value, tuple) else (value,)
        if not isinstance(items[0], BaseModel) or isinstance(value, FocusPoint):
            yield here, value
        elif isinstance(value, tuple):
            for index, item in enumerate(items):
                if index == 0 or isinstance(item, Media) or name == "partners":
                    yield from keys(item, (*here, index))
        else:
            yield from keys(value, here)


def changed(entry: Entry, path: Path) -> Entry:
    """The same with another value at the end of the path."""
    alias, *rest = path
    name = next(n for n, f in type(entry).model_fields.items() if (f.alias or n) == alias)
    value = getattr(entry, name)
    if not rest:
        return entry.model_copy(update={name: other(value)})
    if isinstance(rest[0], int):
        items = list(value)
        items[rest[0]] = changed(items[rest[0]], tuple(rest[1:]))
        return entry.model_copy(update={name: tuple(items)})
    return entry.model_copy(update={name: changed(value, tuple(rest))})


COLOURS = ("#1B5E20", "#FDD835", "#FF7043")
OTHER_COLOURS = ("#5B2A86", "#F28C28", "#F7D774")
"""Their order says nothing."""

WORD = {
    "94": "75", "Orly": "Vincennes", "normal": "reduit", "boules": "boxe", "micro": "boxe",
    "16:9": "4:3", "ceremonie": "complet", "vif": "posé", "plein": "coupé", "refuser": "attenuer",
}  # fmt: skip
"""Values that must stay within a list."""


def other(value: Any) -> Any:
    """Another value of the same kind, and a text of the same length."""
    if value == COLOURS:
        return OTHER_COLOURS
    if isinstance(value, tuple):
        return tuple(reversed(value)) if len(value) > 1 else tuple(map(other, value))
    if isinstance(value, Topic | Scope | Section):
        members = list(type(value))
        return members[(members.index(value) + 1) % len(members)]
    return _word(value) if isinstance(value, str) else _amount(value)


def _word(value: str) -> str:
    """A file keeps its ending."""
    turned = value[::-1] if "." not in value[-4:] else f"x{value[1:]}"
    return WORD.get(value, turned)


def _amount(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case dt.date():
            return value + dt.timedelta(days=1)
        case FocusPoint():
            return FocusPoint(x=0.9, y=0.9)
    return value + 1 if value >= 1 else value / 2


def table() -> str:
    """The guide's table, as Markdown; a part of which nothing appears anywhere has one row."""
    board = full_board()
    before = looks(planned(board))
    rows: dict[tuple[str, tuple[bool, ...]], list[str]] = {}
    for path, where in _appearances(board, before):
        rows.setdefault((str(path[-1]), where), []).append(_holder(path))
    return "\n".join(_row(key, where, holders) for (key, where), holders in rows.items())


def _appearances(
    board: Storyboard, before: Mapping[str, str]
) -> Iterator[tuple[Path, tuple[bool, ...]]]:
    found = []
    for path, _ in keys(board):
        after = looks(planned(changed(board, path)))
        found.append((path, tuple(before[column] != after[column] for column in COLUMNS)))
    parts = [path[0] for path, where in found if len(path) > 1 and any(where)]
    silent = dict.fromkeys(path[0] for path, _ in found if len(path) > 1 and path[0] not in parts)
    yield from ((path, where) for path, where in found if path[0] not in silent)
    yield from (((part,), (False,) * len(COLUMNS)) for part in silent)


def _holder(path: Path) -> str:
    """The two mappings around a key; photos and clips of a workshop are told apart."""
    steps = [f"`{step}`" for step in path[:-1] if isinstance(step, str)][-2:]
    if "medias" in path:
        steps = ["`medias` (photo)" if path[path.index("medias") + 1] == 0 else "`medias` (vidéo)"]
    return " ".join(steps) or "l'en-tête"


def _row(key: str, where: tuple[bool, ...], holders: list[str]) -> str:
    cells = ["oui" if there else "–" for there in where]
    return f"| `{key}` | {', '.join(dict.fromkeys(holders))} | {' | '.join(cells)} |"
