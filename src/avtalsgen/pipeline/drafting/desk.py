"""An edition on the desk: its file, what was typed over it, the form and the text as it becomes.

file ──► draft ──┐
├──► seen ──► form, preview, outline, problems
typed ► posted ──┘
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from avtalsgen.clauses.parameters import Parameter
from avtalsgen.pipeline.drafting.answers import Answers, told
from avtalsgen.pipeline.drafting.draft import STATUS, Draft, open_draft
from avtalsgen.pipeline.drafting.form.applying import in_words, waiting
from avtalsgen.pipeline.drafting.form.fields import FieldPlace, QuestionForm
from avtalsgen.pipeline.drafting.form.form import FormBasis, form_of
from avtalsgen.pipeline.drafting.form.posted import Posted, Sent, read_posted
from avtalsgen.pipeline.drafting.saving.contents import SEEN
from avtalsgen.pipeline.drafting.saving.merge import AnswerClash
from avtalsgen.pipeline.drafting.seen.leads import Leads, places_of
from avtalsgen.pipeline.drafting.seen.seen import SeenDraft, SeenText, see
from avtalsgen.pipeline.new.asked import asked_of, clauses_in
from avtalsgen.pipeline.package.parts import memo_of
from avtalsgen.pipeline.workspace.project import Project
from avtalsgen.problems import AvtalsgenError
from avtalsgen.records import dataclass
from avtalsgen.uppdrag import known
from avtalsgen.uppdrag.directory import editions
from avtalsgen.writers.html.fragment import ANCHOR, write_fragment
from avtalsgen.writers.markup import NOTHING, Markup

_STATUS: Final = Parameter(STATUS, "text", "Hur långt har utgåvan kommit?")


@dataclass(frozen=True, slots=True)
class ToldClash:
    """A question that two have answered differently, with the answers in words."""

    path: str
    question: str
    before: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class OnDesk:
    """One edition, as somebody has it before them."""

    draft: Draft
    """As its file is."""
    posted: Posted | None
    """What was typed and not saved."""
    seen: SeenDraft
    """As it would be."""
    form: QuestionForm
    earlier: str
    """The edition that it comes from; empty where there is none."""

    @property
    def title(self) -> str:
        """What the uppdrag is called; its slug while it has no name."""
        return self.draft.title

    @property
    def has_memo(self) -> bool:
        """Whether there is a tjänsteskrivelse about it, so that a package can be built."""
        try:
            memo_of(self.draft.project, self.draft.slug, self.draft.edition)
        except AvtalsgenError:
            return False
        return True

    def told_clashes(self, clashes: Iterable[AnswerClash]) -> tuple[ToldClash, ...]:
        """Return the questions that two have answered differently, in words."""
        parameters, names = self.draft.project.parameters.by_path, self.seen.names
        told_all = []
        for clash in clashes:
            parameter = parameters.get(clash.path, _STATUS)
            answers = (clash.before, clash.mine, clash.theirs)
            before, mine, theirs = ("; ".join(told(parameter, e, names)) for e in answers)
            question = parameter.question or clash.path
            told_all.append(ToldClash(clash.path, question, before, mine, theirs))
        return tuple(told_all)

    def preview(self, level: int) -> Markup:
        """Return the text as a piece of a page, in which a value leads to its question."""
        text = self.seen.text
        if text is None:
            return NOTHING
        leads = Leads(self.draft.project.parameters, text.lookup)
        ids = {field.name: field.id for field in self.form.fields}

        def leads_to(path: str) -> str:
            asked = ids.get(leads.question(path), "")
            return f"#{asked}" if asked else ""

        return write_fragment(text.document, leads_to, level)


def on_desk(project: Project, slug: str, edition: str, sent: Sent | None = None) -> OnDesk:
    """Return an edition with its form; `sent` is what somebody typed and has not saved.

    Raises:
        AvtalsgenError: it is not there, or its file is no YAML.
    """
    draft = open_draft(project, slug, edition)
    SEEN.remember(project.files.read(draft.file))
    posted = read_posted(draft, sent, project.parameters) if sent else None
    changes = changed_answers(draft, posted.answers) if posted else {}
    seen = see(draft, changes)
    name, earlier = _earlier(project, seen)
    form = form_of(draft, _basis(seen, earlier), posted)
    return OnDesk(draft, posted, seen, form, name)


def changed_answers(draft: Draft, answers: Answers) -> Answers:
    """Return the answers that are others than those of the file."""
    return {path: each for path, each in answers.items() if each != draft.answers.get(path)}


def _basis(seen: SeenDraft, earlier: Answers | None) -> FormBasis:
    if seen.text is None:
        return FormBasis(frozenset(), frozenset(), {}, {}, earlier, seen.names)
    text, project = seen.text, seen.draft.project
    asked = asked_of(text.type, project.library, text.outline)
    places = _places(seen, text)
    lacking = waiting(
        text.type, clauses_in(project.library, text.outline), text.lookup, project.parameters
    )
    from_base = {
        path
        for path in asked.paths
        if text.type.takes_from_base(path) and text.lookup.inherited.get(path)
    }
    return FormBasis(
        asked.paths - from_base,
        asked.required,
        {
            path: in_words(conditions, project.parameters)
            for path, conditions in lacking.items()
            if path not in places and path not in asked.required
        },
        places,
        earlier,
        seen.names,
    )


def _places(seen: SeenDraft, text: SeenText) -> Mapping[str, tuple[FieldPlace, ...]]:
    leads = Leads(seen.draft.project.parameters, text.lookup)
    return {
        path: tuple(
            replace(place, anchor=f"{ANCHOR}{place.anchor}") if place.anchor else place
            for place in there
        )
        for path, there in places_of(text.document, leads).items()
    }


def _earlier(project: Project, seen: SeenDraft) -> tuple[str, Answers | None]:
    """Return the edition that one comes from, and its answers: the one it replaces or follows."""
    draft = seen.draft
    told = draft.answers.get(known.REPLACED)
    slug, _, edition = told.partition("@") if isinstance(told, str) else ("", "", "")
    try:
        if not edition:
            before = [e for e in project.editions.mains(draft.slug) if e < draft.edition]
            slug, edition = draft.slug, before[-1] if before else ""
        if edition in editions(project.files, slug):
            return f"{slug}@{edition}", open_draft(project, slug, edition).answers
    except AvtalsgenError:
        pass  # what cannot be read is nothing to hold anything against
    return "", None
