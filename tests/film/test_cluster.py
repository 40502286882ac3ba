"""The film on a cluster: a real scheduler and real workers, as processes of this machine."""

from __future__ import annotations

import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import distributed
import numpy as np
import pytest

from ceremonie.diagnostics import CeremonieError, ExitCode, MachineError, RenderingError, UsageError
from ceremonie.film.rendering import render
from ceremonie.film.work import cluster as module
from ceremonie.film.work import segments, travelling
from ceremonie.film.work.cluster import ClusterError, cluster
from ceremonie.formats import Bounds, Shape
from ceremonie.media.material import Picture
from ceremonie.planning.camera import zoom
from ceremonie.planning.drawing import Photo
from ceremonie.planning.model import Plan
from ceremonie.progress import Progress, Step, silent
from ceremonie.theme.palette import Colour

from ..conftest import Outcome
from .plans import draft, plan_of, shot
from .test_workers import eventually

pytestmark = pytest.mark.slow

SCHEDULER = "from distributed.cli.dask_scheduler import main; main()"
WORKER = "from distributed.cli.dask_worker import main; main()"
WITHOUT_US = "import sys; sys.modules['ceremonie'] = None; " + WORKER

Process = subprocess.Popen[bytes]


@dataclass
class Grappe:
    """A scheduler and its workers, each on one thread, at work in a folder of their own."""

    folder: Path
    address: str = ""
    processes: list[Process] = field(default_factory=list)

    def start(self, code: str, *arguments: str, **environment: str) -> Process:
        command = [sys.executable, "-c", code, *arguments, "--no-dashboard"]
        with (self.folder / f"journal-{len(self.processes)}.txt").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env={**os.environ, **environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.processes.append(process)
        return process

    def start_scheduler(self, **environment: str) -> Process:
        told = self.folder / "adresse.json"
        there = ("--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
        process = self.start(SCHEDULER, *there, **environment)
        assert eventually(lambda: told.exists() and told.read_text("utf-8").endswith("}"))
        self.address = json.loads(told.read_text("utf-8"))["address"]
        return process

    def start_worker(self, code: str = WORKER) -> Process:
        how = ("--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder))
        return self.start(code, self.address, *how)

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()


@contextmanager
def started(folder: Path, *workers: str, **environment: str) -> Iterator[Grappe]:
    grappe = Grappe(folder)
    try:
        grappe.start_scheduler(**environment)
        for code in workers:
            grappe.start_worker(code)
        with observed(grappe) as client:
            client.wait_for_workers(len(workers), timeout=60)
        yield grappe
    finally:
        grappe.stop()


@contextmanager
def observed(grappe: Grappe) -> Iterator[Any]:
    with distributed.Client(grappe.address, set_as_default=False) as client:
        yield client


@pytest.fixture(scope="module")
def grappe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grappe]:
    with started(tmp_path_factory.mktemp("grappe"), WORKER, WORKER) as found:
        yield found


@pytest.fixture
def plan(make_picture: Callable[..., Picture]) -> Plan:
    """Six shots that drift and mix, every second one with the photo of the first."""
    noise = np.random.default_rng(3).integers(0, 255, (6, 60, 90, 3), np.uint8)
    pictures = [make_picture(n, f"photo {i}.png") for i, n in enumerate(noise)]
    return plan_of(*(_shown(i, pictures[i if i % 2 else 0]) for i in range(6)))


def _shown(index: int, picture: Picture) -> Any:
    move = zoom(picture, Bounds(300, 100, 1200, 800), 1.08, 20)
    photo = Photo(name="p", picture=picture, x=300, y=100, width=900, height=700, camera=move)
    return shot(index, 30 * index, 30, Colour.DEEP, photo)


def on(address: str, plan: Plan, folder: Path, progress: Progress = silent) -> Path:
    target = folder / "film-grappe.mp4"
    where = folder / "segments-grappe"
    render(
        plan, {Shape.WIDE: target}, where,
        workers=1, draft=True, progress=progress, cluster=address,
    )  # fmt: skip
    return target


def test_the_same_bytes_as_on_this_machine(grappe: Grappe, plan: Plan, tmp_path: Path) -> None:
    parts: list[float] = []
    film = on(grappe.address, plan, tmp_path, lambda _, part: parts.append(part))
    assert film.read_bytes() == draft(plan, tmp_path).read_bytes()
    assert parts == sorted(parts)
    assert parts[-1] == 1
    assert len(set(parts)) > 2


@contextmanager
def held_worker(grappe: Grappe, client: Any) -> Iterator[tuple[Process, str]]:
    """One more worker, which takes work and does none; and its address."""
    others = set(client.nthreads())
    worker = grappe.start_worker()
    try:
        client.wait_for_workers(len(others) + 1, timeout=60)
        (address,) = set(client.nthreads()) - others
        worker.send_signal(signal.SIGSTOP)
        yield worker, address
    finally:
        worker.kill()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no SIGSTOP on this system")
def test_a_lost_worker_loses_no_work(grappe: Grappe, plan: Plan, tmp_path: Path) -> None:
    """It is held, so that it cannot finish what it was given, and killed once it has something."""
    with observed(grappe) as client, held_worker(grappe, client) as (lost, address):

        def kill_when_it_has_work(step: Step, part: float) -> None:
            if lost.poll() is None and client.processing().get(address):
                lost.kill()
                lost.wait()

        film = on(grappe.address, plan, tmp_path, kill_when_it_has_work)
        assert lost.returncode == -signal.SIGKILL
    assert film.read_bytes() == draft(plan, tmp_path).read_bytes()


def test_media_travel_and_are_forgotten(grappe: Grappe, plan: Plan, tmp_path: Path) -> None:
    segment = segments.segments(plan)[1]
    shown = travelling.files(segment)
    assert len(shown) == 2
    with observed(grappe) as client, cluster(grappe.address) as executor:
        there = executor.submit(travelling.files, segment).result(timeout=60)
        assert {path.name for path in there} == {path.name for path in shown}
        for path in there:
            assert path.is_relative_to(grappe.folder)
            assert path.read_bytes() == (tmp_path / path.name).read_bytes()
        assert eventually(lambda: not client.who_has())


def test_a_failing_shot_is_named(grappe: Grappe, plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "photo 3.png").unlink()
    with pytest.raises(RenderingError) as caught:
        on(grappe.address, plan, tmp_path)
    told = str(caught.value)
    assert "« Plan 3 »" in told or "« Plan 4 »" in told
    assert "photo 3.png" in told
    assert not (tmp_path / "film-grappe.mp4").exists()


def test_giving_up_leaves_nothing_on_the_cluster(grappe: Grappe) -> None:
    def give_up() -> None:
        with cluster(grappe.address) as executor:
            work = [executor.submit(time.sleep, 1) for _ in range(20)]
            work[0].result(timeout=60)
            assert any(client.processing().values())
            raise KeyboardInterrupt

    with observed(grappe) as client:
        with pytest.raises(KeyboardInterrupt):
            give_up()
        assert eventually(lambda: not any(client.processing().values()))
        assert client.nthreads()


def test_work_that_cannot_travel_fails_alone(grappe: Grappe) -> None:
    with cluster(grappe.address) as executor:
        impossible = executor.submit(lambda: None)
        possible = executor.submit(os.getpid)
        assert isinstance(impossible.exception(timeout=60), pickle.PicklingError | AttributeError)
        assert possible.result(timeout=60) in {process.pid for process in grappe.processes}


def test_work_may_be_taken_back(grappe: Grappe) -> None:
    with cluster(grappe.address) as executor:
        work = [executor.submit(time.sleep, 0.2) for _ in range(30)]
        assert work[-1].cancel()
        assert [w.cancelled() for w in work] == [False] * 29 + [True]
        assert work[-2].result(timeout=60) is None


def slug(error: CeremonieError) -> str:
    (found,) = error.diagnostics
    assert found.remedy
    return found.slug


def test_another_version_is_told(
    grappe: Grappe, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "renderer", lambda: "une autre version")
    with pytest.raises(ClusterError) as caught:
        on(grappe.address, plan, tmp_path)
    assert slug(caught.value) == "grappe-differente"


def test_a_machine_without_the_program_is_told_and_survives(tmp_path: Path) -> None:
    with started(tmp_path, WITHOUT_US) as grappe, cluster(grappe.address) as executor:
        error = executor.submit(time.sleep, 0).exception(timeout=60)
        assert isinstance(error, ClusterError)
        assert slug(error) == "grappe-differente"
        assert [process.poll() for process in grappe.processes] == [None, None]


def test_a_cluster_that_goes_away_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """First its only worker, at a piece of work that no machine survives; at last the scheduler."""
    monkeypatch.setattr(module, "ALONE", 0.5)
    limit = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with started(tmp_path, WORKER, **limit) as grappe:
        scheduler, _ = grappe.processes
        with cluster(grappe.address) as executor:
            error = executor.submit(os._exit, 1).exception(timeout=60)
            assert isinstance(error, ClusterError)
            assert slug(error) == "grappe-arretee"
        with cluster(grappe.address) as executor:
            error = executor.submit(time.sleep, 0).exception(timeout=60)
            assert isinstance(error, MachineError)
            assert slug(error) == "grappe-vide"
        with cluster(grappe.address) as executor:
            scheduler.kill()
            error = executor.submit(time.sleep, 0).exception(timeout=60)
            assert isinstance(error, MachineError)
            assert slug(error) == "grappe-injoignable"


def opened(address: str) -> CeremonieError:
    with pytest.raises(CeremonieError) as caught, cluster(address):
        pytest.fail("there is no such cluster")
    return caught.value


def test_a_scheduler_out_of_reach_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    error = opened(f"tcp://127.0.0.1:{port}")
    assert isinstance(error, MachineError)
    assert slug(error) == "grappe-injoignable"


def test_something_else_that_listens_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REACHED", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent_one:
        error = opened(f"tcp://127.0.0.1:{silent_one.getsockname()[1]}")
    assert slug(error) == "grappe-injoignable"


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1", "127.0.0.1:8786", "http://a:1", "tcp://a", "tcp://:1", "tcp://a:b"]
)
def test_what_is_no_address_is_told(address: str) -> None:
    error = opened(address)
    assert isinstance(error, UsageError)
    assert slug(error) == "grappe-adresse"


@pytest.mark.parametrize("address", ["tcp://10.0.0.1:8786", "tcp://salle-2.fr:1", "tcp://[::1]:9"])
def test_what_is_an_address_passes(address: str) -> None:
    module.check(address)


def test_without_the_extra_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    error = opened("tcp://127.0.0.1:8786")
    assert isinstance(error, MachineError)
    assert slug(error) == "grappe-absente"
    assert 'pip install "ceremonie[grappe]"' in str(error)


def test_the_command_line_says_so(
    ceremonie: Callable[..., Outcome], board: Path, tmp_path: Path
) -> None:
    where = ("--brouillon", "--sortie", tmp_path / "output", "--cache", tmp_path / "cache")
    wrong = ceremonie("produire", board, "--grappe", "salle 2", *where)
    assert (wrong.code, "grappe-adresse" in wrong.err) == (ExitCode.USAGE, True)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    away = ceremonie("produire", board, "--grappe", f"tcp://127.0.0.1:{port}", *where)
    assert (away.code, "grappe-injoignable" in away.err) == (ExitCode.MACHINE, True)
    assert not list((tmp_path / "output").glob("*/film.mp4"))
