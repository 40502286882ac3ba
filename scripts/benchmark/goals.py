"""What is aimed at, and whether it was reached: pure functions of the results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Results = Mapping[str, Any]
"""What `command.py` keeps in .bench/results.json; a part that was not measured is not there."""

MEGABYTE = 1e6


@dataclass(frozen=True)
class Goal:
    """A row of the report. `lost` is the sentence that says so where the goal was missed."""

    what: str
    wanted: str
    measured: str
    met: bool
    lost: str = ""


@dataclass(frozen=True)
class Peer:
    """`factor` is how many times faster than the peer we want to be (0: it has other goals);
    `what` it does, in the table, `under` its name in the plot.
    """

    key: str
    name: str
    what: str
    factor: float
    under: str = ""


PEERS = (
    Peer(
        "x264",
        "x264 alone",
        "x264 `veryfast` `crf 20` alone, our finished frames in memory",
        0,
        "our finished frames, in memory",
    ),
    Peer(
        "zoompan", "ffmpeg", "ffmpeg: `zoompan` on twice the size, `xfade`", 2.3, "zoompan, xfade"
    ),
    Peer(
        "movielite", "MovieLite", "MovieLite, a process for each worker of ours", 2.5, "in parallel"
    ),
    Peer("moviepy", "MoviePy", "MoviePy", 40),
)

ENCODER_RATIO = 0.6
"""Our whole render to x264 alone, which has nothing to paint."""

SSIM_LOSS = 0.0005
SIZE_RATIO = 1.15
COLD = 0.3
"""A cold render of the sample's film, in parts of its own length."""

REPEATED, ON_BEAT, SCREEN, FULL = 0.25, 0.9, 0.5, 0.2
"""Of the sample's film: frames that repeat the one before, at most; cuts on a beat, and workshops'
frames with a picture on screen or with nothing else, at least.
"""

CHANGED, KEPT, DRAFT = 0.08, 0.01, 0.10
"""Parts of a cold render of the sample's film."""

SQUARE, TALL = 0.6, 0.95
"""The same for the film in another shape, once the wide one and the sound are kept."""

TECHNICIAN = 0.8
"""Speed of the technician's film, made beside the film, to its encoder alone."""

CODECS = {"prores": "ProRes 422 HQ", "dnxhd": "DNxHR HQ"}

GROWTH = 1.1
WORKER = 600 * MEGABYTE
BUSY = 0.95


def goals(results: Results) -> tuple[Goal, ...]:
    """All that was measured, in the order of the report."""
    return (
        *_of_peers(results.get("peers", {})),
        *_of_busy(results),
        *_of_sample(results.get("sample")),
        *_of_technician(results.get("technician", {})),
        *_of_memory(results.get("memory")),
        *_of_thousand(results.get("thousand")),
    )


def ratios(pairs: Sequence[Mapping[str, Any]]) -> list[float]:
    """The peer's seconds to ours, in each pair."""
    return [pair["peer"]["seconds"] / pair["ours"]["seconds"] for pair in pairs]


def seconds(pairs: Sequence[Mapping[str, Any]], who: str) -> float:
    return float(median(pair[who]["seconds"] for pair in pairs))


def spread(values: Sequence[float], form: str) -> str:
    """The median, and between which values it lies."""
    if len(values) == 1:
        return format(values[0], form)
    return f"{median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def _of_peers(peers: Mapping[str, Any]) -> Iterator[Goal]:
    for peer in PEERS:
        if peer.key not in peers:
            continue
        if peer.factor:
            yield _faster(peer, peers[peer.key])
        else:
            yield from _of_encoder(peer, peers[peer.key])


def _faster(peer: Peer, facts: Mapping[str, Any]) -> Goal:
    found = ratios(facts["pairs"])
    middle = median(found)
    if middle < 1:
        lost = f"{peer.name} is faster than we are: {_both(peer, facts)}."
    else:
        lost = f"{peer.name} is slower, but not {peer.factor:g} times: {_both(peer, facts)}."
    what = f"faster than {peer.name}"
    wanted, told = f"≥ {peer.factor:g} ×", spread(found, ".2f") + " ×"
    return Goal(what, wanted, told, middle >= peer.factor, lost)


def _both(peer: Peer, facts: Mapping[str, Any]) -> str:
    ours, other = (seconds(facts["pairs"], who) for who in ("ours", "peer"))
    return f"{other:.1f} s against our {ours:.1f} s"


def _of_encoder(peer: Peer, facts: Mapping[str, Any]) -> Iterator[Goal]:
    found = [1 / ratio for ratio in ratios(facts["pairs"])]
    faster = median(found) > 1
    yield Goal(
        f"our whole render to {peer.name}",
        f"≤ {ENCODER_RATIO:g} ×",
        spread(found, ".2f") + " ×",
        median(found) <= ENCODER_RATIO,
        f"{peer.name} is {'faster' if faster else 'slower, but not by so much'}: "
        f"{_both(peer, facts)}.",
    )
    loss = facts["peer_ssim"] - facts["ours_ssim"]
    yield Goal(
        f"likeness to the frames (SSIM), ours to {peer.name}",
        f"≥ −{SSIM_LOSS:g}",
        f"{-loss:+.4f} ({facts['ours_ssim']:.4f}, {facts['peer_ssim']:.4f})".replace("-", "−"),
        loss <= SSIM_LOSS,
        f"{peer.name} keeps the frames better: SSIM {facts['peer_ssim']:.4f} against our "
        f"{facts['ours_ssim']:.4f}.",
    )
    ours, other = (facts["pairs"][-1][who]["size"] for who in ("ours", "peer"))
    yield Goal(
        f"size of the file, ours to {peer.name}",
        f"≤ {SIZE_RATIO:g} ×",
        f"{ours / other:.2f} × ({ours / MEGABYTE:.1f} MB, {other / MEGABYTE:.1f} MB)",
        ours / other <= SIZE_RATIO,
        f"{peer.name} makes a smaller file: {other / MEGABYTE:.1f} MB against our "
        f"{ours / MEGABYTE:.1f} MB.",
    )


