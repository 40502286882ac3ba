"""Under Windows, a process and all that it starts end together: they are put into a job object.

The system ends what is in a job when the last handle on it is closed, and it closes ours when this
process ends, however that happens.
"""

from __future__ import annotations

import ctypes
from ctypes import c_int64, c_size_t, c_uint32, c_uint64
from typing import Any

EXTENDED_LIMITS = 9
"""JobObjectExtendedLimitInformation (`winnt.h`, JOBOBJECTINFOCLASS)."""

KILL_ON_JOB_CLOSE, PROCESS_MEMORY = 0x2000, 0x0100
"""JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE, JOB_OBJECT_LIMIT_PROCESS_MEMORY (`winnt.h`)."""

ENDED = 1
"""The exit code of what is ended with its job."""


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    )


class Limits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; 144 bytes where addresses have 64 bits."""

    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", c_uint64 * 6),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


class Job:
    """A job object around one process. Where the system refuses one (an old system in a job of its
    own), the process is simply on its own, and only it is ended.
    """

    def __init__(self, process: int, *, memory: int | None = None, kernel: Any = None) -> None:
        """`process` is a handle; each process of the job gets at most `memory` bytes."""
        self._kernel = kernel or _kernel()
        self._job: int | None = self._kernel.CreateJobObjectW(None, None)
        limits = Limits()
        limits.BasicLimitInformation.LimitFlags = KILL_ON_JOB_CLOSE
        if memory is not None:
            limits.BasicLimitInformation.LimitFlags |= PROCESS_MEMORY
            limits.ProcessMemoryLimit = memory
        set_up = self._job and self._kernel.SetInformationJobObject(
            self._job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not (set_up and self._kernel.AssignProcessToJobObject(self._job, process)):
            self.close()

    def end(self) -> None:
        """All that is in it, at once."""
        if self._job:
            self._kernel.TerminateJobObject(self._job, ENDED)

    def close(self) -> None:
        """Let go of the job, which ends what is still in it."""
        job, self._job = self._job, None
        if job:
            self._kernel.CloseHandle(job)


def _kernel() -> Any:
    """`kernel32`, with handles as wide as addresses: ctypes would cut them to 32 bits."""
    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
    handle, yes = ctypes.c_void_p, ctypes.c_int
    for name, result, arguments in (
        ("CreateJobObjectW", handle, (ctypes.c_void_p, ctypes.c_wchar_p)),
        ("SetInformationJobObject", yes, (handle, ctypes.c_int, ctypes.c_void_p, c_uint32)),
        ("AssignProcessToJobObject", yes, (handle, handle)),
        ("TerminateJobObject", yes, (handle, c_uint32)),
        ("CloseHandle", yes, (handle,)),
    ):
        function = getattr(kernel, name)
        function.restype, function.argtypes = result, arguments
    return kernel
