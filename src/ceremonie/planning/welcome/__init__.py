"""What the screen shows while the hall fills: pages that go round, a countdown, a card.

`walk_in` is the door; `check` tells what it has not. Everything is made of contents and
compositions as slides are, so the two painters paint it as they paint all else.
"""

from ceremonie.planning.welcome.recipe import check, walk_in

__all__ = ["check", "walk_in"]
