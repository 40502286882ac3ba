"""What became of the files → Materials: each entry with its words, its bounds and its subtitles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from ceremonie.diagnostics import NodePath
from ceremonie.media import clips, pictures, subtitles
from ceremonie.media.entries import Medium, mediums, name_of
from ceremonie.media.examination import Examination
from ceremonie.media.fault import UnusableError
from ceremonie.media.framing import proposed
from ceremonie.media.kinds import Kind, is_file_name
from ceremonie.media.material import Clip, Material, Materials, Missing, Picture, Sound, Track
from ceremonie.media.subtitles import Track as Spoken
from ceremonie.media.tasks import Task
from ceremonie.storyboard.media import Media, Music
from ceremonie.storyboard.model import CustomScene, Storyboard
from ceremonie.theme.faces import Family

MUSIC: NodePath = ("musique",)
Prepared = pictures.Copy | clips.CutClip | Sound


def assembled(
    storyboard: Storyboard,
    results: Mapping[NodePath, Prepared | UnusableError],
    spoken: Mapping[NodePath, Spoken],
    family: Family,
) -> Materials:
    """`results` and `spoken` by the path of their entry. One that has no result, or one that cannot
    be used, becomes Missing.
    """
    made: dict[Medium, Material] = {}
    for path, entry in mediums(storyboard):
        made.setdefault(entry, _material(entry, results.get(path), spoken.get(path)))
    return Materials(made, tuple(_tracks(storyboard, results)), family)


def assumed(answer: Examination | UnusableError, task: Task) -> Prepared | UnusableError:
    """What will be prepared, without pixels and with no place on the disk."""
    if isinstance(answer, UnusableError):
        return answer
    size = answer.width, answer.height
    copy = pictures.Copy("", *size, answer.alpha, Path(), answer.swatches, answer.faces)
    match task.kind:
        case Kind.PICTURE | Kind.DRAWING:
            return copy
        case Kind.SOUND:
            return sound_of("", answer, Path())
    return clips.CutClip(copy, answer.frames, answer.has_sound, copy)


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


def _tracks(
    storyboard: Storyboard, results: Mapping[NodePath, Prepared | UnusableError]
) -> Iterator[Track]:
    for path, entry in tracks(storyboard):
        prepared = results.get(path)
        if isinstance(prepared, Sound):
            yield Track(replace(prepared, credit=entry.credit), entry, path)
