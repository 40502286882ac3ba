"""Faces blurred in clips: followed between key frames, and all of a frame where they are lost.

The « face » is a patch of many colours that moves over a ground that moves too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from ceremonie.diagnostics import Diagnostic
from ceremonie.media.material import Clip
from ceremonie.treatment import AS_IT_IS, Key, Treatment

from .editions import H264, Edition, colours, tone

Pixels = npt.NDArray[np.uint8]
Place = tuple[float, float]

WIDTH, HEIGHT, SIDE = 480, 270, 54
FRAMES = 50

DETAIL = 3.0
"""Grey values between neighbours, on average, over what is blurred; the patch has ten and more."""


def texture(height: int, width: int, cell: int, seed: int) -> Pixels:
    cells = np.random.default_rng(seed).integers(
        30, 226, (height // cell + 2, width // cell + 2, 3), np.uint8
    )
    return np.asarray(cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


GROUND = texture(HEIGHT + 100, WIDTH + 300, 14, 1)
PATCH = texture(SIDE, SIDE, 6, 2)


def waving(part: float) -> Place:
    """To the right, up and down."""
    return 40 + 300 * part, 110 + 70 * np.sin(5 * part)


def leaving(part: float) -> Place:
    """Out of the picture, to the right."""
    return 200 + 500 * part, 100


PLACES = {
    way.__name__: [way(number / FRAMES) for number in range(FRAMES)] for way in (waving, leaving)
}
"""Where the patch is in each frame, in px."""


def followed(way: str, *frames: int) -> Treatment:
    """Keys at these frames."""
    keys = [(frame / 25, *PLACES[way][frame]) for frame in frames]
    size = SIDE / WIDTH, SIDE / HEIGHT
    return Treatment(regions=(tuple(Key(at, x / WIDTH, y / HEIGHT, *size) for at, x, y in keys),))


X, Y = PLACES["waving"][0]
TURNED = Key(0, Y / HEIGHT, 1 - (X + SIDE) / WIDTH, SIDE / HEIGHT, SIDE / WIDTH)
"""Where it is at first in a picture that is turned to the left."""


def record(edition: Edition) -> None:
    """All clips; in `cut` another scene begins in the middle."""
    write(edition.folder / "waving.mp4", PLACES["waving"])
    write(edition.folder / "leaving.mp4", PLACES["leaving"])
    write(edition.folder / "cut.mp4", PLACES["waving"], cut=FRAMES // 2)
    file = str(edition.folder / "waving.mp4")
    edition.record("turned.mp4", "-display_rotation:v:0", "90", "-i", file, "-c", "copy")
    edition.record("heard.mp4", *colours(), *tone(), *H264, "-c:a", "aac", "-shortest")


def write(file: Path, places: Sequence[Place], cut: int = FRAMES) -> None:
    with av.open(str(file), "w") as container:
        stream = container.add_stream("libx264", 25, options={"crf": "12", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number, place in enumerate(places):
            ground = GROUND if number < cut else GROUND[::-1, ::-1]
            frame = av.VideoFrame.from_ndarray(_scene(ground, number, place), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def _scene(ground: Pixels, number: int, place: Place) -> Pixels:
    image = ground[20 : 20 + HEIGHT, 2 * number : 2 * number + WIDTH].copy()
    shift = np.array([[1, 0, place[0]], [0, 1, place[1]]], np.float32)
    patch = cv2.warpAffine(PATCH, shift, (WIDTH, HEIGHT))
    there = cv2.warpAffine(np.full((SIDE, SIDE), 255, np.uint8), shift, (WIDTH, HEIGHT)) > 127
    image[there] = patch[there]
    return image


def shown(clip: Clip) -> list[Pixels]:
    """Every frame, RGB."""
    with av.open(str(clip.path)) as opened:
        return [frame.to_ndarray(format="rgb24") for frame in opened.decode(video=0)]


def detail(part: Pixels) -> float:
    return float(np.abs(np.diff(part.astype(np.float64).mean(axis=-1), axis=1)).mean())


def patch_in(frame: Pixels, place: Place) -> Pixels:
    """What is shown where the patch is, as far as it is in the picture."""
    x, y = (max(0, round(edge)) for edge in place)
    return frame[y : y + SIDE, x : x + SIDE]


def veiled(frame: Pixels) -> bool:
    """Whether nothing in it has an edge."""
    return detail(frame) < 1.5


@dataclass(frozen=True)
class Treated:
    """What became of a clip: its frames, and what was told of it."""

    clip: Clip
    frames: Sequence[Pixels]
    told: Sequence[Diagnostic]


CASES: dict[str, tuple[str, dict[str, float], Treatment]] = {
    "as it is": ("waving", {}, AS_IT_IS),
    "two keys": ("waving", {}, followed("waving", 0, 49)),
    "one key": ("waving", {}, followed("waving", 25)),
    "keys within": ("waving", {}, followed("waving", 10, 30)),
    "cut": ("cut", {}, followed("waving", 5, 45)),
    "leaving": ("leaving", {}, followed("leaving", 0)),
    "extract": ("waving", {"de": 0.8, "a": 1.6}, followed("waving", 25)),
    "no key": ("waving", {"de": 0.8, "a": 1.2}, followed("waving", 0)),
    "whole": ("waving", {}, Treatment(whole=True)),
    "turned": ("turned", {}, Treatment(regions=((TURNED,),))),
    "heard": ("heard", {}, AS_IT_IS),
    "muted": ("heard", {}, Treatment(muted=True)),
}
"""File, bounds, treatment."""


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Treated]:
    """All of them in one run."""
    folder = tmp_path_factory.mktemp("edition")
    edition = Edition(folder, tmp_path_factory.mktemp("cache"))
    record(edition)
    entries = [
        {"fichier": f"{file}.mp4", "alt": name, "personnes": "aucune", **bounds}
        for name, (file, bounds, _) in CASES.items()
    ]
    treatments = (treatment for _, _, treatment in CASES.values())
    materials, told = edition.treated(*treatments).gather(*entries)
    return {
        name: _made(clip, index, told)
        for index, (name, clip) in enumerate(zip(CASES, materials.media.values(), strict=True))
    }


def _made(clip: object, index: int, told: Sequence[Diagnostic]) -> Treated:
    assert isinstance(clip, Clip)
    of_it = [one for one in told if one.path and one.path[5] == index]
    return Treated(clip, shown(clip), of_it)


def hidden(frames: Sequence[Pixels], places: Sequence[Place]) -> bool:
    """Whether the patch is covered wherever it is."""
    each = zip(frames, places, strict=True)
    return all(detail(patch_in(frame, place)) < DETAIL for frame, place in each)


@pytest.mark.parametrize("name", ["two keys", "one key", "keys within"])
def test_a_face_is_covered_in_every_frame_and_the_ground_stays(
    gathered: dict[str, Treated], name: str
) -> None:
    one, plain = gathered[name], gathered["as it is"]
    assert not hidden(plain.frames, PLACES["waving"])
    assert not one.told
    assert len(one.frames) == one.clip.frames == FRAMES
    assert hidden(one.frames, PLACES["waving"])
    assert not any(map(veiled, one.frames))
    for mine, other in zip(one.frames, plain.frames, strict=True):
        assert np.abs(mine[:, 420:].astype(int) - other[:, 420:]).mean() < 5, "coded anew"


def test_where_the_scene_changes_between_keys_all_is_blurred_and_told(
    gathered: dict[str, Treated],
) -> None:
    one = gathered["cut"]
    assert all(map(veiled, one.frames[6:45]))
    assert not veiled(one.frames[0])
    assert hidden(one.frames, PLACES["waving"])
    assert [told.slug for told in one.told] == ["flou-perdu"]
    assert "de 0,2 à 1,8" in one.told[0].message


def test_where_a_face_leaves_the_picture_all_is_blurred_from_then_on(
    gathered: dict[str, Treated],
) -> None:
    one = gathered["leaving"]
    assert hidden(one.frames[:26], PLACES["leaving"][:26])
    assert all(map(veiled, one.frames[33:]))
    assert [told.slug for told in one.told] == ["flou-perdu"]


def test_an_extract_counts_the_seconds_of_its_file(gathered: dict[str, Treated]) -> None:
    one = gathered["extract"]
    assert not one.told
    assert hidden(one.frames, PLACES["waving"][20:40])


def test_without_a_key_in_the_extract_all_is_blurred(gathered: dict[str, Treated]) -> None:
    assert all(map(veiled, gathered["no key"].frames))


def test_a_clip_blurred_whole_shows_colours_alone_and_so_does_its_poster(
    gathered: dict[str, Treated],
) -> None:
    one = gathered["whole"]
    assert not one.told
    assert all(map(veiled, one.frames))
    with Image.open(one.clip.poster.path) as poster:
        assert veiled(np.asarray(poster.convert("RGB")))


def test_a_clip_that_a_phone_turned_is_blurred_where_it_is_seen(
    gathered: dict[str, Treated],
) -> None:
    one = gathered["turned"]
    assert (one.clip.width, one.clip.height) == (HEIGHT, WIDTH)
    assert hidden([np.rot90(frame, -1) for frame in one.frames], PLACES["waving"])


def test_a_muted_clip_has_no_sound_track(gathered: dict[str, Treated]) -> None:
    heard, muted = gathered["heard"].clip, gathered["muted"].clip
    assert (heard.has_sound, muted.has_sound) == (True, False)
    with av.open(str(muted.path)) as opened:
        assert not opened.streams.audio
    assert muted.frames == heard.frames


def test_nothing_lies_beside_the_blurred_copy(gathered: dict[str, Treated]) -> None:
    """For each clip one copy and one poster are kept, and what is made on the way is gone."""
    folder = gathered["two keys"].clip.path.parent
    copies = {one.clip.path.name for one in gathered.values()}
    posters = {one.clip.poster.path.name for one in gathered.values()}
    files = {file.name for file in folder.iterdir() if file.suffix != ".json"}
    assert files == copies | posters


def boxes(*instants: float | None) -> dict[str, object]:
    box = {"x": 0.4, "y": 0.2, "largeur": 0.1, "hauteur": 0.2}
    each = [box if at is None else {**box, "instant": at} for at in instants]
    return {"flous": [{"boites": each}]}


def test_boxes_at_moments_that_cannot_be_are_told_at_their_line(edition: Edition) -> None:
    edition.record("a.mp4", *colours(), *H264)
    Image.new("RGB", (64, 48)).save(edition.folder / "a.jpg")
    instants = [(0, 1.5), (0.5, 0.2), (None, None), (0.2, 0.5)]
    entries = [
        {"fichier": name, "alt": "Un essai", "personnes": "aucune", **boxes(*each)}
        for name, each in [*(("a.mp4", one) for one in instants), ("a.jpg", (None, None))]
    ]
    told = [(one.slug, (one.path or ())[5]) for one in edition.inspect(*entries)]
    assert told == [
        ("flou-hors-extrait", 0), ("flou-ordre", 1), ("flou-ordre", 2), ("flou-plusieurs-boites", 4)
    ]  # fmt: skip
