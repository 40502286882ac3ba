"""Which territory the maps of a storyboard show."""

from __future__ import annotations

from ceremonie.media.material import Materials
from ceremonie.storyboard.model import Storyboard
from ceremonie.territory.choice import Choice, Towns, meant
from ceremonie.territory.values import Territory


def of(storyboard: Storyboard, materials: Materials) -> Territory | None:
    """That of the relay, or else of the workshops; the same object each time. None where there is
    neither a relay nor a map, and where nothing says which territory is meant: checks have told it.
    """
    if not (storyboard.relay or storyboard.map):
        return None
    if storyboard.map and storyboard.map.file:
        return materials.ground
    return meant(_choice(storyboard), _towns(storyboard, materials))


def _choice(storyboard: Storyboard) -> Choice:
    relay, chosen = storyboard.relay, storyboard.map
    own = (relay.department,) if relay and relay.department else ()
    if chosen is None:
        return Choice(own)
    return Choice(chosen.departments or own, chosen.region or "", chosen.city or "")


def _towns(storyboard: Storyboard, materials: Materials) -> Towns:
    relay = storyboard.relay
    stages = tuple(stage.town for stage in relay.stages) if relay else ()
    workshops = [workshop.town for day in storyboard.days for workshop in day.workshops]
    return Towns(stages, tuple(materials.town(t) for t in (*workshops, storyboard.town) if t))
