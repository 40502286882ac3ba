"""A page of the plan as a slide: shapes in reading order, pictures, videos, timing."""
