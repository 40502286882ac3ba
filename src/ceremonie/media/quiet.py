"""Libraries' own words reach nobody."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """Pillow warns of large pictures on its own; they are told as problems. Set once for all
    threads, since the filter is theirs together.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
