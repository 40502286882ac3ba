"""musiques.csv: which music is heard where and for how long, as it is declared to SACEM."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ceremonie.edition.delimited import delimited
from ceremonie.media.material import Sound, Track
from ceremonie.planning.model import Plan
from ceremonie.units import SAMPLE_RATE

HEADS = ("Titre", "Auteur", "Licence", "Mention", "Où", "Durée utilisée", "Secondes")

FILM, WALK_IN = "film", "accueil du public"
"""Where it is heard."""


def music_sheet(plan: Plan) -> bytes:
    """A row for each piece in each place; heads alone where no music is heard."""
    heard = [(FILM, plan)]
    if plan.welcome:
        heard.append((WALK_IN, plan.welcome.loop))
    rows = [row for place, film in heard for row in _rows(place, film)]
    return delimited(HEADS, rows)


def _rows(place: str, film: Plan) -> Iterator[Sequence[str]]:
    """A piece that is written twice is one; what nobody hears is not declared."""
    pieces: dict[Sound, Track] = {}
    for track in film.tracks:
        pieces.setdefault(track.sound, track)
    for sound, track in pieces.items():
        used = sum(cue.samples for cue in film.music if cue.source == sound)
        if used:
            yield _row(track, place, round(used / SAMPLE_RATE))


def _row(track: Track, place: str, seconds: int) -> Sequence[str]:
    entry = track.entry
    minutes, rest = divmod(seconds, 60)
    told = (entry.title or "", entry.author or "", entry.licence or "", entry.credit or "")
    return (*told, place, f"{minutes}:{rest:02d}", str(seconds))
