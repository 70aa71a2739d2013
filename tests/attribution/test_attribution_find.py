from analysis.attribution import find_attributions


def words(spans):
    return [span.text for span in spans]


def test_a_reported_clause_gives_source_cue_and_content():
    (found,) = find_attributions("Insiders claim that the merger is off.")
    assert words(found.source + found.cue + found.content) == ["Insiders", "claim", "that the merger is off"]
    assert found.certainty == "hedged"


def test_reportedly_has_no_source():
    (found,) = find_attributions("The firm is reportedly ready to sell.")
    assert found.source == ()
    assert words(found.content) == ["The firm is", "ready to sell"]


def test_according_to_credits_its_source():
    (found,) = find_attributions("The bank cut jobs, according to the Daily Post.")
    assert words(found.source) == ["the Daily Post"]
    assert words(found.content) == ["The bank cut jobs"]


def test_a_speaker_may_follow_the_cue():
    (found,) = find_attributions("“We will appeal,” said Ana Ruiz, the mayor.")
    assert words(found.source) == ["Ana Ruiz, the mayor"]
    assert words(found.content) == ["“We will appeal,”"]
    assert found.form == "direct"
