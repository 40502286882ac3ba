"""A folder of new photos and clips → the days of an edition.

    files below the folder and in the edition ─▶ glances ─▶ pictures (each with its copies)
        ─▶ arrangement: what is new, of which day, under which name (pure)
        ─▶ Sorted: entries for `jours[].a_classer`, then the copies of files

The storyboard is written first: what is interrupted later is gone on with, and a photo whose entry
somebody has removed does not come back.
"""
