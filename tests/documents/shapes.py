"""Documents of other shapes than ours, invented, each as Word, Markdown and plain text."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Literal

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

Kind = Literal["text", "bullets", "numbers", "letters", "table", "landscape", "signatures"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below a heading: paragraphs, items, rows."""

    kind: Kind
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    heading: str
    level: int = 1
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    title: str
    chapters: tuple[Chapter, ...]


def _text(*said: str) -> Part:
    return Part("text", said)


_LONG = (
    "Utföraren ansvarar för att lokalerna är lämpliga för verksamheten och att de hålls i det "
    "skick som hyresvärden och arbetsmiljölagen kräver. Beställaren får när som helst besöka "
    "dem efter att ha anmält det dagen före, och utföraren ska då låta en person som känner "
    "verksamheten vara med. Vid besöket förs anteckningar, som båda får ta del av inom tio dagar."
)
_SHORT = "Kommunen svarar för hyran och för larmet, och utföraren för all annan drift av huset."

PROCUREMENT: Final = Shape(
    "Upphandling av stödboende",
    (
        Chapter("1 Allmän orientering", 1, (_text(_SHORT),)),
        Chapter("1.1 Om uppdraget", 2, (_text(_LONG),)),
        Chapter("1.1.1 Omfattning", 3, (_text("Uppdraget omfattar 24 platser i två hus."),)),
        Chapter("1.1.2 Option", 3, (_text("Kommunen kan köpa till 6 platser under tiden."),)),
        Chapter("2 Krav på anbudsgivaren", 1, (_text(_LONG, _SHORT),)),
        Chapter("2.1 Ekonomisk ställning", 2, (_text("Rating ska vara minst 40 enligt intyg."),)),
    ),
)
RULES: Final = Shape(
    "Reglemente för trygghetsnämnden",
    (
        Chapter("§ 1 Uppgifter", 1, (_text("Nämnden fullgör kommunens uppgifter i tillsynen."),)),
        Chapter("§ 2 Delegering", 1, (_text("Nämnden får uppdra åt ett utskott att besluta."),)),
        Chapter("§ 3 Sammanträden", 1, (_text(_LONG, "Protokollet justeras inom två veckor."),)),
    ),
)
STATUTES: Final = Shape(
    "Stadgar för Föreningen Bryggan",
    (
        Chapter("1 § Ändamål", 1, (_text("Föreningen driver en mötesplats för unga i staden."),)),
        Chapter("2 § Medlemskap", 1, (_text("Medlem är den som betalar avgiften i tid."),)),
        Chapter("2 a § Uteslutning", 1, (_text("Styrelsen får utesluta den som skadar den."),)),
        Chapter("3 § Årsmöte", 1, (_text(_LONG),)),
    ),
)
GROUNDS: Final = Shape(
    "Avtal om ledsagning",
    (
        Chapter(
            "1 Hävning",
            1,
            (
                _text("Beställaren får häva avtalet om någon av dessa grunder är för handen:"),
                Part(
                    "letters",
                    (
                        "utföraren försätts i konkurs eller ställer in sina betalningar,",
                        "utföraren bryter mot tystnadsplikten, eller",
                        "utföraren saknar det tillstånd som lagen kräver.",
                    ),
                ),
                _text("Vid fall b) gäller hävningen från den dag då beställaren säger till."),
            ),
        ),
        Chapter("2 Tvist", 1, (_text("En tvist avgörs av allmän domstol på kommunens ort."),)),
    ),
)
POLICY: Final = Shape(
    "Riktlinjer för hållbara inköp",
    (
        Chapter("Syfte", 1, (_text(_LONG),)),
        Chapter(
            "Vad som gäller",
            1,
            (
                _text("Den som köper in något till kommunen ska först pröva om det går att"),
                Part(
                    "bullets",
                    (
                        "låna det av en annan förvaltning",
                        "laga det som redan finns, även om det tar längre tid än att köpa nytt",
                        "hyra det av den som har det över",
                    ),
                ),
            ),
        ),
        Chapter("Uppföljning", 1, (_text(_SHORT),)),
    ),
)
PRICES: Final = Shape(
    "Avtal om dygnsplatser",
    (
        Chapter("1 Ersättning", 1, (_text("Ersättningen framgår av tabellen här nedanför."),)),
        Chapter(
            "2 Priser",
            1,
            (
                Part(
                    "table", ("Plats|Pris per dygn", "Lugnet|2 150 kronor", "Sjövik|2 480 kronor")
                ),
                _text("Priserna räknas om den 1 januari varje år enligt index."),
            ),
        ),
    ),
)
ANNEX: Final = Shape(
    "Avtal om mat till förskolor",
    (
        Chapter("1 Uppdraget", 1, (_text(_LONG),)),
        Chapter("2 Leveranser", 1, (_text(_SHORT),)),
        Chapter(
            "Bilaga 1 Leveransdagar",
            1,
            (Part("landscape", ("Maten levereras varje vardag före klockan elva till köken.",)),),
        ),
    ),
)
SIGNED: Final = Shape(
    "Avtal om jourhem",
    (
        Chapter("1 Uppdraget", 1, (_text(_LONG),)),
        Chapter("2 Pris", 1, (_text("Priset är fast i ett år och räknas sedan om."),)),
        Chapter(
            "3 Underskrifter",
            1,
            (
                _text("Avtalet har skrivits i två exemplar, och parterna har tagit var sitt."),
                Part(
                    "signatures",
                    (
                        "För Beställare|För Utförare",
                        "Storköping 2028|Storköping 2028",
                        "Kim Ek|Robin Al",
                    ),
                ),
            ),
        ),
    ),
)
SENTENCES: Final = Shape(
    "Allmänna villkor för tjänster",
    (
        Chapter("1 Tillämpning", 1, (_text("Villkoren gäller om inte annat är avtalat."),)),
        Chapter("2 Betalning", 1, (_text("Fakturan betalas inom trettio dagar."),) * 1),
        Chapter("2.1 Dröjsmål", 2, (_text("Vid dröjsmål betalas ränta enligt räntelagen."),)),
        Chapter("2.2 Kvittning", 2, (_text("Kvittning kräver att båda är överens i skrift."),)),
        Chapter("3 Ansvar", 1, (_text(_LONG, _LONG, _SHORT),)),
    ),
)
LETTER: Final = Shape(
    "Överenskommelse om praktik",
    (
        Chapter("Parter", 1, (_text("Kommunen och skolan är överens om praktikplatser."),)),
        Chapter("Åtaganden", 1, (_text(_SHORT, _LONG),)),
        Chapter("Tid", 1, (_text("Överenskommelsen gäller läsåret ut, till den 12 juni."),)),
    ),
)
CHAPTERS: Final = Shape(
    "Reglemente för teknikutskottet",
    (
        Chapter("Uppgifter", 1),
        Chapter("§ 1 Gator", 2, (_text("Utskottet sköter kommunens gator, broar och kajer."),)),
        Chapter("§ 1 a Parker", 2, (_text("Utskottet sköter också parkerna i tätorten."),)),
        Chapter("Arbetsformer", 1),
        Chapter("§ 2 Kallelse", 2, (_text("Kallelsen skickas senast sju dagar i förväg."),)),
        Chapter("§ 3 Protokoll", 2, (_text(_SHORT),)),
    ),
)
LETTERED: Final = Shape(
    "Hyra av ridhuset Fålan",
    (
        Chapter("1 Objekt", 1, (_text("Hyresvärden hyr ut ridhuset med stall och paddock."),)),
        Chapter("2 Hyra", 1, (_text("Hyran är 640 000 kronor om året och betalas i förskott."),)),
        Chapter("Bilaga A Gränsdragning", 1),
        Chapter("A.1 Hyresvärden", 2, (_text("Hyresvärden svarar för tak, fasad och el."),)),
        Chapter("A.2 Hyresgästen", 2, (_text("Hyresgästen svarar för underlag och sarg."),)),
        Chapter("Bilaga B Tider", 1),
        Chapter("B.1 Vardagar", 2, (_text("Ridhuset används mellan klockan 7 och 21."),)),
    ),
)
FEES: Final = Shape(
    "Villkor för torgplats",
    (
        Chapter("1 Tillstånd", 1, (_text("Tillstånd ges för en plats och en tid i taget."),)),
        Chapter(
            "2 Avgift",
            1,
            (
                _text("För platsen betalas"),
                Part(
                    "numbers",
                    ("180 kronor per torgdag,", "260 kronor per marknadsdag, och", "el för sig."),
                ),
            ),
        ),
        Chapter(
            "3 Vite",
            1,
            (
                Part(
                    "table",
                    (
                        "Avvikelse|Följd",
                        "Platsen är inte städad|Vite 900 kronor per dag",
                        "Gasol utan släckare|Vite 2 500 kronor per gång",
                    ),
                ),
            ),
        ),
    ),
)
SHAPES: Final = {
    "procurement": PROCUREMENT,
    "rules": RULES,
    "statutes": STATUTES,
    "grounds": GROUNDS,
    "policy": POLICY,
    "prices": PRICES,
    "annex": ANNEX,
    "signed": SIGNED,
    "terms": SENTENCES,
    "letter": LETTER,
    "chapters": CHAPTERS,
    "lettered": LETTERED,
    "fees": FEES,
}


