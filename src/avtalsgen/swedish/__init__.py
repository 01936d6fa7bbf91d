"""Swedish forms of numbers, money, dates, times and names.

A value has one printed form here and one reader of what people type. Each reader takes back
what its form prints, and raises `ValueError` with a message in Swedish that says what was
found and how to write it. The norm is Myndigheternas skrivregler (Språkrådet).
"""
