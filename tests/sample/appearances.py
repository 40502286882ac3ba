"""Where each key of the vocabulary appears, found by changing it and looking at what changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import Any, TypeVar
from unittest import mock

from pydantic import BaseModel

from ceremonie.edition.running_order import running_order
from ceremonie.edition.transcript import transcript
from ceremonie.formats import Shape
from ceremonie.media.assembly import tracks
from ceremonie.media.entries import Medium, mediums
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound, SubtitleCue, Track
from ceremonie.planning import paging, plan, recipe
from ceremonie.planning.compositions import compose
from ceremonie.planning.content import Content
from ceremonie.planning.drawing import Drawing, Element, Footage, Photo
from ceremonie.planning.model import Page, Plan
from ceremonie.planning.recipe import composed
from ceremonie.planning.staging import Staging
from ceremonie.planning.welcome import countdown
from ceremonie.planning.welcome import recipe as walk_in
from ceremonie.storyboard.media import FocusPoint, Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Role, Section
from ceremonie.storyboard.rights import Scope
from ceremonie.storyboard.stage import CustomScene
from ceremonie.territory.loading import of_departments, of_region
from ceremonie.territory.values import Territory
from ceremonie.theme.faces import Family

EACH_ONE = frozenset({"figures", "interludes", "partners"})
"""Lists whose items show different keys."""

Entry = TypeVar("Entry", bound=BaseModel)
Path = tuple[str | int, ...]
COLUMNS = ("film", "diapositive", "notes", "conducteur", "transcription")


def medium(file: str, **more: Any) -> dict[str, Any]:
    words = {"alt": "Ce que voit l'œil", "legende": "Une légende", "credit": "Une photographe"}
    said = {"personnes": "foule", "sinon": "retirer"}
    return {"fichier": file, **words, "cadrage": {"x": 0.3, "y": 0.3}, **said, **more}


def clip(file: str) -> dict[str, Any]:
    return medium(file, de=1, a=4, sous_titres="mots.srt", son="plein", flashs="refuser")


WORDS = {
    "jour": ("journée", "journées"), "atelier": ("épreuve", "épreuves"),
    "etape": ("halte", "haltes"), "temoignage": ("parole", "paroles"),
    "athletes": ("invitée", "invitées"), "prix": ("médaille", "médailles"),
    "partenaire": ("marraine", "marraines"), "spectacle": ("scène", "scènes"),
}  # fmt: skip


def word(one: str, several: str) -> dict[str, str]:
    return {"mot": one, "pluriel": several, "genre": "feminin"}


CUE = {
    "heure": "19:00", "parole": "Un maire", "micro": "pupitre", "son": "musique basse",
    "lumiere": "salle au noir", "ecran": "le portrait", "top": "Bonsoir",
    "colonnes": {"Accessoires": "une coupe"},
}  # fmt: skip


def full_board() -> Storyboard:
    """One of everything, and every key of it written."""
    notes, invented = "Une note.", True
    heard = {"a": 50, "partie": "titre", "volume": 80}
    track = {"titre": "Valse", "auteur": "Un auteur", "licence": "CC BY 4.0"}
    timed = {"secondes": 9, "film": True, "duree": "5 min"}
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
        "avant_apres": {
            "avant": medium("avant.jpg"),
            "apres": medium("apres.jpg"),
            "legende": "La cour a reverdi",
        },
        "illustratif": invented,
        "notes": notes,
        "secondes": 40,
        "film": True,
        "plein_ecran": True,
    }
    figure = {
        "valeur": 30,
        "forme": "anneau",
        "sur": 40,
        "unite": "km",
        "source": "une enquête",
        "libelle": "centres",
        "surtitre": "Environ",
    }
    bars = [{"libelle": "samedi", "valeur": 3}, {"libelle": "dimanche", "valeur": 2}]
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
            "commune": "Bron",
            "organisateur": "Préfecture",
            "vocabulaire": {key: word(*forms) for key, forms in WORDS.items()},
            "thematiques": [{"nom": "cuisine", "pictogramme": "repas", "couleur": "moyen"}],
            "ceremonie": {
                "date": "2023-12-01",
                "lieu": "salle des fêtes",
                "heure": "18:30",
                "heure_fin": "23:00",
            },
            "conducteur": {
                "presentateur": "Une animatrice",
                "micro": "pupitre",
                "debit": 120,
                "colonnes": ["Accessoires"],
                "prononciations": {"Un club": "un kleub"},
            },
            "accueil": {
                "secondes": 14,
                "musique": {"fichier": "attente.ogg"},
                "decompte": "30 s",
            },
            "tableau": "tableau.xlsx",
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
                "qui": "P012",
                "sans_nom": "Une préfète",
                "orateur": "Une oratrice",
                "fonction": "préfète",
                "message": "Bienvenue.",
                "mention": "En substance",
                "points": ["Les jours"],
                "portrait": medium("oratrice.jpg"),
                "langue_des_signes": True,
                "notes": notes,
                **timed,
            },
            "discours": [
                {
                    "orateur": "Un maire",
                    "fonction": "maire",
                    "resume": "Le sport rassemble.",
                    "points": ["La ville"],
                    "portrait": medium("maire.jpg"),
                    "langue_des_signes": True,
                    "prononciation": "un mère",
                    "regie": CUE,
                    "notes": notes,
                    **timed,
                }
            ],
            "flamme": {
                "titre": "La flamme",
                "departement": "94",
                "etapes": [stage, {"commune": "Créteil"}],
                "mention": "Parcours",
                "notes": notes,
                **timed,
            },
            "carte": {
                "departement": "94",
                "region": "Île-de-France",
                "ville": "Paris",
                "fichier": "quartiers.geojson",
                "titre": "Sur la carte",
                "mention": "Au premier jour",
                "duree": "2 min",
                "notes": notes,
                **timed,
            },
            "jours": [
                {
                    "date": "2023-11-28",
                    "nom": "Un jour de fête",
                    "titre": "Bouger",
                    "ateliers": [workshop, {"titre": "Soupes", "thematique": "cuisine"}],
                    "notes": notes,
                    "duree": "20 min",
                }
            ],
            "chiffres": [figure, {"libelle": "élèves", "forme": "barres", "barres": bars}],
            "temoignages": [
                {
                    "citation": "On joue.",
                    "auteur": "Une élève",
                    "fonction": "joueuse",
                    "portrait": medium("joueuse.jpg"),
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
            "moments": [
                {
                    "id": "mot",
                    "type": "texte",
                    "titre": "Un mot",
                    "texte": "Merci à vous.",
                    "media": medium("salle.jpg"),
                    "avant_apres": {"avant": medium("a.jpg"), "apres": medium("b.jpg")},
                    "illustratif": invented,
                    "notes": notes,
                    **timed,
                    "plein_ecran": True,
                },
                {"type": "lien", "titre": "Votre avis", "lien": "https://exemple.fr/avis", **timed},
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
                    "duree": "5 min",
                }
            ],
            "benevoles": {
                "titre": "Merci à eux",
                "message": "Rien sans eux.",
                "noms": ["Une équipe", "Un groupe"],
                "notes": notes,
                **timed,
            },
            "cloture": {
                "titre": "Merci",
                "message": "À bientôt.",
                "notes": notes,
                "duree": "2 min",
            },
            "generique": [{"titre": "Organisation", "lignes": ["Préfecture"]}],
            "musique": {"fichier": "musique.ogg", "credit": "Un auteur", "de": 2, **track, **heard},
            "deroule": [*Section, "mot"],
            "film": {
                "sauf": ["film"],
                "duree": "3 min",
                "rythme": "vif",
                "textes": False,
                "fondu": 0.4,
                "regie": {"cadence": 25, "avant": 1, "apres": 2, "bords": "noir"},
                "format": "16:9",
            },
            "diaporama": {"sauf": ["film"], "format": "16:9", "mode": "ceremonie"},
            "droits": [consent],
            "publication": {
                "debut": "2023-12-02",
                "fin": "2024-12-02",
                "sinon": dict.fromkeys(("salle", "interne", "internet", "reseaux"), "retirer"),
                "parents": 1,
                "enfant": False,
                "retraits": [{"personne": "P013", "date": "2023-12-03"}],
                "contact": "accueil@exemple.fr",
            },
            "audiodescription": {
                "textes": [{"partie": "titre", "apres": 1, "texte": "La piste se dessine."}],
                "enregistrement": "voix.wav",
                "raison": "Rien ne manque à qui écoute.",
            },
            "archive": {
                "service": "Communication",
                "auteur": "Communication",
                "cote": "1450 W 12",
                "sujets": ["sport"],
                "duree_conservation": 10,
                "regle": "APP-00001",
                "sort_final": "conserver",
            },
        }
    )


def planned(board: Storyboard) -> Plan:
    return plan(board, materials(board))


def unjudged(board: Storyboard) -> Plan:
    """The same at a third of the cost: nothing is judged."""
    return composed(board, materials(board), (Shape.WIDE,))


def materials(board: Storyboard) -> Materials:
    media: dict[Medium, Material] = {entry: material(entry) for _, entry in mediums(board)}
    heard = tuple(
        Track(Sound(music.file, 48_000 * 60, music.credit), music, path)
        for path, music in tracks(board)
    )
    family, ground = Family(str(board.theme.font)), _ground(board)
    return Materials(media, heard, family, ground=ground, narration=_narration(board))


def _narration(board: Storyboard) -> Sound | None:
    recorded = board.description and board.description.recording
    return Sound(recorded, 48_000 * 60) if recorded else None


def _ground(board: Storyboard) -> Territory | None:
    """One file has contours, any other has others."""
    if not board.map or not board.map.file:
        return None
    return of_departments(("94",)) if board.map.file == "quartiers.geojson" else of_region("11")


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


Look = Mapping[str, tuple[object, ...]]


def looks(plan: Plan) -> Look:
    """What each column of the table holds of a plan, piece by piece."""
    shots = [(s.section, s.transition, s.drawing) for s in plan.shots]
    return {
        "film": (*shots, plan.music, plan.narration),
        "diapositive": tuple(
            (p.drawing.palette, _at_rest(p), _descriptions(p)) for p in plan.pages
        ),
        "notes": tuple(p.notes for p in plan.pages),
        "conducteur": (running_order(plan),),
        "transcription": (transcript(plan),),
    }


def differs(column: str, one: Look, other: Look) -> bool:
    """Whether anything is seen of a change: the words that go with a picture are in no `repr`. Most
    pieces are equal in all that they hold, which costs far less to find out.
    """
    before, after = one[column], other[column]
    return len(before) != len(after) or any(
        piece != changed and repr(piece) != repr(changed)
        for piece, changed in zip(before, after, strict=True)
    )


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
                if index == 0 or isinstance(item, Media) or name in EACH_ONE:
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


CHOICES = {"departement", "region", "ville", "fichier"}
"""Keys of `carte` of which a storyboard writes one."""

COLOURS = ("#1B5E20", "#FDD835", "#FF7043")
OTHER_COLOURS = ("#5B2A86", "#F28C28", "#F7D774")
"""Their order says nothing."""

WORD = {
    "anneau": "nombre", "barres": "nombre", "texte": "entracte",
    "lien": "entracte", "94": "99", "masculin": "feminin", "feminin": "masculin", "repas": "boxe",
    "Orly": "Vincennes", "normal": "reduit", "boules": "boxe", "micro": "boxe",
    "noir": "image",
    "16:9": "4:3", "ceremonie": "complet", "vif": "posé", "plein": "coupé", "refuser": "attenuer",
}  # fmt: skip
"""Values that must stay within a list."""


def other(value: Any) -> Any:
    """Another value of the same kind, and a text of the same length."""
    if value == COLOURS:
        return OTHER_COLOURS
    if isinstance(value, tuple):
        return tuple(reversed(value)) if len(value) > 1 else tuple(map(other, value))
    if isinstance(value, Role | Scope | Section):
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
        case dt.time():
            return value.replace(minute=value.minute + 1)
        case Mapping():
            return {key: other(inner) for key, inner in value.items()}
        case FocusPoint():
            return FocusPoint(x=0.9, y=0.9)
    return value + 1 if value >= 1 else value / 2


def table() -> str:
    """The guide's table, as Markdown; a part of which nothing appears anywhere has one row."""
    board = full_board()
    rows: dict[tuple[str, tuple[bool, ...]], list[str]] = {}
    with _remembering():
        for path, where in _appearances(board, looks(unjudged(board))):
            rows.setdefault((str(path[-1]), where), []).append(_holder(path))
    return "\n".join(_row(key, where, holders) for (key, where), holders in rows.items())


