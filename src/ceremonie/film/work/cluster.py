"""Workers on the machines of a Dask cluster, behind the same door as those of this machine.

The machines share no files: a medium travels with the first segment that shows it, and stays on
the cluster while another one needs it. Only as much is sent ahead as keeps every worker busy, so
that neither this machine nor the scheduler ever holds all media at once. The scheduler keeps what
it was sent until the result has arrived here: when a worker is lost, another one does its work.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import math
import pickle
import re
import socket
import threading
import time
import warnings
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlsplit

from ceremonie.diagnostics import MachineError, RenderingError, UsageError
from ceremonie.film.work import segments, travelling
from ceremonie.film.work.segments import Segment
from ceremonie.messages import problem

ADDRESS = re.compile(r"tcp://(?:[^\s/:@\[\]]+|\[[0-9A-Fa-f:.%]+\]):[0-9]{1,5}")

REACHED = 10.0
"""Seconds within which a scheduler answers, or is told to be out of reach."""

ALONE = 30.0
"""Seconds that a cluster may be without any worker: one that was started again is waited for."""

LEFT = 0.5
"""Seconds for the farewell; a scheduler that does not hear it sees the connection closed."""

ASKED_EVERY = 1.0
"""Seconds between two looks at how many workers there are."""

AHEAD = 2
"""Segments sent for every thread of a worker: one is rendered while the next one travels."""


class ClusterError(RenderingError):
    """A machine of the cluster cannot do its work; nothing in the storyboard could mend it."""


def check(address: str) -> None:
    """Raises UsageError if no address looks like this, MachineError without the extra `grappe`."""
    if not ADDRESS.fullmatch(address):
        raise UsageError(problem("grappe-adresse", address=address))
    if importlib.util.find_spec("distributed") is None:
        raise MachineError(problem("grappe-absente"))


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """An executor; leaving it gives up what is not finished, and leaves the cluster as it was.

    It takes functions of this package; the files that a `Segment` among their arguments shows
    travel along. Work fails with ClusterError or MachineError where the cluster fails, else with
    the error of the function. Raises UsageError, or MachineError if there is no such scheduler.
    """
    check(address)
    import dask

    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}), _quiet():
        client = _connected(address)
        try:
            executor = _ClusterExecutor(client, address)
            try:
                yield executor
            finally:
                executor.shutdown()
        finally:
            with suppress(TimeoutError):
                client.close(timeout=LEFT)


def _connected(address: str) -> Any:
    """Dask may wait for ever for a scheduler that is none: whoever calls waits for `REACHED`."""
    connection: Future[Any] = Future()
    threading.Thread(target=_connect, args=(address, connection), daemon=True).start()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions are told by `there`, in French
            return connection.result(timeout=REACHED)
    except (OSError, ValueError) as error:
        raise MachineError(problem("grappe-injoignable", address=address)) from error


def _connect(address: str, connection: Future[Any]) -> None:
    import distributed

    class Client(distributed.Client):  # type: ignore[misc]
        """One that is left by `close` or not at all."""

        def __del__(self) -> None:
            """Another farewell to a scheduler that is gone would hold the program up."""

    try:
        _knock(address)
        connection.set_result(Client(address, timeout=REACHED, set_as_default=False))
    except Exception as error:  # noqa: BLE001 - it is raised where the client is waited for
        connection.set_exception(error)


def _knock(address: str) -> None:
    """Raises OSError where nobody listens: Dask itself would go on trying for a while."""
    parts = urlsplit(address)
    socket.create_connection((parts.hostname, parts.port), REACHED).close()


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask writes to the terminal is English, and told by us where it matters."""
    import distributed

    handlers = logging.getLogger(distributed.__name__).handlers
    levels = [handler.level for handler in handlers]
    for handler in handlers:
        handler.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for handler, level in zip(handlers, levels, strict=True):
            handler.setLevel(level)


@dataclass(frozen=True, eq=False)
class _Task:
    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    files: frozenset[Path]
    future: Future[Any] = field(default_factory=Future)


