"""How the maps of France are made from public data; `scripts/contours.py` is the door."""
