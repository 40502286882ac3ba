"""A picture or a clip with its heading: in the landscape bend, or in the arch if it is upright."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ceremonie.media.material import Clip
from ceremonie.planning.compositions import arch, infield, plate
from ceremonie.planning.compositions.colours import field_of
from ceremonie.planning.compositions.frame import filled
from ceremonie.planning.content import Framed
from ceremonie.planning.drawing import Caption, Drawing, Show
from ceremonie.planning.staging import Staging


def compose(content: Framed, staging: Staging) -> Drawing:
    surround = arch.frame if content.medium.portrait else infield.frame
    frame = surround(content.heading, content.detail, content.subject, staging)
    caption = plate.on(frame.box, content.caption, staging, entrance=plate.after(staging.lead))
    return staging.drawing(
        field_of(content.subject),
        (
            filled(content.medium, frame.box, frame.mask, staging),
            *frame.front,
            *caption,
            *_subtitles(content, frame.subtitles, staging),
        ),
    )


def _subtitles(content: Framed, baseline: float, staging: Staging) -> Iterator[Caption]:
    if not isinstance(content.medium, Clip) or not staging.audience.subtitled:
        return
    for number, cue in enumerate(content.medium.subtitles, 1):
        start, stop = cue.start + staging.lead, cue.stop + staging.lead
        yield Caption(
            name=f"sous-titre {number}",
            cue=replace(cue, start=start, stop=stop),
            baseline=baseline,
            entrance=Show(start),
            until=stop,
        )
