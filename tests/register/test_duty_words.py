"""The lists of what binds whom, and of what is weightiest: each line does what it says."""

from dataclasses import replace

import pytest
from tests.compare.test_duties import between, only
from tests.compared import KNOWLEDGE
from tests.read import read_markdown_document

from avtalsgen.compare.align.outline import outline
from avtalsgen.compare.duties.statements import statements
from avtalsgen.compare.top.subjects import Subjects
from avtalsgen.model.comparison import Comparison
from avtalsgen.register.topics import Topic
from avtalsgen.register.word_files import Phrase

LISTS = KNOWLEDGE.lexicon.duties
ALSO_BINDING = {phrase[0] for phrase in LISTS.binding}
PLAIN = "Utföraren ska städa lokalen."


def said(phrase: Phrase) -> str:
    return " ".join(phrase)


def statuses(comparison: Comparison) -> set[str]:
    return {duty.status for duty in comparison.duties}


@pytest.mark.parametrize(
    ("party", "word"), [(party, word) for party, words in LISTS.parties.items() for word in words]
)
def test_each_word_for_a_party_is_who_is_bound(party: str, word: str) -> None:
    assert only(f"{word.capitalize()} ska städa lokalen.").party == party


@pytest.mark.parametrize("phrase", LISTS.binding, ids=said)
def test_each_phrase_that_binds_makes_a_duty(phrase: Phrase) -> None:
    assert only(f"Utföraren {said(phrase)} städa lokalen.").party == "utföraren"


@pytest.mark.parametrize("verb", sorted(LISTS.not_binding - ALSO_BINDING))
def test_each_verb_that_binds_nobody_makes_none(verb: str) -> None:
    assert between(text := f"Utföraren {verb} lokalen.", text).duties == ()


@pytest.mark.parametrize("word", sorted(LISTS.staff))
def test_what_is_given_to_those_who_work_there_is_given_by_who_employs_them(word: str) -> None:
    assert only(f"Listan ska lämnas till {word}.").party == "utföraren"
    assert only("Listan ska lämnas till utföraren.").party == "beställaren"


@pytest.mark.parametrize("word", sorted(LISTS.bearing))
def test_each_word_of_responsibility_has_who_is_bound_before_it(word: str) -> None:
    more = "för " * (word in ("svarar", "ansvarar"))
    assert only(f"Stiftelsen {word} {more}kostnaden.").party == "stiftelsen"


@pytest.mark.parametrize("phrase", LISTS.itself, ids=said)
def test_what_the_document_itself_is_binds_nobody(phrase: Phrase) -> None:
    assert between(text := f"Nämnden lämnar {said(phrase)} bolaget.", text).duties == ()
    assert only("Nämnden lämnar nycklar till bolaget.")


@pytest.mark.parametrize("word", sorted(LISTS.aims))
def test_each_word_of_an_aim_begins_no_duty(word: str) -> None:
    assert between(text := f"{word.capitalize()} ska utföraren städa.", text).duties == ()


@pytest.mark.parametrize("phrase", LISTS.explains, ids=said)
def test_what_explains_a_duty_is_part_of_it(phrase: Phrase) -> None:
    more = f"{said(phrase).capitalize()} att utföraren ska sopa golvet."
    assert only(f"{PLAIN} {more}")


@pytest.mark.parametrize("verb", LISTS.weak, ids=said)
def test_each_weak_verb_asks_less(verb: Phrase) -> None:
    strong = "Utföraren ska granska planen i hamnen."
    assert statuses(between(strong, strong.replace("granska", said(verb)))) == {"mildrad"}


@pytest.mark.parametrize("begins", LISTS.permits)
def test_each_word_that_somebody_agrees_asks_more_than_to_tell(begins: str) -> None:
    telling = "Utföraren ska anmäla planen i hamnen."
    agreed = telling.replace("anmäla", f"ha {begins} för")
    assert statuses(between(telling, agreed)) == {"skärpt"}
    assert only(f"Utföraren får byta hamn om nämnden har {begins} det.")
    assert between(free := "Utföraren får byta hamn om nämnden har läst det.", free).duties == ()


