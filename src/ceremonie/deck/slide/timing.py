"""The timing tree of a slide with video: each one starts on the presenter's click.

ISO/IEC 29500-1, 19.5. A click on the slide (or the remote's « next ») starts the next video; a
click on the video itself pauses it or goes on. Programs drop a tree that lacks any of its levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from ceremonie.deck.markup.xml import Node, node
from ceremonie.units import seconds

_VOLUME = 80_000
"""PowerPoint's own default, in 1/1000 %."""


@dataclass(frozen=True)
class Playing:
    """A video on the slide: the id of its shape, its length in frames."""

    shape: int
    frames: int


def timing(videos: Sequence[Playing]) -> Node:
    """`p:timing` for the videos, in the order of the clicks."""
    ids = count(1)
    root, main = next(ids), next(ids)
    sequence = _main_sequence(main, [_click_to_start(video, ids) for video in videos])
    media = [node("p:video", _media(video, ids)) for video in videos]
    pauses = [_click_to_pause(video, ids) for video in videos]
    children = node("p:childTnLst", sequence, *media, *pauses)
    top = node("p:cTn", children, id=root, dur="indefinite", restart="never", nodeType="tmRoot")
    return node("p:timing", node("p:tnLst", node("p:par", top)))


def _main_sequence(identity: int, steps: list[Node]) -> Node:
    own = node(
        "p:cTn",
        node("p:childTnLst", *steps),
        id=identity,
        dur="indefinite",
        nodeType="mainSeq",
    )
    return node(
        "p:seq",
        own,
        node("p:prevCondLst", _on_slide("onPrev")),
        node("p:nextCondLst", _on_slide("onNext")),
        concurrent=True,
        nextAc="seek",
    )


def _on_slide(event: str) -> Node:
    return node("p:cond", node("p:tgtEl", node("p:sldTgt")), evt=event, delay="0")


def _click_to_start(video: Playing, ids: Iterator[int]) -> Node:
    duration = int(seconds(video.frames) * 1000)
    outer, inner, effect = next(ids), next(ids), next(ids)
    command = _command(video.shape, "playFrom(0.0)", str(duration), next(ids))
    return _nested(outer, inner, _effect(effect, 1, command), delay="indefinite")


def _click_to_pause(video: Playing, ids: Iterator[int]) -> Node:
    own, outer, inner, effect = next(ids), next(ids), next(ids), next(ids)
    command = _command(video.shape, "togglePause", "1", next(ids))
    clicked = node("p:cond", _target(video.shape), evt="onClick", delay="0")
    sequence = node(
        "p:cTn",
        node("p:stCondLst", clicked),
        node("p:endSync", node("p:rtn", val="all"), evt="end", delay="0"),
        node("p:childTnLst", _nested(outer, inner, _effect(effect, 2, command), delay="0")),
        id=own,
        restart="whenNotActive",
        fill="hold",
        evtFilter="cancelBubble",
        nodeType="interactiveSeq",
    )
    again = node("p:nextCondLst", node("p:cond", _target(video.shape), evt="onClick", delay="0"))
    return node("p:seq", sequence, again, concurrent=True, nextAc="seek")


def _nested(outer: int, inner: int, effect: Node, *, delay: str) -> Node:
    return _held(outer, delay, _held(inner, "0", effect))


def _held(identity: int, delay: str, child: Node) -> Node:
    start = node("p:stCondLst", node("p:cond", delay=delay))
    own = node("p:cTn", start, node("p:childTnLst", child), id=identity, fill="hold")
    return node("p:par", own)


def _effect(identity: int, preset: int, command: Node) -> Node:
    own = node(
        "p:cTn",
        node("p:stCondLst", node("p:cond", delay="0")),
        node("p:childTnLst", command),
        id=identity,
        presetID=preset,
        presetClass="mediacall",
        presetSubtype="0",
        fill="hold",
        nodeType="clickEffect",
    )
    return node("p:par", own)


def _command(shape: int, command: str, duration: str, identity: int) -> Node:
    own = node("p:cTn", id=identity, dur=duration, fill="hold")
    behaviour = node("p:cBhvr", own, _target(shape))
    return node("p:cmd", behaviour, type="call", cmd=command)


def _media(video: Playing, ids: Iterator[int]) -> Node:
    start = node("p:stCondLst", node("p:cond", delay="indefinite"))
    own = node("p:cTn", start, id=next(ids), fill="hold", display=False)
    return node("p:cMediaNode", own, _target(video.shape), vol=_VOLUME)


def _target(shape: int) -> Node:
    return node("p:tgtEl", node("p:spTgt", spid=shape))
