"""Tests of the stick for the hall."""
