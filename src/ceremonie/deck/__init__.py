"""Plan → diaporama.pptx: native shapes, text that can be edited, notes, sections, video.

`write` paints the deck; `check.inspect` tells what is wrong with a finished one;
`fonts.shipped` lists the font files to lay beside it.
"""

from ceremonie.deck.check import inspect
from ceremonie.deck.fonts import shipped
from ceremonie.deck.writing import write

__all__ = ["inspect", "shipped", "write"]
