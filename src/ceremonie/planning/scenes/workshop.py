"""A workshop: the composition follows what pictures there are; its slide adds text and partners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ceremonie.media.material import Clip, Picture
from ceremonie.planning import motion
from ceremonie.planning.drawing import Drawing, Element, Photo
from ceremonie.planning.moment import Path
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.scenes import arch, card, footage, infield, mosaic, page, plate
from ceremonie.planning.typography import HARD, capitalised, french, in_words, sentence
from ceremonie.storyboard.model import Workshop
from ceremonie.storyboard.programme import Section
from ceremonie.theme.palette import (
    TOPIC_BADGE,
    TOPIC_PICTOGRAM,
    Colour,
    badge_on,
    day_colour,
)

GROUPED = 4
GROUPED_FROM = 6
"""In the film, the last four workshops of a day of six or more share one mosaic."""

PICTURES = 4
"""So many pictures of a workshop are shown, in the film and on its slide."""

SECONDS = 6
MOSAIC_SECONDS = 10


def scenes(stage: Stage, day: int) -> tuple[Scene, ...]:
    """The workshops of a day, in order: a slide for each, a shot for each or for four."""
    workshops = stage.storyboard.days[day].workshops
    alone = len(workshops) if len(workshops) < GROUPED_FROM else len(workshops) - GROUPED
    found = [
        s for i, w in enumerate(workshops) for s in _scenes(stage, day, i, w, filmed=i < alone)
    ]
    if alone < len(workshops):
        found.append(_group(stage, day, workshops[alone:], alone))
    return tuple(found)


def _scenes(
    stage: Stage, day: int, index: int, workshop: Workshop, *, filmed: bool
) -> tuple[Scene, ...]:
    path: Path = ("jours", day, "ateliers", index)
    where = _where(day, workshop)
    title = french(workshop.title)
    name = f"jour-{day + 1}-atelier-{index + 1}"
    scene = Scene(
        name,
        "atelier",
        Section.DAYS,
        f"Jour{HARD}{day + 1}, {title}, {french(workshop.town)}",
        path,
        shot=_shot(stage, day, workshop, where) if filmed else None,
        page=_page(stage, day, workshop),
        notes=_notes(workshop, captions_of(_pictures(stage, workshop)[:PICTURES])),
    )
    clips = _clips(stage, workshop)
    others = tuple(
        footage.scene(
            stage,
            clip,
            name=f"{name}-extrait-{i}",
            section=Section.DAYS,
            title=f"{scene.title}, extrait{f' {i}' if i > 1 else ''}",
            path=(*path, "medias", entry),
            heading=title,
            detail=where,
            colour=day_colour(day),
            symbol=symbol_of(workshop),
        )
        for i, (entry, clip) in enumerate(clips, 1)
    )
    if clips and not _pictures(stage, workshop):
        scene = replace(scene, shot=None)
    return scene, *others


def symbol_of(workshop: Workshop) -> str:
    return workshop.pictogram or TOPIC_PICTOGRAM[workshop.topic]


def _where(day: int, workshop: Workshop) -> str:
    return sentence(f"Jour{HARD}{day + 1}", french(workshop.town))


def _pictures(stage: Stage, workshop: Workshop) -> tuple[Picture, ...]:
    found = (stage.materials.of(m) for m in workshop.media)
    return tuple(m for m in found if isinstance(m, Picture))


def _clips(stage: Stage, workshop: Workshop) -> tuple[tuple[int, Clip], ...]:
    """Each with the place of its entry."""
    found = enumerate(stage.materials.of(m) for m in workshop.media)
    return tuple((entry, m) for entry, m in found if isinstance(m, Clip))


def _shot(stage: Stage, day: int, workshop: Workshop, where: str) -> Drawing:
    start, field = stage.lead, day_colour(day)
    pictures = _pictures(stage, workshop)
    words = infield.Words(
        french(workshop.title), where, symbol_of(workshop), badge_on(field, workshop.topic)
    )
    if len(pictures) > 1:
        return _several(day, workshop, pictures[:PICTURES], start)
    if pictures:
        drawing = framed(pictures[0], words, field, start)
    else:
        drawing = card.draw(words.symbol, words.title, where, field, start)
    captions = [p.caption or "" for p in pictures]
    length = readable(SECONDS, workshop.title, where, *captions)
    return replace(drawing, frames=start + length)


def framed(picture: Picture, words: infield.Words, field: Colour, start: int) -> Drawing:
    """A portrait picture stands in the arch, a landscape one in the bend; with its caption."""
    if picture.portrait:
        drawing = arch.draw((_in_arch(picture, start),), words, field, start)
        box = arch.box()
    else:
        drawing = infield.draw(_in_infield(picture, start), words, field, start)
        box = (0.0, 0.0, 1920.0, infield.HEIGHT)
    caption = plate.on(box, picture.caption, entrance=plate.after(start))
    return replace(drawing, elements=(*drawing.elements, *caption))


def _in_infield(picture: Picture, start: int) -> Element:
    return Photo(
        name="photo",
        picture=picture,
        x=0,
        y=0,
        width=1920,
        height=infield.HEIGHT,
        mask=infield.MASK,
        drift=motion.PHOTO_DRIFT,
        entrance=motion.photo(start),
    )


def _in_arch(picture: Picture, start: int) -> Element:
    x, y, width, height = arch.box()
    return Photo(
        name="photo",
        picture=picture,
        x=x,
        y=y,
        width=width,
        height=height,
        mask=arch.mask(),
        drift=motion.PHOTO_DRIFT,
        entrance=motion.photo(start),
    )


def _several(day: int, workshop: Workshop, pictures: Sequence[Picture], start: int) -> Drawing:
    where = f"Jour{HARD}{day + 1}\n{french(workshop.town)}"
    badge, symbol = TOPIC_BADGE[workshop.topic], symbol_of(workshop)
    captions = [french(p.caption or "") for p in pictures]
    labels = [c if mosaic.lettering(c).fits else "" for c in captions]
    cells = [
        mosaic.Cell(picture, label, symbol, badge, day_colour(day))
        for picture, label in zip(pictures, labels, strict=True)
    ]
    length = readable(MOSAIC_SECONDS, workshop.title, where, *labels)
    return mosaic.draw(cells, french(workshop.title), where, start, length)


def _group(stage: Stage, day: int, workshops: Sequence[Workshop], first: int) -> Scene:
    cells = [
        mosaic.Cell(
            next(iter(_pictures(stage, w)), None),
            french(w.title),
            symbol_of(w),
            TOPIC_BADGE[w.topic],
            day_colour(day + i) if day_colour(day + i) is not Colour.DEEP else Colour.INK,
        )
        for i, w in enumerate(workshops)
    ]
    length = readable(MOSAIC_SECONDS, *(c.label for c in cells))
    heading = f"{capitalised(in_words(len(cells)))} ateliers"
    return Scene(
        f"jour-{day + 1}-ateliers",
        "mosaique",
        Section.DAYS,
        f"Jour{HARD}{day + 1}, {heading.lower()}",
        ("jours", day, "ateliers", first),
        shot=mosaic.draw(cells, heading, f"Jour{HARD}{day + 1}", stage.lead, length),
    )


def _page(stage: Stage, day: int, workshop: Workshop) -> Drawing:
    return page.draw(
        page.Content(
            heading=french(workshop.title),
            kicker=sentence(f"Jour{HARD}{day + 1}", french(workshop.topic)),
            place=sentence(french(workshop.town), french(workshop.venue or "")),
            audience=french(workshop.participants or ""),
            text=french(workshop.text or ""),
            partners=sentence(*map(french, workshop.partners)),
            symbol=symbol_of(workshop),
            badge=badge_on(day_colour(day), workshop.topic),
        ),
        _pictures(stage, workshop)[:PICTURES],
        day_colour(day),
        stage.lead,
    )


def captions_of(pictures: Sequence[Picture]) -> str:
    """What the notes say of pictures; empty where none has a caption."""
    captions = " ; ".join(p.caption for p in pictures if p.caption)
    return f"{'Photos' if len(pictures) > 1 else 'Photo'} : {captions}." if captions else ""


def _notes(workshop: Workshop, captions: str) -> str:
    facts = sentence(workshop.town, workshop.venue, workshop.participants)
    partners = f"Avec : {sentence(*workshop.partners)}." if workshop.partners else ""
    told = "Texte d'illustration." if workshop.illustrative else ""
    parts = (facts + ".", workshop.text, captions, partners, told, workshop.notes)
    return french("\n".join(x for x in parts if x))
