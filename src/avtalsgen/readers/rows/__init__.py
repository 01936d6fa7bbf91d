"""Printed rows in, paragraphs out: what a page breaks is put together again.

A text file and a page without tags know rows, not paragraphs. Here the rows of a running head are
told from those of the text, words that a row or a page breaks are mended, and rows are joined
to what their author wrote as one paragraph. What a paragraph is (a heading, an item) is for
`recognise` to say.
"""
