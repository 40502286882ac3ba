"""Pictures that repeat the one before, written straight into the H.264 stream.

Most of a film stands still: words that are being read. An encoder spends some 8 ms to find out that
such a picture is the last one again; saying so takes some 70 bytes: a P slice whose macroblocks are
all skipped. What a player shows is the picture before it, to the bit.

Source of all syntax: Rec. ITU-T H.264, clauses 7.3 (syntax), 9.3.4 (CABAC encoding).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

IDR, SLICE, SPS, PPS = 5, 1, 7, 8
"""NAL unit types (table 7-1)."""

P_SLICE = 5
"""Every slice of this picture is a P slice (table 7-6)."""

START_CODE = b"\x00\x00\x00\x01"
EMULATION = re.compile(rb"\x00\x00(?=[\x00-\x03])")

HIGH_PROFILES = {100, 110, 122, 244, 44, 83, 86, 118, 128}
"""Profiles whose parameter sets tell the chroma format (7.3.2.1.1)."""

QP = 51
SKIPPED = 42
"""With this quantiser, the model of `mb_skip_flag` expects a skip from the first macroblock on, in
state 42 (tables 9-13 and 9-45, ctxIdx 11, cabac_init_idc 0: ((23 × 51) >> 4) + 33 - 64).
"""

RANGES = (
    (16, 20, 23, 27), (15, 19, 22, 25), (14, 18, 21, 24), (14, 17, 20, 23), (13, 16, 19, 22),
    (12, 15, 18, 21), (12, 14, 17, 20), (11, 14, 16, 19), (11, 13, 15, 18), (10, 12, 15, 17),
    (10, 12, 14, 16), (9, 11, 13, 15), (9, 11, 12, 14), (8, 10, 12, 14), (8, 9, 11, 13),
    (7, 9, 11, 12), (7, 9, 10, 12), (7, 8, 10, 11), (6, 8, 9, 11), (6, 7, 9, 10), (6, 7, 8, 9),
)  # fmt: skip
"""rangeTabLPS (table 9-44) from state 42 to state 62, where it stays."""


class UnknownStreamError(ValueError):
    """The stream uses what this module does not write: nothing is added to it."""


class Bits:
    """Reads a NAL unit's payload bit by bit. Raises UnknownStreamError where it ends too early."""

    def __init__(self, payload: bytes) -> None:
        self._value = int.from_bytes(payload, "big")
        self._length = self._left = len(payload) * 8

    @property
    def read(self) -> int:
        """Bits that were read."""
        return self._length - self._left

    def fixed(self, count: int) -> int:
        """The next `count` bits as a number, u(count)."""
        if count > self._left:
            raise UnknownStreamError("a unit that ends too early")
        self._left -= count
        return (self._value >> self._left) & ((1 << count) - 1)

    def unsigned(self) -> int:
        """Exp-Golomb, ue(v)."""
        zeros = 0
        while not self.fixed(1):
            zeros += 1
        return (1 << zeros) - 1 + self.fixed(zeros)

    def signed(self) -> int:
        """Exp-Golomb, se(v)."""
        code = self.unsigned()
        return (code + 1) // 2 if code % 2 else -(code // 2)


def _unsigned(value: int) -> str:
    return f"{value + 1:b}".rjust(2 * (value + 1).bit_length() - 1, "0")


def _signed(value: int) -> str:
    return _unsigned(2 * value - 1 if value > 0 else -2 * value)


def _fixed(value: int, count: int) -> str:
    """u(v), modulo what fits."""
    return f"{value % (1 << count):0{count}b}" if count else ""


@dataclass(frozen=True)
class StreamFormat:
    """What the parameter sets say of every slice header, and the number of macroblocks."""

    frame_number_bits: int
    order_bits: int
    """Of `pic_order_cnt_lsb`; 0 where pictures come in the order of decoding."""
    macroblocks: int
    weighted: bool
    initial_qp: int
    deblocking_told: bool


@dataclass(frozen=True)
class Picture:
    """A coded picture; `order` is its place on the screen, in halves of frames, modulo a power of
    two.
    """

    reference: bool
    frame_number: int
    order: int


