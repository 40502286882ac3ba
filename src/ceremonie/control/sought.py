"""What is looked for in a finished folder: who, what and where must not be told by it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from ceremonie.control.letters import Needles, dropped
from ceremonie.mentions import Mentions, letters_of, orders
from ceremonie.text import unaccented


@dataclass(frozen=True)
class Withheld:
    """A medium that an audience must not be given as it is: `name` is what the storyboard calls it,
    `digests` the SHA-256 of the file and of copies that show the same.
    """

    name: str
    digests: frozenset[str]


@dataclass(frozen=True)
class Sought:
    """`names`: by identifier, each way to write the name of somebody who may not be named here.
    `files`: names of the media that it was made from. `places`: folders of this machine, and the
    machine's own name. `authors`: whom properties may name, as
    `text.plain` has them. `withheld`: media that must not be
    there. `house`: names of working papers that stay in the house; they may name files.
    `elsewhere`: names of files that are other people's.
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    files: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    authors: frozenset[str] = frozenset()
    withheld: tuple[Withheld, ...] = ()
    house: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions.of(self.names)

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """How files are called that nobody would call so in a sentence: by the name with its
        ending, and by the name alone where it is written as only files are.
        """
        names = [PurePosixPath(unaccented(file)) for file in self.files]
        whole = [one.name for one in names if _is_own(one.stem)]
        alone = [one.stem for one in names if _is_no_sentence(one.stem)]
        return tuple(sorted({*whole, *alone}, key=lambda name: (-len(name), name)))

    @cached_property
    def file_pattern(self) -> re.Pattern[str] | None:
        """Finds them in a text without accents and case."""
        written = "|".join(map(re.escape, self.telling))
        return re.compile(rf"(?<![^\W_])(?:{written})(?![^\W_])") if written else None

    def without_files(self, text: str) -> str:
        """What papers of the house say besides the names of files, whoever these name."""
        for name in self.files:
            text = text.replace(name, "")
        return text

    @cached_property
    def place_pattern(self) -> re.Pattern[str] | None:
        """Finds the folders of this machine, with slashes of either kind."""
        spelled = [re.escape(one.replace("\\", "/")).replace("/", r"[\\/]+") for one in self.places]
        written = "|".join(sorted(spelled, key=lambda one: -len(one)))
        return re.compile(rf"(?<![\w.])(?:{written})(?!\w)", re.IGNORECASE) if written else None

    @cached_property
    def needles(self) -> Needles:
        """The letters by which all of it is found in bytes of any kind."""
        return Needles.of((*self._of_names, *self._of_files, *MARKS))

    @property
    def _of_names(self) -> Iterator[str]:
        for spellings in self.names.values():
            for name in spellings:
                yield from orders([letters_of(word) for word in name.split()])
                yield from orders([dropped(word) for word in name.split()])

    @property
    def _of_files(self) -> Iterator[str]:
        for name in (*self.telling, *self.files):
            yield letters_of(PurePosixPath(name).name)
        for place in self.places:
            yield letters_of(place)


MARKS = ("home", "users", "volumes", "documentsandsettings", "file", "gpslatitude", "gpslongitude",
         "comapplequicktime", "dccreator", "tiffmake", "tiffmodel")  # fmt: skip
"""Letters of paths, and of what XMP and QuickTime tell."""

SHORTEST = 8
"""Signs of a name that alone, without its ending, tells where a medium came from."""

_DIGITS = re.compile(r"\d{4}")
_PLAIN = {
    "affiche", "audio", "clip", "diaporama", "dessin", "emblem", "embleme", "extrait", "film",
    "film-9x16", "film-1x1", "fond", "groupe", "image", "images", "logo", "marque", "media",
    "musique", "photo", "planche", "portrait", "rapport", "scene", "son", "tableau", "texte",
    "transcription", "video", "voix",
}  # fmt: skip
"""Names that say nothing of what they name, the outputs' own among them."""


def _is_own(stem: str) -> bool:
    return stem not in _PLAIN


def _is_no_sentence(stem: str) -> bool:
    """« durand_ines_3eb », « 20240612-101500 », and not « coucher-de-soleil », which a caption may
    say.
    """
    letters = sum(c.isalpha() for c in stem)
    written = "_" in stem.strip("_") or _DIGITS.search(stem) is not None
    return len(stem) >= SHORTEST and letters >= 2 and written
