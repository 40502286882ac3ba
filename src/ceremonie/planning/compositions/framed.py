"""A picture or a clip with its heading: in the landscape bend, or in the arch if it is upright."""

from __future__ import annotations

from ceremonie.media.material import Clip
from ceremonie.planning.compositions import arch, infield, plate
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.frame import filled
from ceremonie.planning.compositions.subtitles import subtitles
from ceremonie.planning.content import Framed
from ceremonie.planning.drawing import Drawing
from ceremonie.planning.staging import Staging


def compose(content: Framed, staging: Staging) -> Drawing:
    medium = content.medium
    surround = arch.frame if medium.portrait else infield.frame
    frame = surround(content.heading, content.detail, content.subject, staging)
    caption = plate.on(frame.foot, content.caption, staging, entrance=plate.after(staging.lead))
    spoken = subtitles(medium, frame.subtitles, staging) if isinstance(medium, Clip) else ()
    picture = filled(medium, frame.box, frame.mask, staging)
    elements = (picture, *frame.front, *caption, *spoken)
    return staging.drawing(field_of(content.subject), elements)
