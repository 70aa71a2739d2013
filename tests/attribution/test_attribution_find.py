"""Source, cue and content of each construction that credits a statement."""

import pytest

from analysis.attribution import find_attributions


def words(spans):
    return [span.text for span in spans]


def parts(one):
    """Source, cue and content as one string each."""
    return tuple(" … ".join(words(spans)) for spans in (one.source, one.cue, one.content))


def only(text):
    (found,) = find_attributions(text)
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Insiders claim that the merger is off.", "Insiders", "claim", "that the merger is off"),
        ("Ana Ruiz said the plan was dead.", "Ana Ruiz", "said", "the plan was dead"),
        ("The plan was dead, Ana Ruiz said on Monday.", "Ana Ruiz", "said", "The plan was dead"),
        ("The plan, she said, was dead.", "she", "said", "The plan … was dead"),
        ("The plan was dead, said Ana Ruiz, the mayor.", "Ana Ruiz, the mayor", "said", "The plan was dead"),
        ("As Ana Ruiz put it, the plan was dead.", "Ana Ruiz", "put it", "the plan was dead"),
        ("The bank cut jobs, according to the Daily Post.", "the Daily Post", "according to", "The bank cut jobs"),
        ("According to two aides, the plan was dead.", "two aides", "According to", "the plan was dead"),
        ("Sources told the FT that talks broke down.", "Sources", "told", "that talks broke down"),
        ("In a statement, Acme said it would appeal.", "Acme", "said", "it would appeal"),
        ("Acme denied the claim when asked on Friday.", "Acme", "denied", "the claim"),
        ("The filing shows that Acme lost money.", "The filing", "shows", "that Acme lost money"),
        ("A poll released on Monday found voters were bored.", "A poll released", "found", "voters were bored"),
        ("Acme plans to sell its stores.", "Acme", "plans", "to sell its stores"),
        ("The executives have considered accusing Acme.", "The executives", "have considered", "accusing Acme"),
        ("The talks, first reported by Reuters, go on.", "Reuters", "first reported", "The talks"),
        ("Acme’s claim that it won is odd.", "Acme", "claim", "that it won is odd"),
        ("“We will appeal,” said Ana Ruiz, the mayor.", "Ana Ruiz, the mayor", "said", "“We will appeal,”"),
        ("Ana Ruiz: “We will appeal.”", "Ana Ruiz", ":", "“We will appeal.”"),
        ("“We were lucky.” — Ana Ruiz", "Ana Ruiz", "—", "“We were lucky.”"),
        ("Sources: Acme may sell its stores", "Sources", ":", "Acme may sell its stores"),
        ("The plan was dead, it was reported.", "", "was reported", "The plan was dead"),
        ("“Never,” Ruiz deadpanned.", "Ruiz", "deadpanned", "“Never,”"),
        ("“Why now?” Ruiz asked.", "Ruiz", "asked", "“Why now?”"),
    ],
)
def test_a_construction_gives_source_cue_and_content(text, source, cue, content):
    assert parts(only(text)) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The firm is reportedly ready to sell.", "The firm is … ready to sell"),
        ("While talks are reportedly close, both firms are calm.", "While talks are … close"),
        ("The deal is off, and Acme is reportedly ready to sell.", "Acme is … ready to sell"),
        ("Acme is said to be considering a sale.", "Acme … to be considering a sale"),
        ("Acme said to consider a sale", "Acme … to consider a sale"),
        ("It was reported last month that Acme is broke.", "that Acme is broke"),
    ],
)
def test_hearsay_has_no_source_and_is_marked_as_reported(text, content):
    found = only(text)
    assert found.source == ()
    assert found.source_type == "unspecified"
    assert found.certainty == "reported"
    assert " … ".join(words(found.content)) == content


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said the plan was dead and added that the mayor knew.",
        "Ruiz said the plan was dead, adding that the mayor knew.",
        "Ruiz said the plan was dead, but warned that the mayor knew.",
    ],
)
def test_a_second_cue_of_the_same_source_ends_the_content_before_it(text):
    first, second = find_attributions(text)
    assert words(first.content) == ["the plan was dead"]
    assert words(second.source) == ["Ruiz"]
    assert words(second.content) == ["that the mayor knew"]


