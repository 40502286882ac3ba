"""A storyboard without what an audience may not be given.

Every entry keeps its place among those that stay; `moved` tells where one stood, and `deroule`
still means the items that it meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard, TypeVar

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.media import Media, Substitute, is_clip
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.people import Testimony
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.stage import Interlude
from ceremonie.storyboard.steps import Step
from ceremonie.storyboard.values import Entry
from ceremonie.storyboard.walking import those

SUBSTITUTE = "remplacement"
_ORDER, _RIGHTS, _INSTEAD = "order", "rights", "nameless"

OneEntry = TypeVar("OneEntry", bound=Entry)


class _Gone:
    """Stands for what leaves."""


_GONE = _Gone()


@dataclass(frozen=True)
class Cuts:
    """What is done, by paths in the source: media and whole items that leave, media that another
    image replaces, clips whose words go with their sound, and the words for names.
    """

    gone: frozenset[NodePath] = frozenset()
    replaced: frozenset[NodePath] = frozenset()
    wordless: frozenset[NodePath] = frozenset()
    nameless: Mapping[NodePath, str] = field(default_factory=dict)


def redacted(storyboard: Storyboard, cuts: Cuts) -> tuple[Storyboard, dict[NodePath, NodePath]]:
    """The storyboard that is left, without its register, and where of its entries those stood in
    the source that stand elsewhere now.
    """
    walk = _Walk(cuts)
    left = walk.entry(storyboard, (), ())
    assert isinstance(left, Storyboard)
    order = tuple(_reordered(storyboard, walk.kept))
    for place, (former, _) in enumerate(order):
        if place != former:
            walk.moved["deroule", place] = ("deroule", former)
    changes: dict[str, object] = {_RIGHTS: ()}
    if _ORDER in storyboard.model_fields_set:
        changes[_ORDER] = tuple(step for _, step in order)
    return left.model_copy(update=changes), walk.moved


@dataclass
class _Walk:
    """`kept` are the former indices of the items that stay, by the path of their list."""

    cuts: Cuts
    moved: dict[NodePath, NodePath] = field(default_factory=dict)
    kept: dict[NodePath, tuple[int, ...]] = field(default_factory=dict)

    def value(self, value: Any, source: NodePath, here: NodePath) -> Any:
        match value:
            case Media():
                return self._media(value, source, here)
            case Entry():
                return self.entry(value, source, here)
            case tuple():
                return self._items(value, source, here)
        return value

    def entry(self, entry: OneEntry, source: NodePath, here: NodePath) -> OneEntry | _Gone:
        """Gone where it is to leave, or where nothing can stand for something that leaves."""
        if source in self.cuts.gone:
            return _GONE
        changes: dict[str, Any] = {}
        for name, info in type(entry).model_fields.items():
            key, value = info.alias or name, getattr(entry, name)
            left = self.value(value, (*source, key), (*here, key))
            if isinstance(left, _Gone):
                if info.is_required():
                    return left
                left = None
            if left is not value:
                changes[name] = left
        if (words := self.cuts.nameless.get(source)) is not None:
            changes |= _nameless(entry, words)
        if getattr(entry, _INSTEAD, None) is not None:
            changes[_INSTEAD] = None
        if not changes:
            return entry
        left_entry = self._settled(entry, entry.model_copy(update=changes), here)
        return _GONE if _is_empty(entry, left_entry) else left_entry

    def _settled(self, former: OneEntry, left: OneEntry, here: NodePath) -> OneEntry:
        """An image in place of a testimony's clip is its portrait; nothing fills the screen that
        has no picture any more.
        """
        changes: dict[str, Any] = {}
        clip = (*here, "extrait")
        if isinstance(left, Testimony) and clip in self.moved and not _has_clip(left):
            changes = {"clip": None, "portrait": left.portrait or left.clip}
            moved = self.moved.pop(clip)
            if not left.portrait:
                self.moved[*here, "portrait"] = moved
        if getattr(left, "full_screen", False) and _lost_pictures(former, left):
            changes["full_screen"] = False
        return left.model_copy(update=changes) if changes else left

    def _media(self, entry: Media, source: NodePath, here: NodePath) -> Media | _Gone:
        if source in self.cuts.gone:
            return _GONE
        if source in self.cuts.replaced and entry.substitute:
            self.moved[here] = (*source, SUBSTITUTE)
            return _in_its_place(entry.substitute)
        if source in self.cuts.wordless:
            return entry.model_copy(update={"subtitles": None})
        return entry

    def _items(self, items: tuple[Any, ...], source: NodePath, here: NodePath) -> tuple[Any, ...]:
        left: list[Any] = []
        kept: list[int] = []
        for index, item in enumerate(items):
            place = len(left)
            one = self.value(item, (*source, index), (*here, place))
            if one is _GONE:
                self._forget((*here, place))
                continue
            if place != index:
                self.moved.setdefault((*here, place), (*source, index))
            left.append(one)
            kept.append(index)
        self.kept[source] = tuple(kept)
        same = len(left) == len(items) and all(a is b for a, b in zip(left, items, strict=True))
        return items if same else tuple(left)

    def _forget(self, here: NodePath) -> None:
        """What was noted inside of an item that leaves after all."""
        for path in [path for path in self.moved if path[: len(here)] == here]:
            del self.moved[path]


def _in_its_place(other: Substitute) -> Media:
    return Media(
        file=other.file,
        alternative=other.alternative,
        credit=other.credit,
        people=other.people,
    )


_OF_NAMES = {
    "Opening": "speaker",
    "SpeechEntry": "speaker",
    "Testimony": "author",
    "Athlete": "name",
    "Prize": "winner",
}
"""The field that holds a person's name, by the kind of item."""


