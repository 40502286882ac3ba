"""The timing tree of a slide: what comes in, and which video starts, on the presenter's click.

ISO/IEC 29500-1, 19.5. A click on the slide (or the remote's « next ») starts the next video; a
click on the video itself pauses it or goes on. Programs drop a tree that lacks any of its levels.

The recap film fills the screen, and disappears after its end: only the slide's black field stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from ceremonie.deck.markup.xml import Node, find, node
from ceremonie.units import seconds

_VOLUME = 100_000
"""1/1000 %: as loud as it was mixed. PowerPoint's own default is 80 %."""

_LATE = 1000
"""Milliseconds that a program may take to begin: the film is not to disappear before its end."""

_FADE, _FADE_MILLISECONDS = 10, 500
"""PowerPoint's number for the entrance « Estomper », and its usual length."""


@dataclass(frozen=True)
class Playing:
    """A video on the slide: the id of its shape, its length in frames; the recap `film` has the
    screen for itself; nothing is heard of one that is `muted`.
    """

    shape: int
    frames: int
    film: bool = False
    muted: bool = False

    @property
    def milliseconds(self) -> int:
        return int(seconds(self.frames) * 1000)


@dataclass(frozen=True)
class Built:
    """A shape that comes in with a click; one of words is listed as built in one piece."""

    shape: int
    words: bool


def builds(tree: Node, steps: Sequence[Sequence[str]]) -> list[list[Built]]:
    """The shapes of a slide's tree that each click brings in, by their names; a name that the slide
    does not have brings in nothing.
    """
    shapes: dict[str, Built] = {}
    for shape in find(tree, "p:sp | p:pic | p:grpSp | p:graphicFrame"):
        (own,) = find(shape, "./*[1]/p:cNvPr")
        shapes[own.get("name")] = Built(int(own.get("id")), bool(find(shape, "p:txBody")))
    clicks = [[shapes[name] for name in step if name in shapes] for step in steps]
    return [click for click in clicks if click]


def timing(videos: Sequence[Playing], clicks: Sequence[Sequence[Built]] = ()) -> Node:
    """`p:timing`: first what each click brings in, then the videos, in the order of the clicks."""
    ids = count(1)
    root, main = next(ids), next(ids)
    steps = [_click_to_enter(shapes, ids) for shapes in clicks]
    steps += [_click_to_start(video, ids) for video in videos]
    media = [node("p:video", _media(video, ids), fullScrn=video.film or None) for video in videos]
    pauses = [_click_to_pause(video, ids) for video in videos]
    children = node("p:childTnLst", _main_sequence(main, steps), *media, *pauses)
    top = node("p:cTn", children, id=root, dur="indefinite", restart="never", nodeType="tmRoot")
    words = [shape for shapes in clicks for shape in shapes if shape.words]
    listed = [node("p:bldP", spid=one.shape, grpId="0") for one in words]
    return node(
        "p:timing",
        node("p:tnLst", node("p:par", top)),
        node("p:bldLst", *listed) if listed else None,
    )


def _click_to_enter(shapes: Sequence[Built], ids: Iterator[int]) -> Node:
    outer, inner = next(ids), next(ids)
    effects = [_entrance(shape, ids, first=index == 0) for index, shape in enumerate(shapes)]
    return _held(outer, "indefinite", _held(inner, "0", *effects))


def _entrance(shape: Built, ids: Iterator[int], *, first: bool) -> Node:
    """A fade: made visible, then faded in. Those of one click come in together."""
    effect, shown, faded = next(ids), next(ids), next(ids)
    start = node("p:stCondLst", node("p:cond", delay="0"))
    own = node(
        "p:cTn",
        start,
        node("p:childTnLst", _visible(shape.shape, shown), _faded(shape.shape, faded)),
        id=effect,
        presetID=_FADE,
        presetClass="entr",
        presetSubtype="0",
        fill="hold",
        grpId="0" if shape.words else None,
        nodeType="clickEffect" if first else "withEffect",
    )
    return node("p:par", own)


