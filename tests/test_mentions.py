"""A name is found however people write it, and nothing else is."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

import pytest

from ceremonie.mentions import Mention, Mentions

KEY = Mentions.of(
    {
        "P001": ("Inès Durand",),
        "P002": ("Jean-Pierre de La Tour", "de La Tour Jean-Pierre"),
        "P003": ("Zoé Le Cœur",),
        "P004": ("Rose",),
        "P005": ("Aïssata Marie N'Diaye",),
    }
)


def people(text: str) -> list[str]:
    return [mention.person for mention in KEY.within(text)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("photo_Durand_Ines_3eB.jpg", "P001"),
        ("INÈS DURAND", "P001"),
        ("Durand, Inès", "P001"),
        ("le dessin d’Ine\u0300s\u00a0Durand", "P001"),
        ("IMG-InesDurand2", "P001"),
        ("inesdurand", "P001"),
        ("Inès\r\nDurand", "P001"),
        ("Inès (Durand)", "P001"),
        ("Du\u00adrand Inès", "P001"),
        ("jean pierre delatour", "P002"),
        ("LA TOUR, de, Jean-Pierre", ""),
        ("de la Tour Jean Pierre", "P002"),
        ("Zoe Lecoeur", "P003"),
        ("Rose a gagné", "P004"),
        ("une rose", ""),
        ("des rosiers", ""),
        ("Aissata NDIAYE", "P005"),
        ("Inès a vu M. Durand", ""),
        ("Inès D.", ""),
        ("Merci à M. Durand. Inès a parlé.", ""),
        ("M. Durand ; Inès", ""),
        ("Inès Durandeau", ""),
        ("Agnès Durand", ""),
        ("Inès 2 Durand", ""),
    ],
)
def test_a_name_is_found_in_every_spelling_and_no_other_word(text: str, person: str) -> None:
    assert people(text) == [person] * bool(person)


FAMILIES = Mentions.of(
    {
        "P001": ("Inès Durand", "Durand Inès"),
        "P002": ("Jean-Noël Cœur", "Cœur Jean-Noël"),
        "P003": ("Léa Petit-Martin", "Petit-Martin Léa"),
        "P004": ("Marie Simon", "Simon Marie"),
    }
)


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Inès M. Durand court", ["Inès M. Durand"]),
        ("Inès M Durand court", ["Inès M Durand"]),
        ("Avec Inès. M. Durand est là", []),
        ("J.-N. Cœur", ["J.-N. Cœur"]),
        ("J-N Cœur, puis J. N. CŒUR", ["J-N Cœur", "J. N. CŒUR"]),
        ("COEUR J A GAGNÉ", []),
        ("I. Durand", ["I. Durand"]),
        ("Cœur J.-N.", ["Cœur J.-N"]),
        ("on va à Cœur, j'ai un i Durand", []),
        ("M. Simon et M.-C. Simon", []),
        ("Inès Durand-Cœur rit", ["Inès Durand-Cœur"]),
        ("Inès Durand - Cœur de ville", ["Inès Durand"]),
        ("Inès Durand-fille", ["Inès Durand"]),
        ("Léa Petit, puis Martin Léa", ["Léa Petit", "Martin Léa"]),
        ("Inès et Paul Durand", ["Inès"]),
        ("Inès, Zoé et Paul Durand", ["Inès"]),
        ("Inès & Paul Durand", ["Inès"]),
        ("Paul et Inès Durand", ["Inès Durand"]),
        ("Inès et Paul", []),
        ("Inès et Paul. Durand est là", []),
        ("Inès et le club Durand", []),
        ("Inès a vu Paul Durand", []),
    ],
)
def test_names_are_found_with_initials_by_halves_and_where_a_family_shares_one(
    text: str, hits: list[str]
) -> None:
    assert [text[one.start : one.stop] for one in FAMILIES.within(text)] == hits


def test_each_name_has_its_own_place() -> None:
    text = "Avec Inès Durand et Zoé Le Cœur."
    assert list(KEY.within(text)) == [Mention("P001", 5, 16), Mention("P003", 20, 31)]


def test_no_name_is_shown_by_what_looks_for_it() -> None:
    assert "urand" not in repr(KEY)


FORMS: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.title,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: "".join(
        c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)
    ),
)
BETWEEN = (" ", "-", "_", "  ", "\u00a0", "\u202f", ", ", "\n", ".", "’", " – ")
BEFORE = ("", " ", "12", "«\u00a0", "(", "_", "/", "\n")
AFTER = (*BEFORE, "3e", "1", " et")


def test_whatever_it_is_written_with_a_name_of_any_letters_is_found_whole() -> None:
    """Two hundred random names, in any case, form, order and between any signs."""
    chance = random.Random(13)
    letters = "abcdefghijklmnopqrstuvwxyzéèëêàâçîïôûüñœ"
    for _ in range(200):
        words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(2)]
        key = Mentions.of({"P": (" ".join(words),)})
        chance.shuffle(words)
        name = chance.choice(FORMS)(chance.choice(BETWEEN).join(words))
        before, after = chance.choice(BEFORE), chance.choice(AFTER)
        text = f"tel mot {before}{name}{after} 7 autres"
        hits = [text[mention.start : mention.stop] for mention in key.within(text)]
        assert hits == [name]


def test_texts_without_the_name_hold_no_mention() -> None:
    """Its letters in another order, or with one of them changed, are somebody else."""
    chance = random.Random(7)
    for _ in range(300):
        word = "".join(chance.choices("bcdfglmnprst", k=6)) + "a"
        key = Mentions.of({"P": (f"Ana {word}",)})
        other = word[:-1] + chance.choice("eiou")
        assert not list(key.within(f"Ana {other}, {word} Anna, an {word} ; et Ana, {other}"))
