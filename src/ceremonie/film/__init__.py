"""Plan → film.mp4: frames, segments, sound, the joined and checked file."""

from ceremonie.film.render import render

__all__ = ["render"]
