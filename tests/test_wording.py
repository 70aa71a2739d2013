"""Counts and lists in words."""

from analysis.wording import counted, how_many, in_quotes, listing, shortened, signed


def test_counts_and_lists_read_as_english():
    assert counted(1, "claim") == "one claim"
    assert counted(0, "claim") == "no claims"
    assert counted(1141, "word") == "1,141 words"
    assert how_many(0) == "none"
    assert listing(["A"]) == "A"
    assert listing(["A", "B", "C"]) == "A, B and C"


def test_a_verb_goes_with_its_count():
    assert counted(1, "passage", "stand") == "one passage stands"
    assert counted(2, "claim", "are") == "two claims are"
    assert counted(1, "claim", "are") == "one claim is"


def test_only_a_list_that_is_cut_says_so():
    assert shortened(17, 6) == "; six of them are shown"
    assert shortened(2, 1) == "; one of them is shown"
    assert shortened(6, 6) == ""


def test_a_tone_has_a_true_minus_and_no_negative_nought():
    assert signed(-0.304) == "−0.30"
    assert signed(-0.001) == "+0.00"


def test_a_sentence_that_opens_with_a_quotation_gets_no_second_marks_and_one_cut_from_it_is_closed():
    assert in_quotes("It rained.") == "“It rained.”"
    assert in_quotes('"We are sorry," he said.') == '"We are sorry," he said.'
    assert in_quotes("“Talks go on.") == in_quotes("Talks go on.”") == "“Talks go on.”"
