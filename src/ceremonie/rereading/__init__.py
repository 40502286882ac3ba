"""A deck that was corrected in PowerPoint or Impress → a change of its storyboard.

    deck ─▶ received slides ─┐                       ┌▶ changes ─▶ storyboard/editing ─▶ diff, file
                             ├▶ matching ─▶ compared ─┤
    storyboard ─▶ pages ─────┘   by name              └▶ diagnostics: what is left to do by hand
                 twice: as it is, and traced

What a slide should say is what the plan says now; which value a word comes from is found with the
traced plan. So moments and compositions keep no books.
"""
