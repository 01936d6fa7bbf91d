"""How every style of the Word file looks, by the house style and the shared measures."""

from copy import deepcopy

from avtalsgen.model import cover, metrics
from avtalsgen.model.metrics import Measure
from avtalsgen.model.profile import Logo, Profile
from avtalsgen.ooxml.elements import Element, w
from avtalsgen.ooxml.units import eighths, half_points, twips, twips_of_mm
from avtalsgen.records import dataclass
from avtalsgen.writers.docx.styling import style_names as names

_HIGHLIGHT = "FFF2CC"
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class StyleLook:
    """How a style looks: its paragraph properties and its run properties, in schema order."""

    paragraph: tuple[Element, ...] = ()
    run: tuple[Element, ...] = ()


def looks(
    profile: Profile, text_width: int, measures: cover.Measures, *, draft: bool
) -> dict[str, StyleLook]:
    """Return how every style looks in `profile`, where lines are `text_width` twips long.

    `measures` are those of the cover, whose title has to hold its longest word.

    Gaps are marked in a draft, so that nobody misses what is yet to be filled in.
    """
    return {
        **_running_text(profile, draft=draft),
        **_headings(profile),
        **_contents(profile, text_width),
        **_cover(profile, text_width, measures),
        **_edges(profile, text_width),
        **_tables(profile),
        **_signatures(profile),
    }


def _running_text(profile: Profile, *, draft: bool) -> dict[str, StyleLook]:
    item = _spacing(metrics.item(profile.size))
    shade = (w("shd", val="clear", color="auto", fill=_HIGHLIGHT),) if draft else ()
    link = (_colour(profile.colours.accent), w("u", val="single"))
    return {
        names.NORMAL: StyleLook(
            (w("widowControl"), w("suppressAutoHyphens"), _spacing(metrics.body(profile.size))),
            (_colour(profile.colours.text),),
        ),
        names.BULLET_ITEM: StyleLook((item,)),
        names.NUMBERED_ITEM: StyleLook((item,)),
        names.ITEM_CONTINUED: StyleLook((item,)),
        names.HYPERLINK: StyleLook(run=link),
        names.GAP: StyleLook(run=shade),
    }


def _headings(profile: Profile) -> dict[str, StyleLook]:
    return {
        names.heading(level): _heading(metrics.heading(level, profile.size), level, profile)
        for level in range(1, names.LEVELS + 1)
    }


def _heading(measure: Measure, level: int, profile: Profile) -> StyleLook:
    return StyleLook(
        (w("keepNext"), w("keepLines"), _spacing(measure), w("outlineLvl", val=level - 1)),
        (*_bold(), _colour(profile.colours.accent), *_size(measure.size)),
    )


def _contents(profile: Profile, text_width: int) -> dict[str, StyleLook]:
    first = metrics.heading(1, profile.size)
    top = Measure(first.size, first.line, 0, first.after)
    step = twips_of_mm(metrics.CONTENTS_INDENT_MM)
    heading = StyleLook((w("keepNext"), _spacing(top)), _heading(first, 1, profile).run)
    entries = {
        names.contents(level): StyleLook(
            (
                w("tabs", w("tab", val="right", leader="dot", pos=text_width)),
                _spacing(metrics.contents(level, profile.size)),
                w("ind", left=step * (level - 1)),
            ),
            _bold() if level == 1 else (),
        )
        for level in range(1, names.LEVELS + 1)
    }
    return {names.CONTENTS_HEADING: heading, **entries}


def _cover(profile: Profile, text_width: int, measures: cover.Measures) -> dict[str, StyleLook]:
    accent, muted = _colour(profile.colours.accent), _colour(profile.colours.muted)
    label_width = twips_of_mm(cover.LABEL_MM)
    fact = metrics.body(profile.size)
    rule = hexadecimal(profile.colours.rule)
    foot = w("pBdr", w("top", val="single", sz=4, space=round(cover.FOOT_GAP), color=rule))
    return {
        names.COVER_ORGANISATION: StyleLook(
            _beside(profile.logo), (*_bold(), accent, *_size(cover.ORGANISATION.size))
        ),
        names.COVER_LOGO: StyleLook((_exactly(measures.top),)),
        names.COVER_KIND: StyleLook(
            (_spacing(measures.kicker),), (muted, *_size(measures.kicker.size))
        ),
        names.TITLE: StyleLook(
            (w("keepLines"), _spacing(measures.title)),
            (*_bold(), accent, *_size(measures.title.size)),
        ),
        names.SUBTITLE: StyleLook((_spacing(measures.subtitle),), _size(measures.subtitle.size)),
        names.COVER_ACCENT: StyleLook(_accent(profile, text_width, measures.accent)),
        names.COVER_ROW: StyleLook(
            (
                w("tabs", w("tab", val="left", pos=label_width)),
                _exactly(fact.line, before=measures.fact_gap),
                w("ind", left=label_width, hanging=label_width),
            )
        ),
        names.COVER_LABEL: StyleLook(run=(muted,)),
        names.COVER_FOOT: StyleLook(
            (foot, _exactly(metrics.SMALL.line)), (muted, *_size(metrics.SMALL.size))
        ),
    }


