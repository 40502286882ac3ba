"""The themes that workshops are sorted by: six of the house, and the event's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import WithJsonSchema

from ceremonie.storyboard.programme import HOUSE_TOPICS, SPORT, Role, Topic
from ceremonie.storyboard.values import Key
from ceremonie.storyboard.wordlist import OwnTopic
from ceremonie.text import plain

WRITING: dict[Role, Role] = {
    Role.BRIGHT: Role.INK,
    Role.MIDDLE: Role.INK,
    Role.DEEP: Role.PAPER,
    Role.INK: Role.BRIGHT,
    Role.PAPER: Role.INK,
}
"""The ground of a badge → what its pictogram is drawn in: a pair that may carry text."""


TopicName = Annotated[
    Key,
    WithJsonSchema(
        {"anyOf": [{"enum": [topic.name for topic in HOUSE_TOPICS]}, {"type": "string"}]}
    ),
]
"""One of the six of the house, or one of the event's own."""


def topics(own: Iterable[OwnTopic]) -> dict[str, Topic]:
    """The house's and the event's own, which go before those of the same name, by their plain
    names.
    """
    added = (Topic(t.name, t.pictogram, t.role, WRITING[t.role]) for t in own)
    return {plain(topic.name): topic for topic in (*HOUSE_TOPICS, *added)}


def topic(name: str, own: Iterable[OwnTopic] = ()) -> Topic:
    """The one of this name, without looking at case and accents; sport where there is none."""
    return topics(own).get(plain(name), SPORT)
