"""Some bytes of a finished edition, and the place of each of them in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ceremonie.control import boxes, segments
from ceremonie.control.forms import Form
from ceremonie.diagnostics import Place


@dataclass(frozen=True)
class Piece:
    """A file of the edition, a part of an archive in it, or what a picture holds compressed.

    `file` is relative to the folder, with slashes. `part` is the name of a part inside it, empty
    for the file itself; `slide` the number of the slide that shows or says it, None where there is
    none. `data` may be a view of the file on the disk: whoever keeps it keeps the file open, and
    Windows does not move a file that is open.
    """

    file: str
    data: memoryview
    form: Form
    part: str = ""
    slide: int | None = None

    @property
    def name(self) -> str:
        """Its own, with the ending."""
        return (self.part or self.file).rpartition("/")[2]

    @cached_property
    def text(self) -> str:
        """What a text says, as it is written; what is no UTF-8 there is replaced."""
        return bytes(self.data).decode("utf-8-sig", "replace")

    @cached_property
    def segments(self) -> tuple[segments.Segment, ...]:
        """What a picture, a film or a WAV is made of, in its order; nothing for other forms. Of a
        film: its boxes, each before those inside it.
        """
        if self.form is Form.FILM:
            return tuple(boxes.within(self.data))
        return tuple(segments.within(self.data, self.form))

    @property
    def whole(self) -> Place:
        """The place of all of it."""
        return Place(self.file, line=0, within=self._where)

    def at(self, offset: int) -> Place:
        """The place of a byte: the line and column of a text file, else the slide, the part, the
        box, the segment.
        """
        if self.form is Form.TEXT:
            return self.whole if self.part else self._line(offset)
        inside = [one.name for one in self.segments if one.start <= offset < one.stop]
        where = f"{inside[-1]}, octet {offset}" if inside else f"octet {offset}"
        return Place(self.file, line=0, within=", ".join(filter(None, (self._where, where))))

    @property
    def _where(self) -> str:
        if self.slide is None:
            return self.part
        return f"diapositive {self.slide} ({self.part})"

    def _line(self, offset: int) -> Place:
        before = bytes(self.data[:offset])
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        return Place(self.file, line=before.count(b"\n") + 1, column=column)


def at_time(file: str, seconds: float) -> Place:
    """A moment of a film, « 1:02,4 »."""
    minutes, rest = divmod(round(seconds, 1), 60)
    return Place(file, line=0, within=f"{int(minutes)}:{rest:04.1f}".replace(".", ","))


def on_slide(file: str, number: int) -> Place:
    """A slide of a deck as a whole."""
    return Place(file, line=0, within=f"diapositive {number}")
