"""Links that change one choice of a request: of hundreds on a page, only what differs is put together for each."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from search.chosen_values import choices, told_apart
from search.request import Chosen, Request
from web.links import choice_arguments, manner_arguments, rooted, word_arguments


class ChoiceLinks:
    """The addresses of the results of a request with other choices, from their first page."""

    def __init__(self, request: Request) -> None:
        first = replace(request, page=1)
        self.own = frozenset(choices(request))
        """What is chosen."""
        self._root = rooted("/")
        self._before, self._after = (
            urlencode(pairs, errors="replace") for pairs in (word_arguments(first), manner_arguments(first))
        )

    def adding(self, choice: Chosen) -> str:
        """Where the results are shown with this choice, and not its contrary."""
        contrary = Chosen(choice.facet, choice.value, not choice.is_excluded)
        return self._url((self.own - {contrary}) | {choice})

    def without(self, choice: Chosen) -> str:
        """Where they are shown without it."""
        return self._url(self.own - {choice})

    def _url(self, chosen: Iterable[Chosen]) -> str:
        """See `web.links.results_url`, which gives the same."""
        own = urlencode(choice_arguments(*told_apart(chosen)), errors="replace")
        query = "&".join(filter(None, (self._before, own, self._after)))
        return f"{self._root}?{query}" if query else self._root
