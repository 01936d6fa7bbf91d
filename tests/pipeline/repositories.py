"""Small git repositories with a fixed author, made without git."""

from collections.abc import Mapping
from pathlib import Path

from dulwich import porcelain
from dulwich.repo import Repo

AUTHOR = b"Kim Ek <kim@exempel.se>"
DAY = 24 * 60 * 60
START = 1_900_000_000 - 1_900_000_000 % DAY
"""2030-03-17, at midnight UTC."""


def committed(
    folder: Path, files: Mapping[str, str | bytes], day: int = 0, *, zone: int = 0
) -> str:
    """Write `files` in `folder`, commit all of it `day` days after the first day, at noon."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return commit(folder, [str(folder / name) for name in files], day, zone=zone)


def commit(folder: Path, paths: list[str], day: int, *, zone: int = 0) -> str:
    """Commit `paths`, those that are gone as gone."""
    repository = repository_of(folder)
    porcelain.add(repository, [path for path in paths if Path(path).exists()])
    gone = [path for path in paths if not Path(path).exists()]
    if gone:
        porcelain.remove(repository, gone)
    made = porcelain.commit(
        repository,
        message=b"utkast",
        author=AUTHOR,
        committer=AUTHOR,
        commit_timestamp=START + day * DAY + DAY // 2,
        author_timestamp=START + day * DAY + DAY // 2,
        commit_timezone=zone,
        author_timezone=zone,
    )
    return made.decode()


def repository_of(folder: Path) -> Repo:
    """Return the repository that `folder` is in; a new one in it if there is none."""
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            return Repo(str(place))
    return Repo.init(str(folder), mkdir=not folder.exists())