def held(headers: bytes, packets: Sequence[bytes], index: int, count: int) -> Iterator[bytes]:
    """`count` packets that show the last picture of a closed stream again and again.

    `headers` and `packets`, in the order of decoding, have start codes (annex B), and one slice a
    picture; packet `index` is the one that is shown last. Raises UnknownStreamError.
    """
    form = format_of(headers)
    pictures = [_picture(packet, form) for packet in packets]
    held_picture = pictures[index]
    last = next(picture for picture in reversed(pictures) if picture.reference)
    behind = (last.frame_number - held_picture.frame_number) % (1 << form.frame_number_bits)
    skipped = _skipped(form.macroblocks)
    for place in range(count):
        number = last.frame_number + 1 + place
        order = held_picture.order + 2 * (place + 1)
        yield _repeating(form, number, order, behind if place == 0 else 0, skipped)


def repeated(headers: bytes, packets: Sequence[bytes], times: Sequence[int]) -> Iterator[bytes]:
    """Each picture shown so many times, in a stream whose pictures are all references and come in
    the order of decoding; the arguments are those of `held`. Raises UnknownStreamError.
    """
    form = format_of(headers)
    if form.order_bits:
        raise UnknownStreamError("pictures may come in another order")
    skipped = _skipped(form.macroblocks)
    number = 0
    for packet, count in zip(packets, times, strict=True):
        unit = _slice(packet)
        if unit[0] & 31 == IDR:
            number = 0
        yield _numbered(packet, unit, form, number)
        for place in range(1, count):
            yield _repeating(form, number + place, 0, 0, skipped)
        number += count


def _repeating(form: StreamFormat, number: int, order: int, behind: int, skipped: bytes) -> bytes:
    payload = _whole(_header(form, number, order, behind)) + skipped
    return START_CODE + bytes([0x40 | SLICE]) + _escaped(payload)


def _numbered(packet: bytes, unit: bytes, form: StreamFormat, number: int) -> bytes:
    """The same picture as frame `number` since the one that depends on none, which is frame 0;
    `unit` is its slice.
    """
    if not number:
        return packet
    payload = _unescaped(unit[1:])
    size = min(8, len(payload))
    bits = _before_number(payload[:size])
    shift = 8 * size - bits.read - form.frame_number_bits
    mask = (1 << form.frame_number_bits) - 1
    head = int.from_bytes(payload[:size], "big") & ~(mask << shift) | (number & mask) << shift
    return packet[: -len(unit)] + unit[:1] + _escaped(head.to_bytes(size, "big") + payload[size:])


def format_of(headers: bytes) -> StreamFormat:
    """Reads the sequence and the picture parameter set. Raises UnknownStreamError."""
    units = {unit[0] & 31: Bits(_unescaped(unit[1:])) for unit in _units(headers)}
    if SPS not in units or PPS not in units:
        raise UnknownStreamError("no parameter sets")
    number_bits, order_bits, macroblocks = _sequence(units[SPS])
    weighted, initial_qp, deblocking_told = _pictures(units[PPS])
    return StreamFormat(number_bits, order_bits, macroblocks, weighted, initial_qp, deblocking_told)


def _sequence(bits: Bits) -> tuple[int, int, int]:
    """Bits of a frame's number, bits of its order, macroblocks (7.3.2.1.1)."""
    profile = bits.fixed(8)
    bits.fixed(16)
    bits.unsigned()
    if profile in HIGH_PROFILES and (
        bits.unsigned() != 1 or bits.unsigned() or bits.unsigned() or bits.fixed(2)
    ):
        raise UnknownStreamError("not 4:2:0 of 8 bits with flat scaling")
    number_bits = bits.unsigned() + 4
    kind = bits.unsigned()
    if kind == 1:
        raise UnknownStreamError("picture order count type 1")
    order_bits = bits.unsigned() + 4 if kind == 0 else 0
    bits.unsigned()
    bits.fixed(1)
    macroblocks = (bits.unsigned() + 1) * (bits.unsigned() + 1)
    if not bits.fixed(1):
        raise UnknownStreamError("interlaced")
    return number_bits, order_bits, macroblocks


