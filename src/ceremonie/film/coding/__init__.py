"""Frames as H.264: encoded, held while nothing moves, joined without being decoded."""
