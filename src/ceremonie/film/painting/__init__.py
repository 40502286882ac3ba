"""A drawing at a frame as pixels: outlines, photographs, footage, colours."""
