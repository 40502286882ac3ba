"""A text as its lines and their ends, in which signs are replaced and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from ceremonie.storyboard.decode import BREAKS
from ceremonie.storyboard.tree import Mark

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

NEW = -1


@dataclass(frozen=True)
class Splice:
    """`words`, whose lines end in a line feed, come in the place of what stands from `start` to
    `stop`. Of two that come to the same place, the one with the greater `depth` stands first.
    """

    start: Mark
    stop: Mark
    words: str
    depth: int = 0


class OverlapError(Exception):
    """Two splices replace the same signs."""


@dataclass(frozen=True)
class Paper:
    """`endings` has one for each line; that of the last is empty. Marks are those of the reader:
    lines and signs, from 0. `numbers` are those that the lines had at first, NEW for others.
    """

    texts: tuple[str, ...]
    endings: tuple[str, ...]
    numbers: tuple[int, ...]
    mark: bytes = b""

    @property
    def data(self) -> bytes:
        lines = zip(self.texts, self.endings, strict=True)
        return self.mark + "".join(text + ending for text, ending in lines).encode("utf-8")

    @property
    def ending(self) -> str:
        """What a new line ends with: as the first does."""
        return self.endings[0] or "\n"

    def line(self, number: int) -> str:
        """Empty after the last."""
        return self.texts[number] if 0 <= number < len(self.texts) else ""

    def spliced(self, splices: Iterable[Splice]) -> Paper:
        """With all of these, whose marks are those of this text. Raises OverlapError."""
        ordered = sorted(splices, key=lambda one: (one.start, one.stop, -one.depth))
        if any(one.stop > other.start for one, other in pairwise(ordered)):
            raise OverlapError
        page = self
        for one in reversed(ordered):  # from the last on: marks before it stay right
            page = page._with(one)
        return page

    def _with(self, one: Splice) -> Paper:
        first, after = one.start[0], one.stop[0] + 1
        before, rest = self.texts[first][: one.start[1]], self.line(one.stop[0])[one.stop[1] :]
        lines, last = f"{before}{one.words}{rest}".split("\n"), self.endings[after - 1]
        ends = [*[self.ending] * (len(lines) - 1), last]
        return replace(
            self,
            texts=(*self.texts[:first], *lines, *self.texts[after:]),
            endings=(*self.endings[:first], *ends, *self.endings[after:]),
            numbers=(
                *self.numbers[:first],
                *self._numbers(first, after, lines),
                *self.numbers[after:],
            ),
        )

    def _numbers(self, first: int, after: int, lines: list[str]) -> list[int]:
        """The first and the last of new lines may be those that were there."""
        numbers = [NEW] * len(lines)
        if lines[-1] == self.line(after - 1):
            numbers[-1] = self.numbers[after - 1]
        if lines[0] == self.line(first) and (len(lines) > 1 or after == first + 1):
            numbers[0] = self.numbers[first]
        return numbers

    def lines(self, first: int, after: int, lines: Iterable[str]) -> Splice:
        """These lines in the place of those from `first` to before `after`, of which there is one
        at least.
        """
        return Splice((first, 0), (after - 1, len(self.line(after - 1))), "\n".join(lines))

    def below(self, line: int, lines: Iterable[str], depth: int) -> Splice:
        """These lines after that one."""
        end = line, len(self.line(line))
        return Splice(end, end, "".join(f"\n{one}" for one in lines), depth)

    def between(self, start: Mark, stop: Mark) -> str:
        """What stands there; lines are parted by line feeds."""
        lines = list(self.texts[start[0] : stop[0] + 1])
        lines[-1] = lines[-1][: stop[1]]
        lines[0] = lines[0][start[1] :]
        return "\n".join(lines)


def paper(data: bytes) -> Paper:
    """Raises UnicodeDecodeError where these bytes are no UTF-8."""
    mark = BYTE_ORDER_MARK if data.startswith(BYTE_ORDER_MARK) else b""
    text = data[len(mark) :].decode("utf-8")
    texts = tuple(BREAKS.split(text))
    return Paper(texts, (*BREAKS.findall(text), ""), tuple(range(len(texts))), mark)
