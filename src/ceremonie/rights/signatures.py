"""Whose signature an agreement lacks, from the words that people write for who signed."""

from __future__ import annotations

import re

from ceremonie.messages.rights import (
    OF_A_PARENT,
    OF_BOTH_PARENTS,
    OF_THE_CHILD,
    OF_THE_PERSON,
)
from ceremonie.rights.register import Agreement, Register
from ceremonie.text import unaccented

_PARENT_WORD = r"(meres?|mamans?|peres?|papas?|parent)"
_NO_PARENTS = re.compile(rf"\b(beaux?|belles?|grande?s?)[ -]+({_PARENT_WORD}|parents)\b")
"""Step-parents and grandparents: they have no say by law (code civil, article 372)."""

_PARENT = re.compile(rf"\b{_PARENT_WORD}\b")
_PARENTS = re.compile(r"\bparents\b")
_GUARDIAN = re.compile(
    r"\b(tut(eur|rice)s?|(responsable|representante?)s? leg(al|ale|aux)s?|autorite parentale)\b"
)
_CHILD = re.compile(
    r"\b(enfant|eleve|fille|fils|jeune|ado|adolescente?|mineure?|(elle|lui|soi)[ -]meme"
    r"|interessee?|personne)\b"
)


_OF_SOMEBODY = re.compile(
    r"\b(de la|de l|du|des|de) ?['’]? ?(jeune )?(?=\w)(enfant|eleve|fille|fils|jeune|ado|"
    r"adolescente?|mineure?|interessee?|personne)\b"
)
"""« la mère de l'enfant »: whose mother it is, and nobody who signed."""

_REFUSED = re.compile(r"\b(non|pas|refus\w*|aucune?)\b")
_EITHER = re.compile(r"\b(une?|l[ '’]une?) (des|de) (deux )?parents\b")


def missing(agreement: Agreement, register: Register) -> str:
    """The words for whose signature is missing (« des deux parents et de l'enfant »), empty where
    all have signed.
    """
    written = [unaccented(text) for text in agreement.signatories]
    words = [_OF_SOMEBODY.sub("", text) for text in written if not _REFUSED.search(text)]
    if not agreement.minor:
        return OF_THE_PERSON if all(map(_of_a_parent, words)) else ""
    lacking = [_parents(words, register.parents), _child(words, register)]
    return " et ".join(filter(None, lacking))


def _parents(words: list[str], wanted: int) -> str:
    """A guardian stands for both."""
    if any(map(_GUARDIAN.search, words)):
        return ""
    lacking = wanted - sum(map(_signed, words))
    return "" if lacking <= 0 else OF_BOTH_PARENTS if lacking > 1 else OF_A_PARENT


def _signed(words: str) -> int:
    """How many parents these words mean: « les parents », « père et mère »."""
    words = _EITHER.sub("parent", _NO_PARENTS.sub("", words))
    return 2 if _PARENTS.search(words) else len(_PARENT.findall(words))


def _child(words: list[str], register: Register) -> str:
    signed = not register.child or any(map(_CHILD.search, words))
    return "" if signed else OF_THE_CHILD


def _of_a_parent(words: str) -> bool:
    """Whether it is a parent who signed, and not the person."""
    return bool(_signed(words)) and not _CHILD.search(words)
