"""Everything that an edition holds beside its film and its deck."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ceremonie.captions import subrip, webvtt
from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import contact_sheet, report
from ceremonie.edition.outputs import POSTER, SHEETS, SUBRIP, TRANSCRIPT, WEBVTT
from ceremonie.edition.page import FONTS
from ceremonie.edition.running_order import running_order
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
    folder.joinpath("conducteur.html").write_text(running_order(plan), "utf-8", newline="\n")
    _copy_fonts(fonts, folder / FONTS)
    if film:
        _of_the_film(folder, plan)
        _contact_sheets(folder, plan, progress, cache)
    progress(Step.EDITION, WRITTEN)


def write_report(
    folder: Path,
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    template: Mapping[str, Any] | None = None,
    *,
    draft: bool,
) -> None:
    """What was made, and what is to be said of it; `template` is what went where in others'."""
    sizes = {p.name: p.stat().st_size for p in sorted(folder.iterdir()) if p.is_file()}
    facts = report.facts(plan, diagnostics, sizes, draft=draft)
    if template:
        facts["gabarit"] = template
    report.write(folder, plan, facts)


def _of_the_film(folder: Path, plan: Plan) -> None:
    """Poster, transcript, and subtitle files where there are subtitles."""
    folder.joinpath(POSTER).write_bytes(poster(plan))
    texts = {TRANSCRIPT: transcript(plan)}
    cues = [
        (subtitle.span.start, subtitle.span.stop, subtitle.lines) for subtitle in plan.subtitles
    ]
    if cues:
        texts |= {SUBRIP: subrip(cues), WEBVTT: webvtt(cues)}
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, "utf-8", newline="\n")


def _contact_sheets(folder: Path, plan: Plan, progress: Progress, cache: Path | None) -> None:
    films = plan.in_each_shape
    for done, film in enumerate(films):

        def tell(part: float, done: int = done) -> None:
            progress(Step.EDITION, WRITTEN * (done + part) / len(films))

        contact_sheet.write(film, folder / SHEETS[film.format.shape], cache=cache, tell=tell)


def _copy_fonts(fonts: Mapping[str, Path], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, font in fonts.items():
        shutil.copyfile(font, folder / name)
