"""Scenes of one's own: run apart, only where it is allowed, once, and ended with the run."""

from __future__ import annotations

import os
import py_compile
import time
from importlib.util import cache_from_source
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ceremonie import media
from ceremonie.diagnostics import Diagnostic
from ceremonie.media.material import Clip, Materials
from ceremonie.progress import Step
from tests.hearing import samples
from tests.media.editions import Edition, whole
from tests.media.test_clips import assert_normal, frame

MARKED = """\
from pathlib import Path
from moviepy import ColorClip

with Path({marker!r}).open("a") as marker:
    marker.write("x")


def scene():
    return ColorClip((64, 48), color=(255, 0, 0), duration=0.2)


def autre():
    return scene()
"""
"""Leaves a sign each time that it is run."""


def custom(edition: Edition, code: str, **more: object) -> None:
    """The edition's only scene, in a folder of its own."""
    file = edition.folder / "scenes" / "essai.py"
    file.parent.mkdir(exist_ok=True)
    file.write_text(code, "utf-8")
    entry = {"titre": "Essai", "code": "scenes/essai.py", "alt": "Un essai", "personnes": "aucune"}
    edition.top = {"sur_mesure": [{**entry, **more}]}


def gathered(edition: Edition) -> tuple[Materials, tuple[Diagnostic, ...]]:
    return edition.gather(workers=1, code_local=True)


def made(edition: Edition) -> Clip:
    materials, told = gathered(edition)
    assert [d.render() for d in told] == []
    (clip,) = materials.media.values()
    assert isinstance(clip, Clip)
    return clip


@pytest.fixture
def marker(edition: Edition) -> Path:
    return edition.folder / "marque"


def test_nothing_is_run_that_is_not_allowed(edition: Edition, marker: Path) -> None:
    custom(edition, MARKED.format(marker=str(marker)))
    _, told = edition.gather()
    assert [(d.slug, d.path) for d in told] == [("code-local-refuse", ("sur_mesure", 0, "code"))]
    _, told = edition.gather(draft=True)
    assert [(d.slug, str(d.severity)) for d in told] == [("code-local-refuse", "erreur")]
    assert edition.inspect(code_local=True) == ()
    assert not marker.exists()


def test_it_is_run_once_until_something_beside_it_changes(edition: Edition, marker: Path) -> None:
    custom(edition, MARKED.format(marker=str(marker)))
    first = made(edition)
    assert made(edition) == first
    (edition.folder / "scenes" / ".cache").write_text("what does not count")
    assert made(edition) == first
    assert marker.read_text() == "x"
    (edition.folder / "scenes" / "couleurs.txt").write_text("rouge")
    made(edition)
    assert marker.read_text() == "xx"
    custom(edition, MARKED.format(marker=str(marker)), fonction="autre")
    made(edition)
    assert marker.read_text() == "xxx"


def test_the_whole_clip_is_shown_in_the_middle_of_black(edition: Edition) -> None:
    """A square, half of it transparent; 44.1 kHz on one channel."""
    custom(
        edition,
        """\
import numpy as np
from moviepy import AudioClip, VideoClip


def scene():
    half = np.zeros((90, 90))
    half[:, :45] = 1
    clip = VideoClip(lambda t: np.full((90, 90, 3), (0, 200, 0) if t < 0.5 else 255, np.uint8))
    clip = clip.with_mask(VideoClip(lambda t: half, is_mask=True))
    sound = AudioClip(lambda t: 0.5 * np.sin(2 * np.pi * 440 * t), duration=0.5, fps=44_100)
    return clip.with_duration(1).with_audio(sound)
""",
    )
    clip = made(edition)
    assert_normal(clip)
    assert (clip.width, clip.height, clip.frames, clip.has_sound) == (1920, 1080, 25, True)
    assert (clip.alternative, clip.poster.alternative) == ("Un essai", "Un essai")
    shown = frame(clip, 12).astype(int)
    assert np.abs(shown[540, 500] - (0, 200, 0)).max() < 8
    for x in (100, 380, 1000, 1300, 1800):
        assert shown[540, x].max() < 8, x
    assert np.abs(frame(clip, 13)[540, 500].astype(int) - 255).max() < 8
    heard = samples(clip)
    assert abs(int(np.abs(np.fft.rfft(heard[2400:21_600, 1])).argmax()) / 0.4 - 440) < 3
    assert np.abs(heard[28_800:]).max() < 0.01


def test_it_finds_what_lies_beside_it_and_leaves_nothing_there(edition: Edition) -> None:
    custom(
        edition,
        """\
from moviepy import ColorClip
from couleurs import ROUGE


def scene():
    return ColorClip((64, 36), color=ROUGE, duration=float(open("duree.txt").read()))
""",
    )
    folder = edition.folder / "scenes"
    (folder / "duree.txt").write_text("0.4")
    (folder / "couleurs.py").write_text("ROUGE = (255, 0, 0)\n")
    clip = made(edition)
    assert clip.frames == 10
    assert frame(clip, 5)[540, 960, 0] > 240
    names = {path.name for path in folder.iterdir()}
    assert names == {"couleurs.py", "duree.txt", "essai.py"}


