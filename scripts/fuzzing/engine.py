"""One target for so many seconds: led by coverage with Atheris, else by the answers."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from fuzzing.store import Store

Target = Callable[[bytes], frozenset[str]]

BATCH = 200
"""So many mutations of one corpus, before what they found joins it."""

PROBING = "probing"
SLOW = 20.0
"""Seconds after which an answer is a finding."""


class SlowError(Exception):
    """An answer that took too long."""


def run(name: str, store: Store, seconds: float) -> None:
    """`name` is a target's, or `probing.` and an ending. Returns when the time is over."""
    if find_spec("atheris"):
        _led_by_coverage(name, store, seconds)
    else:
        _led_by_answers(_target(name), store, time.monotonic() + seconds)
        store.save()


def _target(name: str) -> Target:
    from tests.fuzz import targets

    kind, _, ending = name.partition(".")
    if kind == PROBING:
        return lambda data: targets.probing(data, f".{ending}")
    return targets.TARGETS[name]


class Trial:
    """Tries bytes, keeps those with a new answer, writes down what must not be raised."""

    def __init__(self, target: Target, store: Store) -> None:
        self.target, self.store = target, store
        self.answers: set[frozenset[str]] = set()
        self._saved = time.monotonic()

    def __call__(self, data: bytes) -> Exception | None:
        """What is newly found, if anything."""
        self.store.trying(data)
        self._save()
        started = time.monotonic()
        try:
            answer = self.target(data)
            if time.monotonic() - started > SLOW:
                raise SlowError(f"{time.monotonic() - started:.0f} s")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
            return error if self.store.find(data, error) else None
        if answer not in self.answers:
            self.answers.add(answer)
            self.store.keep(data)
        return None

    def _save(self) -> None:
        if time.monotonic() - self._saved > 1:
            self.store.save()
            self._saved = time.monotonic()


def _led_by_answers(target: Target, store: Store, end: float) -> None:
    trial = Trial(target, store)
    for data in store.inputs():
        trial(data)
    while time.monotonic() < end:
        batch(trial, end)


def batch(trial: Trial, end: float = math.inf) -> None:
    """Mutations of the corpus as it is now, until `end`."""
    from hypothesis import HealthCheck, Phase, given, seed, settings

    from fuzzing.mutations import mutated

    @seed(time.time_ns())
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=tuple(HealthCheck),
    )
    @given(mutated(trial.store.inputs()))
    def tried(data: bytes) -> None:
        if time.monotonic() < end:
            trial(data)

    tried()


def _led_by_coverage(name: str, store: Store, seconds: float) -> None:
    """Never returns: libFuzzer ends the process."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["ceremonie"]):
        target = _target(name)
    trial = Trial(target, store)
    arguments = [
        sys.argv[0],
        str(store.corpus),
        f"-max_total_time={int(seconds)}",
        f"-artifact_prefix={store.findings}{Path('/')}",
        "-timeout=60",
        "-rss_limit_mb=4096",
        "-verbosity=0",
    ]
    atheris.Setup(arguments, lambda data: _tried(trial, data))
    atheris.Fuzz()


def _tried(trial: Trial, data: bytes) -> None:
    trial(data)
