"""The countdown: a shot for each minute, then the title, which stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ceremonie.planning.compositions import compose
from ceremonie.planning.compositions.countdown import FINAL, MINUTE
from ceremonie.planning.content import Countdown
from ceremonie.planning.corners import with_mark
from ceremonie.planning.holding import WELCOME
from ceremonie.planning.model import Page, Plan, Shot
from ceremonie.planning.moment import Script
from ceremonie.planning.staging import Staging
from ceremonie.planning.transition import CUT, Move, Transition
from ceremonie.planning.typography import french
from ceremonie.storyboard.programme import Section
from ceremonie.units import FrameSpan, frames

HELD = frames(10)
"""Of the title, once there is nothing left to count: as long as it may take to begin."""

REVEAL = Transition(Move.DISSOLVE, frames(1))


def planned(script: Script, bare: Plan, title: Page, length: float, staging: Staging) -> Plan:
    """So many whole seconds are counted; then the `title` page comes, and stays."""
    whole = max(1, round(length))
    minutes = [_stretch(script, *between, whole, staging) for between in _stretches(whole)]
    start = minutes[-1].span.stop
    last = Shot(
        id=title.id,
        kind=title.kind,
        section=title.section,
        title=title.title,
        span=FrameSpan(start, start + HELD),
        transition=REVEAL,
        drawing=replace(title.drawing.still(), frames=HELD),
        path=title.path,
        chapter=title.title,
    )
    return replace(bare, shots=(*minutes, last))


def _stretches(whole: int) -> Iterator[tuple[int, int]]:
    """The seconds that are left when each of them begins and ends: full minutes, but for the first,
    and the last seconds by themselves.
    """
    full = range((whole - 1) // MINUTE * MINUTE, 0, -MINUTE)
    yield from pairwise((whole, *full, *((FINAL,) if whole > FINAL else ()), 0))


def _stretch(script: Script, left: int, until: int, whole: int, staging: Staging) -> Shot:
    lasting = left - until
    language = script.language
    event = french(script.storyboard.short_title or script.storyboard.title)
    content = Countdown(language.begins_in, event, left, lasting, whole)
    start, length = frames(whole - left), frames(lasting)
    drawing = with_mark(compose(content, staging), staging)
    return Shot(
        id=f"decompte-{left}",
        kind="decompte",
        section=Section.TITLE,
        title=language.begins_in,
        span=FrameSpan(start, start + length),
        transition=CUT,
        drawing=replace(drawing, frames=length),
        path=WELCOME,
        chapter=language.begins_in,
    )
