"""The grammar of figures: small rules that read numbers, units and times from the tokens of a text."""
