"""The seconds of each program as bars; run by the peers' Python: `plot.py ORDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import font_manager
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

FAMILY = "Atkinson Hyperlegible Next"
QUIET, GRID = "#5B6478", "#E3E6EC"
WIDTH, HEAD, FOOT, BAR, LEFT, RIGHT = 10.0, 1.15, 0.55, 0.62, 2.45, 0.45
"""Inches: the picture, its title, its axis, each bar, the names, the margin."""

DOTS = 160
"""Pixels to an inch."""


def draw(order: dict[str, Any]) -> None:
    for font in sorted(Path(order["fonts"]).glob("*.ttf")):
        font_manager.fontManager.addfont(str(font))
    plt.rcParams.update({"font.family": FAMILY, "text.color": order["ink"], "axes.axisbelow": True})
    height = HEAD + FOOT + BAR * len(order["bars"])
    figure = plt.figure(figsize=(WIDTH, height), dpi=DOTS)
    figure.text(0.3 / WIDTH, 1 - 0.28 / height, order["title"], size=18, weight=700, va="top")
    figure.text(0.3 / WIDTH, 1 - 0.66 / height, order["words"], size=11, color=QUIET, va="top")
    box = (LEFT / WIDTH, FOOT / height, 1 - (LEFT + RIGHT) / WIDTH, 1 - (HEAD + FOOT) / height)
    axes = figure.add_axes(box)
    _bars(axes, order)
    _axis(axes, order)
    figure.savefig(order["target"], facecolor="white", metadata={"Software": None})


def _bars(axes: Axes, order: dict[str, Any]) -> None:
    for place, bar in enumerate(order["bars"]):
        weight = 700 if bar["ours"] else 400
        colour = order["ours"] if bar["ours"] else order["others"]
        axes.barh(place, bar["seconds"], height=0.6, color=colour)
        for name, x, side in ((bar["name"], -0.012, "right"), (bar["label"], None, "left")):
            if x is None:
                axes.annotate(
                    name, (bar["seconds"], place), (7, 0), textcoords="offset points",
                    size=13, weight=weight, va="center", ha=side,
                )  # fmt: skip
            else:
                axes.text(
                    x, place, name, transform=axes.get_yaxis_transform(),
                    size=13, weight=weight, va="center", ha=side,
                )  # fmt: skip


def _axis(axes: Axes, order: dict[str, Any]) -> None:
    """Seconds from 1 on, each step twice or more the one before; room for the last label."""
    longest = max(bar["seconds"] for bar in order["bars"])
    marks = [mark for mark in (1, 3, 10, 30, 100, 300, 1000, 3000) if mark <= longest * 1.2]
    axes.set_xscale("log")
    axes.set_xlim(1, longest * (longest ** 0.16))
    axes.set_ylim(len(order["bars"]) - 0.5, -0.5)
    axes.set_xticks(marks, [f"{mark} s" for mark in marks], size=10.5, color=QUIET)
    axes.set_xticks([], minor=True)
    axes.set_yticks([])
    axes.tick_params(length=0, pad=6)
    axes.grid(axis="x", color=GRID, linewidth=1)
    axes.spines[:].set_visible(False)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text("utf-8")))
