"""What an event looks like by its storyboard: the look that every composition is given."""

from __future__ import annotations

from ceremonie.media.material import Materials, Picture
from ceremonie.planning import colours
from ceremonie.planning.emblem import Emblem
from ceremonie.planning.staging import Look
from ceremonie.storyboard.media import Media
from ceremonie.storyboard.model import Storyboard
from ceremonie.theme.type import Scale


def look(storyboard: Storyboard, materials: Materials) -> Look:
    """A picture that is not there (drafts only) is left out."""
    return Look(
        scale=Scale(materials.family),
        palette=colours.palette(storyboard.theme.colours),
        logo=_picture(storyboard.theme.logo, materials),
        mark=_picture(storyboard.theme.mark, materials),
        emblem=_emblem(storyboard, materials),
    )


def _emblem(storyboard: Storyboard, materials: Materials) -> Emblem | Picture:
    """The torch belongs to a relay: an event without one shows it only where it asks for it."""
    match storyboard.theme.emblem:
        case None:
            return Emblem.FLAME if storyboard.relay else Emblem.NONE
        case Media() as entry:
            return _picture(entry, materials) or Emblem.NONE
        case named:
            return Emblem(named)


def _picture(entry: Media | None, materials: Materials) -> Picture | None:
    material = materials.of(entry)
    return material if isinstance(material, Picture) else None
