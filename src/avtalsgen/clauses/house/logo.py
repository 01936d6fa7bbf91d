"""The logo of a house style: a picture beside profil.yaml, and what it shows in words."""

from pathlib import PurePosixPath

from avtalsgen.model.profile import Logo, Picture
from avtalsgen.readers.png import read_png
from avtalsgen.readers.svg import read_svg
from avtalsgen.readers.yaml.keys import Keys
from avtalsgen.source import Files, Origin
from avtalsgen.swedish.numbers import digits, parse_number

CODE = "PR06"
STANDARD, LOWEST, HIGHEST, WIDEST = 16, 8, 24, 80
"""Heights in millimetres, and the most that the width may be."""
_UNLIKE = 0.02
"""By how much of itself the shape of the PNG may differ from that of the SVG."""


def read_logo(files: Files, folder: str, keys: Keys) -> Logo | None:
    """Return the logo under `logotyp`, nothing where there is none.

    An SVG needs a PNG of the same name beside it, for Word. Noted as PR06: a picture that is
    not there, has no alternative text, is too large, or holds what may act.
    """
    below = keys.below("logotyp")
    if below is None:
        return None
    logo_keys = Keys(below.branch, keys.problems, CODE)
    before = len(logo_keys.problems)
    alt = _alternative_text(logo_keys)
    height = _height(logo_keys)
    picture, for_word = _pictures(files, folder, logo_keys)
    logo_keys.done()
    if picture is None or for_word is None or len(logo_keys.problems) > before:
        return None
    logo = Logo(alt, height, picture, for_word)
    if logo.width <= WIDEST:
        return logo
    message = f"logotypen blir {round(logo.width)} mm bred, får vara {WIDEST} mm"
    logo_keys.problem(
        message, logo_keys.origin("höjd"), f"skriv höjd: {int(WIDEST / picture.ratio)} mm"
    )
    return None


def _alternative_text(keys: Keys) -> str:
    alt = keys.text("alt")
    if not alt:
        message = "logotypen saknar alternativtext, för den som inte ser bilden"
        keys.problem(message, keys.origin("alt"), "lägg till alt: Exempels kommuns logotyp")
    return alt


def _height(keys: Keys) -> float:
    written = keys.text("höjd")
    if not written:
        return STANDARD
    try:
        height = float(parse_number(written.removesuffix("mm").strip()))
    except ValueError:
        height = 0.0
    if not LOWEST <= height <= HIGHEST:
        message = f"höjden är ”{written}”, väntade {LOWEST}–{HIGHEST} mm"
        keys.problem(message, keys.origin("höjd"), f"skriv höjd: {STANDARD} mm")
    return height


def _pictures(files: Files, folder: str, keys: Keys) -> tuple[Picture | None, Picture | None]:
    """Return the picture, and the PNG for Word, which may be the same."""
    name, origin = keys.text("fil", required=True), keys.origin("fil")
    if not name:
        return None, None
    picture = _picture(files, f"{folder}/{name}", origin, keys)
    if picture is None or picture.kind == "png":
        return picture, picture
    beside = str(PurePosixPath(name).with_suffix(".png"))
    for_word = _picture(files, f"{folder}/{beside}", origin, keys)
    if for_word and abs(for_word.ratio / picture.ratio - 1) > _UNLIKE:
        shapes = f"{digits(round(picture.ratio * 100))} och {digits(round(for_word.ratio * 100))}"
        message = f"{name} och {beside} har olika form: bredden är {shapes} procent av höjden"
        keys.problem(message, origin, f"spara {beside} på nytt ur {name}")
    return picture, for_word


def _picture(files: Files, path: str, origin: Origin, keys: Keys) -> Picture | None:
    try:
        data = files.read(path)
        match PurePosixPath(path).suffix:
            case ".png":
                return Picture("png", read_png(data), data)
            case ".svg":
                return Picture("svg", read_svg(data), data)
            case _:
                raise ValueError("bilden ska vara en .svg eller .png")
    except FileNotFoundError:
        hint = "lägg bilden bredvid profil.yaml; till en SVG behövs samma bild som PNG, för Word"
        keys.problem(f"filen {path} finns inte", origin, hint)
    except (OSError, OverflowError, ValueError) as error:
        hint = "spara bilden som enkel SVG eller PNG, utan text, skript och länkar"
        keys.problem(f"{path}: {error}", origin, hint)
    return None
