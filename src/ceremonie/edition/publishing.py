"""What leaves the house, whole in a folder of its own: the film and a lighter one, its words, what
is said of both, the typefaces. No file of the hall's lies there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceremonie.audiences import Audience
from ceremonie.edition import annex, documents, manifest, parts
from ceremonie.edition.film_page import film_page
from ceremonie.edition.outputs import ANNEX_PAGE, FILMS, LIGHT, PAGE, SUBRIP, WEBVTT
from ceremonie.edition.page import FONTS
from ceremonie.edition.parts import Made
from ceremonie.edition.report import film_facts
from ceremonie.planning.model import Plan


@dataclass(frozen=True)
class Published:
    """What an audience is given in `folder`, where its films are already; `former` is where it lay
    in the edition before.
    """

    audience: Audience
    plan: Plan
    made: Made
    folder: Path
    former: Path

    @property
    def film(self) -> str:
        """The name of the film in its first shape."""
        return FILMS[self.plan.format.shape]

    @property
    def light(self) -> str:
        """The name of the lighter one."""
        return LIGHT

    @property
    def captions(self) -> tuple[str, ...]:
        """The names of the subtitle files: where the words are in the picture, networks take one
        file at most; else a page wants its own kind too. None where nothing is said.
        """
        if not self.plan.subtitles:
            return ()
        return (SUBRIP,) if self.audience.manner.subtitled else (SUBRIP, WEBVTT)

    @property
    def sizes(self) -> Mapping[str, int]:
        """Bytes of all that lies there now, by name."""
        return documents.sizes(self.folder)

    @property
    def facts(self) -> dict[str, Any]:
        """As the report of the edition tells them."""
        return {
            "brouillon": self.made.draft,
            "film": film_facts(self.plan),
            "fichiers": dict(self.sizes),
        }


def write(
    published: Published,
    fonts: Mapping[str, Path],
    sources: Iterable[str],
    audit: Callable[[], Mapping[str, Any]],
) -> None:
    """The documents beside the film, for those who are not in the hall, what is to be said of their
    accessibility (`audit` looks at the folder once they are there), and the manifest of all of it;
    `sources` are the digests of what it was made from.
    """
    documents.write_words(published.folder, published.plan, captions=published.captions)
    documents.copy_fonts(fonts, published.folder / FONTS)
    _write_page(published)
    annex.write(published.folder, published.plan, audit())
    _describe(published, sources)


def _write_page(published: Published) -> None:
    """After all that it offers to take away; the annex, which looks at it too, will lie there."""
    burned, files = published.audience.manner.subtitled, {**published.sizes, ANNEX_PAGE: 0}
    page = film_page(published.plan, files, burned=burned)
    published.folder.joinpath(PAGE).write_text(page, "utf-8", newline="\n")


def _describe(published: Published, sources: Iterable[str]) -> None:
    plan, made, former = published.plan, published.made, published.former
    manifest.write_for(
        published.folder,
        published.audience,
        sources,
        films=parts.film_facts(plan, former, made),
        former=former,
        along=parts.along(former, made),
    )
