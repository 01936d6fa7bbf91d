"""Lines of a file that somebody else has made in, the parts of a document out.

A reader of a format knows what its file says of a line: its words, its style, how large and bold
it is. What cannot be read off a format stands here, once for all of them, so that one document
is the same whatever it is saved as: which lines are cover, contents and signatures, which
are headings and of what, and which are items of a list.
"""
