"""How many workers there are: as many as are wanted, or as cores and free memory allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from ceremonie import machine
from ceremonie.diagnostics import StoryboardError
from ceremonie.media import Means
from ceremonie.production import produce

GIGABYTE = 10**9


@pytest.mark.parametrize(
    ("cores", "free", "wanted", "expected"),
    [
        (8, 64 * GIGABYTE, None, 8),
        (8, machine.RESERVE + 3.5 * machine.WORKER, None, 3),
        (8, machine.RESERVE + 1.5 * machine.WORKER, None, 1),
        (16, 0.2 * GIGABYTE, None, 1),
        (2, 4 * GIGABYTE, None, 2),
        (128, 500 * GIGABYTE, None, machine.MOST_WORKERS),
        (8, 0.2 * GIGABYTE, 4, 4),
    ],
)
def test_a_run_has_the_workers_that_cores_and_memory_allow(
    board: Path,
    monkeypatch: pytest.MonkeyPatch,
    cores: int,
    free: float,
    wanted: int | None,
    expected: int,
) -> None:
    asked: list[int] = []

    def examine(_: object, means: Means, **__: object) -> None:
        asked.append(means.workers)
        raise StoryboardError

    monkeypatch.setattr("ceremonie.media.examine", examine)
    monkeypatch.setattr(machine, "cores", lambda: cores)
    monkeypatch.setattr(machine, "free_memory", lambda: int(free))
    with pytest.raises(StoryboardError):
        produce(board, workers=wanted, cache=board.parent / "cache")
    assert asked == [expected]


def system(root: Path, groups: str, **files: str) -> Path:
    """The files of a system; `__` stands for a slash, `_1_` for a dot."""
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(groups)
    for name, text in files.items():
        path = root / "sys/fs/cgroup" / name.replace("__", "/").replace("_1_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_a_container_has_the_memory_of_its_group(tmp_path: Path) -> None:
    root = system(
        tmp_path, "0::/\n", memory_1_max="300000000\n", memory_1_current="250000000\n",
        memory_1_stat="anon 1\ninactive_file 40000000\n",
    )  # fmt: skip
    assert machine.free_memory(root) == 90_000_000


def test_the_narrowest_of_the_groups_around_counts(tmp_path: Path) -> None:
    root = system(
        tmp_path, "1:name=systemd:/\n0::/user/app\n",
        user__memory_1_max="200000000", user__memory_1_current="150000000", user__memory_1_stat="",
        user__app__memory_1_max="max", user__app__memory_1_current="1", user__app__memory_1_stat="",
    )  # fmt: skip
    assert machine.free_memory(root) == 50_000_000


def test_groups_of_the_first_version_count_too(tmp_path: Path) -> None:
    root = system(
        tmp_path, "9:cpu,cpuacct:/a\n8:memory:/docker/abc\n",
        memory__memory_1_limit_in_bytes="100000000", memory__memory_1_usage_in_bytes="99000000",
        memory__memory_1_stat="inactive_file 5\ntotal_inactive_file 9000000\n",
    )  # fmt: skip
    assert machine.free_memory(root) == 10_000_000


def test_a_group_that_has_used_up_its_memory_has_none(tmp_path: Path) -> None:
    root = system(
        tmp_path, "0::/\n", memory_1_max="100", memory_1_current="200", memory_1_stat=""
    )  # fmt: skip
    assert machine.free_memory(root) == 0


@pytest.mark.parametrize("groups", ["", "0::/\n", "0::/a/b\n"])
def test_without_a_limit_it_is_what_the_system_has(tmp_path: Path, groups: str) -> None:
    assert machine.free_memory(system(tmp_path, groups)) > 10_000_000
