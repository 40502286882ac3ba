"""The colours of `theme: couleurs`: the palette that they make, or why they make none."""

from __future__ import annotations

from collections.abc import Iterator

from ceremonie.diagnostics import Diagnostic
from ceremonie.messages import decimal, problem
from ceremonie.theme.colouring import Unfit, assigned
from ceremonie.theme.palette import HOUSE, MINIMUM_CONTRAST, Palette

Colours = tuple[str, ...]
"""As the storyboard has them: #RRGGBB."""


def palette(colours: Colours) -> Palette:
    """The event's own, or the house's where it has none; of colours that do not fit, the nearest
    that do.
    """
    if not colours:
        return HOUSE
    made = _assigned(colours)
    return made if isinstance(made, Palette) else palette(tuple(f"#{c}" for c in made.suggestion))


def check(colours: Colours) -> Iterator[Diagnostic]:
    """An error at each colour that must change, with the nearest that will do."""
    made = _assigned(colours) if colours else HOUSE
    if isinstance(made, Unfit):
        for index, (colour, nearest) in enumerate(zip(colours, made.suggestion, strict=True)):
            if colour != f"#{nearest}":
                yield _told(index, colour, f"#{nearest}", made)


def _assigned(colours: Colours) -> Palette | Unfit:
    return assigned(tuple(colour.removeprefix("#") for colour in colours))


def _told(index: int, colour: str, nearest: str, unfit: Unfit) -> Diagnostic:
    clash = max(
        unfit.clashes,
        key=lambda c: (colour in (f"#{c.one}", f"#{c.other}"), c.alike, -c.contrast),
    )
    other = clash.one if f"#{clash.other}" == colour else clash.other
    return problem(
        "couleurs-proches" if clash.alike else "couleur-contraste",
        path=("theme", "couleurs", index),
        colour=colour,
        other=_NAMED.get(other, f"#{other}"),
        ratio=decimal(_down(clash.contrast), 1),
        least=decimal(MINIMUM_CONTRAST, 1),
        nearest=nearest,
    )


_NAMED = {"000000": "du noir", "FFFFFF": "du blanc"}


def _down(ratio: float) -> float:
    """To the tenth below: 4.46 is not 4.5."""
    return int(ratio * 10) / 10
