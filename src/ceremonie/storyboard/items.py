"""The single items of a storyboard whose place in the film may be steered: workshops, athletes…"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.storyboard.values import Entry
from ceremonie.storyboard.walking import those

IN_FILM, SECONDS = "in_film", "seconds"
"""Names of the fields that steer."""

LIVE = frozenset({Section.PERFORMANCES, Section.SPEECHES, Section.INTERLUDES})
"""Parts that are played on the stage: in the film only what says « film: oui »."""

ON_STAGE = "on_stage"


def items(storyboard: Storyboard) -> Mapping[NodePath, Entry]:
    """All of them by the way to them, in the order of the vocabulary."""
    return dict(those(storyboard, _is_item))


def _is_item(value: object) -> TypeGuard[Entry]:
    return isinstance(value, Entry) and IN_FILM in type(value).model_fields


def in_film(entry: Entry, section: Section) -> bool:
    """Whether an item is to be in the film, as far as itself is concerned."""
    choice = getattr(entry, IN_FILM)
    return section not in LIVE if choice is None else bool(choice)


def out_of_film(storyboard: Storyboard) -> frozenset[NodePath]:
    """The ways to the items that are not to be in the film."""
    every = items(storyboard).items()
    return frozenset(path for path, one in every if not in_film(one, Section(str(path[0]))))


def stage_seconds(storyboard: Storyboard) -> Mapping[NodePath, float]:
    """The time on stage of every part and item that says one, by the way to it."""
    every = those(storyboard, _is_staged)
    return {path: s for path, entry in every if (s := getattr(entry, ON_STAGE))}


def _is_staged(value: object) -> TypeGuard[Entry]:
    return isinstance(value, Entry) and ON_STAGE in type(value).model_fields


def asked_seconds(storyboard: Storyboard) -> Mapping[NodePath, float]:
    """The time of each item that asks for one."""
    every = items(storyboard).items()
    return {path: s for path, entry in every if (s := getattr(entry, SECONDS, None))}
