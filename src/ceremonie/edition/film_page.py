"""page.html: a page to publish as it is, with the film, its words, and all that can be taken away.

It works where it lies, from a folder as from a site, with and without JavaScript; the captions
stand in it too, since browsers take no track from beside a page that is a file.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from ceremonie.captions import TimedLines, webvtt
from ceremonie.edition import film_page_style
from ceremonie.edition.outputs import (
    ANNEX_PAGE,
    DESCRIPTIONS,
    FILMS,
    LIGHT,
    POSTER,
    SUBRIP,
    TRANSCRIPT,
    WEBVTT,
)
from ceremonie.edition.page import CONTENT, document, element
from ceremonie.edition.report import credits_of, readable_size
from ceremonie.edition.transcript import chapters, starts
from ceremonie.planning.model import Plan
from ceremonie.planning.typography import HARD, capitalised, closed, full_date
from ceremonie.text import plain
from ceremonie.units import FRAME_RATE, clock

MANNERS = {
    LIGHT: ("Film allégé", "MP4"),
    SUBRIP: ("Sous-titres", "SubRip"),
    WEBVTT: ("Sous-titres", "WebVTT"),
    DESCRIPTIONS: ("Audiodescription", "WebVTT"),
    TRANSCRIPT: ("Transcription", "page web"),
    POSTER: ("Image de couverture", "JPEG"),
}
"""What may be taken away beside the film, and its kind."""

SEEK = """
const film = document.querySelector("video");
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-debut]");
  if (!link || !film) return;
  event.preventDefault();
  film.currentTime = Number(link.dataset.debut);
  film.focus();
  film.scrollIntoView({ block: "center" });
  film.play();
});
"""
"""A link to a chapter plays the film of the page from there; without a script it opens the file."""


def film_page(plan: Plan, files: Mapping[str, int], *, burned: bool) -> str:
    """The HTML of `page.html`. `files` are the bytes of what lies beside it, by name; `burned` says
    that subtitles stand in the picture.
    """
    page = _FilmPage(plan, files, burned)
    return document(plan, plan.title, page.body(), film_page_style.style(plan))


@dataclass(frozen=True)
class _FilmPage:
    plan: Plan
    files: Mapping[str, int]
    burned: bool

    @property
    def film(self) -> str:
        return FILMS[self.plan.format.shape]

    @property
    def sources(self) -> tuple[str, ...]:
        """The lighter film first: a browser plays the first one that it can."""
        return tuple(name for name in (LIGHT, self.film) if name in self.files)

    def body(self) -> Iterator[str]:
        yield from self._header()
        yield f'<main id="{CONTENT}" tabindex="-1">'
        yield from self._watching()
        yield from self._section("transcription", "Transcription", self._transcript())
        yield from self._section("telecharger", "Télécharger", self._downloads())
        yield from self._section("accessibilite", "Accessibilité", self._accessibility())
        yield from self._section("credits", "Crédits des images", self._credits())
        yield "</main>"
        yield from self._footer()
        yield f"<script>{SEEK}</script>"

    def _header(self) -> Iterator[str]:
        plan, event = self.plan, self.plan.event
        ending = f"Cérémonie de clôture{HARD}: {full_date(plan.date)}, {event.place}".rstrip(", ")
        yield f"<header>{film_page_style.LANES}<div>"
        yield element("p", plan.organiser, "organisateur")
        yield element("h1", plan.title)
        for line in dict.fromkeys((plan.subtitle, self._days, f"{ending}.")):
            if line:
                yield element("p", line)
        yield "</div></header>"
        yield from self._navigation()

    @property
    def _days(self) -> str:
        """Where the subtitle does not say them."""
        days = self.plan.event.days
        return "" if plain(days) in plain(self.plan.subtitle) else capitalised(days)

    def _navigation(self) -> Iterator[str]:
        names = {
            "film": "Film",
            "transcription": "Transcription",
            "telecharger": "Télécharger",
            "accessibilite": "Accessibilité",
            "credits": "Crédits",
        }
        yield '<nav aria-label="Dans cette page"><ul>'
        yield from (f'<li><a href="#{id_}">{name}</a></li>' for id_, name in names.items())
        yield "</ul></nav>"

    def _section(self, name: str, title: str, lines: Iterable[str]) -> Iterator[str]:
        yield f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>'
        yield from lines
        yield "</section>"

    def _watching(self) -> Iterator[str]:
        """A film that is taller than wide has its chapters beside it, where there is room."""
        tall = self.plan.format.height > self.plan.format.width
        yield f'<section aria-labelledby="film" class="voir{" haut" if tall else ""}">'
        yield '<h2 id="film">Le film</h2>'
        yield from self._video()
        yield '<div class="chapitres"><h3>Chapitres</h3><ol>'
        for name, start in starts(self.plan):
            yield f"<li>{self._link(start, f'<b>{clock(start)}</b> {escape(name)}')}</li>"
        yield "</ol></div></section>"

    def _video(self) -> Iterator[str]:
        form = self.plan.format
        yield (
            f'<video controls preload="metadata" poster="{POSTER}" width="{form.width}" '
            f'height="{form.height}" aria-label="{escape(self.plan.title)}, film">'
        )
        yield from (f'<source src="{name}" type="video/mp4">' for name in self.sources)
        yield from self._tracks()
        links = " ".join(f'<a href="{name}">{name}</a>' for name in self.sources)
        yield f"<p>Ce navigateur ne lit pas la vidéo{HARD}: téléchargez le film. {links}</p>"
        yield "</video>"

    def _tracks(self) -> Iterator[str]:
        cues = [(s.span.start, s.span.stop, s.lines) for s in self.plan.subtitles]
        if cues and not self.burned:
            yield _track("captions", "Sous-titres", cues, by_default=True)
        if described := [(d.span.start, d.span.stop, (d.text,)) for d in self.plan.described]:
            yield _track("descriptions", "Audiodescription", described)

    def _link(self, frame: int, words: str) -> str:
        """To the film from there, in HTML."""
        second = f"{float(frame / FRAME_RATE):.2f}"
        return f'<a href="{self.sources[0]}#t={second}" data-debut="{second}">{words}</a>'

    def _transcript(self) -> Iterator[str]:
        yield from chapters(self.plan, lambda frame: self._link(frame, clock(frame)), level=3)

    def _downloads(self) -> Iterator[str]:
        named = {self.film: ("Film", "MP4"), **MANNERS}
        yield "<ul>"
        for name, (what, kind) in named.items():
            if name in self.files:
                size = readable_size(self.files[name]).replace(" ", HARD)
                yield f'<li><a href="{name}" download>{what} ({kind}, {size})</a></li>'
        yield "</ul>"

    def _accessibility(self) -> Iterator[str]:
        yield element("p", self._words)
        if self.plan.described:
            yield element("p", "Une piste d’audiodescription accompagne le film.")
        if self.plan.narration:
            yield element(
                "p",
                f"La seconde piste sonore du film est son audiodescription{HARD}: téléchargez-le, "
                "puis choisissez-la parmi les pistes audio de votre lecteur.",
            )
        if self.plan.undescribed and not (self.plan.described or self.plan.narration):
            why = closed(self.plan.undescribed)
            yield element("p", f"Le film n’a pas d’audiodescription{HARD}: {why}")
        yield element(
            "p",
            "La transcription dit, dans l’ordre, tout ce que l’on lit, voit et entend "
            "dans le film. La page se parcourt au clavier.",
        )
        if ANNEX_PAGE in self.files:
            yield f'<p><a href="{ANNEX_PAGE}">Ce qui a été vérifié, mesure par mesure</a></p>'
        if self.plan.event.contact:
            yield f"<p>Une difficulté pour voir, entendre ou lire{HARD}? {self._contact}</p>"

    @property
    def _words(self) -> str:
        if not self.plan.subtitles:
            return "Personne ne parle dans ce film : tout s’y lit à l’écran."
        if self.burned:
            return "Ce qui se dit dans le film est sous-titré dans l’image."
        return "Ce qui se dit dans le film est sous-titré en français, par le lecteur."

    def _credits(self) -> Iterator[str]:
        """Those of the film stand in its transcript too."""
        lines = credits_of(self.plan)
        if not lines:
            yield element("p", "Ils sont dits à la fin du film et de sa transcription.")
            return
        yield "<ul>"
        yield from (element("li", line) for line in lines)
        yield "</ul>"

    def _footer(self) -> Iterator[str]:
        yield "<footer>"
        yield element("p", self.plan.organiser)
        if self.plan.event.contact:
            yield f"<p>Contact{HARD}: {self._contact}</p>"
        yield "</footer>"

    @property
    def _contact(self) -> str:
        """A link where it is an address of the post or of the web."""
        contact = self.plan.event.contact
        words = escape(contact)
        if contact.startswith(("https://", "http://")):
            return f'<a href="{words}">{words}</a>'
        is_mail = "@" in contact and " " not in contact
        return f'<a href="mailto:{words}">{words}</a>' if is_mail else words


def _track(kind: str, label: str, cues: Iterable[TimedLines], *, by_default: bool = False) -> str:
    text = b64encode(webvtt(cues).encode()).decode("ascii")
    return (
        f'<track kind="{kind}" srclang="fr" label="{label}"{" default" if by_default else ""} '
        f'src="data:text/vtt;base64,{text}">'
    )