@contextmanager
def _remembering() -> Iterator[None]:
    """What a key does not touch is composed once for all keys."""
    stagings: list[Staging] = []
    drawings: dict[tuple[int, Content], Drawing] = {}

    def remembered(content: Content, staging: Staging) -> Drawing:
        if staging not in stagings:
            stagings.append(staging)
        asked = stagings.index(staging), content
        if asked not in drawings:
            drawings[asked] = compose(content, staging)
        return drawings[asked]

    with ExitStack() as changes:
        for module in (recipe, paging, walk_in, countdown):
            changes.enter_context(mock.patch.object(module, "compose", remembered))
        yield


def _appearances(board: Storyboard, before: Look) -> Iterator[tuple[Path, tuple[bool, ...]]]:
    found = []
    for path, _ in keys(board):
        alone = _choosing(board, path)
        unchanged = before if alone is board else looks(unjudged(alone))
        after = looks(unjudged(changed(alone, path)))
        found.append((path, tuple(differs(column, unchanged, after) for column in COLUMNS)))
    parts = [path[0] for path, where in found if len(path) > 1 and any(where)]
    silent = dict.fromkeys(path[0] for path, _ in found if len(path) > 1 and path[0] not in parts)
    yield from ((path, where) for path, where in found if path[0] not in silent)
    yield from (((part,), (False,) * len(COLUMNS)) for part in silent)


