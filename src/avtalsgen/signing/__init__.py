"""Signatures in a PDF: making one, and asking those that are there whether they hold.

    keys.py        a p12 file to a key
    signing.py     a PDF, a party and a key to a signed PDF
    validation.py  a PDF to its signatures, and what each of them is worth
    trust.py       certificates that are trusted from the start

The only room that knows pyHanko and cryptography. It reads no clock and no network: whoever
asks says what time it is, and no revocation list is fetched.
"""

import logging

for _talkative in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_talkative).addHandler(logging.NullHandler())  # what matters is returned
