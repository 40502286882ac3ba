"""The vocabulary asked about: which keys a place takes, where a key belongs, what it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.rewriting import EVERY, said
from ceremonie.storyboard.values import Entry

SYNONYMS = {
    "activites": "ateliers",
    "description": "texte",
    "evenement": "titre",
    "fichier": "code",
    "image": "fichier",
    "images": "medias",
    "ordre": "deroule",
    "photo": "medias",
    "photos": "medias",
    "programme": "jours",
    "sponsors": "partenaires",
    "theme": "thematique",
    "video": "medias",
    "videos": "medias",
    "ville": "commune",
}


@cache
def fields(entry: type[Entry]) -> dict[str, FieldInfo]:
    """French key → field."""
    return {field.alias or name: field for name, field in entry.model_fields.items()}


def other_word(word: str, entry: type[Entry]) -> str | None:
    """The key that is meant by its English name, or by a French word that comes to mind first."""
    word = word.strip().casefold()
    named = entry.model_fields.get(word)
    if named and named.alias and named.alias != word:
        return named.alias
    synonym = SYNONYMS.get(word)
    return synonym if synonym in fields(entry) else None


def entry_at(path: NodePath) -> type[Entry] | None:
    """The kind of mapping that stands at a path; None where there is none."""
    entry: type[Entry] | None = Storyboard
    for step in path:
        if isinstance(step, str):
            field = fields(entry).get(step) if entry else None
            entry = entry_in(field.annotation) if field else None
    return entry


def entry_in(annotation: Any) -> type[Entry] | None:
    """The kind of mapping that a field holds, be it in a list or optional."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((entry for part in get_args(annotation) if (entry := entry_in(part))), None)


def field_at(path: NodePath) -> FieldInfo | None:
    """The field whose value (or one of whose items) stands at a path."""
    keys = [i for i, step in enumerate(path) if isinstance(step, str)]
    if not keys:
        return None
    holder = entry_at(path[: keys[-1]])
    return fields(holder).get(str(path[keys[-1]])) if holder else None


@lru_cache(maxsize=1024)
def homes(key: str) -> tuple[str, ...]:
    """The keys under which a key is known; « » stands for the first level."""
    return tuple(dict.fromkeys(home for home, entry in _all_kinds() if key in fields(entry)))


@cache
def said_keys() -> frozenset[str]:
    """The keys whose words are meant for people, in the hall or at work, wherever they stand."""
    return frozenset(
        entry.model_fields[name].alias or name
        for _, entry in _all_kinds()
        for name in said(entry, EVERY)
    )


@cache
def _all_kinds() -> tuple[tuple[str, type[Entry]], ...]:
    return tuple(_kinds())


def _kinds(
    entry: type[Entry] = Storyboard, home: str = "", seen: tuple[type[Entry], ...] = ()
) -> Iterator[tuple[str, type[Entry]]]:
    yield home, entry
    for key, field in fields(entry).items():
        inner = entry_in(field.annotation)
        if inner and inner not in seen:
            yield from _kinds(inner, key, (*seen, entry))


def choices(annotation: Any) -> tuple[str | int, ...]:
    """The words, or the numbers, that a field takes where it takes no others."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(str(one) for one in annotation)
    return tuple(choice for part in get_args(annotation) for choice in choices(part))


@cache
def _adapter(entry: type[Entry], key: str) -> TypeAdapter[Any]:
    return TypeAdapter(fields(entry)[key].rebuild_annotation())


def understood(path: NodePath, value: Any) -> Any:
    """What the storyboard holds for the value of a key: « 5 min » is 300.0, « oui » is True. What
    the key does not take stays as it is.
    """
    holder = entry_at(path[:-1])
    if holder is None or path[-1] not in fields(holder):
        return value
    try:
        return _adapter(holder, str(path[-1])).validate_python(value)
    except ValidationError:
        return value


def accepts(path: NodePath, value: Any) -> bool:
    """Whether the key takes a value; or, at an item of a list, whether the list does."""
    last = max((i for i, step in enumerate(path) if isinstance(step, str)), default=-1)
    holder = entry_at(path[:last]) if last >= 0 else None
    if holder is None or path[last] not in fields(holder):
        return False
    try:
        if last == len(path) - 1:
            _adapter(holder, str(path[last])).validate_python(value)
        else:
            _item_adapter(holder, str(path[last])).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _item_adapter(entry: type[Entry], key: str) -> TypeAdapter[Any]:
    return TypeAdapter(_item(fields(entry)[key].annotation))


def _item(annotation: Any) -> Any:
    """What the list that a field may hold is a list of."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    return next((item for part in get_args(annotation) if (item := _item(part))), None)
