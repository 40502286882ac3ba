"""The stick for the hall: a finished edition, put in order for the evening, with what checks it.

`finished` reads the edition, `placing` says where each file goes, `making` makes what the edition
has not (the slideshow, the spare film, the pages as PDF), `checklist` and `checks` write what
people and the hall's computer read; `copying` and `packing` put it all in a folder or in one
archive.
"""
