"""One module for each outside program: find it, ask it, run it."""
