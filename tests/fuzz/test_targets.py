"""The targets of `scripts/fuzz.py` hold on all that it begins with, whole and mutilated."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import seeds, targets


@pytest.mark.parametrize("name", sorted(targets.TARGETS))
def test_seeds_and_their_halves_are_answered(name: str) -> None:
    for data in seeds.of(name):
        for part in (data, data[: len(data) // 2], data[len(data) // 3 :], data[::-1]):
            assert isinstance(targets.TARGETS[name](part), frozenset)


@pytest.mark.slow
def test_media_are_answered_whole_cut_and_under_a_wrong_name(tmp_path: Path) -> None:
    for ending, data in seeds.media(tmp_path):
        whole = targets.probing(data, ending)
        assert not any(slug.startswith("erreur:") for slug in whole), (ending, whole)
        zeros = data[: len(data) // 2] + bytes(len(data) - len(data) // 2)
        for part in (data[: len(data) // 2], zeros, data[64:], b"\0" * 64):
            assert isinstance(targets.probing(part, ending), frozenset)
        assert isinstance(targets.probing(data, ".jpg"), frozenset)