def _visible(shape: int, identity: int) -> Node:
    start = node("p:stCondLst", node("p:cond", delay="0"))
    own = node("p:cTn", start, id=identity, dur="1", fill="hold")
    attribute = node("p:attrNameLst", node("p:attrName", "style.visibility"))
    behaviour = node("p:cBhvr", own, _target(shape), attribute)
    return node("p:set", behaviour, node("p:to", node("p:strVal", val="visible")))


def _faded(shape: int, identity: int) -> Node:
    own = node("p:cTn", id=identity, dur=_FADE_MILLISECONDS)
    behaviour = node("p:cBhvr", own, _target(shape))
    return node("p:animEffect", behaviour, transition="in", filter="fade")


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
    outer, inner, effect = next(ids), next(ids), next(ids)
    command = _command(video.shape, "playFrom(0.0)", str(video.milliseconds), next(ids))
    steps = [_held(inner, "0", _effect(effect, 1, command))]
    if video.film:
        steps.append(_vanishing(video, ids))
    return _held(outer, "indefinite", *steps)


def _vanishing(video: Playing, ids: Iterator[int]) -> Node:
    """« Disappear », after the video before it in the same click."""
    step, effect, change = next(ids), next(ids), next(ids)
    at_once = node("p:stCondLst", node("p:cond", delay="0"))
    behaviour = node(
        "p:cBhvr",
        node("p:cTn", at_once, id=change, dur="1", fill="hold"),
        _target(video.shape),
        node("p:attrNameLst", node("p:attrName", "style.visibility")),
    )
    hidden = node("p:set", behaviour, node("p:to", node("p:strVal", val="hidden")))
    vanish = _effect(effect, 1, hidden, kind="exit", after=True)
    return _held(step, str(video.milliseconds + _LATE), vanish)


def _click_to_pause(video: Playing, ids: Iterator[int]) -> Node:
    own, outer, inner, effect = next(ids), next(ids), next(ids), next(ids)
    command = _command(video.shape, "togglePause", "1", next(ids))
    clicked = node("p:cond", _target(video.shape), evt="onClick", delay="0")
    sequence = node(
        "p:cTn",
        node("p:stCondLst", clicked),
        node("p:endSync", node("p:rtn", val="all"), evt="end", delay="0"),
        node("p:childTnLst", _held(outer, "0", _held(inner, "0", _effect(effect, 2, command)))),
        id=own,
        restart="whenNotActive",
        fill="hold",
        evtFilter="cancelBubble",
        nodeType="interactiveSeq",
    )
    again = node("p:nextCondLst", node("p:cond", _target(video.shape), evt="onClick", delay="0"))
    return node("p:seq", sequence, again, concurrent=True, nextAc="seek")


def _held(identity: int, delay: str, *steps: Node) -> Node:
    start = node("p:stCondLst", node("p:cond", delay=delay))
    own = node("p:cTn", start, node("p:childTnLst", *steps), id=identity, fill="hold")
    return node("p:par", own)


def _effect(
    identity: int, preset: int, behaviour: Node, *, kind: str = "mediacall", after: bool = False
) -> Node:
    own = node(
        "p:cTn",
        node("p:stCondLst", node("p:cond", delay="0")),
        node("p:childTnLst", behaviour),
        id=identity,
        presetID=preset,
        presetClass=kind,
        presetSubtype="0",
        fill="hold",
        nodeType="afterEffect" if after else "clickEffect",
    )
    return node("p:par", own)


def _command(shape: int, command: str, duration: str, identity: int) -> Node:
    own = node("p:cTn", id=identity, dur=duration, fill="hold")
    behaviour = node("p:cBhvr", own, _target(shape))
    return node("p:cmd", behaviour, type="call", cmd=command)


def _media(video: Playing, ids: Iterator[int]) -> Node:
    start = node("p:stCondLst", node("p:cond", delay="indefinite"))
    own = node("p:cTn", start, id=next(ids), fill="hold", display=False)
    how = {"vol": _VOLUME, "mute": True} if video.muted else {"vol": _VOLUME}
    return node("p:cMediaNode", own, _target(video.shape), **how)


def _target(shape: int) -> Node:
    return node("p:tgtEl", node("p:spTgt", spid=shape))
