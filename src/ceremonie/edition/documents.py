"""Everything that an edition holds beside its film and its deck."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ceremonie.diagnostics import Diagnostic
from ceremonie.edition import contact_sheet, report
from ceremonie.edition.running_order import running_order
from ceremonie.edition.subtitles import srt, vtt
from ceremonie.edition.transcript import transcript
from ceremonie.plan.model import Plan
from ceremonie.progress import Progress, Step

FONTS = "polices"


def write(
    folder: Path,
    plan: Plan,
    diagnostics: Sequence[Diagnostic],
    durations: Mapping[str, float],
    *,
    fonts: Iterable[Path],
    draft: bool,
    progress: Progress,
) -> None:
    """The documents that tell and accompany what lies in `folder`."""
    progress(Step.EDITION, 0.0)
    texts = {
        "film.fr.srt": srt(plan.subtitles),
        "film.fr.vtt": vtt(plan.subtitles),
        "transcription.html": transcript(plan),
        "conducteur.html": running_order(plan),
    }
    for name, text in texts.items():
        folder.joinpath(name).write_text(text, "utf-8", newline="\n")
    _copy_fonts(fonts, folder / FONTS)
    contact_sheet.write(plan, folder / "planche.jpg")
    progress(Step.EDITION, 0.8)
    sizes = {p.name: p.stat().st_size for p in sorted(folder.iterdir()) if p.is_file()}
    report.write(folder, plan, report.facts(plan, diagnostics, sizes, durations, draft=draft))


def _copy_fonts(fonts: Iterable[Path], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for font in fonts:
        shutil.copyfile(font, folder / font.name)