def _beside(logo: Logo | None) -> tuple[Element, ...]:
    """Return where the sender stands: at the height of the middle of the logo, beside it."""
    line = cover.ORGANISATION.line
    if logo is None:
        return (_exactly(line),)
    above = (logo.height * _POINTS_PER_MM - line) / 2
    indent = twips_of_mm(logo.width + cover.LOGO_GAP_MM)
    return (_exactly(line, before=max(0, above)), w("ind", left=indent))


def _accent(profile: Profile, text_width: int, accent: Measure) -> tuple[Element, ...]:
    colour = hexadecimal(profile.colours.accent)
    thickness = eighths(cover.ACCENT_WIDTH)
    border = w("pBdr", w("top", val="single", sz=thickness, space=0, color=colour))
    right = text_width - twips_of_mm(cover.ACCENT_LENGTH_MM)
    return border, _spacing(accent), w("ind", right=max(0, right))


def _edges(profile: Profile, text_width: int) -> dict[str, StyleLook]:
    muted = _colour(profile.colours.muted)
    tab = w("tabs", w("tab", val="right", pos=text_width))
    rule = hexadecimal(profile.colours.rule)
    below = round(metrics.BELOW_HEAD)
    line = w("pBdr", w("bottom", val="single", sz=4, space=below, color=rule))
    small = (muted, *_size(metrics.SMALL.size))
    return {
        names.HEADER: StyleLook((line, tab, _exactly(metrics.SMALL.line)), small),
        names.FOOTER: StyleLook((deepcopy(tab), _exactly(metrics.SMALL.line)), small),
        names.DRAFT: StyleLook(
            (_exactly(14, before=4), w("jc", val="center")),
            (*_bold(), _colour(profile.colours.accent), w("spacing", val=60), *_size(12)),
        ),
    }


def _tables(profile: Profile) -> dict[str, StyleLook]:
    text = metrics.body(profile.size)
    tight = _spacing(Measure(text.size, text.line, 0, 0))
    hyphenated = w("suppressAutoHyphens", val=0)  # columns are narrow; all else is not
    return {
        names.TABLE_TEXT: StyleLook((hyphenated, tight)),
        names.TABLE_HEAD: StyleLook((w("keepNext"), hyphenated, tight), _bold()),
        **{
            names.table(letters, head=head): StyleLook((_spacing(measure),), _size(measure.size))
            for letters, measure in metrics.SMALL_TABLES.items()
            for head in (False, True)
        },
    }


def _signatures(profile: Profile) -> dict[str, StyleLook]:
    text = metrics.body(profile.size)
    tight = _spacing(Measure(text.size, text.line, 0, 0))
    together = (w("keepNext"), w("keepLines"))
    return {
        names.SIGNATORY_ROLE: StyleLook(
            (*together, tight), (_colour(profile.colours.muted), *_size(metrics.SMALL.size))
        ),
        names.SIGNATORY_TEXT: StyleLook((*together, tight)),
        names.SIGNATORY_LINE: StyleLook(
            (*together, _exactly(13, before=21, after=8.25)),
            (_colour(profile.colours.muted), *_size(metrics.SMALL.size)),
        ),
    }


def _spacing(measure: Measure) -> Element:
    return _exactly(measure.line, before=measure.before, after=measure.after)


def _exactly(line: float, *, before: float = 0, after: float = 0) -> Element:
    distances = {"before": twips(before), "after": twips(after)}
    return w("spacing", **distances, line=twips(line), lineRule="exact")


def _bold() -> tuple[Element, ...]:
    return w("b"), w("bCs")


def _size(points: float) -> tuple[Element, ...]:
    return w("sz", val=half_points(points)), w("szCs", val=half_points(points))


def _colour(colour: str) -> Element:
    return w("color", val=hexadecimal(colour))


def hexadecimal(colour: str) -> str:
    """Return a colour such as `#1B4B72` as Word writes it."""
    return colour.removeprefix("#").upper()
