"""Whom an audience may not be told the name of, and how they are called."""

from __future__ import annotations

from ceremonie.audiences import Audience
from ceremonie.rights.known import known
from ceremonie.rights.occasion import occasion
from ceremonie.rights.register import register
from ceremonie.rights.verdict import Court
from ceremonie.storyboard import Reading


def unnamed(reading: Reading, audience: Audience) -> dict[str, tuple[str, ...]]:
    """By identifier, all ways to write the name that is known, of everybody whose agreement
    does not cover being named there. Nothing of it is ever printed.
    """
    data = reading.source.data
    court = Court(register(data, whole=True), occasion(data, audience))
    return {
        person: named.spellings
        for person, named in known(reading.key, data).items()
        if court.verdict(person).unnamed
    }
