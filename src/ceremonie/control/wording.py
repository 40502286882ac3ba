"""What a text tells that it must not: names, files, folders. Found by words, never by bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from ceremonie.control.piece import Piece
from ceremonie.control.sought import Sought
from ceremonie.text import quotable, unaccented

NAME, FILE, PATH = "fuite-nom", "fuite-nom-de-fichier", "fuite-chemin"


@dataclass(frozen=True)
class Told:
    """The slug of a problem; `what` is quoted by its message, or is the identifier of the person
    whose name stands there. `written` is how it stands in the text.
    """

    slug: str
    what: str
    written: str = ""


PATHS = re.compile(
    r"file:/{1,3}[^\s\"'<>]+"
    r"|(?<![\w.:/])/(?:home|Users|root|tmp|mnt|media|Volumes|private|srv)/[\w.~-][^\s\"'<>|]*"
    r"|(?<![A-Za-z0-9])[A-Za-z]:(?:\\{1,2}|/)(?:Users|Documents|home|Utilisateurs)\b[^\"'<>|\n]*"
    r"|(?<![A-Za-z0-9])[A-Za-z]:\\{1,2}[\w.-]{2,}(?:\\{1,2}[\w .-]{2,})+"
    r"|(?<!\\)\\\\[A-Za-z][\w.-]{2,}\\[\w$][\w .$-]+"
)
"""Where files lie on Linux, macOS and Windows, on servers and in links to files."""

_PICTURES = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/]*=*")
"""Pictures that stand in a text: their letters are no words, and would be some by chance."""

_TAGS = re.compile(r"(?:\s*<[^>]*>\s*)+")
_VALUES = re.compile(r"=\s*(?:\"([^\"<]{3,})\"|'([^'<]{3,})')")
_ESCAPES = re.compile(r"\\u([0-9a-fA-F]{4})")
_MARKUP = {".html", ".xml", ".rels", ".vml", ".svg"}
_ESCAPED = {".json", ".js"}


def told(text: str, sought: Sought, *, files: bool = True) -> Iterator[Told]:
    """In this order: names of people, of files where those count, places."""
    for mention in sought.mentions.within(text):
        yield Told(NAME, mention.person, text[mention.start : mention.stop])
    if files and sought.file_pattern:
        for match in sought.file_pattern.finditer(unaccented(text)):
            yield Told(FILE, quotable(match[0]), match[0])
    for pattern in filter(None, (PATHS, sought.place_pattern)):
        for match in pattern.finditer(text):
            yield Told(PATH, quotable(match[0]), match[0])


def read(piece: Piece) -> Iterator[str]:
    """What a text says, as people read it: without its tags, then the values of these."""
    ending = PurePosixPath(piece.name).suffix.lower()
    text = _PICTURES.sub("", piece.text)
    if ending in _ESCAPED:
        yield _ESCAPES.sub(lambda match: chr(int(match[1], 16)), text)
    elif ending in _MARKUP:
        yield html.unescape(_TAGS.sub(" ", text))
        values = (match[1] or match[2] for match in _VALUES.finditer(text))
        yield html.unescape("\n·\n·\n".join(values))
    else:
        yield text
