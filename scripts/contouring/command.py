"""Reads the packages, joins them, writes the maps, and says what was left over."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from ceremonie.territory import packing
from ceremonie.territory.naming import plain_name
from contouring import joining, sources

TARGET = Path(__file__).resolve().parents[2] / "src" / "ceremonie" / "data" / "territoires"


def main() -> int:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        given = (arguments.contours, arguments.names, arguments.before)
        wheel, now, before = given if all(given) else sources.fetched(Path(folder))
        listed = sources.listed(now, "communes")
        told = joining.names(listed, sources.listed(before, "communes"))
        made = joining.joined(sources.contours(wheel), told)
        _write(made)
        _write_list(made, sources.listed(now, "departements"), sources.listed(now, "regions"))
    for code, names in made.left.items():
        print(f"no contour in {code}: {', '.join(names)}")
    print(f"{len(made.grown)} with a gap that they took in: {', '.join(made.grown)}")
    sizes = sum(file.stat().st_size for file in TARGET.iterdir())
    print(f"{sum(map(len, made.communes.values()))} communes, {sizes / 1e6:.2f} MB")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contours", type=Path, help=sources.CONTOURS)
    parser.add_argument("--names", type=Path, help=sources.NAMES)
    parser.add_argument("--before", type=Path, help=sources.BEFORE)
    return parser.parse_args()


def _write(made: joining.Joined) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for code, communes in {**made.communes, **made.districts}.items():
        ordered = sorted(communes, key=lambda commune: commune.code)
        (TARGET / f"{code}.bin").write_bytes(packing.packed(ordered))
    (TARGET / "noms.bin").write_bytes(packing.packed_names(_codes_of(made)))


def _codes_of(made: joining.Joined) -> Mapping[str, Sequence[str]]:
    """Name as it is compared → the departments that have a commune of it."""
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for name, code in joining.every_name(made):
        codes[plain_name(name)].add(code)
    return {name: sorted(codes[name]) for name in sorted(codes)}


def _write_list(
    made: joining.Joined, departments: Sequence[dict[str, str]], regions: Sequence[dict[str, str]]
) -> None:
    """Of what there is a map of: code, name and region of each department."""
    region_of = {row["code"]: row["nom"] for row in regions}
    rows = [row for row in departments if made.communes.get(row["code"])]
    named = {row["region"]: region_of[row["region"]] for row in rows}
    pairs = {row["code"]: (row["nom"], row["region"]) for row in rows}
    listed = {"departments": pairs, "regions": named}
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
    (TARGET / "liste.json").write_text(text + "\n", "utf-8", newline="\n")
