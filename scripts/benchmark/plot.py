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

ROOM = 0.76
"""The part of the axis that the longest bar takes; its label stands beyond."""

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
        axes.barh(place, bar["seconds"], height=0.6, color=order[bar["colour"]])
        weight = 700 if bar["colour"] == "ours" else 400
        lift = 6 if bar["under"] else 0
        aside = {"size": 13, "weight": weight, "va": "center", "textcoords": "offset points"}
        named = axes.get_yaxis_transform()
        axes.annotate(bar["name"], (0, place), (-9, lift), xycoords=named, ha="right", **aside)
        under = {**aside, "size": 10, "weight": 400, "color": QUIET}
        axes.annotate(bar["under"], (0, place), (-9, -9), xycoords=named, ha="right", **under)
        _label(axes, bar, place, aside)


def _label(axes: Axes, bar: dict[str, Any], place: int, aside: dict[str, Any]) -> None:
    """Seconds at the end of the bar, and beside them how they compare."""
    ground = {"facecolor": "white", "edgecolor": "none", "pad": 2}
    end = (bar["seconds"], place)
    told = axes.annotate(bar["label"], end, (7, 0), ha="left", bbox=ground, **aside)
    quiet = {**aside, "size": 11, "weight": 400, "color": QUIET}
    axes.annotate(bar["ratio"], (1, 0.5), (7, 0), xycoords=told, ha="left", bbox=ground, **quiet)


def _axis(axes: Axes, order: dict[str, Any]) -> None:
    """Seconds from 1 on, each step twice or more the one before; room for the last label."""
    longest = max(bar["seconds"] for bar in order["bars"])
    marks = [mark for mark in (1, 3, 10, 30, 100, 300, 1000, 3000) if mark <= longest * 1.2]
    axes.set_xscale("log")
    axes.set_xlim(1, longest ** (1 / ROOM))
    axes.set_ylim(len(order["bars"]) - 0.5, -0.5)
    axes.set_xticks(marks, [f"{mark} s" for mark in marks], size=10.5, color=QUIET)
    axes.set_xticks([], minor=True)
    axes.set_yticks([])
    axes.tick_params(length=0, pad=6)
    axes.grid(axis="x", color=GRID, linewidth=1)
    axes.spines[:].set_visible(False)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text("utf-8")))
