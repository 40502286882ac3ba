"""The results as Markdown: docs/performance.md, a pure function of .bench/results.json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from statistics import median
from typing import Any

from benchmark.goals import CODECS, MEGABYTE, PEERS, Goal, Peer, Results, goals, seconds

HEADER = """\
# Performance

<!-- Written by scripts/bench.py from what it measured; do not edit. -->
"""

WORK = """\
## The work

{photos} photos of {smallest} to {largest} million pixels become {frames} frames of 1920 × 1080 \
at 25 a second: each shows for {seconds:g} s and grows to {zoom:g} times its size about its \
centre, and flows into the next for {crossfade:g} s. Everybody gets the same files. Ours is the \
whole way from photos to MP4: the media are prepared from nothing, the segments are rendered \
with an empty cache by {workers} workers, and the film has its sound track, its chapters and its \
check of the finished file. The clock of each program runs from when its libraries are imported \
until the film is on the disk.
"""

FAIR = """\
## What is compared, exactly

- Each peer is a small script in [scripts/peers/](../scripts/peers), written as its own \
documentation shows it. Ours and the peer run in turn, {pairs}; the ratio is taken in each pair, \
and what is told is the median with the least and the greatest.
- **x264 alone** encodes our own finished frames, which lie in memory as the encoder wants them: \
decoding, painting and any pipe are free for it. It is handed them directly (PyAV) and through a \
pipe (the ffmpeg program), and the quicker of the two counts. It uses all cores in its own way.
- **ffmpeg** enlarges each photo to twice the frame before `zoompan`, the least that recipes ask \
for against its trembling.
- **MovieLite** has no crf 20: its MIDDLE is `veryfast` at crf 21, which is a little quicker. \
One run before the first clock lets Numba compile. Its `CrossFade` fades both photos, so the \
picture darkens in between; that is left as it is.
- **MoviePy** zooms each photo as it was read, by one `resized(lambda t: …)`, as its users write \
it. Whoever first reduces the photos to the frame makes it two to three times as fast.{moviepy}
- The peers' films have no sound. Sizes and SSIM are those of the last pair; SSIM is ffmpeg's, \
over all planes, against the raw frames of our own painter, with the colour space of both told \
alike: else ffmpeg converts one of them first.
- Our media step keeps photos 1.22 times as large as the frame, so that nothing is enlarged even \
at the end of this fast zoom.
"""

AGAIN = """\
## Measuring again

```sh
python scripts/bench.py --long        # everything; without --long, what takes long is left out
python scripts/bench.py --report-only # this page again, from what was measured last
```

`--only`, `--peers` and `--pairs` choose parts of it, `--photos DIR` brings one's own. Seconds \
drift from machine to machine; the ratios hold.
"""


def report(results: Results) -> str:
    """The whole page."""
    parts = (
        HEADER,
        machine(results["machine"]),
        goal_table(goals(results)),
        verdicts(goals(results)),
        *([seconds_table(results), "![Seconds of each program](performance.png)\n", _work(results)]
          if results.get("peers") else []),
        sample(results.get("sample")),
        technician(results.get("technician")),
        parts_table(results.get("parts")),
        *([_fair(results)] if results.get("peers") else []),
        AGAIN,
    )  # fmt: skip
    return "\n".join(part for part in parts if part)


def machine(facts: Mapping[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    return f"Measured on {facts['cores']} cores of {facts['processor']}: {versions}.\n"


def table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(titles)
    lines = [heads, ["---"] + ["--:"] * (len(heads) - 1), *map(list, rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def goal_table(found: Iterable[Goal]) -> str:
    rows = ([g.what, g.wanted, g.measured, "met" if g.met else "**not met**"] for g in found)
    return "## Goals\n\n" + table(("", "goal", "measured", ""), rows)


def verdicts(found: Iterable[Goal]) -> str:
    """One sentence for each goal that was missed."""
    lost = [f"- {goal.lost}\n" for goal in found if not goal.met]
    return (
        "Where we lose:\n\n" + "".join(lost) if lost else "Every goal that was measured is met.\n"
    )


def seconds_table(results: Results) -> str:
    """Every program's seconds, beside ours in the same pairs."""
    rows = (
        _row(peer, results["peers"][peer.key]) for peer in PEERS if peer.key in results["peers"]
    )
    titles = ("", "its seconds", "ours beside it", "its CPU", "its file")
    return "## Beside others\n\n" + table(titles, rows)


def _row(peer: Peer, facts: Mapping[str, Any]) -> list[str]:
    pairs, last = facts["pairs"], facts["pairs"][-1]["peer"]
    partly = facts["made"] < facts["frames"]
    told = f" (from its first {facts['made']} frames)" if partly else _ways(pairs)
    return [
        peer.what + told,
        f"{seconds(pairs, 'peer'):.1f} s",
        f"{seconds(pairs, 'ours'):.1f} s",
        "—" if partly else f"{median(pair['peer']['cpu'] for pair in pairs):.1f} s",
        "—" if partly else f"{last['size'] / MEGABYTE:.1f} MB",
    ]


