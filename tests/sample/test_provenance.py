"""What comes from elsewhere says so beside it."""

from __future__ import annotations

import hashlib
import re
from importlib import resources

from ceremonie import pictograms

DATA = resources.files("ceremonie") / "data"


def test_every_pictogram_is_traced_to_its_original_and_no_other() -> None:
    notice = (DATA / "pictograms" / "NOTICE.txt").read_text("utf-8")
    table = re.findall(r"^([a-z0-9-]+) +([a-z0-9_]+)$", notice, re.M)
    assert tuple(name for name, _ in table) == pictograms.names()
    assert len({original for _, original in table}) == len(table)
    assert (DATA / "pictograms" / "LICENSE-Apache-2.0.txt").is_file()


def test_the_network_that_finds_faces_is_the_one_that_is_attributed() -> None:
    told = (DATA / "faces" / "ATTRIBUTION.txt").read_text("utf-8")
    file = (DATA / "faces" / "centerface.onnx").read_bytes()
    assert hashlib.sha256(file).hexdigest() in told
    assert (DATA / "faces" / "LICENSE-MIT.txt").is_file()


def test_every_map_is_attributed() -> None:
    told = (DATA / "territoires" / "ATTRIBUTION.txt").read_text("utf-8")
    names = {file.name for file in (DATA / "territoires").iterdir()} - {"ATTRIBUTION.txt"}
    maps = {name for name in names if name.endswith(".bin")}
    assert maps
    assert "*.bin" in told
    assert all(name in told for name in names - maps)
    assert "Licence Ouverte 2.0" in told