@pytest.mark.parametrize("end", LISTS.requests)
def test_each_word_of_what_is_asked_for_is_a_condition(end: str) -> None:
    assert only(f"Utföraren ska städa lokalen efter kommunens {end}.").condition
    assert only(f"Utföraren ska läsa kommunens {end}.").condition == ""


@pytest.mark.parametrize("word", sorted(LISTS.exceptions_begin))
def test_each_word_that_begins_an_exception_takes_something_out(word: str) -> None:
    assert statuses(between(PLAIN, f"{PLAIN} {word.capitalize()} gäller för juli.")) == {"mildrad"}


@pytest.mark.parametrize("word", sorted(LISTS.excepting))
def test_each_word_of_an_exception_takes_something_out(word: str) -> None:
    assert statuses(between(PLAIN, f"{PLAIN} Hamnen {word} där.")) == {"mildrad"}


@pytest.mark.parametrize("word", sorted(LISTS.what_holds))
def test_each_word_for_the_duty_may_be_limited(word: str) -> None:
    limited = f"{PLAIN} {word.capitalize()} gäller inte i juli."
    assert statuses(between(PLAIN, limited)) == {"mildrad"}
    assert statuses(between(PLAIN, limited.replace("inte", "också"))) == {"samma"}


@pytest.mark.parametrize("verb", sorted(LISTS.holding))
def test_each_verb_of_what_holds_may_limit(verb: str) -> None:
    assert statuses(between(PLAIN, f"{PLAIN} Det {verb} inte i juli.")) == {"mildrad"}
    assert statuses(between(PLAIN, f"{PLAIN} Det står inte i juli.")) == {"samma"}


@pytest.mark.parametrize("verb", sorted(LISTS.belonging))
def test_what_does_not_belong_is_taken_out_whatever_it_is(verb: str) -> None:
    assert statuses(between(PLAIN, f"{PLAIN} Hamnen {verb} inte.")) == {"mildrad"}
    assert statuses(between(PLAIN, f"{PLAIN} Hamnen syns inte.")) == {"samma"}


@pytest.mark.parametrize("verb", sorted(LISTS.spared))
def test_what_somebody_is_spared_of_the_same_is_taken_out(verb: str) -> None:
    assert statuses(between(PLAIN, f"{PLAIN} Utföraren {verb} inte städa hamnen.")) == {"mildrad"}
    assert statuses(between(PLAIN, f"{PLAIN} Utföraren {verb} inte rosta bröd.")) == {"samma"}


@pytest.mark.parametrize("verb", sorted(LISTS.providing))
def test_what_is_got_is_harder_of_a_kind_and_else_of_fewer(verb: str) -> None:
    for act, status in ((verb, "skärpt"), ("granska", "mildrad")):
        plain = f"Utföraren ska {act} båtar."
        assert statuses(between(plain, plain.replace(".", " som går fort."))) == {status}


@pytest.mark.parametrize(("phrase", "number"), LISTS.quantities.items(), ids=str)
def test_of_more_asks_more(phrase: Phrase, number: int) -> None:
    counted = f"Utföraren ska städa {said(phrase)} kajplats i hamnen."
    for other, rank in LISTS.quantities.items():
        way = "samma" if rank == number else "skärpt" if rank > number else "mildrad"
        replaced = counted.replace(said(phrase), said(other))
        assert statuses(between(counted, replaced)) == {way}


@pytest.mark.parametrize("verb", sorted(LISTS.strong))
def test_each_strong_verb_asks_more(verb: str) -> None:
    plain = "Utföraren ska granska planen i hamnen."
    assert statuses(between(plain, plain.replace("granska", verb))) == {"skärpt"}


@pytest.mark.parametrize("phrase", LISTS.speed, ids=said)
def test_each_word_of_haste_asks_more(phrase: Phrase) -> None:
    hasty = f"Utföraren ska {said(phrase)} städa lokalen."
    assert statuses(between(PLAIN, hasty)) == {"skärpt"}
    assert said(phrase) in only(hasty).when


@pytest.mark.parametrize(("phrase", "times"), LISTS.frequency.items(), ids=str)
def test_each_word_of_how_often_is_when(phrase: Phrase, times: int) -> None:
    often = f"Utföraren ska städa lokalen {said(phrase)}."
    assert said(phrase).removeprefix("minst ") in only(often).when
    if 0 < times < 365:
        daily = "Utföraren ska städa lokalen varje dag."
        assert statuses(between(often, daily)) == {"skärpt"}


