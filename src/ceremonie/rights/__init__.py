"""Who may be seen, heard and named by whom: a storyboard → what an audience is given of it."""

from ceremonie.rights.left_out import LeftOut
from ceremonie.rights.register import register
from ceremonie.rights.showing import Showing, quoting, showing, told
from ceremonie.rights.unnamed import unnamed

__all__ = ["LeftOut", "Showing", "quoting", "register", "showing", "told", "unnamed"]