class End(StrEnum):
    DONE = "done"
    FAILED = "failed"
    OTHER_VERSION = "other version"


Outcome = tuple[str, bytes]
"""How work ended, and the packed result or error. Dask's own errors are then always about the
cluster, and its threads unpack nothing that could fail.
"""

THERE = (
    "__import__('ceremonie.film.work.cluster', fromlist=['there']).there(renderer, packed, media)"
)
"""What Dask evaluates on a worker. A function of ours would be unpacked with the message that asks
for it: a worker without this package does not survive that. This way it raises ImportError.
"""

_END = object()


class _ClusterExecutor(Executor):
    """One thread sends, counts the workers and settles; others only put events into its queue."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address
        self._door = client.get_executor(pure=False)
        self._events: SimpleQueue[Any] = SimpleQueue()
        self._waiting: deque[_Task] = deque()
        self._under_way: dict[Future[Outcome], _Task] = {}
        self._media = _Media(client)
        self._workers = _Workers(client, address)
        self._error: Exception | None = None
        threading.Thread(target=self._run, daemon=True).start()

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        files = (travelling.files(a) for a in arguments if isinstance(a, Segment))
        task = _Task(work, arguments, frozenset().union(*files))
        self._events.put(task)
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Nothing is waited for: the scheduler forgets what is left when its client leaves."""
        self._events.put(_END)

    def _run(self) -> None:
        while (event := self._next()) is not _END:
            try:
                self._take(event)
                self._hand_out()
            except Exception as error:  # noqa: BLE001 - whoever waits for a result is told
                self._error = self._error or error
            if self._error:
                self._give_up(self._error)

    def _next(self) -> Any:
        try:
            return self._events.get(timeout=ASKED_EVERY)
        except Empty:
            return None

    def _take(self, event: Any) -> None:
        if isinstance(event, _Task):
            self._waiting.append(event)
            self._media.want(event.files)
        elif event in self._under_way:
            if event.cancelled():  # not by us: the scheduler is gone, or was started anew
                raise MachineError(problem("grappe-injoignable", address=self._address))
            task = self._under_way.pop(event)
            self._media.release(task.files)
            _settle(task.future, event)

    def _hand_out(self) -> None:
        if not self._waiting and not self._under_way:
            return
        room = AHEAD * self._workers.threads() - len(self._under_way)
        for _ in range(min(room, len(self._waiting))):
            self._send(self._waiting.popleft())

    def _send(self, task: _Task) -> None:
        if not task.future.set_running_or_notify_cancel():
            self._media.release(task.files)
            return
        try:
            sent = self._sent(task)
        except Exception as error:  # noqa: BLE001 - it is raised where the result is waited for
            self._media.release(task.files)
            task.future.set_exception(error)
            return
        self._under_way[sent] = task
        sent.add_done_callback(self._events.put)

    def _sent(self, task: _Task) -> Future[Outcome]:
        places = {path: self._media.sent(path) for path in task.files}
        given = {
            "renderer": segments.renderer(),
            "packed": _packed(task, {path: place for path, (place, _) in places.items()}),
            "media": {place.as_posix(): future for place, future in places.values() if future},
        }
        sent: Future[Outcome] = self._door.submit(eval, THERE, given)
        return sent

    def _give_up(self, error: Exception) -> None:
        waiting = [t for t in self._waiting if t.future.set_running_or_notify_cancel()]
        for task in (*waiting, *self._under_way.values()):
            task.future.set_exception(error)
        self._waiting.clear()
        self._under_way.clear()