@pytest.mark.parametrize("phrase", LISTS.lasting, ids=said)
def test_each_word_of_how_long_is_when(phrase: Phrase) -> None:
    assert said(phrase) in only(f"Utföraren ska {said(phrase)} städa lokalen.").when


@pytest.mark.parametrize("phrase", LISTS.condition, ids=said)
def test_each_word_of_a_condition_begins_one(phrase: Phrase) -> None:
    assert only(f"Utföraren ska städa lokalen {said(phrase)} den är öppen.").condition
    assert not only(PLAIN).condition


@pytest.mark.parametrize("phrase", LISTS.limits, ids=said)
def test_each_word_that_limits_asks_less(phrase: Phrase) -> None:
    limited = f"Utföraren ska {said(phrase)} städa lokalen."
    assert statuses(between(PLAIN, limited)) == {"mildrad"}


@pytest.mark.parametrize("phrase", LISTS.ceilings, ids=said)
def test_each_ceiling_is_milder_than_none_and_harder_the_higher(phrase: Phrase) -> None:
    plain = "Utföraren ska ersätta skador på lokalen."
    low, high = (f"{plain[:-1]}, {said(phrase)} {sum_} kronor." for sum_ in ("500", "900"))
    assert statuses(between(plain, low)) == {"mildrad"}
    assert statuses(between(low, high)) == {"skärpt"}


@pytest.mark.parametrize(("word", "part"), LISTS.portions.items())
def test_each_portion_of_a_price_is_weighed(word: str, part: int) -> None:
    whole = "Beställaren ska betala avgiften för en plats i hamnen."
    said = whole.replace("avgiften", f"{word} avgiften")
    way = {100: "samma", 50: "mildrad", 200: "skärpt"}[part]
    assert statuses(between(whole, said)) <= {way, "skärpt" if way == "samma" else way}


@pytest.mark.parametrize(("word", "whole"), LISTS.parts.items())
def test_each_part_is_weighed(word: str, whole: int) -> None:
    part = f"Utföraren ska bära 1 {word} av kostnaden."
    more, less = (part.replace(f"1 {word}", f"{100 // whole + way} procent") for way in (2, -2))
    assert statuses(between(part, more)) == {"skärpt"}
    assert statuses(between(part, less)) == {"mildrad"}


@pytest.mark.parametrize("phrase", LISTS.halves, ids=said)
def test_each_phrase_for_equal_parts_is_half(phrase: Phrase) -> None:
    half = f"Parterna ska {said(phrase)} betala hyran."
    assert statuses(between(half, "Parterna ska betala 60 procent av hyran.")) == {"skärpt"}
    assert statuses(between(half, "Parterna ska betala 40 procent av hyran.")) == {"mildrad"}


@pytest.mark.parametrize("phrase", LISTS.grounds, ids=said)
def test_on_another_ground_it_is_another_duty(phrase: Phrase) -> None:
    ground = f"Parterna ska fördela kostnaderna {said(phrase)} elever."
    other = "Parterna ska fördela kostnaderna med lika delar."
    assert statuses(between(ground, other)) == {"utgår", "ny"}


@pytest.mark.parametrize("word", LISTS.open_hours)
def test_what_is_kept_open_longer_asks_more(word: str) -> None:
    for thing, status in ((word, "skärpt"), ("bilar", "mildrad")):
        hours = f"Utföraren ska ha {thing} på plats kl. 8–12."
        assert statuses(between(hours, hours.replace("12", "15"))) == {status}


@pytest.mark.parametrize("word", sorted(LISTS.divided))
def test_what_is_divided_binds_both(word: str) -> None:
    assert only(f"Kostnaden {word} lika mellan parterna.").party == "båda"
    assert only("Kostnaden faktureras mellan parterna varje år.").party == "utföraren"


@pytest.mark.parametrize("word", sorted(LISTS.everything))
def test_each_word_for_everything_asks_more_than_a_choice(word: str) -> None:
    everything = f"Utföraren ska städa {word} lokaler i hamnen."
    assert statuses(between(everything.replace(word, "utvalda"), everything)) == {"skärpt"}


