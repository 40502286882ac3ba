"""The visual identity « Le départ décalé »: data and geometry that both painters read.

On the bend of a track, starts are staggered so that everybody runs the same distance. That offset
(turn angle × lane width) is the only ornament: it is computed, never placed by eye.
"""