def _nameless(entry: Entry, words: str) -> dict[str, Any]:
    """Other words for the name, which is no longer said as it was; a function that says the same
    does not stand twice.
    """
    changes: dict[str, Any] = {_OF_NAMES[type(entry).__name__]: words, "pronounced": None}
    if getattr(entry, "position", None) == words:
        changes["position"] = None
    return changes


def _has_clip(testimony: Testimony) -> bool:
    return testimony.clip is not None and is_clip(testimony.clip.file)


_PICTURED = ("photo", "projection", "texte")
"""Kinds of moments that are nothing without a picture or words."""


def _lost_pictures(former: Entry, left: Entry) -> bool:
    return any(those(former, _is_media)) and not any(those(left, _is_media))


def _is_media(value: object) -> TypeGuard[Media]:
    return isinstance(value, Media)


def _is_empty(former: Entry, left: Entry) -> bool:
    """Whether a moment has lost all that it had to show."""
    if not isinstance(former, Interlude) or not isinstance(left, Interlude):
        return False
    if (former.media, former.comparison) == (left.media, left.comparison):
        return False
    words = left.kind != "projection" and left.text
    return left.kind in _PICTURED and not (left.media or left.comparison or words)


def _reordered(
    storyboard: Storyboard, kept: Mapping[NodePath, tuple[int, ...]]
) -> Iterator[tuple[int, str | Step]]:
    """The entries of `deroule` that still name something, and where they stood."""
    items = storyboard.items
    for place, step in enumerate(storyboard.order):
        meant = items.meant(step.part if isinstance(step, Step) else step)
        part, index = meant or (None, None)
        if part is None or index is None:
            yield place, step
        elif index in kept[str(part),]:
            number = kept[str(part),].index(index)
            yield place, step if number == index else _renamed(step, part, number, storyboard)


def _renamed(step: str | Step, part: Section, number: int, storyboard: Storyboard) -> str | Step:
    """An item that is named by its `id` keeps that name."""
    name = step.part if isinstance(step, Step) else step
    if name in storyboard.items.ids[part]:
        return step
    new = f"{part} {number + 1}"
    return step.model_copy(update={"part": new}) if isinstance(step, Step) else new
