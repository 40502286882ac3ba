"""A text as its lines and their ends, in which signs are replaced and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.storyboard.decode import BREAKS
from ceremonie.storyboard.tree import Mark

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Paper:
    """`endings` has one for each line; that of the last is empty. Marks are those of the reader:
    lines and signs, from 0.
    """

    texts: tuple[str, ...]
    endings: tuple[str, ...]
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

    def spliced(self, start: Mark, stop: Mark, words: str) -> Paper:
        """With `words`, whose lines end in a line feed, in the place of what stands there."""
        before, after = self.texts[start[0]][: start[1]], self.line(stop[0])[stop[1] :]
        return self.with_lines(start[0], stop[0] + 1, f"{before}{words}{after}".split("\n"))

    def with_lines(self, first: int, after: int, lines: list[str]) -> Paper:
        """With these lines in the place of those from `first` to before `after`."""
        last = self.endings[after - 1] if after > first else self.ending
        ends = [*[self.ending] * (len(lines) - 1), last]
        return replace(
            self,
            texts=(*self.texts[:first], *lines, *self.texts[after:]),
            endings=(*self.endings[:first], *ends, *self.endings[after:]),
        )

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
    return Paper(tuple(BREAKS.split(text)), (*BREAKS.findall(text), ""), mark)
