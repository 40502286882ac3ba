"""Subtitles of a clip: .srt, .vtt, .sbv and .ass files into cues on the clip's own frames.

bytes → `encoding` → `signs` → `parsing` or `substation` (cues by their timings, `markup` taken out
of their words, a dash for each of the `speakers`, `rolling` captions shown once) → `Track` →
`breaking` (lines and screens) and `timing` (cues on frames), both by the `charter` → `telling`
(what a user has to know). Read by hand and not by pysubs2, which passes over faulty lines and keeps
no line numbers.
"""

from ceremonie.media.subtitles.reading import Track, read
from ceremonie.media.subtitles.telling import hurried, left_out, outlasting
from ceremonie.media.subtitles.timing import cues

__all__ = ["Track", "cues", "hurried", "left_out", "outlasting", "read"]
