"""The type scale: sizes in px of the 1080-line canvas, weights, tracking, leading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ceremonie.theme.faces import OURS, Family


@dataclass(frozen=True)
class Style:
    """`tracking` in em, `leading` as a multiple of the size, `weight` 400 to 800."""

    size: float
    weight: int
    leading: float = 1.1
    family: Family = OURS

    @property
    def tracking(self) -> float:
        """In em."""
        return tracking(self.size)

    @property
    def line_height(self) -> float:
        """From baseline to baseline, in px."""
        return self.size * self.leading

    def at(self, size: float) -> Style:
        """The same style in another size (px)."""
        return replace(self, size=size)


def tracking(size: float) -> float:
    """Large type is set tighter; in em."""
    for least, value in ((200, -0.03), (120, -0.025), (72, -0.015), (56, -0.005)):
        if size >= least:
            return value
    return 0.0


@dataclass(frozen=True)
class Scale:
    """The type scale of an event: every style that its compositions set, in its family."""

    family: Family = OURS

    def style(self, size: float, weight: int, leading: float = 1.1) -> Style:
        return Style(size, weight, leading, self.family)

    @property
    def word_giant(self) -> Style:
        return self.style(640, 800, 1.0)

    @property
    def figure(self) -> Style:
        return self.style(430, 800, 1.0)

    @property
    def chapter(self) -> Style:
        return self.style(260, 800, 1.0)

    @property
    def title_lane(self) -> Style:
        return self.style(200, 800, 1.0)

    @property
    def card_title(self) -> Style:
        return self.style(190, 800, 0.97)

    @property
    def headline(self) -> Style:
        return self.style(148, 800, 1.0)

    @property
    def quote(self) -> Style:
        return self.style(120, 800, 1.08)

    @property
    def lower_third(self) -> Style:
        return self.style(104, 800, 1.0)

    @property
    def statement(self) -> Style:
        return self.style(88, 800)

    @property
    def date(self) -> Style:
        return self.style(88, 400)

    @property
    def name(self) -> Style:
        return self.style(60, 800)

    @property
    def place(self) -> Style:
        return self.style(60, 400)

    @property
    def subtitle(self) -> Style:
        return self.style(54, 600, 68 / 54)

    @property
    def label(self) -> Style:
        return self.style(48, 700)

    @property
    def label_plain(self) -> Style:
        return self.style(48, 600)

    @property
    def body(self) -> Style:
        return self.style(48, 400, 1.25)

    @property
    def caption(self) -> Style:
        return self.style(44, 700)

    @property
    def small(self) -> Style:
        return self.style(40, 400, 1.3)


FLOOR = 36
"""Nothing is set smaller: 18 pt on a slide, the height that the last row of a hall still reads."""
