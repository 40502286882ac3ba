"""A clip that flashes is refused at its time code, or shown with little contrast where it does."""

from __future__ import annotations

from collections.abc import Iterator

import av
import numpy as np

from ceremonie.diagnostics import Severity
from ceremonie.flashing import Cells, flashing
from ceremonie.media.material import Clip

from .editions import Edition

WHITE = "if(between(T,1,3)*mod(floor(N/2),2),235,16)"
FLICKER = f"color=black:size=320x180:rate=25:duration=4,geq=lum='{WHITE}':cb=128:cr=128"


def cells(clip: Clip) -> Iterator[Cells]:
    with av.open(str(clip.path)) as opened:
        for frame in opened.decode(video=0):
            small = frame.reformat(width=64, height=36, format="rgb24", interpolation="AREA")
            yield np.asarray(small.to_ndarray(), np.uint8)


def test_it_is_an_error_with_its_time_code(edition: Edition) -> None:
    edition.record("a.mp4", "-f", "lavfi", "-i", FLICKER)
    _, told = edition.gather({"fichier": "a.mp4"})
    (fault,) = [one for one in told if one.slug == "video-eclairs"]
    assert fault.severity is Severity.ERROR
    assert "de 1,5 à 3" in fault.message


def test_what_lies_outside_the_bounds_does_not_count(edition: Edition) -> None:
    edition.record("a.mp4", "-f", "lavfi", "-i", FLICKER)
    _, told = edition.gather({"fichier": "a.mp4", "a": 1})
    assert "video-eclairs" not in {one.slug for one in told}


def test_it_is_calmed_where_that_is_asked_for(edition: Edition) -> None:
    edition.record("a.mp4", "-f", "lavfi", "-i", FLICKER)
    materials, told = edition.gather({"fichier": "a.mp4", "flashs": "attenuer"})
    assert "video-eclairs" not in {one.slug for one in told}
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    assert clip.frames == 100
    assert not flashing(cells(clip))