def _ways(pairs: list[Mapping[str, Any]]) -> str:
    """Both ways to hand over the frames, where a peer has two."""
    if "piped" not in pairs[-1]["peer"]:
        return ""
    direct, piped = (median(p["peer"][way] for p in pairs) for way in ("direct", "piped"))
    return f" (directly {direct:.1f} s, through a pipe {piped:.1f} s)"


def _work(results: Results) -> str:
    smallest, largest = results["work"]["megapixels"]
    return WORK.format(**results["work"], smallest=smallest, largest=largest)


def _fair(results: Results) -> str:
    counts = {key: len(facts["pairs"]) for key, facts in results["peers"].items()}
    names = {peer.key: peer.name for peer in PEERS}
    told = ", ".join(f"{names[key]} {_times(count)}" for key, count in counts.items())
    moviepy = results["peers"].get("moviepy")
    partly = moviepy and moviepy["made"] < moviepy["frames"]
    more = (
        f" It makes the first {moviepy['made']} frames; its seconds are scaled to all "
        f"{moviepy['frames']}, but for reading the photos."
        if moviepy and partly
        else ""
    )
    return FAIR.format(pairs=told, moviepy=more)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def sample(facts: Mapping[str, Any] | None) -> str:
    """The sample edition; medians of its rounds."""
    if not facts:
        return ""
    rows = [*_films(facts), *_commands(facts)]
    cold = median(film["cold"] for film in facts["film"])
    memory = max(film["memory"] for film in facts["film"]) / MEGABYTE
    head = (
        f"## The sample edition\n\n{facts['shots']} shots, {facts['segments']} segments, "
        f"{facts['frames']} frames, {facts['duration']:.0f} s of film, rendered in "
        f"{cold / facts['duration']:.2f} of its own length.\n\n"
    )
    tail = f"\n`ceremonie --help` takes {facts['help_cpu'] * 1000:.0f} ms of CPU time."
    full = f" All processes of a cold render take {memory:.0f} MB at most.\n" if memory else "\n"
    return head + table(("", "seconds", "to cold"), rows) + tail + full


def _films(facts: Mapping[str, Any]) -> Iterator[list[str]]:
    yield ["reading, media from nothing, plan", f"{facts['media']:.1f} s", "—"]
    names = {
        "cold": "film, nothing kept",
        "changed": "film, one caption changed",
        "kept": "film, nothing changed",
        "draft": "film, a draft with nothing kept",
        "1:1": "film in 1:1, the sound kept",
        "9:16": "film in 9:16, the sound kept",
    }
    yield from _compared(facts["film"], names)


def _commands(facts: Mapping[str, Any]) -> Iterator[list[str]]:
    names = {
        "cold": "`ceremonie produire`, nothing kept",
        "changed": "`ceremonie produire`, one caption changed",
        "kept": "`ceremonie produire`, nothing changed",
    }
    yield from _compared(facts["command"], names)


def _compared(rounds: list[Mapping[str, float]], names: Mapping[str, str]) -> Iterator[list[str]]:
    for key, name in names.items():
        if any(key not in found for found in rounds):
            continue
        share = median(found[key] / found["cold"] for found in rounds)
        yield [name, f"{median(found[key] for found in rounds):.2f} s", f"{share:.1%}"]


def technician(found: Mapping[str, Mapping[str, float]] | None) -> str:
    """The technician's film, beside its encoder alone."""
    if not found:
        return ""
    rows = (
        [
            CODECS[codec],
            f"{facts['film']:.1f} s",
            f"{facts['both']:.1f} s",
            f"{facts['encoder']:.1f} s",
            f"{facts['encoder'] / facts['both']:.2f} ×",
            f"{facts['luma']:.0f}, {facts['chroma']:.0f}",
            f"{facts['picture'] * 8 * 25 / MEGABYTE:.0f} Mbit/s",
        ]
        for codec, facts in found.items()
    )
    titles = (
        "", "film alone", "both films", "its encoder alone", "whole render, speed to the encoder",
        "luma, chroma: furthest from the frames, of 255", "size",
    )  # fmt: skip
    return (
        "## The technician's film\n\nTwo photos of the work. Both films are made of the same "
        "frames, painted once; the encoder alone is handed these, in memory, and uses all "
        "cores.\n\n" + table(titles, rows)
    )


def parts_table(facts: Mapping[str, float] | None) -> str:
    """Where the time goes, on one core."""
    if not facts:
        return ""
    whole = facts["all"]
    rows = (
        [f"**{part}**" if part == "all" else part, f"{took:.2f} s", f"{took / whole:.0%}"]
        for part, took in facts.items()
    )
    return "## Where the time goes\n\nThe work on one core, one worker.\n\n" + table(
        ("", "seconds", "share"), rows
    )
