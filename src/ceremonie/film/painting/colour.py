"""BT.709 limited-range YUV, the colour space of every frame, and the way back to RGB.

Source: Rec. ITU-R BT.709-6, items 3.2 to 3.5 (8 bits: Y 16 to 235, Cb and Cr 16 to 240).
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from ceremonie.theme.palette import RGB

Plane = npt.NDArray[np.uint8]
"""One plane of 8-bit samples, shape (height, width)."""

Frame = npt.NDArray[np.uint8]
"""A planar frame (I420): Y, then U, then V; shape (height × 3 / 2, width)."""

_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB

_FROM_RGB = np.array(
    [
        [219 / 255 * k for k in (_KR, _KG, _KB)],
        [112 / 255 / (1 - _KB) * k for k in (-_KR, -_KG, 1 - _KB)],
        [112 / 255 / (1 - _KR) * k for k in (1 - _KR, -_KG, -_KB)],
    ]
)
_OFFSET = np.array([16.0, 128.0, 128.0])


def yuv(colour: RGB) -> tuple[int, int, int]:
    """A colour as Y, U, V."""
    y, u, v = np.rint(_FROM_RGB @ np.array(colour) + _OFFSET)
    return int(y), int(u), int(v)


def from_bgr(image: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """(height, width, 3) BGR → (height, width, 3) Y, U, V at full resolution."""
    matrix = np.hstack([_FROM_RGB[:, ::-1], _OFFSET[:, None]])
    return np.asarray(cv2.transform(image, matrix), np.uint8)


def to_rgb(frame: Frame) -> npt.NDArray[np.uint8]:
    """A planar frame → (height, width, 3) RGB, 0 to 255."""
    y, u, v = planes(frame)
    size = (y.shape[1], y.shape[0])
    full = [cv2.resize(p, size, interpolation=cv2.INTER_LINEAR) for p in (u, v)]
    stacked = np.asarray(cv2.merge([y, *full]), np.uint8)
    return rgb(stacked)


def rgb(pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """(height, width, 3) Y, U, V at full resolution → RGB, 0 to 255."""
    inverse = np.linalg.inv(_FROM_RGB)
    matrix = np.hstack([inverse, -(inverse @ _OFFSET)[:, None]])
    return np.asarray(cv2.transform(pixels, matrix), np.uint8)


def empty(width: int, height: int) -> Frame:
    """A frame of undefined samples; both lengths in px, even."""
    return np.empty((height * 3 // 2, width), np.uint8)


def planes(frame: Frame) -> tuple[Plane, Plane, Plane]:
    """Views of the Y, U and V planes of a contiguous planar frame."""
    height, width = frame.shape[0] * 2 // 3, frame.shape[1]
    flat = frame.reshape(-1)
    luma, chroma = width * height, width * height // 4
    half = (height // 2, width // 2)
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(half),
        flat[luma + chroma :].reshape(half),
    )


def halved(plane: Plane) -> Plane:
    """A full-resolution plane at the resolution of chroma."""
    size = (plane.shape[1] // 2, plane.shape[0] // 2)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.uint8)


def shrunk(frame: Frame, size: tuple[int, int]) -> Frame:
    """The frame at another width and height, px, even, no less than half of its own; itself where
    they are its own. Between two and one px of the frame, the mean of two neighbours is as good as
    that of an area, in a tenth of the time.
    """
    if frame.shape == (size[1] * 3 // 2, size[0]):
        return frame
    small = empty(*size)
    for plane, target in zip(planes(frame), planes(small), strict=True):
        cv2.resize(plane, target.shape[::-1], dst=target, interpolation=cv2.INTER_LINEAR)
    return small
