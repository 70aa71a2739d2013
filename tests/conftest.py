"""Settings that hold for every test."""

from hypothesis import settings

# The first example pays for loading NLTK; speed is measured in tests/benchmarks, not here.
settings.register_profile("parallax", deadline=None)
settings.load_profile("parallax")
