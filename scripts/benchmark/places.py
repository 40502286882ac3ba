"""Where the bench keeps its things, and who runs what."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"
PEERS = SCRIPTS / "peers"
LOCK = ROOT / "requirements" / "peers.txt"

FOLDER = ROOT / ".bench"
"""Ignored by git: the peers' environment, the photos, the results."""

RESULTS = FOLDER / "results.json"
SAMPLE = ROOT / "assets" / "2023" / "storyboard.yaml"
SAMPLE_PHOTOS = SAMPLE.parent / "photos"
FONTS = ROOT / "src" / "ceremonie" / "data" / "fonts"

REPORT = ROOT / "docs" / "performance.md"
PLOT = ROOT / "docs" / "performance.png"
