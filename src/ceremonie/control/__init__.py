"""The control room: what is looked at in a finished edition, whoever made it.

A check takes the folder of an edition, or of one audience, and what it is to look for; it knows no
plan and no storyboard, so that an edition of last year can be looked at by the same codes.

How to add one:

1. A slug with its French words and its remedy in `messages/control.py`, and its line in chapter 10
   of the guide.
2. A module here with `check(folder, …) -> Iterator[Finding]`. `walk(folder)` gives every file, and
   after it what is inside: parts of decks and archives (`Piece.part`, with the slide), texts that
   a PNG holds compressed. `Piece.form` says what it is; `Piece.text`, `Piece.data`,
   `Piece.segments` (boxes of a film, segments of a picture) what it holds; `Piece.whole` and
   `Piece.at(offset)` are the places to tell. A moment of a film is `at_time(file, seconds)`.
3. `finding(slug, place, measured=Measured(measure, threshold, source), severity=…, **words)` for
   what is wrong. Thresholds are constants of the module, each with its source.
4. Whoever asks for it: `making.py` for what must not go out, a report for the rest.
"""

from ceremonie.control.finding import Finding, Measured, finding
from ceremonie.control.forms import Form
from ceremonie.control.piece import Piece, at_time, on_slide
from ceremonie.control.sought import Sought, Withheld
from ceremonie.control.walk import names, pieces, walk

__all__ = [
    "Finding", "Form", "Measured", "Piece", "Sought", "Withheld", "at_time", "finding", "names",
    "on_slide", "pieces", "walk",
]  # fmt: skip
