"""How copies are encoded, whoever writes them: x264 and AAC, the same bytes on every machine."""

from __future__ import annotations

PRESET, CRF = "veryfast", 18
KEY_FRAMES = 50
"""Frames from one key frame to the next at most: a slide show seeks."""

SOUND_BIT_RATE = 192_000
"""Bits a second, stereo."""

TIME_BASE = 12_800
"""Ticks a second of the video track: 512 to a frame, exact at 25 fps."""

POSTER_FRAME = 25
"""One second in: past a first frame that is often black or blurred."""

TAGGED = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
"""The encoder writes what the last frame says of itself, whatever its own options ask for."""
