"""Fuzzing: `command` shares the time out, `engine` runs one target, `store` keeps what it finds."""
