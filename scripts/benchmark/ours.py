"""Our film of the work, in a process of its own: photos to MP4, with nothing kept from before.

Run as `python -m benchmark.ours ORDER`; its clock starts, as that of every peer, when Python is up
and stops when the film is on the disk. What is measured is what `ceremonie produire` does for a
film: media prepared, segments rendered by workers, the sound that our films always have, the join
and the check of the finished file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Nothing is imported before: workers read this module again when they start."""
    from benchmark.measure import measured
    from benchmark.workload import Work, gathered, planned
    from ceremonie.film import render
    from ceremonie.formats import Shape
    from ceremonie.progress import silent

    order = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    work = Work(**{**order["work"], "photos": tuple(map(Path, order["work"]["photos"]))})
    folder, workers, target = Path(order["folder"]), order["workers"], Path(order["target"])
    with measured() as whole:
        with measured() as media:
            film = planned(work, gathered(work, folder, workers))
        with measured() as rendering:
            targets = {Shape.WIDE: target}
            render(film, targets, folder / "film", workers=workers, draft=False, progress=silent)
    _tell(
        seconds=whole.seconds,
        cpu=whole.cpu,
        size=target.stat().st_size,
        frames=film.frames,
        media=media.seconds,
        film=rendering.seconds,
        media_busy=media.busy,
        film_busy=rendering.busy,
    )


def _tell(**facts: Any) -> None:
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    main()
