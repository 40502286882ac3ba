"""Compositions for slides alone: the same ground as in the film, with rooms for words that change.

Every measure stands once for each screen; none depends on today's words.
"""
