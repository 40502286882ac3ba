"""Whose names are known: those of the key, and those that stand beside an identifier in the
storyboard itself, so that nobody stays named elsewhere for want of a key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ceremonie.rights.items import NAMES, people
from ceremonie.storyboard.name_key import Named, NameKey

_SMALL = frozenset(("d", "da", "de", "del", "des", "di", "du", "la", "le", "van", "von"))
"""Words of a name that may be written small."""

_NOBODY = frozenset(("un", "une", "le", "la", "les", "des"))
"""What begins « Une Élève », which names nobody."""


def known(key: NameKey, data: Any) -> Mapping[str, Named]:
    """By identifier; the key's own words stand for a name."""
    names = dict(key.people)
    for path, entry, person in people(data):
        name = " ".join(str(entry.get(NAMES[str(path[0])]) or "").split())
        if not _is_whole(name):
            continue
        told = names.get(person, Named(name, ()))
        if name not in told.spellings:
            names[person] = replace(told, spellings=(*told.spellings, name))
    return names


def _is_whole(name: str) -> bool:
    """A first and a last name, as nothing else is written."""
    words = [word.strip(".,") for word in name.replace("’", "'").replace("d'", "").split()]
    own = [word for word in words if word not in _SMALL]
    if len(own) < 2 or words[0].lower() in _NOBODY:
        return False
    return all(w[:1].isupper() and not any(c.isdigit() for c in w) for w in own)
