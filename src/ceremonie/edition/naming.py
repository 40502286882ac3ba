"""Whose words and names stand where in a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeGuard

from ceremonie.diagnostics import NodePath
from ceremonie.mentions import Mentions
from ceremonie.planning.drawing import Drawing, Photo, Text
from ceremonie.storyboard.model import Opening, Storyboard
from ceremonie.storyboard.people import Athlete, Prize, Testimony
from ceremonie.storyboard.stage import SpeechEntry
from ceremonie.storyboard.walking import those

Item = Testimony | Athlete | Prize | SpeechEntry | Opening
"""What says by `qui` who speaks or is named in it."""


@dataclass(frozen=True)
class Named:
    """The item at `path` of an audience's storyboard tells of `person`; `called` finds the name
    that it has for them, nothing where that may not be said.
    """

    person: str
    path: NodePath
    called: Mentions


@dataclass(frozen=True)
class Naming:
    """Who is named: by the `items` that say whom they mean, and wherever a name of `everybody`
    stands.
    """

    items: tuple[Named, ...]
    everybody: Mentions

    def within(self, path: NodePath, words: Callable[[], str]) -> Iterator[tuple[str, bool]]:
        """Who is told of by what stands at `path` and has these words, and whether by name."""
        told: dict[str, bool] = {}
        for one in self.items:
            own = path[: len(one.path)] == one.path
            near = own or one.path[: len(path)] == path
            called = near and any(one.called.within(words()))
            if own or called:
                told[one.person] = told.get(one.person, False) or called
        if self.everybody:
            told |= {mention.person: True for mention in self.everybody.within(words())}
        yield from told.items()


def naming(
    storyboard: Storyboard,
    source: Storyboard,
    origin: Callable[[NodePath], NodePath],
    everybody: Mentions,
) -> Naming:
    """Those whom the items of an audience's `storyboard` mean, by what the `source` says (to which
    `origin` leads): where the name is another one there, this one stands for it.
    """
    written = dict(those(source, _is_item))
    items = [(path, item, written.get(origin(path))) for path, item in those(storyboard, _is_item)]
    return Naming(tuple(_named(*one) for one in items if one[2] and one[2].who), everybody)


def _named(path: NodePath, item: Item, source: Item | None) -> Named:
    assert source is not None
    assert source.who is not None
    name = _name(item)
    said = name is not None and name == _name(source)
    return Named(source.who, path, Mentions.of({source.who: (name,)} if said and name else {}))


def texts(drawing: Drawing, *others: str) -> Callable[[], str]:
    """All that is written and described in a drawing, and these; put together once, where it is
    asked for.
    """

    @cache
    def together() -> str:
        return "\n".join((*_texts(drawing), *others))

    return together


def _texts(drawing: Drawing) -> Iterator[str]:
    for element in drawing.elements:
        match element:
            case Text():
                yield element.said or element.text
            case Photo(picture=picture):
                yield picture.alternative


def _is_item(value: object) -> TypeGuard[Item]:
    return isinstance(value, Item)


def _name(item: Item) -> str | None:
    match item:
        case Testimony():
            return item.author
        case Athlete():
            return item.name
        case Prize():
            return item.winner
    return item.speaker
