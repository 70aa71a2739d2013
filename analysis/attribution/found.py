"""What the rules find in a sentence, before it becomes spans of the text."""

from dataclasses import dataclass

from analysis.attribution.cues import Cue
from analysis.attribution.tokens import Range, Sentence


@dataclass(slots=True)
class Found:
    """An attribution as ranges of tokens of a sentence; a later sentence may add a quotation to its content."""

    sentence: Sentence
    source: list[Range]
    cue: Range
    content: list[tuple[Sentence, Range]]
    cue_entry: Cue

    def holds(self, i: int) -> bool:
        """Whether token i of its sentence lies in the content."""
        return any(part is self.sentence and a <= i < b for part, (a, b) in self.content)
