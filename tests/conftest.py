"""What all tests share: properties are not held to a wall clock, which only tells how busy the machine is."""

from hypothesis import settings

settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
