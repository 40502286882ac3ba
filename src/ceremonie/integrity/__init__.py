"""Whether what was made is still there as it was made: `ceremonie controler`.

`listing` reads what a manifest promises, `fixity` compares it with the bytes that are there (pure:
values in, differences out), `opening` says whether a file still opens to its end, `hands` whether a
program of a person has saved it, `telling` puts all of that into problems. `places` finds what a
folder holds; whatever is to be checked in another way than an edition (a bag, say) is one more
`Kind` there, and one more checker in `door`.
"""
