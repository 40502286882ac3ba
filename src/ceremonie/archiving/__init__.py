"""The archive: a finished edition sealed for good, with all that it was made from, as a BagIt bag.

`subject` reads the edition and its storyboard and says what must not be sealed; `layout` says where
each file lies; `describing`, `provenance`, `slip` and `readme` write what explains it; `bag` the
lists that prove it; `sinks` put it all into a folder or an archive, and `door` leads through it.
"""
