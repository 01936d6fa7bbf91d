"""The portfolio at a glance: what holds, what is next, what remains, and where words stand."""