@pytest.mark.parametrize("word", sorted(LISTS.grammar.parts_of))
def test_each_part_of_many_is_theirs_who_are_named(word: str) -> None:
    assert only(f"Varje {word} av beställaren ska ha körkort.").party == "beställaren"


@pytest.mark.parametrize("word", sorted(LISTS.grammar.joining))
def test_two_parties_named_together_are_both_bound(word: str) -> None:
    assert only(f"Beställaren {word} utföraren ska städa lokalen.").party == "båda"


@pytest.mark.parametrize("end", LISTS.doers)
def test_each_end_of_who_does_something_is_who_is_bound(end: str) -> None:
    doer = f"hamn{end}"
    assert only(f"{doer.capitalize()} ska städa lokalen.").party == doer
    assert only(f"{doer.capitalize()} ska städas.").party == "utföraren"


@pytest.mark.parametrize("end", LISTS.bodies)
def test_each_body_of_its_own_is_another_party(end: str) -> None:
    body = f"Hamn{end} ska städa lokalen."
    assert statuses(between(PLAIN, body)) == {"annan part"}
    assert statuses(between(PLAIN, "Hamnläraren ska städa lokalen.")) == {"samma"}


@pytest.mark.parametrize(
    ("law", "other"), [(law, other) for law, laws in LISTS.harder_laws.items() for other in laws]
)
def test_each_law_that_replaced_one_asks_more(law: str, other: str) -> None:
    sides = [f"Utföraren ska behandla uppgifter enligt {said}." for said in (other, law)]
    assert statuses(between(*sides)) == {"skärpt"}
    assert statuses(between(*sides[::-1])) == {"mildrad"}


@pytest.mark.parametrize(("words", "plain"), LISTS.reworded.items())
def test_a_duty_in_other_words_is_the_same(words: str, plain: str) -> None:
    binds = words.split()[0] in ALSO_BINDING
    frame = "Utföraren {} städa 15 lokaler." if binds else "Utföraren ska städa för {} 15 år."
    (duty,) = between(frame.format(words), frame.format(plain)).duties
    assert (duty.status, duty.reworded) == ("samma", False)


@pytest.mark.parametrize("word", sorted(LISTS.seasons))
def test_a_duty_in_a_part_of_the_time_asks_less(word: str) -> None:
    limited = f"Utföraren ska städa lokalen under {word}."
    assert statuses(between(PLAIN, limited)) == {"mildrad"}
    assert statuses(between(limited, PLAIN)) == {"skärpt"}


@pytest.mark.parametrize(
    ("word", "other"), [(word, other) for word, others in LISTS.same.items() for other in others]
)
def test_each_word_for_the_same_thing_makes_no_other_duty(word: str, other: str) -> None:
    plain = "Utföraren ska köpa in kajplats till hamnen."
    sides = (plain.replace("kajplats", said) for said in (word, other))
    assert "utgår" not in statuses(between(*sides))
    assert "utgår" in statuses(between(plain, plain.replace("kajplats", "segel")))


@pytest.mark.parametrize("word", sorted(LISTS.padding))
def test_each_word_of_padding_asks_nothing(word: str) -> None:
    plain = "Utföraren ska lämna en rapport om lokalen och trädgården."
    assert statuses(between(plain, plain.replace("rapport", f"rapport {word}"))) == {"samma"}
    assert statuses(between(plain, plain.replace("rapport", "rapport hamnen"))) == {"skärpt"}


@pytest.mark.parametrize(
    ("topic", "sign"),
    [(topic, sign) for topic in KNOWLEDGE.lexicon.topics for sign in topic.signs],
    ids=lambda value: value.name if isinstance(value, Topic) else value,
)
def test_each_sign_is_of_its_topic(topic: Topic, sign: str) -> None:
    subjects = Subjects((replace(topic, signs=(sign,)),))
    for text, is_of in ((f"Hamnen {sign.strip()} kajen.", True), ("Hamnen kajen.", False)):
        side = outline(read_markdown_document(f"# Avtal\n\n## Hamn\n\n{text}\n", "x").document)
        assert bool(subjects.of(side, statements(side, LISTS.grammar)[0])) is is_of


