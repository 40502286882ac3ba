"""Pages as a screen reader meets them. What only a browser knows is looked at by the tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from ceremonie.control.accessibility.outcome import Criterion, Outcome, counted, judged, without
from ceremonie.control.finding import Finding, finding
from ceremonie.diagnostics import Place
from ceremonie.text import quotable

LANGUAGE = Criterion(
    "page-sans-langue", "La langue de chaque page est dite", "", "RGAA 4.1, critère 8.3"
)
TITLE = Criterion(
    "page-sans-titre",
    "Chaque page a un titre, et un seul titre principal",
    "",
    "RGAA 4.1, 8.5 et 9.1",
)
HEADINGS = Criterion(
    "page-titre-saute", "Les titres se suivent sans saut de niveau", "", "RGAA 4.1, critère 9.1"
)
IMAGES = Criterion(
    "page-image-muette",
    "Chaque image a son texte, vide si elle décore",
    "",
    "RGAA 4.1, critère 1.1",
)
LINKS = Criterion(
    "page-lien-muet", "Chaque lien et chaque bouton dit où il mène", "", "RGAA 4.1, 6.1 et 11.9"
)
TABLES = Criterion(
    "page-tableau-sans-tete", "Les têtes des tableaux sont dites", "", "RGAA 4.1, critère 5.7"
)
PLAYERS = Criterion(
    "page-film-sans-commandes",
    "Le film a ses commandes et ne part pas de lui-même",
    "",
    "RGAA 4.1, 4.10 et 4.11",
)
ELSEWHERE = Criterion(
    "page-adresse-exterieure", "Rien n'est demandé ailleurs", "", "règle de la maison"
)

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_SAID = ("a", "button")
_LOADING = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "track": "src",
}


@dataclass
class _Reader(HTMLParser):
    """What a page holds, each thing with its line."""

    language: str = ""
    title: str = ""
    headings: list[tuple[int, int]] = field(default_factory=list)
    """Level and line."""
    silent_images: list[int] = field(default_factory=list)
    silent_links: list[int] = field(default_factory=list)
    headless: list[int] = field(default_factory=list)
    players: list[int] = field(default_factory=list)
    stuck: list[int] = field(default_factory=list)
    elsewhere: list[tuple[int, str]] = field(default_factory=list)
    tables: int = 0
    images: int = 0
    _open: list[str] = field(default_factory=list)
    _said: str = ""
    _line: int = 0
    _has_head: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given, line = dict(attrs), self.getpos()[0]
        self._open.append(tag)
        if tag == "html":
            self.language = given.get("lang") or ""
        if tag in _LEVELS:
            self.headings.append((_LEVELS[tag], line))
        if tag == "img":
            self.images += 1
            if "alt" not in given:
                self.silent_images.append(line)
            self._said += given.get("alt") or ""
        if tag in _SAID and (tag != "a" or "href" in given):
            self._said, self._line = given.get("aria-label") or "", line
        if tag == "table":
            self.tables, self._has_head, self._line = self.tables + 1, False, line
        if tag == "th" and given.get("scope"):
            self._has_head = True
        if tag == "video":
            self.players.append(line)
            if "controls" not in given or "autoplay" in given:
                self.stuck.append(line)
        address = given.get(_LOADING.get(tag, "")) or ""
        if "//" in address:
            self.elsewhere.append((line, address))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SAID and not self._said.strip():
            self.silent_links.append(self._line)
        if tag == "table" and not self._has_head:
            self.headless.append(self._line)
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._said += data
        if self._open and self._open[-1] == "title":
            self.title += data


@dataclass(frozen=True)
class Page:
    """`name` is relative to the folder."""

    name: str
    reader: _Reader

    def at(self, line: int) -> Place:
        return Place(self.name, line=line)


def page(name: str, text: str) -> Page:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return Page(name, reader)


def outcomes(pages: Sequence[Page]) -> Iterator[Outcome]:
    how_many = counted(len(pages), "page")
    yield judged(LANGUAGE, _unspoken(pages), how_many)
    yield judged(TITLE, _untitled(pages), how_many)
    yield judged(HEADINGS, _leaps(pages))
    yield _of_all(
        IMAGES,
        [(p, line) for p in pages for line in p.reader.silent_images],
        sum(p.reader.images for p in pages),
        "image",
    )
    yield judged(
        LINKS, (finding(LINKS.code, p.at(n)) for p in pages for n in p.reader.silent_links)
    )
    yield _of_all(
        TABLES,
        [(p, line) for p in pages for line in p.reader.headless],
        sum(p.reader.tables for p in pages),
        "tableau",
    )
    yield _of_all(
        PLAYERS,
        [(p, line) for p in pages for line in p.reader.stuck],
        sum(len(p.reader.players) for p in pages),
        "film",
    )
    yield judged(ELSEWHERE, _elsewhere(pages))


def _of_all(
    criterion: Criterion, wrong: Sequence[tuple[Page, int]], count: int, noun: str
) -> Outcome:
    """Of things of which there may be none."""
    if not count:
        return without(criterion, f"aucun {noun}" if noun != "image" else "aucune image")
    findings = (finding(criterion.code, page.at(line)) for page, line in wrong)
    return judged(criterion, findings, f"{count} en tout")


def _unspoken(pages: Sequence[Page]) -> Iterator[Finding]:
    for one in pages:
        if not one.reader.language.lower().startswith("fr"):
            yield finding(LANGUAGE.code, one.at(1))


def _untitled(pages: Sequence[Page]) -> Iterator[Finding]:
    for one in pages:
        if not one.reader.title.strip():
            yield finding(TITLE.code, one.at(1))
        mains = [line for level, line in one.reader.headings if level == 1]
        if len(mains) != 1:
            yield finding("page-titre-principal", one.at((mains or [1])[-1]), count=len(mains))


def _leaps(pages: Sequence[Page]) -> Iterator[Finding]:
    for one in pages:
        for (level, _), (following, line) in pairwise(one.reader.headings):
            if following > level + 1:
                yield finding(HEADINGS.code, one.at(line), before=level, after=following)


def _elsewhere(pages: Sequence[Page]) -> Iterator[Finding]:
    for one in pages:
        for line, address in one.reader.elsewhere:
            yield finding(ELSEWHERE.code, one.at(line), address=quotable(address))
