"""`verifier` is the truth: what `produire` refuses, leaves out or shows otherwise, it has said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from ceremonie.diagnostics import ExitCode, Severity
from ceremonie.media.material import Clip, Material, Materials, Picture, Sound
from tests.media.editions import H264, Edition, colours, tone, whole
from tests.truth import Run, both

pytestmark = pytest.mark.slow

Entries = tuple[dict[str, object], ...]


def photo(edition: Edition, name: str, size: tuple[int, int] = (960, 640)) -> Path:
    file = edition.folder / name
    Image.effect_noise(size, 60).convert("RGB").save(file)
    return file


def cut(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    return file


def sound(edition: Edition, name: str = "a.mp3") -> Path:
    return edition.record(name, *tone(seconds=3), "-c:a", "libmp3lame")


def clip(edition: Edition, *more: str) -> Path:
    return edition.record("a.mp4", *colours(seconds=4), *H264, "-g", "5", *more)


def truncated_photos(edition: Edition) -> Entries:
    names = ("a.jpg", "b.png", "c.webp")
    for name in names:
        cut(photo(edition, name))
    return tuple({"fichier": name, "alt": "Un essai", "personnes": "aucune"} for name in names)


def absent(edition: Edition) -> Entries:
    photo(edition, "relais.jpg")
    return ({"fichier": "relai.jpg", "alt": "Un essai"}, {"fichier": "zzz.mp4"})


def not_what_it_is_called(edition: Edition) -> Entries:
    photo(edition, "a.png").rename(edition.folder / "a.mp4")
    (edition.folder / "b.jpg").write_text("du texte")
    return ({"fichier": "a.mp4", "alt": "x"}, {"fichier": "b.jpg", "alt": "x"})


def bounds_past_the_end(edition: Edition) -> Entries:
    clip(edition)
    return ({"fichier": "a.mp4", "alt": "x", "de": 9}, {"fichier": "a.mp4", "alt": "x", "a": 9})


def clip_cut_off_with_its_index_in_front(edition: Edition) -> Entries:
    cut(clip(edition, "-movflags", "+faststart"))
    return ({"fichier": "a.mp4", "alt": "x"}, {"fichier": "a.mp4", "alt": "y", "a": 3.9})


def clip_cut_off_without_index(edition: Edition) -> Entries:
    cut(clip(edition))
    return ({"fichier": "a.mp4", "alt": "x"},)


def words_that_nobody_can_read(edition: Edition) -> Entries:
    clip(edition)
    (edition.folder / "vite.srt").write_text(
        "1\n00:00:00,000 --> 00:00:00,500\n" + "Bien trop de mots pour ce temps. " * 3, "utf-8"
    )
    (edition.folder / "tard.srt").write_text("1\n00:01:00,000 --> 00:01:05,000\nAu revoir", "utf-8")
    entry = {"fichier": "a.mp4", "alt": "x"}
    return ({**entry, "sous_titres": "vite.srt"}, {**entry, "a": 3, "sous_titres": "tard.srt"})


def words_after_the_end_of_the_clip(edition: Edition) -> Entries:
    clip(edition)
    (edition.folder / "tard.srt").write_text("1\n00:01:00,000 --> 00:01:05,000\nAu revoir", "utf-8")
    return ({"fichier": "a.mp4", "alt": "x", "sous_titres": "tard.srt"},)


def broken_music(edition: Edition) -> Entries:
    sound(edition).write_bytes(b"ID3" + bytes(4000))
    edition.top = {"musique": {"fichier": "a.mp3", "credit": "x"}}
    return ()


def foreign_letters(edition: Edition) -> Entries:
    photo(edition, "a.jpg", (640, 960))
    return ({"fichier": "a.jpg", "alt": "x", "legende": "漢字 " + "legende très longue " * 12},)


def file_names_for_descriptions(edition: Edition) -> Entries:
    """The deck takes none for a description, and refuses pictures that have no other."""
    photo(edition, "a.jpg")
    clip(edition)
    return (
        {"fichier": "a.jpg", "alt": "Photo IMG_2034.JPG"},
        {"fichier": "a.jpg", "legende": "photo2.png"},
        {"fichier": "a.mp4", "alt": "VID_0001.mp4", "legende": "La course"},
    )


EDITIONS = [
    (file_names_for_descriptions, "alt-nom-de-fichier"),
    (truncated_photos, "media-abime"),
    (absent, "media-introuvable"),
    (not_what_it_is_called, "media-deguise"),
    (bounds_past_the_end, "extrait-hors-limites"),
    (clip_cut_off_with_its_index_in_front, "extrait-hors-limites"),
    (clip_cut_off_without_index, "media-abime"),
    (words_that_nobody_can_read, "sous-titres-rapides"),
    (words_after_the_end_of_the_clip, "sous-titres-hors-extrait"),
    (broken_music, "media-abime"),
    (foreign_letters, ""),
]


@pytest.mark.parametrize(("made", "slug"), EDITIONS, ids=lambda one: getattr(one, "__name__", None))
def test_verifier_tells_all_that_produire_tells(
    ceremonie: Run,
    edition: Edition,
    tmp_path: Path,
    made: Callable[[Edition], Entries],
    slug: str,
) -> None:
    board = edition.reading(*made(edition)).path
    told = both(ceremonie, board, tmp_path)
    assert told.unsaid == ()
    assert told.verified == told.produced
    assert told.codes[0] == told.codes[1]
    assert not slug or slug in told.slugs


def test_media_are_examined_even_where_the_storyboard_is_wrong(
    ceremonie: Run, edition: Edition, tmp_path: Path
) -> None:
    board = edition.reading(*truncated_photos(edition)).path
    board.write_text(board.read_text("utf-8").replace("titre: Boxe", "tittre: Boxe"), "utf-8")
    told = both(ceremonie, board, tmp_path)
    assert told.verified == told.produced
    assert told.slugs.count("media-abime") == 3
    assert "cle-inconnue" in told.slugs
    assert told.codes == (ExitCode.STORYBOARD, ExitCode.STORYBOARD)


def test_a_draft_goes_on_without_a_file_that_verifier_asks_for(
    ceremonie: Run, edition: Edition, tmp_path: Path
) -> None:
    board = edition.reading(*absent(edition)[:1]).path
    told = both(ceremonie, board, tmp_path, "--brouillon", "--seulement", "diaporama")
    assert told.unsaid == ()
    assert told.codes == (ExitCode.STORYBOARD, ExitCode.DONE)


def turned(edition: Edition) -> Entries:
    exif = Image.Exif()
    exif[0x0112] = 6
    for name in ("a.jpg", "b.webp"):
        Image.effect_noise((3000, 2000), 60).convert("RGB").save(edition.folder / name, exif=exif)
    return ({"fichier": "a.jpg", "alt": "x"}, {"fichier": "b.webp", "alt": "x"})


def transparent(edition: Edition) -> Entries:
    image = Image.new("RGBA", (1501, 901), (0, 0, 0, 0))
    image.paste((200, 30, 30, 255), (100, 50, 1300, 851))
    image.save(edition.folder / "a.png")
    image.save(edition.folder / "b.webp")
    return ({"fichier": "a.png", "alt": "x"}, {"fichier": "b.webp", "alt": "x"})


def narrow_and_small(edition: Edition) -> Entries:
    sizes = {"a.jpg": (301, 4000), "b.png": (5000, 77), "c.png": (3, 2)}
    for name, size in sizes.items():
        photo(edition, name, size)
    return tuple({"fichier": name, "alt": "x"} for name in sizes)


def clips_of_many_rates(edition: Edition) -> Entries:
    for name, rate in (("a.mp4", 25), ("b.mp4", 30), ("c.mp4", 12)):
        edition.record(name, *colours("642x362", rate=rate, seconds=3), *H264)
    more: Entries = ({}, {"de": 0.5}, {"a": 2.2}, {"de": 1.04, "a": 2})
    names = ("a.mp4", "b.mp4", "c.mp4")
    return tuple({"fichier": name, "alt": "x", **bounds} for name in names for bounds in more)


def clips_of_many_shapes(edition: Edition) -> Entries:
    edition.record("a.mp4", *colours("2560x1440"), *H264)
    edition.record("b.mp4", *colours("360x640"), "-vf", "setsar=4/3", *H264)
    edition.record("c.mkv", *colours("320x180"), *tone(seconds=2), *H264, "-c:a", "aac")
    turned = ("-display_rotation", "90", "-i", f"file:{edition.folder / 'a.mp4'}", "-c", "copy")
    edition.record("d.mp4", *turned)
    return tuple({"fichier": name, "alt": "x"} for name in ("a.mp4", "b.mp4", "c.mkv", "d.mp4"))


def music_and_words(edition: Edition) -> Entries:
    clip(edition)
    lines = ("1\n00:00:00,000 --> 00:00:02,000\nBonjour", "2\n00:00:02,500 --> 00:00:09,000\nFin")
    (edition.folder / "a.srt").write_text("\n\n".join(lines), "utf-8")
    sound(edition)
    edition.top = {"musique": {"fichier": "a.mp3", "credit": "x"}}
    return ({"fichier": "a.mp4", "alt": "x", "sous_titres": "a.srt"},)


@pytest.mark.parametrize(
    "made",
    [turned, transparent, narrow_and_small, clips_of_many_rates, clips_of_many_shapes,
     music_and_words],
)  # fmt: skip
def test_verifier_plans_with_the_media_that_produire_makes(
    edition: Edition, made: Callable[[Edition], Entries]
) -> None:
    entries = made(edition)
    materials, told = edition.gather(*entries)
    assert not [d for d in told if d.severity is Severity.ERROR]
    examined = edition.examine(*entries)
    assert bare(examined.materials(whole(examined.reading))) == bare(materials)


def bare(materials: Materials) -> tuple[list[Material], list[Sound]]:
    """Without pixels: a poster is as large as its clip."""
    media = [without_pixels(material) for material in materials.media.values()]
    music = [replace(track.sound, digest="") for track in materials.music]
    return media, music


def without_pixels(material: Material) -> Material:
    if isinstance(material, Clip):
        return replace(material, digest="", poster=replace(material.poster, digest=""))
    return replace(material, digest="") if isinstance(material, Picture) else material
