"""Tests of what becomes of editions."""
