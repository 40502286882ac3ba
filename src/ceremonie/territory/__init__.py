"""The ground under a map: communes with their names and contours, of any department of France."""
