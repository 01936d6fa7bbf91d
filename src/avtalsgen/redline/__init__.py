"""Any two Word files to one in which every change is tracked, and proven to be right.

    package/     both files as parts, opened and settled; what the format leaves out put in; the
                 older one in the ids of the newer (carry); what a block says (forms); earlier
                 marks put aside and back
    align/       what compare/align says of the documents, drawn on their blocks; what has no
                 document is aligned by the same, a block a line; blanks follow
    write/       paragraphs as words, with the end of a paragraph as one of them (stream), written
                 back with their marks (weave); tables, properties, heads, notes likewise
    proof/       the bytes read again: accepted they are the newer file, rejected the older; and
                 what no mark can say, which is told
    attempts     written, proven, and written again coarser where it was not

A paragraph is a run of words that ends in a mark with properties. If the mark goes, the words
flow on to the next mark, and its properties hold: so a paragraph that was cut in two is one
mark put in, two made one are one mark taken away, and a paragraph that left is its words and
its mark gone. What is written is right by that alone; the proof is there because the files of
others hold what nobody thought of. A block that fails it is written again coarser.

Styles, and what settings say of all pages, cannot be tracked in Word. They are as in the newer
file, also where a change is rejected, and that is told.
"""

from avtalsgen.redline.attempts import word_redline
from avtalsgen.redline.options import Listed, Options, Redlined

__all__ = ["Listed", "Options", "Redlined", "word_redline"]