_STYLES: Final = {"bullets": "List Bullet", "numbers": "List Number"}


def word(shape: Shape, font: str) -> bytes:
    """Return a document as somebody makes it in Word."""
    made = docx.Document()
    made.styles["Normal"].font.name = font
    made.styles["Normal"].font.size = Pt(11)
    made.add_paragraph(shape.title, style="Title")
    for chapter in shape.chapters:
        if any(part.kind == "landscape" for part in chapter.parts):
            section = made.add_section()
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        made.add_heading(chapter.heading, chapter.level)
        for part in chapter.parts:
            _add(made, part)
    done = BytesIO()
    made.save(done)
    return done.getvalue()


def _add(made: Any, part: Part) -> None:
    match part.kind:
        case "table" | "signatures":
            rows = [row.split("|") for row in part.said]
            table = made.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        case "bullets" | "numbers":
            for text in part.said:
                made.add_paragraph(text, style=_STYLES[part.kind])
        case "letters":
            for sign, text in zip("abcdef", part.said, strict=False):
                made.add_paragraph(f"{sign}) {text}")
        case _:
            for text in part.said:
                made.add_paragraph(text)


def _counted(part: Part) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(part.said, start=1)]


def markdown(shape: Shape) -> str:
    """Return a document as somebody writes it in Markdown."""
    blocks = [f"# {shape.title}"]
    for chapter in shape.chapters:
        blocks.append(f"{'#' * (chapter.level + 1)} {chapter.heading}")
        for part in chapter.parts:
            match part.kind:
                case "bullets":
                    blocks.append("\n".join(f"- {text}" for text in part.said))
                case "numbers":
                    blocks.append("\n".join(_counted(part)))
                case "letters":
                    signed = zip("abcdef", part.said, strict=False)
                    blocks += [f"{sign}) {text}" for sign, text in signed]
                case "table" | "signatures":
                    head, *rows = part.said
                    rule = "|".join("---" for _ in head.split("|"))
                    blocks.append("\n".join(f"|{row}|" for row in (head, rule, *rows)))
                case _:
                    blocks += part.said
    return "\n\n".join(blocks) + "\n"


def text(shape: Shape) -> str:
    """Return a document as it is typed in a file of text."""
    blocks = [shape.title]
    for chapter in shape.chapters:
        blocks.append(chapter.heading)
        for part in chapter.parts:
            match part.kind:
                case "bullets":
                    blocks.append("\n".join(f"- {text}" for text in part.said))
                case "numbers":
                    blocks.append("\n".join(_counted(part)))
                case "letters":
                    signed = zip("abcdef", part.said, strict=False)
                    blocks.append("\n".join(f"{sign}) {text}" for sign, text in signed))
                case "table":
                    head, *rows = [row.replace("|", "\t") for row in part.said]
                    blocks.append("\n".join((head, "-" * 30, *rows)))
                case "signatures":
                    blocks += [row.replace("|", " " * 12) for row in part.said]
                case _:
                    blocks += part.said
    return "\n\n".join(blocks) + "\n"
