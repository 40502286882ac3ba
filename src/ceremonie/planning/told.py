"""What somebody would say of a shot to those who cannot see it, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line of the transcript is."""

    HEADING = "titre"
    WORDS = "texte"
    QUOTE = "citation"
    SPEECH = "parole"
    ITEM = "élément"
    CREDIT = "crédit"
    SEEN = "image"
    HEARD = "son"


@dataclass(frozen=True)
class Told:
    """One line. `beside` is what belongs to it: where a heading is, who says a quote or a speech,
    what is heard. One that is `begun` goes on from the last line of its kind.
    """

    kind: Kind
    text: str
    beside: str = ""
    begun: bool = False
