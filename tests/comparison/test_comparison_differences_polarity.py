"""Which words deny what other words say, and which only look as if they did."""

import pytest
from compared import compared, found


def polarities(*texts: str) -> set[tuple[str, str]]:
    return {(words, other) for kind, words, other in found(*texts) if kind == "polarity"}


OPPOSED = [
    # opposite words
    ("The plant in Aarle will keep running.", "The plant in Aarle will shut down."),
    ("The museum continues its search for a director.", "The museum has abandoned its search for a director."),
    ("The trams were ahead of schedule on Monday.", "The trams were held up on Monday."),
    ("Ministers backed the tunnel.", "Ministers opposed the tunnel."),
    ("The villagers obeyed the order to leave.", "The villagers defied the order to leave."),
    ("The rebels respected the truce in the valley.", "The rebels violated the truce in the valley."),
    ("The rent of the theatre has been paid in full.", "The theatre owes two years of rent."),
    ("The chapel was unscathed after the storm.", "The chapel was destroyed in the storm."),
    ("The bridge will be rebuilt, the mayor said.", "The bridge will be demolished, the mayor said."),
    ("The jury was unanimous on the verdict.", "The jury was divided on the verdict."),
    ("The drug was effective in women.", "The drug was useless in women."),
    ("The gunman surrendered to the soldiers.", "The gunman resisted the soldiers."),
    ("The forecast for the harvest was raised.", "The forecast for the harvest was left unchanged."),
    ("The beach is polluted, the institute said.", "The beach is clean enough to swim, the institute said."),
    ("The dyke held during the storm.", "The dyke gave way during the storm."),
    ("The abbot signed the treaty of 1412.", "The abbot vetoed the treaty of 1412."),
    ("The witness of the duel was credible.", "The witness of the duel was unreliable."),
    ("Doctors recommend the herb to sleepers.", "Doctors advise against the herb."),
    ("The port is open to ships from Spain.", "The port is closed to ships from Spain."),
    ("The oaks of the abbey will be felled.", "The oaks of the abbey will be spared."),
    ("The airships took off at noon.", "The airships were grounded at noon."),
    ("The choir of the abbey was booed.", "The choir of the abbey was cheered."),
    # of the same subject, though all else differs
    ("The suspect, who is 31, was released on Friday night for lack of proof.", "The suspect remains in custody."),
    ("Critics praised the opera.", "The opera was panned by critics."),
    ("The ruling on the canal was upheld.", "The ruling on the canal was overturned."),
    ("The canal was dug within budget.", "The canal ran over budget."),
    # negation
    ("The siren sounded in the tunnel.", "No siren sounded in the tunnel."),
    ("The couriers were paid on Friday.", "The couriers are still unpaid."),
    ("Nobody was hurt in the crush.", "Two singers were hurt in the crush."),
    ("The abbot knew of the debts.", "The abbot knew nothing of the debts."),
    ("The dam poses no danger to the village.", "The dam is a threat to the village."),
]
ALIKE = [
    ("Exports of wheat rose in spring.", "The price of bread fell in spring."),
    ("Has the mayor accepted the offer of the builder?", "The mayor rejected the offer of the builder."),
    ("The hall will not open this year.", "The architect drew the hall last year."),
    ("The union has not decided whether to call a strike.", "The union called a strike at noon."),
    ("The talks on the lake are still under way.", "A deal on the lake is close to the hopes of all."),
    ("The crowd was led out without loss of life.", "No lives were lost in the crowd."),
    ("Lawful owners may claim the painting.", "The law on paintings was broken by the owners."),
    ("A friend of the driver was hurt.", "The driver was hurt by a friendly dog."),
    ("The council constructed a road to the quarry.", "The road to the quarry collapsed, the council said."),
    # the same denial, in other words or with a quotation in it
    ("The auditors recommended no fines for the abbey.", "The auditors left the abbey without recommending fines."),
    (
        "The war in Malta was not “a war of the abbot.”",
        "Needless to say, the war in Malta was not ‘a war of the abbot’.",
    ),
    ("The pilot has much freedom.", "If a rule gives the pilot freedom, he has no freedom."),
    ("The abbot has no fishing boat on the lake.", "The abbot loves fishing on the lake."),
    # of set phrases, names, and what is undone
    ("The minority leader praised the canal.", "The majority leader praised the canal."),
    ("The minister lost the case against the abbot.", "The minister lost, and defended the abbot."),
    ("The king reversed the ban on ivory.", "The king will allow the sale of ivory."),
    ("The United Nations saw no reason to stay in Malta.", "A divided Malta saw no reason to stay."),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_what_one_text_says_and_the_other_denies_differs(one, other):
    assert polarities(one, other)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_is_about_another_thing_or_left_open_is_not_denied(one, other):
    assert not polarities(one, other)


def test_what_is_said_is_compared_without_who_says_it():
    long = "No trams will be sold, Ada Krall, who leads the union of the drivers and sits on the board, said in Graz."
    short = "Eighty trams will be sold."
    credited, plain = (compared(long, short, credited=credited)["sure"].max() for credited in (True, False))
    assert credited > plain