def test_what_runs_is_what_can_be_read(edition: Edition, marker: Path) -> None:
    """A compiled file that came along, and says that it need not be compared, is passed over."""
    hidden = edition.folder / "autre.py"
    hidden.write_text(f"open({str(marker)!r}, 'w').close()\n")
    custom(edition, "import couleurs\n" + MARKED.format(marker=os.devnull))
    source = edition.folder / "scenes" / "couleurs.py"
    source.write_text("ROUGE = 1\n")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for name in ("couleurs", "essai"):
        compiled = cache_from_source(str(source.with_name(f"{name}.py")))
        py_compile.compile(str(hidden), compiled, invalidation_mode=mode)
    made(edition)
    assert not marker.exists()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("x = 1\nraise ValueError('trop\\n\\x1b grand')", ", ligne 2 : ValueError: trop grand"),
        ("def scene(:\n    pass", ", ligne 1 : SyntaxError: "),
        ("def scene():\n    return 1 / 0", ", ligne 2 : ZeroDivisionError: division by zero"),
        ("def scenes():\n    pass", " : il n'y a pas de fonction « scene » dans ce fichier"),
        ("def scene():\n    return 3", ", ligne 1 : la fonction « scene » doit rendre"),
        ("def scene(t):\n    return t", ", ligne 1 : TypeError: scene() missing 1 required"),
        ("import absent_de_cette_machine", ", ligne 1 : ModuleNotFoundError: "),
        ("raise SystemExit(3)", ", ligne 1 : SystemExit: 3"),
        ("import os\nos._exit(7)", " : le code s'est arrêté sans un mot (code 7)"),
        (
            "from moviepy import ColorClip\n\ndef scene():\n    return ColorClip((8, 8))",
            ", ligne 3 : la durée du clip doit être",
        ),
        (
            "import numpy as np\nfrom moviepy import VideoClip\n\n\ndef image(t):\n"
            "    assert t < 0.1, 'fini'\n    return np.zeros((8, 8, 3), np.uint8)\n\n\n"
            "def scene():\n    return VideoClip(image, duration=1)",
            ", ligne 6 : AssertionError: fini",
        ),
        (
            "import numpy as np\nfrom moviepy import VideoClip\n\n\ndef scene():\n"
            "    return VideoClip(lambda t: np.zeros((8, 8 + int(t * 25)), float), duration=1)",
            ", ligne 5 : à 0,04 s, l'image n'est pas",
        ),
    ],
    ids=lambda value: value[-40:].replace("\n", " ") if len(value) < 90 else value[:20],
)
def test_a_failure_is_told_at_its_entry_with_the_line_of_the_code(
    edition: Edition, code: str, told: str
) -> None:
    custom(edition, code + "\n")
    _, found = gathered(edition)
    (diagnostic,) = found
    assert (diagnostic.slug, diagnostic.path) == ("scene-sur-mesure", ("sur_mesure", 0, "code"))
    assert diagnostic.place is not None
    assert diagnostic.message.startswith("« scenes/essai.py »" + told)
    assert "\n" not in diagnostic.message
    assert "Traceback" not in diagnostic.message


def test_a_function_that_is_misspelt_is_guessed(edition: Edition) -> None:
    custom(edition, "def vague():\n    return 1\n", fonction="vagues")
    assert "vouliez-vous dire « vague » ?" in gathered(edition)[1][0].remedy


def test_all_failures_are_told_at_once(edition: Edition) -> None:
    custom(edition, "1 / 0")
    (edition.folder / "scenes" / "autre.py").write_text("[][1]")
    first = edition.top["sur_mesure"][0]  # type: ignore[index]
    edition.top = {"sur_mesure": [first, {**first, "code": "scenes/autre.py"}]}
    causes = [d.message.partition(" : ")[2].partition(":")[0] for d in gathered(edition)[1]]
    assert causes == ["ZeroDivisionError", "IndexError"]


@pytest.mark.parametrize("many", [True, False])
def test_a_folder_too_large_to_be_watched_is_refused(edition: Edition, many: bool) -> None:
    custom(edition, MARKED.format(marker=os.devnull))
    if many:
        for number in range(200):
            (edition.folder / "scenes" / f"{number}.txt").touch()
    else:
        with (edition.folder / "scenes" / "film.bin").open("wb") as large:
            large.truncate(200_000_001)
    assert [d.slug for d in edition.inspect(code_local=True)] == ["scene-dossier"]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look processes up")
def test_giving_up_ends_code_that_never_ends(edition: Edition, marker: Path) -> None:
    """The code has a child of its own; neither outlives the run."""
    custom(
        edition,
        f"""\
import os, subprocess, sys
from pathlib import Path

child = subprocess.Popen([sys.executable, "-c", "while True: pass"])
marker = Path({str(marker)!r})
marker.with_suffix(".new").write_text(f"{{os.getpid()}} {{child.pid}}")
marker.with_suffix(".new").rename(marker)
while True:
    pass
""",
    )

    def interrupted(step: Step, part: float) -> None:
        if step is Step.MEDIA and part > 0:
            while not marker.exists():
                time.sleep(0.05)
            raise KeyboardInterrupt

    Image.new("RGB", (2, 2)).save(edition.folder / "photo.png")
    reading = edition.reading({"fichier": "photo.png"})
    with (
        pytest.raises(KeyboardInterrupt),
        media.at_work(edition.workspace, workers=2, progress=interrupted, code_local=True) as means,
    ):
        media.gather(media.examine(reading, means), whole(reading), means)
    for process in marker.read_text().split():
        assert _ended(Path(f"/proc/{process}/stat"))


def _ended(state: Path) -> bool:
    """Killed is soon gone; a zombie that its new parent has not seen off yet no longer runs."""
    for _ in range(100):
        try:
            if state.read_text().rpartition(") ")[2][0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
