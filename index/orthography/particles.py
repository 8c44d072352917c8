"""Korean words without the particles behind them: 대통령이, 대통령은 and 대통령에게 are 대통령."""

from typing import NamedTuple


class Particle(NamedTuple):
    """What stands behind a word, and after which sounds."""

    text: str
    after_vowel: bool
    after_consonant: bool
    example: str


PARTICLES = (
    Particle("이", False, True, "대통령이"),
    Particle("가", True, False, "총리가"),
    Particle("은", False, True, "대통령은"),
    Particle("는", True, False, "총리는"),
    Particle("을", False, True, "대통령을"),
    Particle("를", True, False, "총리를"),
    Particle("과", False, True, "미국과"),
    Particle("와", True, False, "러시아와"),
    Particle("으로", False, True, "미국으로"),
    Particle("로", True, False, "러시아로"),
    Particle("의", True, True, "대통령의"),
    Particle("에", True, True, "서울에"),
    Particle("도", True, True, "대통령도"),
    Particle("만", True, True, "대통령만"),
    Particle("에서", True, True, "서울에서"),
    Particle("에게", True, True, "대통령에게"),
    Particle("께서", True, True, "대통령께서"),
    Particle("한테", True, True, "대통령한테"),
    Particle("부터", True, True, "서울부터"),
    Particle("까지", True, True, "서울까지"),
    Particle("보다", True, True, "미국보다"),
    Particle("처럼", True, True, "미국처럼"),
    Particle("이나", False, True, "미국이나"),
    Particle("이라고", False, True, "대통령이라고"),
    Particle("라고", True, False, "총리라고"),
    Particle("이라는", False, True, "대통령이라는"),
    Particle("라는", True, False, "총리라는"),
    Particle("이며", False, True, "대통령이며"),
    Particle("마다", True, True, "나라마다"),
    Particle("조차", True, True, "대통령조차"),
)
"""The particles (josa) of news; of those that come in pairs each stands after other sounds."""
LONGEST = max(len(particle.text) for particle in PARTICLES)
BY_TEXT = {particle.text: particle for particle in PARTICLES}
SHORTEST_WORD = 2
"""Syllables that stay: 회의 is a meeting, not 회 with a particle."""
FIRST, LAST, FINALS, FINAL_R = "\uac00", "\ud7a3", 28, 8
"""Of the syllables of Hangul; 28 in a row differ in the consonant at their end, of which none is the first."""


def without_particles(folded: str) -> str:
    """The word without the particles at its end, one after the other, as long as two syllables stay."""
    while FIRST <= folded[-1:] <= LAST:
        shorter = without_particle(folded)
        if shorter == folded:
            break
        folded = shorter
    return folded


def without_particle(folded: str) -> str:
    """The word without the longest particle that it may end with."""
    for length in range(min(LONGEST, len(folded) - SHORTEST_WORD), 0, -1):
        particle = BY_TEXT.get(folded[-length:])
        if particle is not None and may_follow(particle, folded[-length - 1]):
            return folded[:-length]
    return folded


def may_follow(particle: Particle, last: str) -> bool:
    """Whether the particle may stand behind this letter; behind those of other scripts, any may."""
    if not FIRST <= last <= LAST:
        return True
    final = (ord(last) - ord(FIRST)) % FINALS
    if final == 0 or (final == FINAL_R and particle.text == "로"):
        return particle.after_vowel
    return particle.after_consonant
