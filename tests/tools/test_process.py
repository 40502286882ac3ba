"""Processes that end with all that they started: jobs of Windows, on a kernel that stands in."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from ceremonie.tools import process
from ceremonie.tools.process import Child
from ceremonie.tools.windows import EXTENDED_LIMITS, Job, Limits

JOB, PROCESS = 7, 40


@dataclass
class Kernel:
    """kernel32 as far as it is asked; `refused` is the call that fails."""

    refused: str = ""
    calls: list[tuple[object, ...]] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)

    def CreateJobObjectW(self, *_: object) -> int:  # noqa: N802
        return 0 if self.refused == "create" else JOB

    def SetInformationJobObject(self, job: int, kind: int, limits: object, size: int) -> int:  # noqa: N802
        assert (job, kind, size) == (JOB, EXTENDED_LIMITS, ctypes.sizeof(Limits))
        self.limits = limits._obj  # type: ignore[attr-defined]
        return int(self.refused != "set")

    def AssignProcessToJobObject(self, job: int, handle: int) -> int:  # noqa: N802
        self.calls.append(("assign", job, handle))
        return int(self.refused != "assign")

    def TerminateJobObject(self, job: int, code: int) -> int:  # noqa: N802
        self.calls.append(("end", job, code))
        return 1

    def CloseHandle(self, job: int) -> int:  # noqa: N802
        self.calls.append(("close", job))
        return 1


def test_the_limits_lie_where_windows_looks_for_them() -> None:
    """Offsets of `winnt.h` where addresses have 64 bits."""
    if ctypes.sizeof(ctypes.c_void_p) != 8:
        pytest.skip("addresses of another size")
    kernel = Kernel()
    Job(PROCESS, memory=0x1234_5678_9A, kernel=kernel)
    data = bytes(kernel.limits)
    assert len(data) == 144
    assert int.from_bytes(data[16:20], "little") == 0x2000 | 0x100
    assert int.from_bytes(data[112:120], "little") == 0x1234_5678_9A


def test_a_job_ends_all_that_is_in_it_once() -> None:
    kernel = Kernel()
    job = Job(PROCESS, kernel=kernel)
    assert kernel.limits.BasicLimitInformation.LimitFlags == 0x2000
    job.end()
    job.close()
    job.close()
    job.end()
    assert kernel.calls == [("assign", JOB, PROCESS), ("end", JOB, 1), ("close", JOB)]


@pytest.mark.parametrize("refused", ["create", "set", "assign"])
def test_where_a_job_is_refused_the_process_is_on_its_own(refused: str) -> None:
    kernel = Kernel(refused)
    job = Job(PROCESS, kernel=kernel)
    job.end()
    assert ("end", JOB, 1) not in kernel.calls
    assert (("close", JOB) in kernel.calls) is (refused != "create")


def under_windows(monkeypatch: pytest.MonkeyPatch) -> Kernel:
    kernel = Kernel()

    def job_around(started: subprocess.Popen[bytes], memory: int | None) -> Job:
        return Job(started.pid, memory=memory, kernel=kernel)

    monkeypatch.setattr(process, "job_around", job_around)
    return kernel


@pytest.mark.parametrize("ended", [True, False])
def test_a_child_is_put_into_a_job_which_ends_with_it(
    monkeypatch: pytest.MonkeyPatch, ended: bool
) -> None:
    kernel = under_windows(monkeypatch)
    code = "input()" if ended else "pass"
    child = Child([sys.executable, "-c", code], stdin=subprocess.PIPE)
    if ended:
        child.end()
    assert (child.wait(60) == 0) is not ended
    child.end()
    assert child.stdin is not None
    child.stdin.close()
    told = [call[0] for call in kernel.calls]
    assert told == (["assign", "end", "close"] if ended else ["assign", "close"])
    assert kernel.calls[0] == ("assign", JOB, child.pid)


@pytest.mark.parametrize("memory", [None, 1 << 30])
def test_windows_gives_a_child_no_more_memory_than_it_is_started_with(
    monkeypatch: pytest.MonkeyPatch, memory: int | None
) -> None:
    kernel = under_windows(monkeypatch)
    Child([sys.executable, "-c", "pass"], memory=memory).wait(60)
    assert kernel.limits.ProcessMemoryLimit == (memory or 0)
