"""What differs between two editions, as values.

plan ─▶ Content (which an edition keeps in its Record) ─▶ differences of two ─▶ ranked, or text

Nothing here reads or writes a file, and no plan is needed for an edition that has its record.
"""

from ceremonie.comparing.content import Content, Entry, Evening, Presence
from ceremonie.comparing.differences import Difference, Kind, Likened, differences
from ceremonie.comparing.gathering import content_of
from ceremonie.comparing.ranking import Change, Weight, ranked
from ceremonie.comparing.record import Record, recorded, written
from ceremonie.comparing.telling import lines

__all__ = [
    "Change",
    "Content",
    "Difference",
    "Entry",
    "Evening",
    "Kind",
    "Likened",
    "Presence",
    "Record",
    "Weight",
    "content_of",
    "differences",
    "lines",
    "ranked",
    "recorded",
    "written",
]
