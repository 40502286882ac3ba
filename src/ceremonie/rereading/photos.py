"""Photos that were changed on slides: told from those that a program has only compressed anew."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ceremonie.deck.slide.pictures import Stored
from ceremonie.files import appearing, sweep

if TYPE_CHECKING:
    from PIL.Image import Image

GRID = 48
"""Two pictures are compared by the means of so many times so many parts."""

LOUDEST = 9
"""Steps of 255 by which a part may differ. Measured on the samples' photos: what was compressed
again as JPEG of quality 60, or made half as large at 75, stays at 7 at most; a patch of a tenth of
the width that was blurred lies at 21 in the middle of the cases, one that was painted over at 190.
A blurred patch of a twentieth (5) passes unnoticed, as one on an even ground does."""

MOST_PIXELS = 60_000_000
"""A larger picture is not opened: 24 MP is what cameras make."""

ENDINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
"""What the storyboard's media may be, by their first bytes."""

TRIES = 1000


@dataclass(frozen=True)
class NewPhoto:
    """`data` is to lie at `file`, which the storyboard calls `name`."""

    name: str
    file: Path
    data: bytes

    def save(self) -> None:
        """Raises OSError as the system does."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        sweep(self.file)
        with appearing(self.file) as partial:
            partial.write_bytes(self.data)


def ending(data: bytes) -> str:
    """Empty where it is neither JPEG nor PNG."""
    return next((end for magic, end in ENDINGS.items() if data.startswith(magic)), "")


def changed(data: bytes, stored: Stored) -> bool:
    """Whether the bytes on the slide are another picture than the one that was put there."""
    made = stored.made()
    return data != made and _differ(data, made)


def _differ(one: bytes, other: bytes) -> bool:
    """Shape, transparency or what is seen; what cannot be opened is another."""
    from PIL import Image as Images
    from PIL import ImageChops

    try:
        first, second = _reduced(one), _reduced(other)
    except (OSError, ValueError, SyntaxError, Images.DecompressionBombError):
        return True
    if first is None or second is None:
        return True
    parts = ImageChops.difference(first, second).split()
    return any(sum(part.histogram()[LOUDEST + 1 :]) for part in parts)


def _reduced(data: bytes) -> Image | None:
    """In the colours of the screen, on white; None where it is too large to be opened."""
    from PIL import Image as Images

    with Images.open(io.BytesIO(data), formats=("JPEG", "PNG")) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            return None
        image = opened.convert("RGBA")
    ground = Images.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    return ground.convert("RGB").resize((GRID, GRID), Images.Resampling.BILINEAR)


def beside(name: str, folder: Path, data: bytes, taken: set[str]) -> NewPhoto:
    """A free name beside the photo that the storyboard calls `name`. Raises OSError where none of
    a thousand is free.
    """
    former = Path(name.replace("\\", "/"))
    parts = () if former.is_absolute() or ".." in former.parts else former.parts[:-1]
    for number in range(1, TRIES):
        end = f"-{number}" if number > 1 else ""
        new = "/".join((*parts, f"{former.stem}-corrigee{end}{ending(data)}"))
        if new not in taken and not (folder / new).exists():
            taken.add(new)
            return NewPhoto(new, folder / new, data)
    raise FileExistsError(str(folder / former))
