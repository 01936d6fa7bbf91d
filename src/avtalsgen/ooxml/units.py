"""The measures of Word: twentieths of a point, half points, eighths of a point."""

_POINTS_PER_MM = 72 / 25.4


def twips(points: float) -> int:
    """Return `points` in twentieths of a point, for distances."""
    return round(points * 20)


def twips_of_mm(millimetres: float) -> int:
    """Return `millimetres` in twentieths of a point."""
    return twips(millimetres * _POINTS_PER_MM)


def half_points(points: float) -> int:
    """Return `points` in half points, for letters."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return `points` in eighths of a point, for lines."""
    return round(points * 8)
