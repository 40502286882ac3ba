"""Every line that is not YAML is told in one run, each once, and what follows from it is not."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from .boards import reading

BOARD = """\
edition: "2031"
titre: Fête du sport
sous_titre: Trois jours ensemble
organisateur: Ville de Bron
ceremonie:
  date: 2031-12-06
  lieu: Espace Camus
ouverture:
  orateur: Une maire adjointe
  fonction: Adjointe au sport
  message: Jouer ensemble.
  points:
    - Accueil
    - Remerciements
jours:
  - date: 2031-12-03
    titre: Découvrir
    ateliers:
      - titre: Boccia
        commune: Bron
        public: Collégiens
        texte: Viser, lancer, rire.
      - titre: Natation
        commune: Bron
        lieu: Piscine
  - date: 2031-12-04
    titre: Rencontrer
    ateliers:
      - titre: Escrime
        commune: Lyon
        texte: Toucher sans blesser.
chiffres:
  - valeur: 3 mois
    libelle: de préparation
temoignages:
  - citation: On a joué ensemble.
    auteur: Une élève
    fonction: Collège
athletes:
  - nom: Une nageuse
    discipline: Natation
    club: Un club
partenaires:
  - nom: Ville de Bron
    rang: 1
  - nom: Un club
    rang: 2
cloture:
  titre: Merci
  message: À bientôt.
generique:
  - titre: Organisation
    lignes: [La ville, Le club]
droits:
  - personne: P001
    mineur: non
    signataires: [elle-même]
    portees: [captation, salle]
    debut: 2031-11-01
    fin: 2032-11-01
"""
LINES = BOARD.splitlines()


def key_of(line: str) -> str:
    return line.partition(":")[0].lstrip(" -")


def value_of(line: str) -> str:
    return line.partition(": ")[2]


def changed(line: str, value: str) -> str:
    return f"{line.partition(': ')[0]}: {value}"


FIRST = {line for above, line in itertools.pairwise(LINES) if above.endswith(":")}
"""The first lines of blocks: the block stands where they do."""

Mistake = tuple[Callable[[str], str], str, Callable[[str], bool]]


def is_text(line: str) -> bool:
    """A key with a text that may be any text."""
    free = {"titre", "lieu", "texte", "message", "fonction", "club", "nom", "auteur", "orateur"}
    return key_of(line) in free and bool(value_of(line)) and line.startswith("  ")


MISTAKES: dict[str, Mistake] = {
    "no space": (lambda t: t.replace(": ", ":", 1), "yaml-espace", is_text),
    "no space, colon": (
        lambda t: changed(t, f"{value_of(t)} : suite").replace(": ", ":", 1), "yaml-espace", is_text
    ),
    "colon": (lambda t: changed(t, f"{value_of(t)} : suite"), "yaml-deux-points", is_text),
    "at": (lambda t: changed(t, f"@{value_of(t)}"), "yaml-premier-signe", is_text),
    "backtick": (lambda t: changed(t, f"`{value_of(t)}`"), "yaml-premier-signe", is_text),
    "percent": (lambda t: changed(t, f"%{value_of(t)}"), "yaml-premier-signe", is_text),
    "after quote": (lambda t: changed(t, f'"{value_of(t)}" et'), "yaml-apres-guillemet", is_text),
    "apostrophe": (lambda t: changed(t, f"'L'{value_of(t)}'"), "yaml-apres-guillemet", is_text),
    "after bracket": (
        lambda t: changed(t, f"[{value_of(t)}] B"), "yaml-apres-crochet", is_text
    ),
    "backslash": (lambda t: changed(t, f'"{value_of(t)}\\musique"'), "yaml-antislash", is_text),
    "folded": (lambda t: changed(t, f"> {value_of(t)}"), "yaml-bloc", is_text),
    "shifted in": (
        lambda t: f"  {t}", "yaml-retrait",
        lambda t: is_text(t) and "- " not in t and t not in FIRST,
    ),
    "open list": (
        lambda t: t.replace("]", ""), "yaml-crochet", lambda t: t.endswith("]")
    ),
    "glued dash": (
        lambda t: t.replace("- ", "-", 1), "yaml-tiret-colle",
        lambda t: t.lstrip().startswith("- ") and ": " in t,
    ),
    "tab": (
        lambda t: t.replace("    ", "\t", 1), "tabulation",
        lambda t: t.startswith("    ") and is_text(t) and "- " not in t,
    ),
    "equals": (lambda t: t.replace(":", " =", 1), "yaml-sans-deux-points", is_text),
    "equals, glued": (lambda t: t.replace(": ", "=", 1), "yaml-sans-deux-points", is_text),
    "hard spaces": (
        lambda t: t.replace("  ", "\u00a0\u202f", 1), "espace-insecable",
        lambda t: is_text(t) and "- " not in t,
    ),
}  # fmt: skip


def told(lines: list[str]) -> list[tuple[int, str]]:
    return [
        (d.place.line if d.place else 0, d.slug)
        for d in reading("\n".join(lines) + "\n").diagnostics
    ]


def test_the_board_is_good() -> None:
    assert told(LINES) == []


ALL = [(n, name) for n, t in enumerate(LINES) for name, (_, _, fits) in MISTAKES.items() if fits(t)]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_at_its_line_and_nothing_else_is(name: str) -> None:
    make, slug, _ = MISTAKES[name]
    places = [n for n, other in ALL if other == name]
    assert places
    for n in places:
        lines = [*LINES[:n], make(LINES[n]), *LINES[n + 1 :]]
        assert told(lines) == [(n + 1, slug)], lines[n]


def _is_one_block(name: str, below: str | None) -> bool:
    """A line that is shifted in under one that begins a block, or is itself shifted, belongs to
    it: the two are one mistake, told once.
    """
    return name in {"folded", "shifted in"} and below == "shifted in"


@given(st.lists(st.sampled_from(ALL), min_size=2, max_size=8, unique_by=lambda one: one[0] // 2))
@settings(max_examples=300, deadline=None)
def test_each_of_several_mistakes_is_told_at_its_line_and_nothing_else_is(
    mistakes: list[tuple[int, str]],
) -> None:
    made = dict(mistakes)
    assume(not any(_is_one_block(made[n], made.get(n + 1)) for n in made))
    lines = list(LINES)
    for n, name in mistakes:
        lines[n] = MISTAKES[name][0](LINES[n])
    assert told(lines) == sorted((n + 1, MISTAKES[name][1]) for n, name in mistakes)


@pytest.mark.parametrize("last", ["et rire : toujours.", "Note bien : à midi", "fin de match :"])
def test_a_text_of_several_lines_that_is_not_indented_has_colons_that_make_no_keys(
    last: str,
) -> None:
    at = LINES.index("  message: Jouer ensemble.")
    lines = [*LINES[: at + 1], "  puis se reposer,", f"  {last}", *LINES[at + 1 :]]
    assert told(lines) == [(at + 2, "yaml-sans-deux-points")]
