"""People's names in free text: found by the key file, and told or replaced where they may not be
said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeGuard

from ceremonie.diagnostics import NodePath
from ceremonie.mentions import Mention, Mentions
from ceremonie.messages.rights import SOMEBODY
from ceremonie.rights.verdict import Court, Verdict
from ceremonie.storyboard.evening import StageCue
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.name_key import Named
from ceremonie.storyboard.query import find, leaves, mappings_with
from ceremonie.storyboard.rewriting import EVERY, rewritten
from ceremonie.storyboard.values import Entry
from ceremonie.storyboard.vocabulary import said_keys
from ceremonie.storyboard.walking import those, with_others

_INSTEAD = "sans_nom"
"""What stands for a name is said, too."""

_KEPT = frozenset(("droits", "publication"))
"""Parts in which nothing is said to anybody."""

_VOCABULARY = frozenset(("vocabulaire", "thematiques"))
_ADDRESS = "lien"

CONTACT = ("publication", "contact")
"""Stands on the pages to publish alone, which the hall is not given."""

CONDUCT, STAGE_CUE = "conducteur", "regie"
COLUMNS, PRONUNCIATIONS, PRONUNCIATION = "colonnes", "prononciations", "prononciation"

_SENTENCE = re.compile(r"(?:^|[.!?…:]\s+|[«“\"]\s*|\n)$")
"""After this a sentence begins."""


@dataclass(frozen=True)
class Mentioned:
    """A text that calls somebody by a name that may not be said; `words` replace it, but where it
    is `fixed`: it steers the program, too; or where it is `dropped` with all that stands there.
    """

    path: NodePath
    verdict: Verdict
    words: str
    fixed: bool = False
    dropped: bool = False


@dataclass(frozen=True)
class Naming:
    """`mentions` finds those who may not be named, by their `verdicts`; `words` stand for each. It
    `refuses` to have them named at all, or replaces their names.
    """

    mentions: Mentions = field(default_factory=Mentions)
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    refuses: bool = False

    def within(self, path: NodePath, text: str) -> Iterator[Mentioned]:
        """Who is called by name in the text that stands there, each once."""
        for person in dict.fromkeys(mention.person for mention in self.mentions.within(text)):
            yield Mentioned(path, self.verdicts[person], self.words[person])

    def said(self, text: str) -> str:
        """The text as it may be said."""
        parts, done = [], 0
        for start, stop, words in self.replaced(text):
            parts += [text[done:start], words]
            done = stop
        return "".join((*parts, text[done:])) if parts else text

    def replaced(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where each name begins and ends that may not be said, and the words in its place."""
        for mention in self.mentions.within(text):
            yield mention.start, mention.stop, self._instead(mention, text[: mention.start])

    def _instead(self, mention: Mention, before: str) -> str:
        words = self.words[mention.person]
        return words[:1].upper() + words[1:] if _SENTENCE.search(before) else words


NOBODY = Naming()


def naming(known: Mapping[str, Named], court: Court, *, refuses: bool) -> Naming:
    """What is `known` of names, as far as they may not be said."""
    verdicts = {person: court.verdict(person) for person in known}
    hidden = {person: verdict for person, verdict in verdicts.items() if verdict.unnamed}
    names = {person: known[person].spellings for person in hidden}
    words = {person: known[person].nameless or SOMEBODY for person in hidden}
    return Naming(Mentions.of(names), hidden, words, refuses)


def mentioned(data: Any, naming: Naming) -> Iterator[Mentioned]:
    """Everybody in every text that people are to see or hear."""
    if not naming.mentions:
        return
    for path, value in leaves(data):
        if isinstance(value, str) and (_is_read(path) or _is_fixed(path)):
            fixed = _is_fixed(path)
            yield from (replace(one, fixed=fixed) for one in naming.within(path, value))
    for path, names in find(data, CONDUCT, PRONUNCIATIONS):
        for name in names if isinstance(names, dict) else ():
            mentions = naming.within((*path, name), name)
            yield from (replace(one, dropped=True) for one in mentions)
    for path, entry in mappings_with(data, STAGE_CUE):
        for columns, names in find(entry, STAGE_CUE, COLUMNS):
            for name in names if isinstance(names, dict) else ():
                mentions = naming.within((*path, *columns, name), name)
                yield from (replace(one, fixed=True) for one in mentions)


def unnamed(board: Storyboard, naming: Naming) -> Storyboard:
    """The storyboard without the names that may not be said. How such a name is said tells it as
    well, so that goes with it.
    """
    hidden = {path for path, entry in those(board, _is_pronounced) if _tells(entry, naming)}

    def write(path: NodePath, text: str) -> str:
        if path[-1] == PRONUNCIATION and path[:-1] in hidden:
            return ""
        return naming.said(text)

    left = _without_columns(rewritten(board, write, EVERY), naming)
    said = left.conduct.pronunciations.items()
    kept = {name: how for name, how in said if not any(naming.mentions.within(name))}
    if len(kept) == len(said):
        return left
    conduct = left.conduct.model_copy(update={"pronunciations": kept})
    return left.model_copy(update={"conduct": conduct})


def _without_columns(board: Storyboard, naming: Naming) -> Storyboard:
    """Without what is said in columns whose head calls somebody by name."""

    def kept(cue: StageCue) -> StageCue:
        columns = {k: v for k, v in cue.columns.items() if not any(naming.mentions.within(k))}
        same = len(columns) == len(cue.columns)
        return cue if same else cue.model_copy(update={"columns": columns})

    left = with_others(board, _is_cue, kept)
    assert isinstance(left, Storyboard)
    return left


def _is_cue(value: object) -> TypeGuard[StageCue]:
    return isinstance(value, StageCue)


def _is_pronounced(value: object) -> TypeGuard[Entry]:
    return isinstance(value, Entry) and getattr(value, "pronounced", None) is not None


_NAMES = ("speaker", "author", "name", "winner", "artists")
"""The fields that say whose name it is that is pronounced so."""


def _tells(entry: Entry, naming: Naming) -> bool:
    names = (getattr(entry, field, None) or "" for field in _NAMES)
    return any(any(naming.mentions.within(name)) for name in names)


def _is_fixed(path: NodePath) -> bool:
    """Words that people read, and by which workshops, sentences and codes are made: the event's own
    vocabulary and themes, addresses, whom to write to, the heads of its columns.
    """
    whole = path[:2] in {CONTACT, (CONDUCT, COLUMNS)}
    return whole or path[0] in _VOCABULARY or path[-1] == _ADDRESS


def _is_read(path: NodePath) -> bool:
    """Under `regie` and `conducteur` people's own keys stand, too."""
    if path[0] == CONDUCT or STAGE_CUE in path:
        return True
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    return (key in said_keys() or key == _INSTEAD) and path[0] not in _KEPT
