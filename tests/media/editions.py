"""A small edition on disk: a storyboard with one workshop and the media that a test gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from ceremonie import media
from ceremonie.audiences import Audience
from ceremonie.diagnostics import Diagnostic
from ceremonie.media.examining import Examined
from ceremonie.media.material import Clip, Material, Materials, Picture
from ceremonie.rights import Showing
from ceremonie.storyboard import Reading, read
from ceremonie.tools import ffmpeg
from ceremonie.treatment import Treatment

Entry = Mapping[str, object]


@dataclass
class Edition:
    """`folder` holds the storyboard; `workspace` is where copies go; `treatments` are what is done
    to the copies of the media, one after the other.
    """

    folder: Path
    workspace: Path
    top: Entry = field(default_factory=dict)
    treatments: Sequence[Treatment] = ()

    def treated(self, *treatments: Treatment) -> Edition:
        """The same files, for those who may not see or hear all of them."""
        return replace(self, treatments=treatments)

    def reading(self, *entries: Entry) -> Reading:
        workshop = {"titre": "Boxe", "commune": "Créteil", "medias": list(entries)}
        board = {
            "edition": "2023",
            "titre": "Journées de l'égalité des chances",
            "organisateur": "Préfecture du Val-de-Marne",
            "ceremonie": {"date": "2023-12-01", "lieu": "Salle des fêtes"},
            "jours": [{"date": "2023-11-28", "ateliers": [workshop]}],
            **self.top,
        }
        file = self.folder / "storyboard.yaml"
        file.write_text(yaml.safe_dump(board, allow_unicode=True, sort_keys=False), "utf-8")
        return read(file)

    def gather(
        self, *entries: Entry, draft: bool = False, workers: int = 2, code_local: bool = False
    ) -> tuple[Materials, tuple[Diagnostic, ...]]:
        """What `produire` plans with, and all that it tells of the media."""
        reading = self.reading(*entries)
        with media.at_work(self.workspace, workers=workers, code_local=code_local) as means:
            examined = media.examine(reading, means, draft=draft)
            treatments = dict(zip(examined.tasks, self.treatments, strict=False))
            showing = replace(whole(reading), treatments=treatments)
            materials, told = media.gather(examined, showing, means)
        return materials, (*examined.diagnostics, *told)

    def examine(self, *entries: Entry, code_local: bool = False) -> Examined:
        with media.at_work(self.workspace, code_local=code_local) as means:
            return media.examine(self.reading(*entries), means)

    def inspect(self, *entries: Entry, code_local: bool = False) -> tuple[Diagnostic, ...]:
        """What `verifier` tells of the media."""
        return self.examine(*entries, code_local=code_local).diagnostics

    def material(self, file: str, **more: object) -> Material:
        """What a single media entry became, without a problem."""
        materials, told = self.gather({"fichier": file, "alt": "Un essai", **more})
        assert not told, [d.render() for d in told]
        (made,) = materials.media.values()
        return made

    def picture(self, file: str, **more: object) -> Picture:
        made = self.material(file, **more)
        assert isinstance(made, Picture)
        return made

    def clip(self, file: str, **more: object) -> Clip:
        made = self.material(file, **more)
        assert isinstance(made, Clip)
        return made

    def refused(self, file: str, **more: object) -> tuple[str, ...]:
        """The slugs of a single entry, told alike by both doors."""
        entry = {"fichier": file, "alt": "Un essai", **more}
        inspected, (_, gathered) = self.inspect(entry), self.gather(entry)
        assert inspected == gathered
        return tuple(d.slug for d in gathered)

    def record(self, name: str, *arguments: str) -> Path:
        """A file that ffmpeg makes."""
        file = self.folder / name
        ffmpeg.run((*arguments, ffmpeg.file_output(file)))
        return file


def colours(size: str = "160x90", rate: int = 25, seconds: float = 1) -> tuple[str, ...]:
    """Arguments for a moving test picture."""
    return ("-f", "lavfi", "-i", f"testsrc2=size={size}:rate={rate}:duration={seconds}")


def tone(seconds: float = 1, rate: int = 48_000, layout: str = "stereo") -> tuple[str, ...]:
    """Arguments for 440 Hz on every channel."""
    count = {"mono": 1, "stereo": 2, "5.1": 6}[layout]
    each = "|".join(["0.2*sin(2*PI*440*t)"] * count)
    source = f"aevalsrc={each}:s={rate}:d={seconds}:c={layout}"
    return ("-f", "lavfi", "-i", source)


H264: Sequence[str] = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")


def whole(reading: Reading) -> Showing:
    """All of a storyboard, for the hall."""
    return Showing(Audience.HALL, reading.storyboard)
