"""Which files of a storyboard an audience is not given, or not as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ceremonie.diagnostics import NodePath
from ceremonie.media.entries import mediums
from ceremonie.media.inspection import Named
from ceremonie.media.kinds import Kind
from ceremonie.rights import Showing
from ceremonie.treatment import AS_IT_IS


def withheld(
    showing: Showing, named: Mapping[NodePath, Named], digest: Callable[[Path], str]
) -> Iterator[tuple[Named, str]]:
    """Each entry of a picture or a clip whose file is not given as it is under any other entry,
    with the file's `digest`.
    """
    assert showing.storyboard is not None
    shown = {showing.origin(path) for path, _ in mediums(showing.storyboard)}
    given = {path for path in shown if showing.treatments.get(path, AS_IT_IS) == AS_IT_IS}
    pictured = {
        path: (one, digest(one.file))
        for path, one in named.items()
        if one.file and one.kind in {Kind.PICTURE, Kind.CLIP}
    }
    allowed = {pictured[path][1] for path in given if path in pictured}
    for path, (one, of_file) in pictured.items():
        if path not in given and of_file not in allowed:
            yield one, of_file
