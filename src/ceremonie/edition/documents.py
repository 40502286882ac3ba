"""Everything that an edition holds beside its film and its deck."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from ceremonie.captions import subrip, webvtt
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import contact_sheet, names, prompter, report, running_order
from ceremonie.edition.music_sheet import music_sheet
from ceremonie.edition.outputs import (
    DESCRIPTIONS,
    NAMES,
    POSTER,
    PROMPTER,
    SHEETS,
    SUBRIP,
    TRACKS,
    TRANSCRIPT,
    WEBVTT,
)
from ceremonie.edition.page import FONTS
from ceremonie.edition.transcript import transcript
from ceremonie.film.poster import poster
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step

WRITTEN = 0.8
"""Part of their step after which only the report, the manifest and the folder are left."""


def write(
    folder: Path,
    plan: Plan,
    *,
    fonts: Mapping[str, Path],
    film: bool,
    progress: Progress,
    cache: Path | None = None,
) -> None:
    """The documents that accompany what lies in `folder`; those of the film only if it was made
    with this plan. The report is written apart. `cache` keeps pictures for the next run.
    """
    progress(Step.EDITION, 0.0)
    running_order.write(folder, plan)
    folder.joinpath(TRACKS).write_bytes(music_sheet(plan))
    pages = {PROMPTER: prompter.prompter(plan), NAMES: names.names(plan)}
    for name, text in pages.items():
        folder.joinpath(name).write_text(text, "utf-8", newline="\n")
    copy_fonts(fonts, folder / FONTS)
    if film:
        write_words(folder, plan)
        _contact_sheets(folder, plan, progress, cache)
    progress(Step.EDITION, WRITTEN)


def write_report(
    folder: Path,
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    more: Mapping[str, Any],
    *,
    draft: bool,
) -> None:
    """What was made, and what is to be said of it; `more` are facts that stand in the report
    besides, or instead of those of this plan.
    """
    facts = report.facts(plan, diagnostics, sizes(folder), draft=draft)
    report.write(folder, plan, {**facts, **more})


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of the files in a folder, by name; not of those in folders within."""
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}


def write_words(folder: Path, plan: Plan, *, captions: Collection[str] = (SUBRIP, WEBVTT)) -> None:
    """Poster, transcript, and the files of subtitles (those named `captions`) and of descriptions
    where there are any.
    """
    folder.joinpath(POSTER).write_bytes(poster(plan))
    texts = {TRANSCRIPT: transcript(plan)}
    cues = [
        (subtitle.span.start, subtitle.span.stop, subtitle.lines) for subtitle in plan.subtitles
    ]
    if cues:
        written = {SUBRIP: subrip, WEBVTT: webvtt}
        texts |= {name: written[name](cues) for name in captions}
    if plan.described:
        texts[DESCRIPTIONS] = webvtt(
            (one.span.start, one.span.stop, (one.text,)) for one in plan.described
        )
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, "utf-8", newline="\n")


def _contact_sheets(folder: Path, plan: Plan, progress: Progress, cache: Path | None) -> None:
    films = plan.in_each_shape
    for done, film in enumerate(films):

        def tell(part: float, done: int = done) -> None:
            progress(Step.EDITION, WRITTEN * (done + part) / len(films))

        contact_sheet.write(film, folder / SHEETS[film.format.shape], cache=cache, tell=tell)


def copy_fonts(fonts: Mapping[str, Path], folder: Path) -> None:
    """The typefaces of pages and deck, under these names."""
    folder.mkdir(exist_ok=True)
    for name, font in fonts.items():
        shutil.copyfile(font, folder / name)
