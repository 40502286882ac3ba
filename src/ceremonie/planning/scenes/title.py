"""The title: its last three words start on three lanes, staggered as on a bend."""

from __future__ import annotations

from ceremonie.formats import Bounds
from ceremonie.media.material import Picture
from ceremonie.planning import motion
from ceremonie.planning.compositions.logo import logo as drawn_logo
from ceremonie.planning.drawing import Drawing, Element, Flame, Grow, Role, Text
from ceremonie.planning.lanes import Bundle, bands, lines, start_bar
from ceremonie.planning.reading import readable
from ceremonie.planning.scene import Scene, Stage
from ceremonie.planning.typesetting import Measure, excess, fit, ladder
from ceremonie.planning.typography import capitalised, french, period
from ceremonie.planning.words import block
from ceremonie.storyboard.model import Storyboard
from ceremonie.storyboard.programme import Section
from ceremonie.theme.grid import BAR, MARGIN_X, RIGHT
from ceremonie.theme.palette import HOUSE, LANE_COLOURS, Colour, ink_on
from ceremonie.theme.track import Bend, Straight, Track, stagger
from ceremonie.theme.type import NAME, PLACE, STATEMENT, TITLE_LANE
from ceremonie.theme.typeface import width

PITCH = 216
TOP = 216
BEND_X = 1544
BEND_RADIUS = 96
KICKER_ROOM = BEND_X + BEND_RADIUS / 2 - MARGIN_X
"""px: the line of the innermost lane turns upwards to the right of it."""

LOGO = (300, 130)
"""Width and height of its place, right of the last lines."""

FIELD = Colour.MIDDLE


def scenes(stage: Stage) -> tuple[Scene, ...]:
    drawing = _draw(stage)
    board = stage.storyboard
    return (
        Scene(
            "titre",
            "titre",
            Section.TITLE,
            french(board.title),
            ("titre",),
            shot=drawing,
            page=drawing,
            notes=_notes(board),
        ),
    )


def _notes(board: Storyboard) -> str:
    when = f"{board.ceremony.place}, {board.ceremony.date:%d/%m/%Y}"
    return french(
        f"Diapositive d'accueil, à afficher pendant l'installation du public.\n"
        f"{board.title}, cérémonie de clôture : {when}.\n"
        f"Organisation : {board.organiser}."
    )


def _draw(stage: Stage) -> Drawing:
    board = stage.storyboard
    start = stage.lead
    kicker, words = _split(french(board.title))
    bundle, starts = _lanes()
    elements: list[Element] = [
        *(b for b in bands(bundle, start, starts) if b.colour is not FIELD),
        *lines(bundle, start),
        *(
            start_bar(bundle, lane, position, BAR, Colour.PAPER, start)
            for lane, position in enumerate(starts)
        ),
    ]
    texts = [*_heading(kicker, start), *_lane_words(words, starts, start), *_foot(board, start)]
    drawing = [*elements, *texts, *_flame(texts, start), *_logo(stage)]
    length = readable(6, board.title, board.subtitle or "")
    return Drawing(FIELD, tuple(drawing), start + length)


def _split(title: str) -> tuple[str, tuple[str, ...]]:
    words = title.split(" ")
    lanes = min(3, len(words))
    return " ".join(words[:-lanes]), tuple(words[-lanes:])


def _lanes() -> tuple[Bundle, tuple[float, ...]]:
    track = Track((-40, TOP), 0, (Straight(BEND_X + 40), Bend(BEND_RADIUS, -90), Straight(600)))
    bundle = Bundle(track, PITCH, LANE_COLOURS, 0, line_px=8)
    ahead = stagger(track, PITCH, 3)
    return bundle, tuple(40 + MARGIN_X + BAR + distance for distance in ahead)


def _heading(kicker: str, start: int) -> list[Text]:
    if not kicker:
        return []
    style = STATEMENT
    words = fit(kicker, ladder(style, (88, 1), (72, 1), (60, 2)), KICKER_ROOM)
    top = 146 if len(words.lines) == 1 else 104
    return [
        block(
            "surtitre",
            kicker,
            MARGIN_X,
            top,
            (Measure(words.style, len(words.lines)),),
            KICKER_ROOM,
            Colour.INK,
            FIELD,
            role=Role.KICKER,
            entrance=motion.text(start + motion.BEAT),
        )
    ]


def _lane_words(words: tuple[str, ...], starts: tuple[float, ...], start: int) -> list[Text]:
    lanes = range(3 - len(words), 3)
    xs = {lane: starts[lane] - 40 + 30 for lane in lanes}
    sizes = [TITLE_LANE.at(s) for s in (200, 176, 150, 128, 108, 90, 80, 72, 64, 56, 48)]
    placed = list(zip(lanes, words, strict=True))
    style = next(
        (s for s in sizes if all(width(w, s) <= RIGHT - xs[k] for k, w in placed)), sizes[-1]
    )
    return [
        Text(
            name=f"mot {lane + 1}",
            lines=(word,),
            x=xs[lane],
            baseline=TOP + lane * PITCH + PITCH / 2 + style.size * 0.27,
            style=style,
            colour=ink_on(LANE_COLOURS[lane]),
            ground=LANE_COLOURS[lane],
            role=Role.TITLE,
            entrance=motion.text(start + motion.LANE, lane),
            most=excess(word, style, RIGHT - xs[lane]),
        )
        for lane, word in placed
    ]


def _foot(board: Storyboard, start: int) -> list[Text]:
    subtitle = french(board.subtitle or "")
    first, _, rest = subtitle.partition(",")
    if not subtitle:
        first = french(board.organiser)
        rest = capitalised(period(board.days[0].date, board.days[-1].date))
    entrance = motion.text(start + motion.LANE, 4)
    room = RIGHT - MARGIN_X - (LOGO[0] + 48 if board.theme.logo else 0)
    return [
        block(
            name,
            text.strip(),
            MARGIN_X,
            baseline,
            ladder(style, (style.size, 1), (52, 1), (44, 1)),
            room,
            Colour.INK,
            FIELD,
            role=Role.SUBTITLE,
            entrance=entrance,
        )
        for name, text, baseline, style in (
            ("lieu", first, TOP + 3 * PITCH + 86, NAME),
            ("dates", rest, TOP + 3 * PITCH + 154, PLACE),
        )
        if text.strip()
    ]


def _flame(texts: list[Text], start: int) -> list[Element]:
    """The flame waits in the second lane, unless its word runs that far."""
    radius, x = 58, 1344
    second = next((t for t in texts if t.name == "mot 2"), None)
    if second and second.x + width(second.lines[0], second.style) > x - radius - 40:
        return []
    y = TOP + PITCH + 150
    return [Flame(name="flamme", entrance=Grow(start + 40, 10), x=x, y=y, radius=radius)]


def _logo(stage: Stage) -> list[Element]:
    logo = stage.materials.of(stage.storyboard.theme.logo)
    if not isinstance(logo, Picture):
        return []
    place = Bounds(RIGHT - LOGO[0], 884, RIGHT, 884 + LOGO[1])
    return [*drawn_logo("logo", logo, place, field=FIELD, palette=HOUSE)]