class _Media:
    """The files on the cluster. They are results there, which Dask hands from worker to worker and
    makes again, from what the scheduler was sent, when a worker that had one is lost.
    """

    def __init__(self, client: Any) -> None:
        self._client = client
        self._wanted: Counter[Path] = Counter()
        self._sent: dict[Path, tuple[Path, Any]] = {}

    def want(self, files: frozenset[Path]) -> None:
        self._wanted.update(files)

    def release(self, files: frozenset[Path]) -> None:
        """Forget those that nobody wants any more."""
        self._wanted.subtract(files)
        for path in files:
            if not self._wanted[path]:
                self._sent.pop(path, None)

    def sent(self, path: Path) -> tuple[Path, Any]:
        """Where a worker puts it, and Dask's future of its bytes.

        Without a file there is no future: the worker fails as this machine would, by its name.
        """
        if path not in self._sent:
            try:
                data = path.read_bytes()
            except OSError:
                return Path("absent", path.name), None
            place = Path(hashlib.sha256(data).hexdigest(), path.name)
            self._sent[path] = (place, self._client.submit(bytes, data, pure=False))
        return self._sent[path]


class _Workers:
    """How many threads the cluster has, from time to time."""

    def __init__(self, client: Any, address: str) -> None:
        self._client = client
        self._address = address
        self._threads = 0
        self._asked = -math.inf
        self._seen = time.monotonic()

    def threads(self) -> int:
        """Raises MachineError if the scheduler is gone, or every worker for too long."""
        now = time.monotonic()
        if self._client.status != "running":
            raise MachineError(problem("grappe-injoignable", address=self._address))
        if now - self._asked >= ASKED_EVERY:
            self._threads, self._asked = self._count(), now
        if self._threads:
            self._seen = now
        elif now - self._seen > ALONE:
            raise MachineError(problem("grappe-vide", address=self._address))
        return self._threads

    def _count(self) -> int:
        try:
            return sum(self._client.nthreads(callback_timeout=REACHED).values())
        except OSError as error:
            raise MachineError(problem("grappe-injoignable", address=self._address)) from error


def _settle(future: Future[Any], sent: Future[Outcome]) -> None:
    try:
        future.set_result(_result(sent))
    except Exception as error:  # noqa: BLE001 - it is raised where the result is waited for
        future.set_exception(error)


def _result(sent: Future[Outcome]) -> Any:
    error = sent.exception()
    if error:
        raise _of_the_cluster(error) from error
    end, packed = sent.result()
    if end == End.OTHER_VERSION:
        raise ClusterError(problem("grappe-differente"))
    unpacked = pickle.loads(packed)
    if end == End.FAILED:
        raise unpacked
    return unpacked


def _of_the_cluster(error: BaseException) -> BaseException:
    """What Dask's own errors mean to a user."""
    import distributed

    if isinstance(error, distributed.KilledWorker):
        return ClusterError(problem("grappe-arretee"))
    if isinstance(error, ImportError | AttributeError | TypeError | RuntimeError):
        return ClusterError(problem("grappe-differente"))
    return error


def _packed(task: _Task, places: Mapping[Path, Path]) -> bytes:
    moved = (
        travelling.moved(a, places.__getitem__) if isinstance(a, Segment) else a
        for a in task.arguments
    )
    return pickle.dumps((task.work, tuple(moved)))


def there(renderer: str, packed: bytes, media: Mapping[str, bytes]) -> Outcome:
    """What a worker runs: the work, unless its version is another one, which gives other bytes.

    The media are put into the worker's own folder, which Dask removes when the worker ends.
    """
    import distributed

    if renderer != segments.renderer():
        return End.OTHER_VERSION.value, b""
    folder = Path(distributed.get_worker().local_directory, "ceremonie")
    try:
        return End.DONE.value, pickle.dumps(perform(folder, packed, media))
    except Exception as error:  # noqa: BLE001 - it is raised where the work was asked for
        return End.FAILED.value, pickle.dumps(error)


def perform(folder: Path, packed: bytes, media: Mapping[str, bytes]) -> Any:
    """Unpack the work and do it, with its media put below `folder`. Raises what the work raises."""
    for name, data in media.items():
        travelling.put(folder / name, data)
    work, arguments = pickle.loads(packed)
    return work(*(_here(a, folder) for a in arguments))


def _here(argument: Any, folder: Path) -> Any:
    if isinstance(argument, Segment):
        return travelling.moved(argument, folder.joinpath)
    return argument
