"""Files that people without a terminal start by a double-click."""
