"""Any two Word files to one in which every change is tracked, and proven to be right.

    package      both files as parts, read with limits; their own tracked changes settled
    carry        the older one in the ids of the newer: styles, lists, links, pictures, notes
    forms        what a block says, so that two that say the same are known
    align        which blocks answer to which; groups: what was cut, joined and moved
    blanks       empty paragraphs between others, which follow what they part
    stream       paragraphs as words, with the end of a paragraph as one of them
    weave        the words written back with their marks; tables, properties, heads, notes likewise
    prove        the bytes read again: accepted they are the newer file, rejected the older

A paragraph is a run of words that ends in a mark with properties. If the mark goes, the words
flow on to the next mark, and its properties hold: so a paragraph that was cut in two is one
mark put in, two made one are one mark taken away, and a paragraph that left is its words and
its mark gone. What is written is right by that alone; the proof is there because the files of
others hold what nobody thought of. A block that fails it is written again coarser.

Styles, and what settings say of all pages, cannot be tracked in Word. They are as in the newer
file, also where a change is rejected.
"""

from avtalsgen.redline.attempts import word_redline
from avtalsgen.redline.options import Listed, Options, Proof, Redlined

__all__ = ["Listed", "Options", "Proof", "Redlined", "word_redline"]
