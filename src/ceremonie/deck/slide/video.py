"""Videos as PowerPoint keeps them: the file once, a poster, captions."""

from __future__ import annotations

import hashlib
import uuid

from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.xml import Node, extension, node
from ceremonie.deck.package.media import Media, captions
from ceremonie.deck.package.parts import MEDIA, VIDEO, Relations
from ceremonie.media.material import Clip
from ceremonie.planning import cropping

TRACK_REL = "http://schemas.microsoft.com/office/2017/04/relationships/track"
_MEDIA = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_TRACKS = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
_PERCENT = 100_000


def properties(relations: Relations, clip: Clip, media: Media) -> Node:
    """`p:nvPr` of the video's shape; adds the file and its captions to what its slide points at."""
    file = media.video(clip)
    held, linked = relations.to(MEDIA, file), relations.to(VIDEO, file)
    tracks = _tracks(relations, clip, media) if clip.subtitles else None
    embedded = node(
        "p14:media", extension(_TRACKS, tracks, "p14") if tracks is not None else None,
        r_embed=held,
    )  # fmt: skip
    return node("p:nvPr", node("a:videoFile", r_link=linked), extension(_MEDIA, embedded))


def crop(clip: Clip, frame: Frame) -> Node | None:
    """What of the clip covers a box of another shape, in 1/1000 % from each edge."""
    part = cropping.of_clip(clip, frame.width, frame.height)
    cut = {"l": part.left, "t": part.top, "r": 1 - part.right, "b": 1 - part.bottom}
    if max(cut.values()) < 0.002:
        return None
    return node("a:srcRect", **{edge: round(lost * _PERCENT) for edge, lost in cut.items()})


def _tracks(relations: Relations, clip: Clip, media: Media) -> Node:
    digest = hashlib.sha256(captions(clip.subtitles)).hexdigest()
    identity = uuid.uuid5(uuid.NAMESPACE_OID, digest)
    track = node(
        "p173:track",
        id=f"{{{str(identity).upper()}}}",
        label="Français",
        lang=LANGUAGE,
        r_embed=relations.to(TRACK_REL, media.captions(clip.subtitles)),
    )
    return node("p173:tracksInfo", node("p173:trackLst", track), displayLoc="media")