def _of_busy(results: Results) -> Iterator[Goal]:
    pairs = [pair for facts in results.get("peers", {}).values() for pair in facts["pairs"]]
    if pairs:
        yield _busy("the photos", [pair["ours"]["film_busy"] for pair in pairs])
    if "sample" in results:
        yield _busy("the sample", [film["busy"] for film in results["sample"]["film"]])


def _busy(what: str, found: Sequence[float]) -> Goal:
    met = median(found) >= BUSY
    lost = (
        f"Cores stand idle in a cold render of {what}: {median(found):.0%} of their time is used."
    )
    return Goal(f"cores busy, {what} cold", f"≥ {BUSY:.0%}", spread(found, ".0%"), met, lost)


def _of_sample(sample: Mapping[str, Any] | None) -> Iterator[Goal]:
    if not sample:
        return
    yield from _of_length(sample)
    yield from _of_motion(sample)
    told = {"changed": CHANGED, "kept": KEPT, "draft": DRAFT, "1:1": SQUARE, "9:16": TALL}
    names = {"changed": "one caption changed", "kept": "nothing changed", "draft": "a draft",
             "1:1": "1:1 after 16:9", "9:16": "9:16 after 16:9"}  # fmt: skip
    for key, limit in told.items():
        if any(key not in film for film in sample["film"]):
            continue
        found = [film[key] / film["cold"] for film in sample["film"]]
        lost = f"The sample's film, {names[key]}, takes {median(found):.1%} of a cold render."
        what = f"the sample's film, {names[key]}, to cold"
        yield Goal(what, f"≤ {limit:.0%}", spread(found, ".1%"), median(found) <= limit, lost)


def _of_length(sample: Mapping[str, Any]) -> Iterator[Goal]:
    found = [film["cold"] / sample["duration"] for film in sample["film"]]
    lost = f"The sample's film, cold, takes {median(found):.2f} times its own length."
    what, met = "the sample's film, cold, to its length", median(found) <= COLD
    yield Goal(what, f"≤ {COLD:g} ×", spread(found, ".2f") + " ×", met, lost)


def _of_motion(sample: Mapping[str, Any]) -> Iterator[Goal]:
    """What the film shows; nothing of what a storyboard does not have."""
    shares = {
        "repeated": ("frames that repeat the one before", REPEATED, "≤"),
        "screen": ("workshops' frames with a picture on screen", SCREEN, "≥"),
        "full": ("workshops' frames with a picture alone", FULL, "≥"),
        "on_beat": ("cuts within 40 ms of a beat", ON_BEAT, "≥"),
    }
    for key, (what, limit, sign) in shares.items():
        found = sample.get(key)
        if found is not None:
            met = found <= limit if sign == "≤" else found >= limit
            lost = f"In the sample's film, {what} are {found:.0%}."
            yield Goal(
                f"the sample's film, {what}", f"{sign} {limit:.0%}", f"{found:.0%}", met, lost
            )


def _of_technician(found: Mapping[str, Mapping[str, float]]) -> Iterator[Goal]:
    for codec, facts in found.items():
        speed = facts["encoder"] / (facts["both"] - facts["film"])
        lost = f"{CODECS[codec]} beside the film is made at {speed:.2f} of its encoder's speed."
        what, met = f"{CODECS[codec]} beside the film, speed to its encoder", speed >= TECHNICIAN
        yield Goal(what, f"≥ {TECHNICIAN:g} ×", f"{speed:.2f} ×", met, lost)


def _of_memory(memory: Mapping[str, Any] | None) -> Iterator[Goal]:
    if not memory:
        return
    short, long = memory["short"], memory["long"]
    growth = long["memory"] / short["memory"]
    yield Goal(
        f"memory of {_minutes(long)} of film to {_minutes(short)}",
        f"≤ {GROWTH:g} ×",
        f"{growth:.2f} × ({long['memory'] / MEGABYTE:.0f} MB, {short['memory'] / MEGABYTE:.0f} MB)",
        growth <= GROWTH,
        f"Memory grows with the film: {growth:.2f} times as much for {_minutes(long)}.",
    )
    worker = max(short["worker"], long["worker"]) / MEGABYTE
    met = worker < WORKER / MEGABYTE
    lost = f"A worker takes {worker:.0f} MB."
    yield Goal("the fullest worker", f"< {WORKER / MEGABYTE:.0f} MB", f"{worker:.0f} MB", met, lost)


def _minutes(facts: Mapping[str, Any]) -> str:
    return f"{facts['frames'] / 25 / 60:.0f} min"


def _of_thousand(thousand: Mapping[str, Any] | None) -> Iterator[Goal]:
    if not thousand:
        return
    few, many = thousand["few"], thousand["many"]
    each, every = (1000 * facts["seconds"] / facts["frames"] for facts in (few, many))
    yield Goal(
        f"a frame of {many['photos']} photos to one of {few['photos']}",
        f"≤ {GROWTH:g} ×",
        f"{every / each:.2f} × ({every:.1f} ms, {each:.1f} ms)",
        every / each <= GROWTH,
        f"A frame costs {every / each:.2f} times as much in a film of {many['photos']} photos.",
    )
