"""The sign in the middle of a video's poster: here something plays."""

from __future__ import annotations

from PIL import Image, ImageDraw

RADIUS = 0.11
"""Of the disc, as a part of the picture's shorter side."""

FINENESS = 4
"""The sign is drawn so many times as large, then reduced: its edges are smooth."""

DISC, TRIANGLE = (0, 0, 0, 150), (255, 255, 255, 255)
"""Red, green, blue, opacity: the triangle is read on whatever is behind."""

TIP, BACK, HALF = 0.55, -0.32, 0.5
"""Of the triangle, in radii from the middle: to its right, to its left, up and down. Its centre of
gravity lies in the middle of the disc.
"""


def draw(image: Image.Image) -> None:
    """Draws the sign over the middle of a picture in RGB or RGBA."""
    radius = round(min(image.size) * RADIUS)
    sign = _sign(radius)
    corner = (image.width // 2 - radius, image.height // 2 - radius)
    image.paste(sign.convert(image.mode), corner, sign.getchannel("A"))


def _sign(radius: int) -> Image.Image:
    large = radius * FINENESS
    sign = Image.new("RGBA", (2 * large, 2 * large), (*TRIANGLE[:3], 0))
    pen = ImageDraw.Draw(sign)
    pen.ellipse((0, 0, 2 * large - 1, 2 * large - 1), fill=DISC)
    corners = ((TIP, 0.0), (BACK, -HALF), (BACK, HALF))
    pen.polygon([(large * (1 + x), large * (1 + y)) for x, y in corners], fill=TRIANGLE)
    return sign.resize((2 * radius, 2 * radius), Image.Resampling.BOX)
