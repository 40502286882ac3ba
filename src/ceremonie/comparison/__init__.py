"""Two editions held against each other: two builds of one, or two years.

folders ─▶ what each recorded of itself ─▶ differences ─▶ without what may not be told ─▶ text, page

Nothing is made again, and no source is needed. An edition is what it was when it was made; who may
be named and shown is asked of the registers of today.
"""
