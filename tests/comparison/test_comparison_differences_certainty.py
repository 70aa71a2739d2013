"""How sure two texts are of one thing, when that is a difference, and when it is none."""

import pytest
from compared import found


def certainties(*texts: str) -> set[tuple[str, str]]:
    return {(words, other) for kind, words, other in found(*texts) if kind == "certainty"}


SURE = [
    # the cue stands before, behind, or around the act
    ("The cause was a gas leak in the cellar.", "A gas leak in the cellar was the probable cause."),
    ("A gas leak caused the blast in the cellar.", "What caused the blast in the cellar remains unclear."),
    ("A gas leak caused the blast in the cellar.", "A gas leak may have caused the blast in the cellar."),
    ("The driver had fallen asleep, police said.", "The driver is believed to have fallen asleep, police said."),
    ("The driver had fallen asleep at the wheel.", "Police suspect that the driver had fallen asleep at the wheel."),
    ("The thieves left by the roof.", "The thieves apparently left by the roof."),
    ("The mayor took bribes from the builder.", "The mayor is accused of taking bribes from the builder."),
    ("The mayor took bribes from the builder.", "Prosecutors allege that the mayor took bribes from the builder."),
    # plans
    (
        "The airline will rebuild the terminal.",
        "It is doubtful whether the terminal will be rebuilt, the airline said.",
    ),
    ("The airline will rebuild the terminal.", "The airline has not decided whether to rebuild the terminal."),
    ("The airline will rebuild the terminal.", "Whether the airline will rebuild the terminal is uncertain."),
    ("The airline will rebuild the terminal.", "The airline hopes to rebuild the terminal."),
    ("The airline will rebuild the terminal.", "The airline could rebuild the terminal."),
    ("The airline will rebuild the terminal.", "The airline is weighing whether to rebuild the terminal."),
    ("The council has approved the bridge.", "The council is expected to approve the bridge."),
    ("The council approved the bridge.", "The council is considering approving the bridge."),
    ("Police have opened an investigation into the deal.", "Police are considering an investigation into the deal."),
    ("Nordo has agreed to buy the shipyard.", "Nordo is in talks to buy the shipyard."),
    ("Nordo sold the shipyard to Brandt.", "Brandt is in talks to buy the shipyard from Nordo."),
    ("The airline will rebuild the terminal.", "The airline is unlikely to rebuild the terminal."),
    ("The ferry sank off the island.", "The ferry could sink off the island at high tide."),
    ("The strike will end on Monday.", "No decision on whether the strike will end on Monday has been taken."),
    ("The cause of the crash was a burst tyre.", "The cause of the crash is not yet known."),
    # what something is, and what is done to it
    ("Orsa is the main sponsor of the race.", "Orsa is reportedly the main sponsor of the race."),
    ("The kiln was the origin of the blaze.", "Firemen suspect the kiln of being the origin of the blaze."),
    ("The city will build a second tram line.", "The city is considering a second tram line."),
    ("The city will build a second tram line.", "No decision has been taken on a second tram line."),
    ("The abbey has applied for a grant.", "The abbey plans to apply for a grant."),
    ("The zoo will move to the old docks.", "The zoo is considering a move to the old docks."),
    ("The canal was approved in May.", "Approval of the canal is expected in May."),
    ("The blast in the mine was an accident.", "The blast in the mine appears to have been an accident."),
    ("The suspect in the fraud has been charged.", "The suspect in the fraud is likely to be charged."),
    ("The club has sold its ground.", "The club is close to selling its ground."),
    ("The league will expel the club.", "The league is threatening to expel the club."),
    ("The owner will be fined.", "A fine for the owner cannot be ruled out."),
    ("The fire in the barn was arson.", "The fire in the barn is being treated as arson."),
    ("Arson caused the fire in the barn.", "Arson could not be ruled out as the cause of the fire in the barn."),
]
SAME = [
    ("The airline will rebuild the terminal.", "The airline will rebuild the terminal, it said."),
    ("The airline will rebuild the terminal.", "The airline said it would rebuild the terminal."),
    ("The terminal in the north remains open.", "The airline opened the terminal in the north."),
    ("It is unclear whether the airline will rebuild.", "The airline has not decided whether to rebuild."),
    ("The driver is believed to have slept.", "The driver was allegedly asleep, or so the police believe."),
    ("The driver may have fallen asleep.", "The driver could have fallen asleep."),
    (
        "Police said that there was no evidence that the vaccine killed her.",
        "Police denied that the vaccine killed her.",
    ),
    ("A suspected burglar was arrested on Monday.", "A burglar was arrested on Monday."),
    ("The fair opened in May.", "The fair opened in spring, in May 2019."),
    ("The firms split revenues from the mine.", "Insiders suggest that revenues of the mine rose."),
    ("They are negotiating changes to the lease.", "They may end negotiations on the lease."),
    ("Orsa is willing to offer more of the bonds.", "Orsa could delay its second bond offering."),
    ("Who sold the castle to the actor?", "The castle may be sold to the actor."),
    ("The firm will paint its ferry on the lake.", "The firm may insure its ferry on the lake."),
    ("A new ferry could save the island.", "The ferry of the island reached the port."),
    ("The likely next president spoke in Rome.", "The president spoke in Rome."),
    # what ought to be, lasts, goes on behind a doubt, or is done to find something
    ("The abbot should be fined for the flood.", "The abbot could be fined for the flood."),
    ("The drought in Malta could last for years.", "The drought in Malta was its worst in years."),
    ("Heirs doubt whether the abbot drowned and have sent divers to Malta.", "The heirs sent divers to Malta."),
    ("The motive of the abbot to sue the owner is unclear.", "The abbot sued the owner."),
    ("The heirs were alleged to be both thieves and liars.", "The heirs were alleged to be thieves and liars."),
    ("Any state found to have helped the rebels will pay.", "The states may have helped the rebels."),
]


@pytest.mark.parametrize(("one", "other"), SURE)
def test_what_is_told_as_sure_here_and_less_so_there_differs(one, other):
    assert certainties(one, other)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_told_as_equally_sure_does_not_differ(one, other):
    assert not certainties(one, other)
