"""Changes written into a storyboard: what was meant changes, everything else stays byte by byte."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceremonie import files
from ceremonie.diagnostics import NodePath
from ceremonie.storyboard.editing import Change, Reorder, Set, difference, edit, write
from ceremonie.storyboard.editing.changes import RefusedError
from ceremonie.storyboard.reading import read_bytes

PATH = Path("storyboard.yaml")
BOARD = """\
# en tête
edition: "2023"   # entre guillemets
titre: Journées de l'égalité   # le titre
organisateur: 'Préfecture du Val-de-Marne'
ceremonie: {date: 2023-12-01, lieu: Salle des fêtes}
ouverture:
  orateur: &nom Sophie Thibault
  message: >-
    Le sport crée des liens, brise les barrières
    et fait grandir le respect.
  notes: |
    Attendre la fin.

    Puis avancer.
jours:
  - date: 2023-11-28
    titre:   # pas encore de titre
    ateliers:
    # le premier
    - titre: Boxe éducative
      commune: Créteil
      texte: Une phrase qui
        va sur deux lignes
      # encore à lui

    # --- un autre
    - commune: Orly
      titre: "Basket"

    # à la fin
    - {titre: Judo, commune: Vitry-sur-Seine}
# après les jours
temoignages:
  - citation: On a joué tous ensemble.
    auteur: *nom
