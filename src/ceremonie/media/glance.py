"""One look at a file that no storyboard names yet: what it is, when it was taken, what it shows.

Kept by the file's digest, so that a folder of thousands is looked at once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.media import decoding, nature, pictures
from ceremonie.media.decoding import BrokenError
from ceremonie.media.kinds import Kind
from ceremonie.media.means import Means
from ceremonie.media.picture import fingerprint
from ceremonie.media.picture.damage import END
from ceremonie.media.picture.exif import upright
from ceremonie.media.picture.fingerprint import Fingerprint
from ceremonie.media.telling import damaged
from ceremonie.media.workspace import key

VERSION = 1
"""Part of every key: raise it whenever a glance tells something else."""

TAIL = 1 << 16
"""Bytes in which the end of a JPEG is looked for: some cameras write more behind it."""

SIDE = 512
"""Pixels of the shorter side of what is looked at: JPEG decoders round the sizes of reduced
pictures, which moves their parts by less the larger they are."""

LEAST_GAP = 0.5
"""Seconds by which the lengths of the same clip may differ."""


@dataclass(frozen=True)
class Glance:
    """`ending` is the one that its content calls for; `width` and `height` are upright, in px;
    `seconds` are those of a clip. `taken` is by the clock of the place; `recorded` knows its
    distance from UTC and may be the end of a clip; `changed` is when a program wrote it.
    """

    digest: str
    kind: Kind
    ending: str
    width: int
    height: int
    seconds: float
    taken: dt.datetime | None
    recorded: dt.datetime | None
    changed: dt.datetime | None
    device: str
    fingerprint: Fingerprint

    @property
    def pixels(self) -> int:
        return self.width * self.height


def glance(file: Path, name: str, means: Means) -> Glance:
    """Raises UnusableError where it is no picture and no clip that can be decoded, OSError where it
    cannot be read, MachineError where the cache cannot be written; `name` is what the user calls
    the file.
    """
    with file.open("rb") as opened:
        kind_of_file = nature.of(opened.read(nature.HEAD))
    kind = kind_of_file.kind if kind_of_file else Kind.CLIP
    digest = means.workspace.digests.of(file)
    libraries = pictures.libraries() if kind is Kind.PICTURE else decoding.libraries()
    made_of = key("glance", VERSION, *libraries, digest)
    look = _picture if kind is Kind.PICTURE else _clip
    facts = means.workspace.kept(made_of, lambda: look(file, name, means))
    ending = kind_of_file.ending if kind_of_file else file.suffix.lower()
    return _restored(facts, digest, kind, ending)


def same(one: Glance, other: Glance) -> bool:
    """Whether both are the same photo, or the same clip, perhaps made smaller by a messenger."""
    if one.digest == other.digest:
        return True
    if one.kind is not other.kind or abs(one.seconds - other.seconds) > LEAST_GAP:
        return False
    if one.taken and other.taken and one.taken != other.taken:
        return False
    return fingerprint.alike(one.fingerprint, other.fingerprint)


def _picture(file: Path, name: str, _: Means) -> dict[str, Any]:
    if not _ends_as_jpeg(file):
        pictures.examine(file, name)  # refuses what shows hardly anything
    image, facts = pictures.sampled(file, name, SIDE)
    return {
        "size": upright(facts.width, facts.height, facts.orientation),
        "seconds": 0.0,
        "taken": _said(facts.taken.moment),
        "recorded": None,
        "changed": _said(facts.taken.changed),
        "device": facts.taken.device,
        "print": _written(fingerprint.of(image)),
    }


def _ends_as_jpeg(file: Path) -> bool:
    """Whether the end of a picture is there: a copy that was broken off lacks it. Other formats are
    decoded whole anyway.
    """
    with file.open("rb") as opened:
        if opened.read(3) != b"\xff\xd8\xff":
            return True
        opened.seek(max(0, file.stat().st_size - TAIL))
        return END in opened.read()


def _clip(file: Path, name: str, means: Means) -> dict[str, Any]:
    import numpy as np

    try:
        seen = means.decoders.ask("glance", file=str(file))
    except BrokenError as error:
        raise damaged(Kind.CLIP, name) from error
    width, height = seen["size"]
    grey = np.array(seen["grey"], np.uint8).reshape(fingerprint.GRID, fingerprint.GRID)
    local, recorded = _moment(seen["local"]), _moment(seen["created"])
    with_zone = recorded.replace(tzinfo=recorded.tzinfo or dt.UTC) if recorded else None
    numerator, _, denominator = seen["seconds"].partition("/")
    return {
        "size": (width, height),
        "seconds": int(numerator) / int(denominator or 1),
        "taken": _said(local.replace(tzinfo=None) if local else None),
        "recorded": _said(with_zone),
        "changed": None,
        "device": seen["device"],
        "print": _written(fingerprint.of_means(grey, width / height)),
    }


def _said(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str) -> dt.datetime | None:
    """None for a day alone, too: it says nothing of the hour, and is often that of a tag."""
    try:
        return dt.datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        return None


def _written(made: Fingerprint) -> dict[str, Any]:
    return {"bits": f"{made.bits:016x}", "grey": made.grey.hex(), "aspect": made.aspect}


def _restored(facts: dict[str, Any], digest: str, kind: Kind, ending: str) -> Glance:
    width, height = facts["size"]
    taken, recorded, changed = (
        dt.datetime.fromisoformat(facts[name]) if facts[name] else None
        for name in ("taken", "recorded", "changed")
    )
    seen = facts["print"]
    return Glance(
        digest, kind, ending, width, height, facts["seconds"], taken, recorded, changed,
        facts["device"],
        Fingerprint(int(seen["bits"], 16), bytes.fromhex(seen["grey"]), seen["aspect"]),
    )  # fmt: skip
