"""The commands, one function each: options in, exit code out. What they print goes through
`console`; whatever takes time to import is imported when the command runs.
"""
