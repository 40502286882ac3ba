"""Subtitles of a clip: .srt and .vtt files into cues on the clip's own frames.

bytes → `encoding` → `signs` → `parsing` (cues by their timings, `markup` taken out of their words,
`rolling` captions shown once) → `Track` → `timing` (cues on frames) and `telling` (what a user has
to know). Read by hand and not by pysubs2, which passes over faulty lines and keeps no line numbers.
"""

from ceremonie.media.subtitles.reading import Track, read
from ceremonie.media.subtitles.telling import hurried, left_out
from ceremonie.media.subtitles.timing import cues

__all__ = ["Track", "cues", "hurried", "left_out", "read"]
