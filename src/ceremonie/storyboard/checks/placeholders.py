"""Words of a model, or of a remedy, that nobody has replaced by their own: told until replaced."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ceremonie.diagnostics import Diagnostic, NodePath, Severity
from ceremonie.messages import listed, problem
from ceremonie.storyboard.query import leaves
from ceremonie.storyboard.source import Source
from ceremonie.storyboard.template import MODELS, source
from ceremonie.text import plain, quotable

PLACEHOLDERS = (
    "Titre de l'événement",
    "Nom de l'organisateur",
    "Lieu de la cérémonie",
    "Nom de la commune",
    "Première commune",
    "Deuxième commune",
    "Nom du partenaire",
    "Parcours d'illustration : remplacez-le par le vôtre.",
)
"""What stands for a word that only the organisers know."""

_SENTENCES = ("texte", "citation", "message", "resume")
"""Keys whose words are one's own: nobody writes the same sentence as a model by chance."""

_WRITTEN = re.compile(rf"(?m)^[ -]*({'|'.join(_SENTENCES)}): (.+)$")
_ENDS = ("cloture",)
"""Parts whose words of the model may well stay."""


def check(tree: Source) -> Iterator[Diagnostic]:
    words: dict[str, list[NodePath]] = defaultdict(list)
    sentences: list[NodePath] = []
    known = {plain(word): word for word in PLACEHOLDERS}
    for path, value in leaves(tree.data):
        if not path or not isinstance(value, str):
            continue
        if placeholder := known.get(plain(value)):
            words[placeholder].append(path)
        elif path[-1] in _SENTENCES and path[0] not in _ENDS and value.strip() in _of_models():
            sentences.append(path)
    for word, paths in words.items():
        yield _told(tree, "a-remplacer", paths, text=quotable(word))
    if sentences:
        yield _told(tree, "exemples-du-modele", sentences, count=len(sentences))


def _told(tree: Source, slug: str, paths: list[NodePath], **values: object) -> Diagnostic:
    """At the first of these places, with the lines of the others."""
    first = tree.place(paths[0])
    lines = [str(tree.place(path).line) for path in paths[1:]]
    also = f" (aussi ligne{'s' if len(lines) > 1 else ''} {listed(lines)})" if lines else ""
    return problem(
        slug,
        path=paths[0],
        place=first,
        severity=Severity.WARNING,
        also_there=also,
        **values,  # type: ignore[arg-type]
    )


@cache
def _of_models() -> frozenset[str]:
    """The sentences of all models."""
    texts = (source(name) for name in MODELS)
    return frozenset(match[2].strip() for text in texts for match in _WRITTEN.finditer(text))
