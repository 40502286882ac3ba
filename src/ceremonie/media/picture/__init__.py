"""What a picture file holds besides its pixels, read here piece by piece: no broken neighbour
decides over what counts.
"""
