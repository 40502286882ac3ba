"""What differs between two editions, as values.

plan ─▶ Content (a record that an edition can keep) ─▶ differences of two of them ─▶ text

Nothing here reads or writes a file, and no plan is needed for an edition that has its record.
"""

from ceremonie.comparing.content import Content, Entry, recorded, written
from ceremonie.comparing.differences import Difference, Kind, Likened, differences
from ceremonie.comparing.gathering import content_of
from ceremonie.comparing.telling import lines

__all__ = [
    "Content",
    "Difference",
    "Entry",
    "Kind",
    "Likened",
    "content_of",
    "differences",
    "lines",
    "recorded",
    "written",
]
