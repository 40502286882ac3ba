"""Two photos of one thing, before and after, as the film and a slide of their own show them."""

from __future__ import annotations

from dataclasses import replace

from ceremonie.media.material import Picture
from ceremonie.planning.language import Language
from ceremonie.planning.moment import Script
from ceremonie.planning.moments import captions
from ceremonie.planning.notes import items
from ceremonie.planning.pictured_content import Card, Compared
from ceremonie.planning.reading import Length, readable
from ceremonie.planning.typography import closed, french
from ceremonie.storyboard.stage import Comparison
from ceremonie.units import frames

SECONDS = 9
LEAST = frames(6.5)
"""Frames in which both photos have been looked at."""


def told(script: Script, entry: Comparison | None, card: Card) -> tuple[Compared, Length] | None:
    """What a shot and a slide show of it under the heading of a card, and how long the shot is;
    None where there is none, or a photo is missing.
    """
    if entry is None:
        return None
    before, after = (script.materials.of(one) for one in (entry.before, entry.after))
    if not isinstance(before, Picture) or not isinstance(after, Picture):
        return None
    language, caption = script.language, french(entry.caption or "")
    labels = (language.before, language.after)
    length = _length(readable(SECONDS, card.heading, card.detail, *labels, caption))
    compared = Compared(
        card.heading,
        card.detail,
        card.subject,
        before=before,
        after=after,
        labels=labels,
        caption=caption,
        frames=length.usual,
    )
    return compared, length


def _length(reading: Length) -> Length:
    """Never shorter than both photos take to be looked at."""
    least = max(reading.least, LEAST)
    return replace(reading, least=least, usual=max(reading.usual, least))


def spoken(compared: Compared) -> tuple[str, ...]:
    """What there is to say of it."""
    return items(closed(compared.caption) if compared.caption else "")


def noted(compared: Compared, language: Language) -> tuple[str, ...]:
    """What is good to know: the captions of both photos."""
    return items(captions.noted((compared.before, compared.after), language))