def test_content_ends_where_the_narrator_goes_on():
    first, *_ = find_attributions("Ruiz said the plan was dead, but the council voted for it on Monday.")
    assert words(first.content) == ["the plan was dead"]


def test_content_before_the_main_clause_ends_there():
    first, *_ = find_attributions("When Ruiz said that the plan was dead, the council laughed.")
    assert words(first.content) == ["that the plan was dead"]


def test_a_quotation_goes_on_after_its_speaker_and_over_paragraphs():
    text = "“We lost,” Ruiz said. “We will be back.\n\n“And we will win.”"
    assert words(only(text).content) == ["“We lost,”", "“We will be back.", "“And we will win.”"]


def test_a_line_that_leads_up_to_a_quotation_gives_its_speaker():
    found = only("The two firms released a statement affirming their plans:\n\n“Talks are ongoing.”")
    assert words(found.source) == ["The two firms"]
    assert words(found.content) == ["their plans", "“Talks are ongoing.”"]


def test_a_stray_mark_costs_its_own_paragraph_at_most():
    text = 'The 6" pipe, he said, was "old.\n\n“We will appeal,” said Ana Ruiz.'
    assert parts(find_attributions(text)[-1]) == ("Ana Ruiz", "said", "“We will appeal,”")


@pytest.mark.parametrize(
    "text",
    [
        "The reports of the two committees were long.",
        "A bold claim is a risk.",
        "The rift highlights the weakness of such deals.",
        "He has seen it all.",
        "",
    ],
)
def test_a_noun_or_a_thing_that_cannot_speak_makes_no_attribution(text):
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Acme declined to comment.", "no comment"),
        ("Neither company has responded to requests for comment.", "no comment"),
        ("Acme could not be reached for comment.", "no comment"),
        ("Acme hopes to sell its stores.", "thought"),
        ("The survey found that trust is low.", "report"),
        ("Acme said trust is low.", "speech"),
    ],
)
def test_kind_comes_from_the_cue(text, kind):
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“We lost,” Ruiz said.", "direct"),
        ("Ruiz said the plan was “dead” and buried.", "mixed"),
        ("Ruiz said the plan was dead.", "indirect"),
    ],
)
def test_form_comes_from_the_quotation_marks(text, form):
    assert only(text).form == form


@pytest.mark.parametrize(
    ("text", "kind", "origin"),
    [
        ("Ana Ruiz said it rained.", "named person", None),
        ("A spokesman for the brigade, Rui Tavares, said it rained.", "named person", None),
        ("The company said it rained.", "organisation", None),
        ("OpenAI said it rained.", "organisation", None),
        ("The filing said it rained.", "document", None),
        ("Sources close to the talks said it rained.", "unnamed", None),
        ("OpenAI executives said it rained.", "unnamed", None),
        ("Two aides told the FT that it rained.", "unnamed", "Financial Times"),
        ("A report by the Financial Times said it rained.", "outlet", "Financial Times"),
        ("The Wall Street Journal reported it rained.", "outlet", "Wall Street Journal"),
        ("Ana Ruiz said in an interview with CNN that it rained.", "named person", "CNN"),
        ("CNN anchor Jake Tapper said it rained.", "named person", None),
        ("Experts warn of rain. They say it will be heavy.", "unnamed", None),
    ],
)
def test_type_of_source_and_credited_outlet(text, kind, origin):
    found = find_attributions(text)[-1]
    assert (found.source_type, found.origin) == (kind, origin)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ruiz said it rained.", "plain"),
        ("Ruiz claimed it rained.", "hedged"),
        ("Ruiz denied that it rained.", "denied"),
    ],
)
def test_certainty_comes_from_the_class_of_the_cue(text, certainty):
    assert only(text).certainty == certainty


def test_a_comma_that_ends_a_text_ends_what_is_said():
    assert find_attributions("B , denied May ,") == []
