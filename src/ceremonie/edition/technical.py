"""fiche-technique.html: what the technician is given, measured from the finished files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from ceremonie.edition.outputs import FILM, MASTER, STEM_MUSIC, STEM_SPEECH, TECHNICAL
from ceremonie.edition.page import element, page, table
from ceremonie.film.technical import Facts, Heard, facts, heard
from ceremonie.planning.model import Plan
from ceremonie.storyboard.evening import MasterOptions
from ceremonie.units import FRAME_RATE, clock

CODECS = {
    "h264": "H.264", "prores": "Apple ProRes 422", "dnxhd": "Avid DNxHR", "aac": "AAC",
    "pcm_s24le": "PCM 24 bits",
}  # fmt: skip
"""By ffmpeg's names."""

MEGABYTE, NARROW = 1_000_000, "\N{NARROW NO-BREAK SPACE}"

UNHEARD = -70.0
"""LUFS, and dB: what is below counts as silence (ITU-R BS.1770-5)."""

TOGETHER = (
    "Lues ensemble, au même niveau et du même départ, ces deux pistes redonnent le son de "
    "film-regie.mov au bit près. La musique y est telle qu’on l’entend : elle s’efface sous les "
    "paroles. L’autre piste porte les paroles et les sons des vidéos."
)


SILENT = "Film muet : ni musique ni parole, et donc aucune piste de son à part."


@dataclass(frozen=True)
class Measured:
    """What was measured in files, by their names: films, and parts of their sound."""

    films: Mapping[str, Facts]
    stems: Mapping[str, tuple[int, Heard]]
    """Each with the size of its file, in bytes."""


def write(folder: Path, plan: Plan, options: MasterOptions) -> None:
    """Of the two films that lie in a folder, and of what of their sound lies there apart."""
    films = {name: facts(folder / name) for name in (FILM, MASTER)}
    files = [folder / name for name in (STEM_MUSIC, STEM_SPEECH)]
    stems = {one.name: (one.stat().st_size, heard(one)) for one in files if one.is_file()}
    text = technical(plan, Measured(films, stems), options)
    folder.joinpath(TECHNICAL).write_text(text, "utf-8", newline="\n")


def technical(plan: Plan, measured: Measured, options: MasterOptions) -> str:
    """The whole page: a column for each file."""
    films = {name: _told(one) for name, one in measured.films.items()}
    stems = {name: _told_of_stem(*one) for name, one in measured.stems.items()}
    parted = "Le son à part" if len(stems) == 1 else "Le son en deux pistes"
    body = (
        _columns(films),
        *((element("p", SILENT),) if plan.is_silent else ()),
        *((element("h2", parted),) if stems else ()),
        *((element("p", TOGETHER),) if len(stems) > 1 else ()),
        *((_columns(stems),) if stems else ()),
        element("h2", "Ce qui s’entend et se lit"),
        *(element("p", text) for text in _words(plan, options)),
    )
    lead = "Mesuré dans les fichiers eux-mêmes. Les temps sont ceux de film.mp4 : h:min:s:image."
    return page(plan, f"Fiche technique – {plan.title}", lead, (_STYLE, *body))


_STYLE = (
    "<style>table { table-layout: fixed; } th:first-child { width: 22%; } "
    "td:nth-child(2) { width: auto; } "
    "@media print { body { line-height: 1.35; } h2 { margin: 1.4rem 0 .4rem; } "
    "th, td { padding: .3rem .8rem .3rem 0; } }</style>"
)
"""Both tables have the same columns, and the sheet is one page."""


def _columns(told: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    """A table with a column for each file."""
    lines = zip(*told.values(), strict=True)
    return table(("", *told), [(line[0][0], *(cell for _, cell in line)) for line in lines])


def _told(one: Facts) -> Iterator[tuple[str, str]]:
    yield "Image", f"{_named(one.codec)}, profil {one.profile}, {one.pixels}"
    yield "Taille", f"{one.width} × {one.height}, points carrés"
    yield "Cadence", f"{_number(one.rate)} images par seconde, progressif"
    yield "Couleur", "BT.709, niveaux 16 à 235" if one.tagged else "non indiquée"
    yield "Durée", f"{_code(one.frames, one.rate)} ({one.frames} images)"
    yield from _told_of_sound(one.sound)
    yield "Poids", f"{_number(Fraction(one.size, MEGABYTE))} Mo"


def _told_of_stem(size: int, sound: Heard) -> Iterator[tuple[str, str]]:
    yield from _told_of_sound(sound)
    yield "Échantillons", f"{sound.length:,}".replace(",", NARROW)
    yield "Poids", f"{_number(Fraction(size, MEGABYTE))} Mo"


def _told_of_sound(sound: Heard) -> Iterator[tuple[str, str]]:
    yield "Son", f"{_named(sound.codec)}, {sound.sampling // 1000} kHz, {_channels(sound.channels)}"
    yield "Durée du son", f"{_number(sound.lasting, 3)} s"
    yield "Niveau moyen", _level(sound.loudness, "LUFS")
    yield "Crête vraie", _level(sound.peak, "dBTP")


def _words(plan: Plan, options: MasterOptions) -> Iterator[str]:
    """First and last words, and what stands around the film."""
    if plan.subtitles:
        first, last = plan.subtitles[0], plan.subtitles[-1]
        yield f"Premiers mots, à {clock(first.span.start)} : « {' '.join(first.lines)} »"
        yield f"Derniers mots, jusqu’à {clock(last.span.stop)} : « {' '.join(last.lines)} »"
    else:
        yield "Aucune parole n’est sous-titrée."
    yield f"Première image : {plan.shots[0].title}. Dernière : {plan.shots[-1].title}."
    if options.before or options.after:
        edge = "noir" if options.edges == "noir" else "image arrêtée"
        before, after = (_number(Fraction(one)) for one in (options.before, options.after))
        yield f"film-regie.mov commence par {before} s et finit par {after} s de plus ({edge})."
    else:
        yield "film-regie.mov n’a ni amorce, ni noir, ni mire : l’image 1 est celle du film."


def _named(codec: str) -> str:
    return CODECS.get(codec, codec)


def _channels(count: int) -> str:
    return {1: "mono", 2: "stéréo"}.get(count, f"{count} voies")


def _code(frames: int, rate: Fraction) -> str:
    """« 0:01:02:24 »: hours, minutes, seconds, pictures."""
    whole, rest = divmod(frames, int(rate or FRAME_RATE))
    minutes, left = divmod(whole, 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{left:02d}:{rest:02d}"


def _level(value: float, unit: str) -> str:
    if value <= UNHEARD:
        return "silence"
    return f"{value:.1f} {unit}".replace(".", ",").replace("-", "−")


def _number(value: Fraction, digits: int = 1) -> str:
    text = f"{float(value):.{digits}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")
