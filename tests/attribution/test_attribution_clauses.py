"""Where source and content begin and end in longer sentences: by appositions, relative clauses, other sources."""

import pytest

from analysis.attribution import find_attributions


def read(text):
    """(source, content) of every attribution, parts set apart by |."""
    return [
        ("|".join(span.text for span in one.source), "|".join(span.text for span in one.content))
        for one in find_attributions(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The dam was sound, the Evening Post reported.", "the Evening Post", "The dam was sound"),
        ("The dam is sound, weary engineers claim.", "weary engineers", "The dam is sound"),
        ("The dam was sound, an insider claimed last night.", "an insider", "The dam was sound"),
        ("It cost Damco $3 million, the company estimates.", "the company", "It cost Damco $3 million"),
        ("The dam was sound, papers seen by us show.", "papers seen by us", "The dam was sound"),
        ("Whether it will hold is unclear, say the experts.", "the experts", "Whether it will hold is unclear"),
        ("Damco will mend the dam, its head, Ana Ruiz, said.", "its head, Ana Ruiz", "Damco will mend the dam"),
        ("The dam is lost, her own engineers are whispering.", "her own engineers", "The dam is lost"),
        ("Recordings of the talks suggest a deal.", "Recordings of the talks", "a deal"),
        ("The mayor appealed to farmers to leave.", "The mayor", "to leave"),
        ("Analysts put the cost at about $3 million.", "Analysts", "the cost at about $3 million"),
        ("The mayor has asked the board for a report.", "The mayor", "for a report"),
        ("Probably, says Ruiz, because it is old.", "Ruiz", "Probably|because it is old"),
        ("It will hold, Ruiz told reporters, because it is new.", "Ruiz", "It will hold|because it is new"),
        ("An aide, who asked not to be named, spoke of fraud.", "An aide, who asked not to be named", "fraud"),
        ("It broke, according to farmers and to two divers.", "farmers and to two divers", "It broke"),
    ],
)  # fmt: skip
def test_a_source_is_found_wherever_its_verb_stands(text, source, content):
    assert read(text) == [(source, content)]


def test_what_a_body_was_told_names_nobody_who_said_it():
    (found,) = find_attributions("The dam may break on Friday, the council was told.")
    assert (found.source, found.certainty) == ((), "reported")
    assert [span.text for span in found.content] == ["The dam may break on Friday"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        # Somebody else is behind the whole.
        (
            "Officials are considering whether to drain the lake, a spokesman said, and no date is set.",
            ["whether to drain the lake", "Officials are considering whether to drain the lake|and no date is set"],
        ),
        # The main clause goes on.
        ("Damco, which did not respond to questions, paid a fine.", ["respond to questions"]),
        ("Ana Ruiz, who hopes to run, has left her post.", ["to run"]),
        ("The dam, with which Ruiz had hoped to win votes, has been given up.", ["which|to win votes"]),
        (
            "The board rejected a bid for the dam, two aides told the Evening Post.",
            ["a bid for the dam", "The board rejected a bid for the dam"],
        ),
        ("It is a place where, according to farmers, the dam leaks.", ["the dam leaks"]),
        ("The dam will be sold, Ruiz said on Monday, in a deal that would end the row.", ["The dam will be sold"]),
        # Words of time and place are no content.
        ("Ruiz insisted until last week that the dam was sound.", ["that the dam was sound"]),
        ("The dam had been leaking, fire chief Ana Ruiz acknowledged at a meeting.", ["The dam had been leaking"]),
        ("LEEDS, March 3 (UPN) — The dam is sound, the council said.", ["The dam is sound"]),
        # One clause is joined to another.
        ("Ruiz said the dam was old, but that it would hold.", ["the dam was old, but that it would hold"]),
        ("Ruiz said it was old, and she called it a shame.", ["it was old", "it a shame"]),
        ("It seemed old but “safe,” as Ruiz put it.", ["“safe,”"]),
    ],
)  # fmt: skip
def test_content_ends_with_its_clause(text, contents):
    assert [content for _, content in read(text)] == contents


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The fine is a blow to Damco, which wants to appeal.", ["Damco|which"]),
        ("It will hold, says Damco, whose chief, Ana Ruiz, called it new.", ["Damco", "chief, Ana Ruiz"]),
        ("The mayor is calm; the union, citing records, believes it leaks.", ["the union", "the union"]),
        ("It hired Ana Ruiz, a lawyer who says she will win.", ["Ana Ruiz, a lawyer|who"]),
        ("Damco signed up clients who want lower fees and hopes to please them.", ["clients|who", "Damco"]),
        ("Ana Ruiz, who fears a flood, told farmers to go.", ["Ana Ruiz|who", "Ana Ruiz, who fears a flood"]),
    ],
)  # fmt: skip
def test_a_relative_clause_speaks_for_whom_it_describes(text, sources):
    assert [source for source, _ in read(text)] == sources


@pytest.mark.parametrize(
    "text",
    [
        "The dam cost more than Damco admits.",
        "The minister dismissed her secretary on Friday.",
        "The board will publish a first report in May.",
        "The error was discovered by Ana Ruiz.",
        "The farmers will be written to by Monday.",
        "It was one of three dam projects that failed.",
    ],
)
def test_what_only_looks_like_a_report_is_none(text):
    assert read(text) == []