deroule: [titre, ouverture, jours, temoignages, film]
"""

WORKSHOPS: NodePath = ("jours", 0, "ateliers")
TEXTS: tuple[NodePath, ...] = (
    ("titre",),
    ("organisateur",),
    ("ceremonie", "lieu"),
    ("ouverture", "message"),
    ("ouverture", "notes"),
    ("jours", 0, "titre"),
    ("jours", 0, "notes"),
    (*WORKSHOPS, 0, "texte"),
    (*WORKSHOPS, 1, "titre"),
    (*WORKSHOPS, 2, "titre"),
    (*WORKSHOPS, 2, "lieu"),
    ("temoignages", 0, "citation"),
    ("temoignages", 0, "auteur"),
)


def said(data: bytes, path: NodePath) -> Any:
    value = read_bytes(data, PATH).source.data
    for step in path:
        value = value[step]
    return value


def board(ends: str, mark: bytes = b"") -> bytes:
    return mark + BOARD.replace("\n", ends).encode()


@settings(max_examples=60, deadline=None)
@given(
    path=st.sampled_from(TEXTS),
    words=st.text("aé '\"«»:#,[]{}&*-!%|>?@\\…0\n", min_size=1, max_size=70).filter(
        lambda text: text == text.strip()
    ),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_any_words_can_be_set_and_nothing_else_changes(
    path: NodePath, words: str, ends: str, mark: bytes
) -> None:
    data = board(ends, mark)
    revision = edit(data, [Set(path, words)], PATH)
    assert revision.refused == ()
    assert said(revision.after, path).rstrip("\n") == words
    assert revision.after.startswith(mark)
    before, after = data.decode().split(ends), revision.after.decode().split(ends)
    same = next(i for i, line in enumerate([*before, ""]) if line not in after[i : i + 1])
    tail = (
        len(before)
        - 1
        - next((i for i in range(len(before)) if before[::-1][i] != after[::-1][i]), 0)
    )
    written = "".join(before[same : tail + 1])
    assert len(before[same : tail + 1]) <= 4, written
    assert b"\n" not in revision.after.replace(ends.encode(), b"")


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(3)), ends=st.sampled_from(["\n", "\r\n"]))
def test_a_list_is_put_in_another_order_and_back_again(order: list[int], ends: str) -> None:
    data = board(ends)
    there = edit(data, [Reorder(WORKSHOPS, tuple(order))], PATH)
    assert there.refused == ()
    titles = [one["titre"] for one in said(there.after, WORKSHOPS)]
    assert titles == [("Boxe éducative", "Basket", "Judo")[index] for index in order]
    assert sorted(there.after.split(b"\n")) == sorted(data.split(b"\n"))
    back = tuple(order.index(index) for index in range(3))
    assert edit(there.after, [Reorder(WORKSHOPS, back)], PATH).after == data


def test_a_moved_item_takes_its_comments_along_and_headings_stay() -> None:
    after = edit(BOARD.encode(), [Reorder(WORKSHOPS, (1, 0, 2))], PATH).after.decode()
    assert "    # --- un autre\n    - commune: Orly" in after
    assert "    # le premier\n    - titre: Boxe éducative" in after
    assert "      # encore à lui\n\n    # à la fin\n" in after


@pytest.mark.parametrize("name", ["2023", "exemples/fete-du-sport"])
def test_every_value_set_to_itself_leaves_every_byte(name: str) -> None:
    file = next((Path(__file__).parents[2] / "assets" / name).glob("*.yaml"))
    data = file.read_bytes()
    changes = [Set(path, value) for path, value in leaves(read_bytes(data, file).source.data)]
    assert len(changes) > 30
    revision = edit(data, changes, file)
    assert revision.empty
    assert revision.refused == ()
    assert difference(revision, "storyboard.yaml") == ""


@pytest.mark.parametrize("name", ["2023", "exemples/fete-du-sport"])
def test_a_word_more_in_an_example_changes_its_own_lines_alone(name: str) -> None:
    file = next((Path(__file__).parents[2] / "assets" / name).glob("*.yaml"))
    data = file.read_bytes()
    texts = [x for x in leaves(read_bytes(data, file).source.data) if " " in str(x[1])]
    for path, value in random.Random(1).sample(texts, 12):
        revision = edit(data, [Set(path, f"{value} : oui")], file)
        shown = difference(revision, "storyboard.yaml").splitlines()
        removed = [line for line in shown[3:] if line.startswith("-")]
        assert revision.refused == ()
        assert not revision.empty
        assert len(removed) <= 1 + len(str(value)) // 60, shown


def leaves(data: Any, path: NodePath = ()) -> list[tuple[NodePath, Any]]:
    if isinstance(data, dict):
        return [x for key, value in data.items() for x in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [x for i, value in enumerate(data) for x in leaves(value, (*path, i))]
    return [] if data is None else [(path, data)]


def test_a_new_key_stands_last_in_its_mapping_however_deep() -> None:
    changes = [
        Set(("deroule",), ["titre", "film"]),
        Set(("diaporama", "mode"), "complet"),
        Set((*WORKSHOPS, 1, "lieu"), "Gymnase"),
        Set((*WORKSHOPS, 2, "lieu"), "Dojo, salle 2"),
    ]
    data = BOARD.replace("deroule: [titre, ouverture, jours, temoignages, film]\n", "").encode()
    after = edit(data, changes, PATH).after.decode()
    assert after.endswith("    auteur: *nom\nderoule: [titre, film]\ndiaporama:\n  mode: complet\n")
    assert '      titre: "Basket"\n      lieu: Gymnase\n' in after
    assert 'commune: Vitry-sur-Seine, lieu: "Dojo, salle 2"}' in after.replace("'", '"')


def test_the_order_of_the_parts_changes_within_its_brackets() -> None:
    after = edit(BOARD.encode(), [Reorder(("deroule",), (0, 4, 1, 2, 3))], PATH).after.decode()
    assert after.endswith("deroule: [titre, film, ouverture, jours, temoignages]\n")


REFUSED: dict[str, tuple[str, Change]] = {
    "an anchor that is used elsewhere": (BOARD, Set(("ouverture", "orateur"), "Autre")),
    "an alias for a whole workshop": (
        BOARD.replace("- {titre: Judo, commune: Vitry-sur-Seine}", "- *un").replace(
            "- titre: Boxe", "- &un\n      titre: Boxe"
        ),
        Set((*WORKSHOPS, 2, "titre"), "Autre"),
    ),
    "an alias before its anchor": (
        BOARD.replace("- {titre: Judo, commune: Vitry-sur-Seine}", "- *un").replace(
            "- titre: Boxe", "- &un\n      titre: Boxe"
        ),
        Reorder(WORKSHOPS, (2, 0, 1)),
    ),
    "a text that is too long": (BOARD, Set(("titre",), "Long " * 60)),
    "a storyboard with a line that is no YAML": (
        BOARD.replace("titre: Journées", "titre: Les: Journées"),
        Set(("organisateur",), "Autre"),
    ),
    "a list that has other items": (BOARD, Reorder(WORKSHOPS, (0, 1))),
    "a place that is not there": (BOARD, Set((*WORKSHOPS, 7, "titre"), "Autre")),
    "a whole workshop": (BOARD, Set((*WORKSHOPS, 1), "Autre")),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_written_is_refused_with_words_and_the_rest_is_kept(name: str) -> None:
    text, change = REFUSED[name]
    other = Set(("ceremonie", "lieu"), "Gymnase")
    revision = edit(text.encode(), [change, other], PATH)
    assert [refusal.change for refusal in revision.refused][:1] == [change]
    assert revision.refused[0].why
    if "no YAML" not in name:
        meant = text.replace("lieu: Salle des fêtes", "lieu: Gymnase")
        assert revision.after.decode() == meant


def test_a_storyboard_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "storyboard.yaml"
    file.write_bytes(BOARD.encode())
    revision = edit(file.read_bytes(), [Set(("titre",), "Autre")], file)
    file.write_bytes(BOARD.encode() + b"# plus\n")
    with pytest.raises(RefusedError):
        write(revision, file)
    file.write_bytes(BOARD.encode())
    write(revision, file)
    assert file.read_bytes() == revision.after
    assert [one.name for one in tmp_path.iterdir()] == ["storyboard.yaml"]


def test_what_a_killed_run_has_left_of_a_storyboard_goes_with_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = tmp_path / "storyboard.yaml", tmp_path / f".{'0' * 32}.partiel"
    file.write_bytes(BOARD.encode())
    other.touch()  # somebody else may be at work on that
    revision = edit(file.read_bytes(), [Set(("titre",), "Autre")], file)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(files, "move", killed)
        patch.setattr(files, "remove", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            write(revision, file)
    assert len([*tmp_path.iterdir()]) == 3
    write(revision, file)
    assert file.read_bytes() == revision.after
    assert {*tmp_path.iterdir()} == {file, other}
