"""What became of the files → Materials: each entry with its words, its bounds and its subtitles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from ceremonie.diagnostics import NodePath
from ceremonie.media import clips, pictures, subtitles
from ceremonie.media.casting import cast_of
from ceremonie.media.entries import Medium, mediums, name_of
from ceremonie.media.examination import Examination, Face
from ceremonie.media.fault import UnusableError
from ceremonie.media.framing import proposed
from ceremonie.media.inspection import DESCRIPTION
from ceremonie.media.kinds import Kind, is_file_name
from ceremonie.media.material import Cast, Clip, Material, Materials, Missing, Picture, Sound, Track
from ceremonie.media.quotes import hushed
from ceremonie.media.subtitles import Track as Spoken
from ceremonie.media.tasks import Task
from ceremonie.rights.showing import Showing
from ceremonie.storyboard.media import Media, Music
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.stage import CustomScene
from ceremonie.territory.values import Territory
from ceremonie.theme.faces import Family
from ceremonie.treatment import AS_IT_IS

MUSIC: NodePath = ("musique",)
WALK_IN: NodePath = ("accueil", "musique")
NARRATION: NodePath = (DESCRIPTION,)
"""Of what names the recording."""

Prepared = pictures.Copy | clips.CutClip | Sound


def assembled(
    showing: Showing,
    results: Mapping[NodePath, Prepared | UnusableError],
    spoken: Mapping[NodePath, Spoken],
    family: Family,
    *,
    ground: Territory | None = None,
) -> Materials:
    """Of what an audience is shown; `results` and `spoken` by the path of their entry in the
    source. One that has no result, or one that cannot be used, becomes Missing.
    """
    storyboard = showing.storyboard
    assert storyboard is not None
    made: dict[Medium, Material] = {}
    for path, entry in mediums(storyboard):
        source = showing.origin(path)
        track = _track(entry, spoken.get(source), showing)
        material = _material(entry, results.get(source), track)
        cast = cast_of(entry, source, showing.treatments.get(source, AS_IT_IS))
        made.setdefault(entry, _with_cast(material, cast))
    return Materials(
        made,
        tuple(_heard(tracks(storyboard), results)),
        family,
        ground=ground,
        narration=_narration(showing, results),
        walk_in=next(_heard(own_track(storyboard), results), None),
    )


def _track(entry: Medium, track: Spoken | None, showing: Showing) -> Spoken | None:
    """None where the audience is not given the words, or only another image."""
    given = isinstance(entry, Media) and entry.subtitles and track
    return hushed(track, showing.naming) if given and track else None


def _with_cast(material: Material, cast: Cast) -> Material:
    match material:
        case Picture():
            return replace(material, cast=cast)
        case Clip(poster=poster):
            silent = replace(cast, heard=())
            return replace(material, cast=cast, poster=replace(poster, cast=silent))
    return material


def assumed(answer: Examination | UnusableError, task: Task) -> Prepared | UnusableError:
    """What will be prepared, without pixels and with no place on the disk."""
    if isinstance(answer, UnusableError):
        return answer
    size, faces = (answer.width, answer.height), heads(answer, task)
    copy = pictures.Copy("", *size, answer.alpha, Path(), answer.swatches, faces)
    match task.kind:
        case Kind.PICTURE | Kind.DRAWING:
            return copy
        case Kind.SOUND:
            return sound_of("", answer, Path())
    return clips.CutClip(copy, answer.frames, answer.has_sound and not task.treatment.muted, copy)


def heads(answer: Examination, task: Task) -> tuple[Face, ...]:
    """Those that a frame keeps whole: one that is blurred stays where it was, none is left where
    all of the picture is.
    """
    return () if task.treatment.whole else answer.faces


def sound_of(digest: str, answer: Examination, path: Path) -> Sound:
    """What is known of a piece of music."""
    return Sound(
        digest,
        answer.samples,
        path=path,
        whole=answer.whole,
        tempo=answer.tempo,
        extent=answer.extent,
    )


def _material(
    entry: Medium, prepared: Prepared | UnusableError | None, track: Spoken | None
) -> Material:
    if isinstance(entry, CustomScene):
        return (
            _scene(prepared, entry) if isinstance(prepared, clips.CutClip) else Missing(entry.code)
        )
    if isinstance(prepared, pictures.Copy):
        return _picture(prepared, entry)
    if isinstance(prepared, clips.CutClip):
        return _clip(prepared, entry, track)
    return Missing(name_of(entry))


def _scene(cut: clips.CutClip, entry: CustomScene) -> Clip:
    copy, still, words = cut.copy, cut.poster, _described(entry.alternative)
    poster = Picture(still.digest, still.width, still.height, words, path=still.path)
    return Clip(
        copy.digest,
        copy.width,
        copy.height,
        cut.frames,
        cut.has_sound,
        poster,
        words,
        credit=entry.credit,
        path=copy.path,
    )


def _picture(copy: pictures.Copy, entry: Media) -> Picture:
    return Picture(
        copy.digest,
        copy.width,
        copy.height,
        _words_for(entry),
        entry.caption,
        entry.credit,
        focus=(entry.focus.x, entry.focus.y) if entry.focus else proposed(copy.faces),
        alpha=copy.alpha,
        path=copy.path,
        swatches=copy.swatches,
        faces=() if entry.focus else copy.faces,
    )


def _words_for(entry: Media) -> str:
    """What says to those who do not see it what is shown."""
    return _described(entry.alternative, entry.caption)


def _described(*texts: str | None) -> str:
    """The first that is a description: the name of a file is none."""
    return next((text for text in texts if text and not is_file_name(text)), "")


def _clip(cut: clips.CutClip, entry: Media, track: Spoken | None) -> Clip:
    start = Fraction(str(entry.start))
    return Clip(
        cut.copy.digest,
        cut.copy.width,
        cut.copy.height,
        cut.frames,
        cut.has_sound,
        _picture(cut.poster, entry),
        _words_for(entry),
        entry.caption,
        entry.credit,
        subtitles.cues(track, start, cut.frames) if track else (),
        entry.sound,
        cut.copy.path,
    )


def tracks(storyboard: Storyboard) -> tuple[tuple[NodePath, Music], ...]:
    """Every entry of the music, and the way to it."""
    if isinstance(storyboard.music, Music):
        return ((MUSIC, storyboard.music),)
    return tuple(((*MUSIC, index), entry) for index, entry in enumerate(storyboard.tracks))


def own_track(storyboard: Storyboard) -> tuple[tuple[NodePath, Music], ...]:
    """The music of the walk-in and the way to it, where it has one that is not the film's."""
    own = storyboard.welcome and storyboard.welcome.music
    return ((WALK_IN, own),) if isinstance(own, Music) else ()


def _heard(
    entries: Iterable[tuple[NodePath, Music]],
    results: Mapping[NodePath, Prepared | UnusableError],
) -> Iterator[Track]:
    for path, entry in entries:
        prepared = results.get(path)
        if isinstance(prepared, Sound):
            yield Track(replace(prepared, credit=entry.credit), entry, path)


def narrated(showing: Showing) -> bool:
    """Whether the audience is given a recorded voice: the hall hears the film as it is."""
    board = showing.storyboard
    recorded = board and board.description and board.description.recording
    return bool(recorded) and not showing.audience.is_hall


def _narration(
    showing: Showing, results: Mapping[NodePath, Prepared | UnusableError]
) -> Sound | None:
    prepared = results.get(NARRATION) if narrated(showing) else None
    return prepared if isinstance(prepared, Sound) else None