def _pictures(bits: Bits) -> tuple[bool, int, bool]:
    """Weighted prediction, initial quantiser, whether slices tell of deblocking (7.3.2.2)."""
    if bits.unsigned() or bits.unsigned() or not bits.fixed(1) or bits.fixed(1) or bits.unsigned():
        raise UnknownStreamError("not one set of progressive CABAC pictures in one slice group")
    bits.unsigned()
    bits.unsigned()
    weighted = bool(bits.fixed(1))
    bits.fixed(2)
    initial_qp = 26 + bits.signed()
    bits.signed()
    bits.signed()
    deblocking_told = bool(bits.fixed(1))
    bits.fixed(1)
    if bits.fixed(1):
        raise UnknownStreamError("redundant pictures")
    return weighted, initial_qp, deblocking_told


def _picture(packet: bytes, form: StreamFormat) -> Picture:
    unit = _slice(packet)
    kind, reference = unit[0] & 31, bool(unit[0] >> 5 & 3)
    bits = _before_number(_unescaped(unit[1:64]))
    number = bits.fixed(form.frame_number_bits)
    if kind == IDR:
        bits.unsigned()
    return Picture(reference, number, bits.fixed(form.order_bits))


def _before_number(payload: bytes) -> Bits:
    """A slice header, read up to `frame_num` (7.3.3)."""
    bits = Bits(payload)
    bits.unsigned()  # first_mb_in_slice
    bits.unsigned()  # slice_type
    bits.unsigned()  # pic_parameter_set_id
    return bits


def _slice(packet: bytes) -> bytes:
    """The only slice of a picture, at its end. Raises UnknownStreamError."""
    slices = [unit for unit in _units(packet) if unit[0] & 31 in {IDR, SLICE}]
    if len(slices) != 1 or not packet.endswith(slices[0]):
        raise UnknownStreamError("not one slice a picture")
    return slices[0]


def _header(form: StreamFormat, number: int, order: int, behind: int) -> str:
    """The slice header (7.3.3) as a string of bits: one reference, the picture shown last.

    It is the first in the list of references unless `behind` reference pictures were decoded
    after it.
    """
    order_told = _fixed(order, form.order_bits)
    chosen = f"1{_unsigned(0)}{_unsigned(behind)}{_unsigned(3)}" if behind else "0"
    weights = _unsigned(0) * 2 + "00" if form.weighted else ""
    deblocking = _unsigned(1) if form.deblocking_told else ""
    return "".join(
        (
            _unsigned(0),  # first_mb_in_slice
            _unsigned(P_SLICE),
            _unsigned(0),  # pic_parameter_set_id
            _fixed(number, form.frame_number_bits),
            order_told,
            "1" + _unsigned(0),  # num_ref_idx_active_override_flag: one reference
            chosen,
            weights,
            "0",  # adaptive_ref_pic_marking_mode_flag
            _unsigned(0),  # cabac_init_idc
            _signed(QP - form.initial_qp),
            deblocking,
        )
    )


def _whole(bits: str) -> bytes:
    """Filled up with ones to whole bytes, as CABAC data want to begin (cabac_alignment_one_bit)."""
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _skipped(macroblocks: int) -> bytes:
    """CABAC data of so many skipped macroblocks: the expected symbol each time, so that nothing
    but zeros leaves the encoder until it is flushed (9.3.4.2 to 9.3.4.5).
    """
    state, width, zeros = SKIPPED, 510, 0
    for index in range(macroblocks):
        width -= RANGES[state - SKIPPED][(width >> 6) & 3]
        state = min(state + 1, 62)
        while width < 256:
            width, zeros = width << 1, zeros + 1
        width -= 2  # end_of_slice_flag
        while width < 256 and index < macroblocks - 1:
            width, zeros = width << 1, zeros + 1
    # Flushing: the low end of the interval is its width, shifted by seven, then its highest bits.
    # The first bit of all is never written (firstBitFlag); the last one is the stop bit.
    low = width
    bits = "0" * zeros + f"{low:010b}"[:9] + "1"
    bits = bits[1:]
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _units(data: bytes) -> list[bytes]:
    """The NAL units of a stream with start codes."""
    pieces = data.replace(START_CODE, START_CODE[1:]).split(START_CODE[1:])
    return [piece for piece in islice(pieces, 1, None) if piece]


def _unescaped(unit: bytes) -> bytes:
    return unit.replace(b"\x00\x00\x03", b"\x00\x00")


def _escaped(payload: bytes) -> bytes:
    """With emulation prevention (7.4.1.1): no start code inside."""
    return EMULATION.sub(b"\x00\x00\x03", payload)
