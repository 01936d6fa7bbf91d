"""Which house style a document has: that of the municipality whose uppdrag it is."""

from dataclasses import field, replace

from avtalsgen.clauses.house.profile import HouseStyle, names, read_house_style
from avtalsgen.records import dataclass
from avtalsgen.source import Files


@dataclass(frozen=True, slots=True)
class Houses:
    """The house styles of a workspace; those in folders of their own are read when needed.

    `general` is that of what belongs to no uppdrag: the one in `clauses/profil/`, or the one
    that somebody asked for, which then is that of every document.
    """

    files: Files
    general: HouseStyle
    _read: dict[str, HouseStyle] = field(default_factory=dict, repr=False, compare=False)

    def of(self, municipality: str) -> HouseStyle | None:
        """Return the house style of a municipality; nothing if it has none.

        Raises:
            AvtalsgenError: one that has to be looked into is wrong, as `read_house_style`.
        """
        if self.general.is_of(municipality):
            return self.general
        for name in names(self.files):
            if name not in self._read:
                self._read[name] = read_house_style(self.files, name)
            if self._read[name].is_of(municipality):
                return self._read[name]
        return None


def read_houses(files: Files, asked: str = "") -> Houses:
    """Return the house styles of a workspace, `asked` the name of the one for every document.

    Raises:
        AvtalsgenError: as `read_house_style`.
    """
    general = read_house_style(files, asked)
    return Houses(files, replace(general, is_asked=bool(asked)))
