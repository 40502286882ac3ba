"""What the type of a moment needs and does not find, and links that nobody could open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import problem
from ceremonie.storyboard.query import EACH, find
from ceremonie.storyboard.source import Source
from ceremonie.text import quotable

USUAL = "texte"
"""The type of a moment that says none."""

NEEDS = {
    "photo": ("media", "media: {fichier: photos/groupe.jpg, alt: …}"),
    "projection": ("media", "media: {fichier: videos/film.mp4, alt: …}"),
    "texte": ("texte", "texte: …"),
    "lien": ("lien", "lien: https://…"),
}
"""The key that a type cannot do without, and how it is written."""

INSTEAD = {"texte": ("avant_apres",), "photo": ("avant_apres",)}
"""Keys with which a type does as well."""

_LINK = re.compile(r"https?://[^\s/?#]+\.[^\s]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+", re.IGNORECASE)
_SITE = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_ADDRESS = re.compile(r"[^\s@:]+@[^\s@]+\.[^\s@]+")


def check(source: Source) -> Iterator[Diagnostic]:
    for path, entry in find(source.data, "moments", EACH):
        if isinstance(entry, dict):
            yield from _lacking(source, path, entry)
            yield from _link(source, path, entry)


def _lacking(source: Source, path: NodePath, entry: dict[str, Any]) -> Iterator[Diagnostic]:
    kind = _kind(entry)
    key, example = NEEDS.get(kind, ("", ""))
    written = (entry.get(one) is not None for one in (key, *INSTEAD.get(kind, ())))
    if not key or any(written):
        return
    if entry.get("lien") and "type" not in entry:
        return
    where = (*path, "type") if "type" in entry else path
    yield problem(
        "moment-incomplet",
        path=where,
        place=source.place(where),
        kind=kind,
        key=key,
        example=example,
    )


def _kind(entry: dict[str, Any]) -> str:
    """Nothing where what is written is no text."""
    kind = entry.get("type")
    if kind is None:
        return USUAL
    return kind.strip() if isinstance(kind, str) else ""


def _link(source: Source, path: NodePath, entry: dict[str, Any]) -> Iterator[Diagnostic]:
    where, link = (*path, "lien"), entry.get("lien")
    if not isinstance(link, str | int | float) or not str(link).strip():
        return
    place, link = source.place(where), str(link).strip()
    if (kind := _kind(entry)) not in ("lien", ""):
        yield problem(
            "lien-sans-effet",
            path=where,
            place=source.place(where, key=True),
            severity=Severity.WARNING,
            kind=quotable(kind),
        )
    if not _LINK.fullmatch(link):
        yield problem(
            "lien-forme",
            path=where,
            place=place,
            link=quotable(link),
            remedy=f"écrivez lien: {meant}" if (meant := _meant(link)) else None,
        )


def _meant(link: str) -> str:
    """What was written without its beginning."""
    if _ADDRESS.fullmatch(link):
        return f"mailto:{quotable(link)}"
    return f"https://{quotable(link)}" if _SITE.fullmatch(link) else ""
