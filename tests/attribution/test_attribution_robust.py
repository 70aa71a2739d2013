"""Any text is read, in one piece: spans are words of the text, and nothing fails."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.attribution import find_attributions

PIECES = [
    "Ruiz",
    "said",
    "that",
    "“",
    "”",
    '"',
    "’s",
    ",",
    ".",
    ":",
    "—",
    "told",
    "the FT",
    "according to",
    "by",
    "\n\n",
]
PIECES += [
    "reportedly",
    "was",
    "to",
    "and",
    "plans",
    "declined to comment",
    "(",
    ")",
    "who",
    "claims",
    "{color:#fff}",
    "🙂",
]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)))
@example("Said Said said said, said.")
@example("“" * 50)
@example("Ruiz said " * 400)
@example("and said " * 400)
@example("Ruiz, the mayor, said, " * 200)
@example("”No“ ” " * 200)
@example("’s ’s, said’s")
@example("ACCORDING TO 0.")
def test_every_span_reproduces_its_text(text):
    for one in find_attributions(text):
        assert one.content
        for span in (*one.source, *one.cue, *one.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
