"""Which of several settings to take, judged on collections that had no say in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.relevance.measures import Values

Candidates = Mapping[str, Mapping[str, Values]]
"""The value of a measure for each query of each collection under each setting: by setting, collection and query."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One collection, and what the setting that all the others choose brings to it."""

    collection: str
    chosen: str
    """The setting with the best macro mean over the other collections; the baseline when none is better there."""
    baseline: float
    """The mean of this collection under the baseline."""
    value: float
    """Its mean under the setting that was chosen."""

    @property
    def gain(self) -> float:
        """What it gained."""
        return self.value - self.baseline


@dataclass(frozen=True, slots=True)
class Choice:
    """What choosing by leave-one-collection-out brings, and what is chosen when nothing is left out."""

    left_out: tuple[LeftOut, ...]
    chosen: str
    """The setting with the best macro mean over all collections: what to ship, if the mean gain says so."""

    @property
    def gain(self) -> float:
        """The mean gain over the collections, each as the one left out: an honest estimate for collections unseen."""
        return sum(each.gain for each in self.left_out) / len(self.left_out)

    @property
    def relative_gain(self) -> float:
        """The same as a share of the baseline's macro mean."""
        return sum(each.gain for each in self.left_out) / sum(each.baseline for each in self.left_out)

    def in_words(self) -> str:
        """A line for each collection, and what it comes to."""
        rows = [
            f"{each.collection:<28} {each.baseline:.4f} -> {each.value:.4f} ({each.gain:+.4f})  {each.chosen}"
            for each in self.left_out
        ]
        total = f"mean gain {self.gain:+.4f} ({self.relative_gain:+.2%}); over all collections: {self.chosen}"
        return "\n".join([*rows, total])


def left_one_out(candidates: Candidates, baseline: str) -> Choice:
    """For each collection, the setting that is best on all the others, and its gain here over the baseline."""
    means = {
        setting: {collection: mean(values) for collection, values in by_collection.items()}
        for setting, by_collection in candidates.items()
    }
    collections = list(means[baseline])
    if len(collections) < 2 or any(set(own) != set(collections) for own in means.values()):
        raise ValueError("every setting must be measured on the same collections, of which there must be two or more")
    left_out = []
    for collection in collections:
        chosen = best(means, baseline, [other for other in collections if other != collection])
        left_out.append(LeftOut(collection, chosen, means[baseline][collection], means[chosen][collection]))
    return Choice(tuple(left_out), best(means, baseline, collections))


def best(means: Mapping[str, Mapping[str, float]], baseline: str, collections: list[str]) -> str:
    """The setting with the highest macro mean; of equals the baseline, and then the first."""
    order = [baseline, *(setting for setting in means if setting != baseline)]
    return max(order, key=lambda setting: sum(means[setting][collection] for collection in collections))


def mean(values: Values) -> float:
    """The mean over the queries."""
    return sum(values.values()) / len(values)
