"""Videos as PowerPoint keeps them: the file once, a poster, captions."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from pptx.media import Video
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from ceremonie.captions import webvtt
from ceremonie.deck.markup.geometry import Frame
from ceremonie.deck.markup.scheme import LANGUAGE
from ceremonie.deck.markup.xml import Node, extension, node
from ceremonie.deck.slide.pictures import crop_box
from ceremonie.media.material import Clip, SubtitleCue

CAPTIONS_TYPE = "text/vtt"
TRACK_REL = "http://schemas.microsoft.com/office/2017/04/relationships/track"
_MEDIA = "{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"
_TRACKS = "{3AFAAA56-56D3-431D-BCD4-E75A35582382}"
_PERCENT = 100_000


def properties(part: Any, clip: Clip) -> Node:
    """`p:nvPr` of the video's shape; adds the file and its captions to the package."""
    video = Video.from_path_or_file_like(str(clip.path), "video/mp4")
    media, linked = part.get_or_add_video_media_part(video)
    tracks = _tracks(part, clip) if clip.subtitles else None
    embedded = node(
        "p14:media", extension(_TRACKS, tracks, "p14") if tracks is not None else None,
        r_embed=media,
    )  # fmt: skip
    return node("p:nvPr", node("a:videoFile", r_link=linked), extension(_MEDIA, embedded))


def crop(clip: Clip, frame: Frame) -> Node | None:
    """What of the clip covers a box of another shape, in 1/1000 % from each edge."""
    size = (clip.width, clip.height)
    left, top, right, bottom = crop_box(size, (frame.width, frame.height), (0.5, 0.5))
    cut = {
        "l": left / size[0],
        "t": top / size[1],
        "r": 1 - right / size[0],
        "b": 1 - bottom / size[1],
    }
    if max(cut.values()) < 0.002:
        return None
    return node("a:srcRect", **{edge: round(part * _PERCENT) for edge, part in cut.items()})


def _tracks(part: Any, clip: Clip) -> Node:
    blob = captions(clip.subtitles)
    relationship = part.relate_to(_captions_part(part.package, blob), TRACK_REL)
    identity = uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(blob).hexdigest())
    track = node(
        "p173:track",
        id=f"{{{str(identity).upper()}}}",
        label="Français",
        lang=LANGUAGE,
        r_embed=relationship,
    )
    return node("p173:tracksInfo", node("p173:trackLst", track), displayLoc="media")


def _captions_part(package: Any, blob: bytes) -> Part:
    """The part that holds these captions; the same clip on two slides shares it."""
    name = PackURI(f"/ppt/media/{hashlib.sha256(blob).hexdigest()[:16]}.vtt")
    parts = (part for part in package.iter_parts() if part.partname == name)
    return next(parts, None) or Part(name, CAPTIONS_TYPE, package, blob)


def captions(cues: Sequence[SubtitleCue]) -> bytes:
    """WebVTT on the clip's own clock."""
    return webvtt((cue.start, cue.stop, cue.lines) for cue in cues).encode()
