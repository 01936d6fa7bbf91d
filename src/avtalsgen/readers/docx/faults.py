"""What a Word file has that a document has no place for, counted and told of once each."""

from collections import defaultdict

from avtalsgen.problems import Problem, Severity
from avtalsgen.records import dataclass
from avtalsgen.source import Origin

_MOST_NAMED = 3
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of thing that is not carried over. `{n}` stands for how many there are."""

    code: str
    one: str
    many: str
    severity: Severity = Severity.WARNING
    hint: str | None = None


_BY_HAND = "jämför dem för hand"
PICTURE = Fault("DX10", "en bild tas inte med", "{n} bilder tas inte med", hint=_BY_HAND)
EQUATION = Fault(
    "DX11",
    "en formel läses som vanlig text",
    "{n} formler läses som vanlig text",
    hint="kontrollera dem mot Wordfilen",
)
OBJECT = Fault(
    "DX12",
    "ett inbäddat objekt eller diagram tas inte med",
    "{n} inbäddade objekt eller diagram tas inte med",
    hint=_BY_HAND,
)
HIDDEN = Fault(
    "DX13",
    "ett stycke text är dolt i Word och tas inte med",
    "{n} ställen med dold text tas inte med",
    hint="visa dold text i Word och avgör om den ska vara kvar",
)
MACROS = Fault(
    "DX14",
    "filen har program (makron, ActiveX); de körs inte",
    "",
    hint="spara om filen som .docx",
)
SYMBOL = Fault(
    "DX15",
    "ett tecken ur ett symbolteckensnitt är inte känt och skrivs □",
    "{n} tecken ur symbolteckensnitt är inte kända och skrivs □",
    hint="byt tecknet i Word mot ett ur Infoga > Symbol, (normal text)",
)
OUTSIDE = Fault(
    "DX16",
    "en del av texten ligger i en annan fil och hämtas inte",
    "{n} delar av texten ligger i andra filer och hämtas inte",
    hint="bryt länken i Word (Arkiv > Info > Redigera länkar till filer); är det en infogad fil, "
    "spara om filen i Word",
)
UNSETTLED = Fault(
    "DX17",
    "en spårad ändring är inte avgjord",
    "{n} spårade ändringar är inte avgjorda",
    Severity.STYLE,
    "godkänn eller avslå dem i Word",
)
SIGNS = Fault(
    "DX18",
    "en lista räknas i Word med annat än 1, 2, 3, men så läses den",
    "{n} listor räknas i Word med annat än 1, 2, 3, men så läses de",
    Severity.STYLE,
    "kontrollera hänvisningar till punkterna",
)
MERGED = Fault(
    "DX19",
    "en tabell står i en tabell; dess celler läses i följd",
    "{n} tabeller står i tabeller; deras celler läses i följd",
    Severity.STYLE,
)


class Faults:
    """Collects faults while a file is read."""

    def __init__(self) -> None:
        self._found: dict[Fault, list[str]] = defaultdict(list)

    def add(self, fault: Fault, name: str = "") -> None:
        """Note a fault, with words that tell which one it is where there are any."""
        self._found[fault].append(" ".join(name.split()))

    def problems(self, source: str) -> tuple[Problem, ...]:
        """Return one problem for each kind of fault that was found, by code."""
        faults = sorted(self._found.items(), key=lambda item: item[0].code)
        return tuple(_problem(fault, names, source) for fault, names in faults)


def _problem(fault: Fault, names: list[str], source: str) -> Problem:
    message = fault.one if len(names) == 1 else fault.many.format(n=len(names)) or fault.one
    named = [name for name in dict.fromkeys(names) if name]
    if named:
        shown = ", ".join(f"”{_cut(name)}”" for name in named[:_MOST_NAMED])
        message += f": {shown}" + (" …" if len(named) > _MOST_NAMED else "")
    return Problem(fault.code, message, fault.severity, Origin(source, 1), fault.hint)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]} …"