@pytest.mark.parametrize("begins", LISTS.hears)
def test_to_ask_somebody_is_more_than_to_tell_and_less_than_to_have_them_agree(begins: str) -> None:
    heard = f"Utföraren ska {begins} med kommunen om planen i hamnen."
    told = "Utföraren ska anmäla för kommunen om planen i hamnen."
    assert statuses(between(told.replace("anmäla för", f"{begins} med"), told)) == {"mildrad"}
    agreed = heard.replace(begins, "ha samtycke")
    assert statuses(between(heard, agreed)) == {"skärpt"}


@pytest.mark.parametrize("verb", sorted(LISTS.of_all))
def test_what_is_of_all_is_of_fewer_of_a_kind(verb: str) -> None:
    plain = f"Utföraren ska {verb} båtar i hamnen."
    assert statuses(between(plain, plain.replace("båtar", "trasiga båtar"))) == {"mildrad"}
    other = plain.replace(verb, "måla")
    assert statuses(between(other, other.replace("båtar", "trasiga båtar"))) == {"skärpt"}


@pytest.mark.parametrize("word", sorted(LISTS.about))
def test_what_something_is_about_makes_it_fewer(word: str) -> None:
    plain = "Utföraren ska besvara frågor."
    assert statuses(between(plain, plain.replace(".", f" {word} båtar."))) == {"mildrad"}


@pytest.mark.parametrize("word", sorted(LISTS.of_a_thing))
def test_what_tells_which_it_is_makes_it_fewer(word: str) -> None:
    plain = "Utföraren ska rapportera skador."
    assert statuses(between(plain, plain.replace(".", f" {word} båtar."))) == {"mildrad"}
    other = "Utföraren ska ordna resor."
    assert statuses(between(other, other.replace(".", f" {word} båtar."))) == {"skärpt"}


@pytest.mark.parametrize("word", sorted(LISTS.own))
def test_what_is_his_own_is_not_what_is_of_the_other(word: str) -> None:
    text = "Utföraren ska spara listorna i kommunens register."
    assert statuses(between(text, text.replace("kommunens", word))) == {"utgår", "ny"}


@pytest.mark.parametrize("phrase", LISTS.or_more, ids=said)
def test_a_number_or_more_is_that_at_least(phrase: Phrase) -> None:
    least = "Utföraren ska ta emot minst sex båtar i hamnen."
    more = least.replace("minst sex båtar", f"sex båtar {said(phrase)}")
    assert statuses(between(least, more)) == {"samma"}


@pytest.mark.parametrize(("word", "more"), LISTS.thresholds.items())
def test_from_where_on_something_is_meant(word: str, more: int) -> None:
    low = f"Utföraren ska ersätta skador {word} 500 kronor."
    way = "mildrad" if more else "skärpt"
    assert statuses(between(low, low.replace("500", "900"))) == {way}


@pytest.mark.parametrize("word", sorted(LISTS.exceptions_within))
def test_what_is_told_of_an_exception_goes_the_other_way(word: str) -> None:
    plain = f"Utföraren får inte måla båtar {word} master."
    assert statuses(between(plain, plain.replace("master", "höga master"))) == {"skärpt"}


@pytest.mark.parametrize("end", LISTS.roles)
def test_a_role_that_is_called_something_else_all_through_is_the_same(end: str) -> None:
    text = "Varje båt ska ha en egen rorsman.\n\nKommunen ska kunna byta rorsman varje vår."
    renamed = text.replace("rorsman", f"hamn{end}")
    assert statuses(between(text, renamed)) == {"samma"}
    once = text.partition("\n")[0]
    assert statuses(between(once, once.replace("rorsman", f"hamn{end}"))) == {"utgår", "ny"}


@pytest.mark.parametrize("word", sorted(LISTS.opposed))
def test_small_words_that_say_the_contrary_make_two_duties(word: str) -> None:
    text = f"Utföraren ska byta segel {word} avgift i hamnen."
    other = text.replace(word, "utan" if word != "utan" else "mot")
    assert statuses(between(text, other)) == {"utgår", "ny"}