def _choosing(board: Storyboard, path: Path) -> Storyboard:
    """Of the keys that choose the map only this one is written; its stages are on it."""
    if path[-1] not in CHOICES or path[0] not in ("carte", "flamme"):
        return board
    assert board.map
    assert board.relay
    dropped = CHOICES - ({path[-1]} if path[0] == "carte" else set())
    chosen = type(board.map).model_validate(
        {k: v for k, v in board.map.model_dump(by_alias=True).items() if k not in dropped}
    )
    department = board.relay.department if path[0] == "flamme" else None
    towns = ("Paris 11e", "Paris 12e") if path[-1] == "ville" else ("Orly", "Créteil")
    stages = tuple(
        stage.model_copy(update={"town": town})
        for stage, town in zip(board.relay.stages, towns, strict=True)
    )
    relay = board.relay.model_copy(update={"department": department, "stages": stages})
    return board.model_copy(update={"map": chosen, "relay": relay})


def _holder(path: Path) -> str:
    """The two mappings around a key; photos and clips of a workshop are told apart."""
    steps = [f"`{step}`" for step in path[:-1] if isinstance(step, str)][-2:]
    if "medias" in path:
        steps = ["`medias` (photo)" if path[path.index("medias") + 1] == 0 else "`medias` (vidéo)"]
    return " ".join(steps) or "l'en-tête"


def _row(key: str, where: tuple[bool, ...], holders: list[str]) -> str:
    cells = ["oui" if there else "–" for there in where]
    return f"| `{key}` | {', '.join(dict.fromkeys(holders))} | {' | '.join(cells)} |"
