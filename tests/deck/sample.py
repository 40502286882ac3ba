"""A plan of a few slides that uses every element type, built by hand."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

from PIL import Image

from ceremonie.formats import Bounds
from ceremonie.media.material import Clip, Picture, SubtitleCue
from ceremonie.planning.drawing import (
    Anchor,
    Area,
    Box,
    Caption,
    Disc,
    Drawing,
    Element,
    Fit,
    Flame,
    Footage,
    Photo,
    Pictogram,
    Role,
    Stroke,
    Text,
)
from ceremonie.planning.model import Link, Page, Plan
from ceremonie.planning.tables import Table, TableRow
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import Colour, ink_on
from ceremonie.theme.track import Bend, Outline, Straight, Track, circle
from ceremonie.theme.type import Scale, Style

SCALE = Scale()

LEAKY_NAME = "photo_Lea_DUPONT_3eB.jpg"
GPS = {1: "N", 2: (48.0, 47.0, 12.0), 3: "E", 4: (2.0, 27.0, 0.0)}


def words(
    name: str,
    lines: tuple[str, ...],
    x: float,
    baseline: float,
    style: Style,
    ground: Colour,
    role: Role = Role.LABEL,
    colour: Colour | None = None,
    anchor: Anchor = Anchor.START,
    angle: float = 0,
) -> Text:
    return Text(
        name=name,
        lines=lines,
        x=x,
        baseline=baseline,
        style=style,
        colour=colour or ink_on(ground),
        ground=ground,
        role=role,
        anchor=anchor,
        angle=angle,
    )


def photo(folder: Path, alternative: str, size: tuple[int, int] = (1200, 800)) -> Picture:
    """A gradient under a telling name, with a position in its EXIF data."""
    path = folder / f"{size[0]}-{LEAKY_NAME}"
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    exif = Image.Exif()
    exif[0x010E] = LEAKY_NAME
    exif.get_ifd(0x8825).update(GPS)
    image.save(path, exif=exif)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Picture(digest, *size, alternative=alternative, path=path)


def logo(folder: Path) -> Picture:
    path = folder / "logo.png"
    image = Image.new("RGBA", (400, 200), (0, 0, 0, 0))
    image.paste((0, 86, 91, 255), (50, 50, 350, 150))
    image.save(path)
    return Picture("logo", 400, 200, alternative="Club Exemple", alpha=True, path=path)


def clip(folder: Path) -> Clip:
    path = folder / "VID-20231128-WA0007.mp4"
    path.write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(200))
    return Clip(
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        width=1280,
        height=720,
        frames=90,
        has_sound=True,
        poster=photo(folder, "", (1280, 720)),
        alternative="Une collégienne raconte sa journée",
        subtitles=(SubtitleCue(10, 60, ("Bonjour à tous,", "et merci.")),),
        path=path,
    )


def bend() -> Track:
    return Track((-40, 884), 0, (Straight(1400), Bend(600, -90), Straight(600)))


def lanes(track: Track, pitch: float, colours: tuple[Colour, ...]) -> list[Element]:
    bands = [
        Stroke(
            name=f"couloir {k + 1}",
            course=track.line((k + 0.5) * pitch),
            width=pitch,
            colour=colour,
        )
        for k, colour in enumerate(colours)
    ]
    edges = [
        Stroke(name=f"ligne {k + 1}", course=track.line(k * pitch), width=8, colour=Colour.PAPER)
        for k in range(len(colours) + 1)
    ]
    return [*bands, *edges]


def square(x: float, y: float, side: float) -> Outline:
    return ((x, y), (x + side, y), (x + side, y + side), (x, y + side))


def cover() -> Page:
    track = Track((-40, 216), 0, (Straight(1584), Bend(96, -90), Straight(600)))
    colours = (Colour.MIDDLE, Colour.BRIGHT, Colour.DEEP)
    titles = ("l’égalité", "des", "chances")
    elements = [
        *lanes(track, 216, colours),
        words("surtitre", ("Journées départementales de",), 96, 146, SCALE.statement, Colour.MIDDLE,
              Role.KICKER),
        *(
            words(f"mot {k + 1}", (word,), 126 + 339 * k, 216 + k * 216 + 162, SCALE.title_lane,
                  colours[k], Role.TITLE)
            for k, word in enumerate(titles)
        ),
        words("lieu", ("Val-de-Marne",), 96, 950, SCALE.name, Colour.MIDDLE, Role.SUBTITLE),
        words("dates", ("3^e^ édition, du 28 au 30 novembre 2023",), 96, 1018, SCALE.place,
              Colour.MIDDLE, Role.SUBTITLE),
        Flame(name="flamme", x=1344, y=582, radius=58),
    ]  # fmt: skip
    return Page("accueil", "accueil", Section.TITLE,
                "Journées départementales de l’égalité des chances",
                Drawing(Colour.MIDDLE, tuple(elements)), "Bienvenue.")  # fmt: skip


def running_order() -> Page:
    entries = (("Ouverture", "ouverture"), ("Football à cinq", "atelier"), ("Le film", "film"))
    elements = (
        words("titre", ("Déroulé",), 96, 180, SCALE.headline, Colour.PAPER, Role.TITLE),
        *(
            words(f"partie {k + 1}", (text,), 96, 320 + 90 * k, SCALE.name, Colour.PAPER)
            for k, (text, _) in enumerate(entries)
        ),
    )
    links = tuple(Link(f"partie {k + 1}", target) for k, (_, target) in enumerate(entries))
    return Page("deroule", "déroulé", Section.TITLE, "Déroulé",
                Drawing(Colour.PAPER, elements), "Cliquer sur une partie.", links)  # fmt: skip


def opening() -> Page:
    message = ("Le sport crée des liens,", "brise les barrières", "et fait grandir",
               "le respect de chacun.")  # fmt: skip
    elements = (
        Disc(name="tête", x=400, y=196, radius=140, colour=Colour.PAPER),
        Disc(name="anneau", x=400, y=196, radius=180, colour=None,
             ring=Colour.BRIGHT, ring_width=12),
        words("surtitre", ("Ouverture",), 820, 112, SCALE.label, Colour.DEEP, Role.KICKER,
              Colour.BRIGHT),
        words("message", message, 820, 226, SCALE.statement, Colour.DEEP, Role.BODY),
        Box(name="plaque", x=96, y=800, width=700, height=110, colour=Colour.BRIGHT),
        words("nom", ("Sophie Thibault",), 120, 872, SCALE.name, Colour.BRIGHT, Role.NAME),
        words("numéro", ("42",), 1500, 990, SCALE.figure, Colour.DEEP, Role.FIGURE,
              anchor=Anchor.MIDDLE),
        words("fin", ("préfète du Val-de-Marne",), 1824, 620, SCALE.place, Colour.DEEP, Role.PLACE,
              anchor=Anchor.END),
    )  # fmt: skip
    return Page("ouverture", "ouverture", Section.OPENING, "Ouverture",
                Drawing(Colour.DEEP, elements), "Accueil.\n\nMessage.")  # fmt: skip


def workshop(folder: Path) -> Page:
    track = bend()
    infield = (*track.line(0), (1920, -40), (-40, -40))
    elements = [
        Photo(name="photo", picture=photo(folder, "Des élèves jouent au football"),
              x=0, y=0, width=1920, height=884, mask=infield),
        *lanes(track, 96, (Colour.MIDDLE, Colour.BRIGHT)),
        words("titre", ("Football à cinq",), 96, 964, SCALE.statement.at(72), Colour.MIDDLE,
              Role.TITLE),
        words("lieu", ("Jour 1, Champigny-sur-Marne",), 96, 1040, SCALE.label, Colour.BRIGHT,
              Role.PLACE),
    ]  # fmt: skip
    return Page("atelier", "atelier", Section.DAYS, "Football à cinq",
                Drawing(Colour.INK, tuple(elements)), "Crédit photo : exemple.")  # fmt: skip


def mosaic(folder: Path) -> Page:
    corners = ((0, 0), (960, 0), (0, 540), (960, 540))
    elements = (
        *(
            Photo(name=f"photo {k + 1}", picture=photo(folder, f"Atelier {k + 1}", (900 + k, 700)),
                  x=x, y=y, width=960, height=540)
            for k, (x, y) in enumerate(corners)
        ),
        Disc(name="rond central", x=960, y=540, radius=318, colour=Colour.DEEP, ring=Colour.PAPER,
             ring_width=12),
        words("titre", ("Quatre", "ateliers"), 960, 500, Style(116, 800, 1.0), Colour.DEEP,
              Role.TITLE, anchor=Anchor.MIDDLE),
        Photo(name="logo", picture=logo(folder), x=1500, y=900, width=300, height=130,
              fit=Fit.CONTAIN),
    )  # fmt: skip
    return Page("mosaique", "mosaïque", Section.DAYS, "Quatre ateliers",
                Drawing(Colour.PAPER, elements), "Photos.")  # fmt: skip


def chapter() -> Page:
    arc = circle((1430, 2620), 1830, -160)
    course = Track(arc.start, arc.heading, (Bend(1830, 140),)).line(0)
    elements = (
        words("grand chiffre", ("1",), 1500, 1128, Style(1780, 800, 1.0), Colour.MIDDLE,
              Role.DECORATION),
        Stroke(name="couloir", course=course, width=260, colour=Colour.BRIGHT),
        words("jour", ("Jour\u00a01",), 96, 318, SCALE.chapter, Colour.MIDDLE, Role.TITLE),
        words("date", ("mardi 28\u00a0novembre",), 96, 446, SCALE.date, Colour.MIDDLE,
              Role.SUBTITLE),
        words("jour suivant", ("2",), 1700, 860, SCALE.card_title, Colour.BRIGHT, Role.DECORATION,
              angle=12),
    )  # fmt: skip
    return Page("jour-1", "chapitre", Section.DAYS, "Jour 1, mardi 28 novembre",
                Drawing(Colour.MIDDLE, elements), "Premier jour.")  # fmt: skip


def relay() -> Page:
    towns = (square(1000, 200, 300), square(1100, 300, 100), square(1310, 200, 240))
    elements = (
        Area(name="communes", outlines=towns, colour=Colour.DEEP, line=Colour.PAPER, line_width=4),
        words("titre", ("La Flamme", "en relais"), 96, 170, SCALE.statement.at(104), Colour.PAPER,
              Role.TITLE),
        Pictogram(name="pictogramme", symbol="musique", x=300, y=600, size=240,
                  colour=Colour.INK),
        words("étape", ("Créteil\u202f!",), 1000, 700, SCALE.label, Colour.PAPER),
    )  # fmt: skip
    return Page("relais", "relais", Section.RELAY, "La Flamme en relais",
                Drawing(Colour.PAPER, elements), "Carte.")  # fmt: skip


def testimony(folder: Path, number: int) -> Page:
    title = words(
        "titre", (f"Témoignage {number}",), 96, 170, SCALE.statement, Colour.BRIGHT, Role.TITLE
    )
    elements = (
        replace(title, room=Bounds(96, 80, 1824, 220)),
        Footage(name="extrait", clip=clip(folder), x=96, y=240, width=1000, height=700),
    )
    return Page(f"temoignage-{number}", "témoignage", Section.TESTIMONIES, f"Témoignage {number}",
                Drawing(Colour.BRIGHT, elements), "Lancer l'extrait d'un clic.")  # fmt: skip


def film_page() -> Page:
    elements = (
        words("titre", ("Le film",), 96, 130, SCALE.statement, Colour.INK, Role.TITLE),
        Box(name="film", x=240, y=180, width=1440, height=810, colour=Colour.BLACK),
        words("mention", ("film.mp4",), 96, 1040, SCALE.small, Colour.INK, Role.CREDIT),
    )
    return Page("film", "film", Section.FILM, "Le film", Drawing(Colour.INK, elements),
                "Lancer le film d'un clic.", film=True)  # fmt: skip


def tabled() -> tuple[Element, ...]:
    """A table of two columns and two rows, and what it is made of."""
    rows = tuple(
        TableRow(
            Box(name=f"rangée {n}", x=100, y=800 + 70 * n, width=600, height=64, colour=ground),
            tuple(
                words(f"case {n}.{x}", (text,), x, 845 + 70 * n, SCALE.label, ground)
                for x, text in zip((120, 420), texts, strict=True)
            ),
        )
        for n, (ground, texts) in enumerate(
            (
                (Colour.INK, ("Prix", "Lauréat")),
                (Colour.BRIGHT, ("Fair-play", "Une équipe")),
            )
        )
    )
    table = Table(
        name="tableau",
        rows=rows,
        columns=(100, 400),
        gap=6,
        field=Colour.PAPER,
        alternative="Prix et lauréats",
    )
    return (*(e for row in rows for e in (row.ground, *row.cells)), table)


def everything(folder: Path) -> Page:
    """One slide with every element type, small enough to be read as XML."""
    elements = (
        Area(name="aire", outlines=(square(0, 0, 100), square(20, 20, 60)), colour=Colour.DEEP,
             line=Colour.PAPER, line_width=4),
        Stroke(name="barre", course=((0, 500), (300, 500)), width=48, colour=Colour.MIDDLE),
        Stroke(name="virage", course=((0, 600), (200, 600), (300, 700)), width=40,
               colour=Colour.BRIGHT),
        Disc(name="disque", x=1000, y=200, radius=50, colour=Colour.BRIGHT, ring=Colour.INK,
             ring_width=8),
        Box(name="boîte", x=1200, y=100, width=200, height=100, colour=Colour.WHITE),
        words("titre", ("Basket", "fauteuil"), 400, 200, Style(104, 800, 1.0), Colour.PAPER,
              Role.TITLE),
        words("lieu", ("3^e^ jour\u202f!",), 400, 400, SCALE.place, Colour.PAPER, Role.PLACE),
        words("étiquette", ("94",), 900, 420, SCALE.label, Colour.PAPER, anchor=Anchor.MIDDLE,
              angle=30),
        Caption(name="sous-titre du film", style=SCALE.subtitle,
                cue=SubtitleCue(0, 50, ("Jamais sur une diapositive",))),
        Flame(name="flamme", x=1700, y=200, radius=30),
        Pictogram(name="pictogramme", symbol="musique", x=1700, y=300, size=96,
                  colour=Colour.INK),
        Photo(name="photo", picture=photo(folder, "Un ballon", (300, 200)), x=1200, y=300,
              width=300, height=300, mask=((1200, 300), (1500, 300), (1500, 600))),
        Footage(name="extrait", clip=clip(folder), x=1200, y=650, width=480, height=360),
        *tabled(),
    )  # fmt: skip
    return Page("tout", "tout", Section.ATHLETES, "Basket fauteuil",
                Drawing(Colour.PAPER, elements), "Chaque forme.",
                (Link("boîte", "tout"),))  # fmt: skip


def plan(*pages: Page) -> Plan:
    return Plan(
        edition="2023",
        title="Journées départementales de l’égalité des chances",
        subtitle="Val-de-Marne, 3e édition",
        organiser="Préfecture du Val-de-Marne",
        date=dt.date(2023, 12, 1),
        shots=(),
        pages=pages,
    )


def whole(folder: Path) -> Plan:
    return plan(
        cover(),
        running_order(),
        opening(),
        relay(),
        chapter(),
        workshop(folder),
        mosaic(folder),
        testimony(folder, 1),
        testimony(folder, 2),
        film_page(),
    )
