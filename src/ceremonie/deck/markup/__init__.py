"""What template and slides are written with: elements, outlines, text, the names of the theme."""
