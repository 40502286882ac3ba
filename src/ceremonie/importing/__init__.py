"""A colleague's spreadsheet → a change of the storyboard.

    sheet ─▶ sheets: Records ─┐            ┌▶ changes ─▶ storyboard/editing ─▶ text ─▶ read again
                              ├▶ matching ─┤                                           │
    storyboard: its lists ────┘            └▶ what is added, changed, left alone       ▼
                                                              diagnostics, each at its cell

An entry of the storyboard is found again by what makes it itself (the title of a workshop on its
day, the author and the first words of a quote), and nothing is ever taken out.
"""
