"""A comparison as JSON, for programs: `avtalsgen.diff/1`.

    {"schema": "avtalsgen.diff/1",
     "old": {"source", "title", "words"}, "new": {…},
     "summary": {"sections": {"unchanged", "changed", "moved", "added", "removed"},
                 "words": {"inserted", "deleted"},
                 "changes": {"saklig", "redaktionell"}},
     "sections": [{"part": "body|cover|header|footer|footnote|signature",
                   "status": "unchanged|changed|added|removed",
                   "moved": bool, "renumbered": bool, "similarity": 0..1,
                   "old": {"number", "heading", "path"} | null, "new": {…} | null,
                   "split_from": {…} | null, "merged_into": {…} | null,
                   "split_into": [{…}], "merged_from": [{…}],
                   "changes": [{"kind": "replace|insert|delete", "old", "new",
                                "weight": "saklig|redaktionell", "reasons": […],
                                "rank": "avgörande|saklig|redaktionell"}]}],
     "values": [{"path", "old", "new"}],
     "top": [{"what", "old", "new", "old_place", "new_place",
              "rank": "avgörande|saklig", "reason"}],
     "top_by": "mening|avsnitt",
     "duties": [{"party": "utföraren|beställaren|båda|…", "act", "when", "condition",
                 "status": "samma|skärpt|mildrad|ny|utgår|annan part",
                 "reworded": bool, "old", "new", "old_place", "new_place"}],
     "other": [{"kind": "bild|diagram|inbäddat objekt|vattenmärke|listnumrering|formatering|
                         formatmall|tema|inställning|innehållskontroll|infogad fil|papper|
                         makro|kontroll|hämtas utifrån|underdokument|fält|bunden text|
                         inbäddat typsnitt|innehållsförteckning|utseende|ritat|del av filen|
                         påritat|formulärfält|underskrift|bifogad fil|sidnumrering|
                         formel|undantag från skydd|text vid en länk|plats i en länk|
                         noternas avskiljare|platshållare|byggblock|löst kommentar|egenskap",
                "old", "new", "what"}],
     "comments": [{"status": "ny|borttagen", "who", "on", "text"}]}

A duty that is `samma` and reworded has other words, which nobody has read.
A field that is added later does not change the schema. Old and new may be null in a section,
never in a change: there the side that has nothing is an empty text.
"""

from avtalsgen.model.comparison import Change, Comparison, Face, SectionPair, Side, TopRow
from avtalsgen.model.duties import ComparedDuty
from avtalsgen.writers.comparison.totals import totals

SCHEMA = "avtalsgen.diff/1"

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def to_json(comparison: Comparison) -> dict[str, Json]:
    """Return `comparison` as an object of the schema, its keys in the order above."""
    return {
        "schema": SCHEMA,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "summary": _summary(comparison),
        "sections": [section_data(pair) for pair in comparison.sections],
        "values": [
            {"path": fact.path, "old": fact.old, "new": fact.new} for fact in comparison.facts
        ],
        "top": [_top(row) for row in comparison.top],
        "top_by": "avsnitt" if comparison.top_by_section else "mening",
        "duties": [_duty(duty) for duty in comparison.duties],
        "other": [
            {"kind": each.kind, "old": each.old, "new": each.new, "what": each.said}
            for each in comparison.other
        ],
        "comments": [
            {"status": each.status, "who": each.who, "on": each.on, "text": each.said}
            for each in comparison.comments
        ],
    }


def _top(row: TopRow) -> Json:
    return {
        "what": row.what,
        "old": row.old,
        "new": row.new,
        "old_place": row.old_place,
        "new_place": row.new_place,
        "rank": row.rank,
        "reason": row.reason,
    }


def _duty(duty: ComparedDuty) -> Json:
    return {
        "party": duty.party,
        "act": duty.act,
        "when": duty.when,
        "condition": duty.condition,
        "status": duty.status,
        "reworded": duty.reworded,
        "old": duty.old,
        "new": duty.new,
        "old_place": duty.old_place,
        "new_place": duty.new_place,
    }


def _side(side: Side) -> Json:
    return {"source": side.source, "title": side.title, "words": side.words}


def _summary(comparison: Comparison) -> Json:
    total = totals(comparison)
    return {
        "sections": {
            "unchanged": total.unchanged,
            "changed": total.changed,
            "moved": total.moved,
            "added": total.added,
            "removed": total.removed,
        },
        "words": {"inserted": total.inserted_words, "deleted": total.deleted_words},
        "changes": {weight: number for weight, number in total.weights.items()},
    }


def section_data(pair: SectionPair) -> Json:
    """Return a section of both sides with its changes."""
    return {
        "part": pair.part,
        "status": pair.status,
        "moved": pair.moved,
        "reparented": pair.reparented,
        "renumbered": pair.renumbered,
        "similarity": round(pair.similarity, 4),
        "old": _face(pair.old),
        "new": _face(pair.new),
        "split_from": _face(pair.split_from),
        "merged_into": _face(pair.merged_into),
        "split_into": [_face(face) for face in pair.split_into],
        "merged_from": [_face(face) for face in pair.merged_from],
        "changes": [_change(change) for change in pair.changes],
    }


def _face(face: Face | None) -> Json:
    if face is None:
        return None
    return {"number": face.number, "heading": face.heading, "path": list(face.path)}


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "old": change.old,
        "new": change.new,
        "weight": change.weight,
        "reasons": list(change.reasons),
        "rank": change.rank,
    }
