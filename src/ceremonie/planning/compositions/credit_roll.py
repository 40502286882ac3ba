"""Credits that roll: they come from behind the lower edge and go behind three thin lanes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ceremonie.formats import Bounds
from ceremonie.planning.compositions import credits_head
from ceremonie.planning.compositions.credits_head import FIELD, LANE
from ceremonie.planning.compositions.rolling import Rolling
from ceremonie.planning.content import Block, CreditRoll
from ceremonie.planning.drawing import Drawing, Role, Text, ground
from ceremonie.planning.pen import Pen
from ceremonie.planning.staging import Staging
from ceremonie.planning.typesetting import Setting, wrap
from ceremonie.theme.palette import LANE_COLOURS, Colour
from ceremonie.theme.type import Style

HANGING = 1.2
"""em by which a credit goes on further right than it begins."""

BETWEEN = 0.6
"""Lines that are free between two blocks."""

ABOVE, BELOW = 0.95, 0.35
"""em that a line reaches above and below its baseline."""


@dataclass(frozen=True)
class _Layout:
    """The title, the lanes under it, and the place that credits pass below them. Headings stand at
    `headings`, credits at `lines`: on the same line where that is further right. `sizes` are those
    of a line, px, with the distance between two, the largest first.
    """

    title: Bounds
    baseline: float
    lanes: int
    headings: tuple[float, float]
    lines: tuple[float, float]
    bottom: int
    sizes: tuple[tuple[int, int], ...]

    @property
    def top(self) -> int:
        """The lower edge of the lanes."""
        return self.lanes + LANE * len(LANE_COLOURS) - LANE // 2

    @property
    def beside(self) -> bool:
        return self.lines[0] > self.headings[0]


_WIDE = _Layout(
    title=Bounds(96, 54, 1824, 170),
    baseline=146,
    lanes=180,
    headings=(96, 560),
    lines=(624, 1824),
    bottom=1026,
    sizes=((44, 60), (40, 54), (36, 48)),
)
_SQUARE = _Layout(
    title=Bounds(54, 54, 1026, 160),
    baseline=138,
    lanes=172,
    headings=(54, 1026),
    lines=(54, 1026),
    bottom=1026,
    sizes=((44, 57), (40, 52), (36, 46)),
)
_TALL = replace(
    _SQUARE,
    title=Bounds(54, 96, 1026, 236),
    baseline=208,
    lanes=250,
    bottom=1536,
    sizes=((48, 62), (44, 57), (40, 52), (36, 46)),
)


def compose(content: CreditRoll, staging: Staging) -> Drawing:
    layout = staging.by_shape(wide=_WIDE, square=_SQUARE, tall=_TALL)
    title = credits_head.title(content.title, layout.title, layout.baseline, staging)
    sheet = _chosen(content, layout, staging)
    lanes = ground(*credits_head.lanes(layout.lanes, staging))
    return staging.drawing(FIELD, (*sheet.rolling.moved(content.frames), title, *lanes))


def _chosen(content: CreditRoll, layout: _Layout, staging: Staging) -> _Sheet:
    """As large as passes in the time of the shot."""
    sheets = [_Sheet(content.blocks, layout, staging, *sizes) for sizes in layout.sizes]
    in_time = (sheet for sheet in sheets if sheet.rolling.lasts() <= content.frames)
    return next(in_time, sheets[-1])


@dataclass(frozen=True)
class _Sheet:
    """The blocks below each other, as they stand before they move."""

    blocks: tuple[Block, ...]
    layout: _Layout
    staging: Staging
    size: int
    leading: int

    @property
    def window(self) -> Bounds:
        return Bounds(0, self.layout.top, self.staging.format.width, self.layout.bottom)

    @cached_property
    def rolling(self) -> Rolling:
        below = BELOW * self.size
        return Rolling(self._texts, self.window, FIELD, self.leading, below)

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        """At rest, where they are before they move."""
        return tuple(self._placed())

    def _placed(self) -> Iterator[Text]:
        baseline = self.layout.top + self.leading + ABOVE * self.size / 2
        for number, block in enumerate(self.blocks, 1):
            heading = self._text(f"rubrique {number}", block.title, baseline, heading=True)
            yield heading
            deep = len(heading.lines) * self.leading
            below = baseline if self.layout.beside else baseline + deep
            for index, line in enumerate(block.lines, 1):
                text = self._text(f"mention {number}.{index}", line, below)
                yield text
                below += len(text.lines) * self.leading
            baseline = max(below, baseline + deep) + BETWEEN * self.leading

    def _text(self, name: str, words: str, baseline: float, *, heading: bool = False) -> Text:
        left, right = self.layout.headings if heading else self.layout.lines
        style = self._style(700 if heading else 400)
        hanging = 0 if heading else HANGING * self.size
        lines = wrap(words, style, right - left - hanging)
        above = baseline - ABOVE * self.size
        room = Bounds(left, above, right, above + len(lines) * self.leading)
        pen = Pen(Colour.BRIGHT if heading else Colour.PAPER, FIELD)
        text = pen.set(name, Setting(lines, style, fits=True), room, baseline, role=Role.CREDIT)
        return replace(text, hanging=hanging)

    def _style(self, weight: int) -> Style:
        return self.staging.scale.style(self.size, weight, self.leading / self.size)
