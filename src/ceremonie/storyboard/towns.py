"""In which commune a workshop was: the one home of what `commune` means, said once or each time."""

from __future__ import annotations

from ceremonie.storyboard.model import Storyboard, Workshop
from ceremonie.text import plain


def town_of(storyboard: Storyboard, workshop: Workshop) -> str:
    """Its own, or the one that the storyboard names for all; empty where there is neither."""
    return workshop.town or storyboard.town or ""


def shared_town(storyboard: Storyboard) -> str:
    """The commune that the storyboard names once, where no workshop is in another one; else
    nothing. It is said with the day, not with each workshop.
    """
    towns = (w.town for day in storyboard.days for w in day.workshops if w.town)
    common = storyboard.town or ""
    return common if all(plain(town) == plain(common) for town in towns) else ""
