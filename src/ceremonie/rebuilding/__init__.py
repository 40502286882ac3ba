"""An edition made again from its bag alone, and held against what the bag holds.

`unpacking` opens a bag that anybody may have sent; `bagged` reads what it was made from and with;
`consent` asks the register of today; `door` has it made again beside, and `comparing` says of each
file whether it is the same: byte for byte, else by what people see, hear and read (`likeness` of
films and pictures, `packages` of decks and spreadsheets, `texts` of all else). `versions` says
which programs are others, and what to install to have them back. Nothing is installed here.
"""
