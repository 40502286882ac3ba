"""Bytes made from bytes: what slips, tears and copies do to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

Change = tuple[str, float, float, bytes]
"""What is done, where (0 to 1 of the length), how much of the rest, and with what."""

_WORDS = (
    b"\n", b"\r\n", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\xa0", b" --> ",
    b"00:00:01,000", b"WEBVTT\n", b"<v ", b"</i>", b"&amp;", b": ", b"- ", b"  ", b"\t", b'"', b"'",
    b"{", b"[", b"]", b"&a ", b"*a", b"!!", b"|\n", b"#", b"9999999999", b"-1", b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\xff", b"moov", b"mdat", b"RIFF",
)  # fmt: skip

changes = st.lists(
    st.tuples(
        st.sampled_from(("insert", "overwrite", "repeat", "zero", "flip", "cut", "delete")),
        st.floats(0, 1),
        st.floats(0, 1),
        st.one_of(st.sampled_from(_WORDS), st.binary(min_size=1, max_size=6)),
    ),
    min_size=1,
    max_size=6,
)


def mutated(inputs: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """One of the inputs, or two joined in their middles, changed in a few places."""
    whole = st.sampled_from(inputs)
    joined = st.builds(lambda a, b: a[: len(a) // 2] + b[len(b) // 2 :], whole, whole)
    return st.builds(change, st.one_of(whole, joined), changes)


def change(data: bytes, made: Sequence[Change]) -> bytes:
    for kind, where, much, word in made:
        at = int(where * len(data))
        stop = at + max(1, int(much**4 * (len(data) - at)))
        data = data[:at] + _KINDS[kind](data[at:stop], word) + data[stop:]
    return data


def _repeated(part: bytes, word: bytes) -> bytes:
    return part * (2 + word[0] % 7) if len(part) < 4096 else part


_KINDS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "insert": lambda part, word: word + part,
    "overwrite": lambda part, word: word[: len(part)] + part[len(word) :],
    "repeat": _repeated,
    "zero": lambda part, word: bytes(len(part)),
    "flip": lambda part, word: bytes(byte ^ word[0] for byte in part),
    "cut": lambda part, word: part[: len(part) // 2],
    "delete": lambda part, word: b"",
}
