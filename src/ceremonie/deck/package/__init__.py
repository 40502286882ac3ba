"""The whole file: its parts, media and fonts, what it tells of itself, saving it, checking it."""
