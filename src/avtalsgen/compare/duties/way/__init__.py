"""Which way a duty went: harder or milder for the one who is bound by it."""
