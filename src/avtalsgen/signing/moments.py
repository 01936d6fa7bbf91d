"""When somebody signed, as it is told on paper and on a screen."""

from datetime import datetime


def local(moment: datetime) -> str:
    """Return a moment as people of its zone write it, with the zone."""
    zone = f"{moment:%z}"
    return f"{moment:%Y-%m-%d %H:%M} (UTC{zone[:3]}:{zone[3:5]})" if zone else f"{moment:%F %H:%M}"
