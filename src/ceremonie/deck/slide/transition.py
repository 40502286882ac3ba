"""How a slide comes in: a fade, or shapes that travel to their new places (Morph)."""

from __future__ import annotations

from ceremonie.deck.markup.xml import Node, node

_FADE_MILLISECONDS = 700
_MORPH_MILLISECONDS = 1500


def transition(*, morph: bool = False, advance: float = 0) -> Node:
    """A fade; with `morph` shapes of one name (« !!flamme ») travel from slide to slide, and
    programs that do not know Microsoft's 2015 extension fade. After `advance` seconds the next
    slide comes by itself, and no click brings it.
    """
    itself = {"advClick": "0", "advTm": str(round(advance * 1000))} if advance else {}
    fade = {"spd": "med", **itself}
    if morph:
        moved = node("p159:morph", option="byObject")
        choice = node("p:transition", moved, p14_dur=_MORPH_MILLISECONDS, spd="slow", **itself)
    else:
        choice = node("p:transition", node("p:fade"), p14_dur=_FADE_MILLISECONDS, **fade)
    return node(
        "mc:AlternateContent",
        node("mc:Choice", choice, Requires="p159" if morph else "p14"),
        node("mc:Fallback", node("p:transition", node("p:fade"), **fade)),
    )
