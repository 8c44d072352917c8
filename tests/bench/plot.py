"""A curve as a picture: a small SVG that is readable on light and on dark pages."""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from tests.bench.curve import Point

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 70, 24, 48, 50
"""Pixels around the plot for its words."""
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600; font-size: 15px }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 2.5 }
  .median { stroke: #0969da; fill: #0969da } .p95 { stroke: #bc4c00; fill: #bc4c00 }
  text.median, text.p95 { stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #3d444d }
    .median { stroke: #4493f8; fill: #4493f8 } .p95 { stroke: #f0883e; fill: #f0883e }
  }
"""


def plot(points: Sequence[Point], caption: str) -> str:
    """Median and 95th percentile by size, both axes logarithmic."""
    sizes = [point.building.articles for point in points]
    speeds = [point.any.first for point in points]
    series = {"median": [speed.p50_ms for speed in speeds], "p95": [speed.p95_ms for speed in speeds]}
    across = Axis.around(sizes, LEFT, WIDTH - RIGHT)
    up = Axis.around([time for times in series.values() for time in times], HEIGHT - BOTTOM, TOP)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" width="{WIDTH}">',
        f"<title>{escape(caption)}</title>",
        f"<style>{STYLE}</style>",
        label(LEFT, 22, caption, "title"),
        *grid(across, up),
        *(mark for name, times in series.items() for mark in drawn_line(name, sizes, times, (across, up))),
        label(WIDTH / 2, HEIGHT - 10, "articles", "axis", "middle"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class Axis:
    """Where a value stands on a logarithmic axis that runs over whole powers of ten."""

    def __init__(self, first: int, last: int, start: float, end: float) -> None:
        self.powers = range(first, last + 1)
        self._start, self._end = start, end

    @classmethod
    def around(cls, values: Sequence[float], start: float, end: float) -> "Axis":
        """An axis that has room for all these values, which are greater than 0."""
        first = floor(log10(min(values)))
        return cls(first, max(first + 1, ceil(log10(max(values)))), start, end)

    def place(self, value: float) -> float:
        """The pixel of a value."""
        share = (log10(value) - self.powers[0]) / (self.powers[-1] - self.powers[0])
        return round(self._start + share * (self._end - self._start), 1)


def grid(across: Axis, up: Axis) -> Iterator[str]:
    """A line and a number at every power of ten."""
    for power in across.powers:
        x = across.place(10.0**power)
        yield f'<line class="grid" x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}"/>'
        yield label(x, HEIGHT - BOTTOM + 18, f"{10**power:,}", "tick", "middle")
    for power in up.powers:
        y = up.place(10.0**power)
        yield f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>'
        yield label(LEFT - 8, y + 4, f"{10.0**power:g} ms", "tick", "end")


def drawn_line(name: str, sizes: Sequence[int], times: Sequence[float], axes: tuple[Axis, Axis]) -> Iterator[str]:
    """A line through the points, a dot at each with its value, and the name of the line at its end."""
    across, up = axes
    places = [(across.place(size), up.place(time)) for size, time in zip(sizes, times, strict=True)]
    yield f'<polyline class="line {name}" points="{" ".join(f"{x},{y}" for x, y in places)}" style="fill: none"/>'
    for (x, y), time in zip(places, times, strict=True):
        yield f'<circle class="{name}" cx="{x}" cy="{y}" r="4"><title>{name} {time:.3g} ms</title></circle>'
    x, y = places[-1]
    yield label(x - 8, y - 10, f"{name}, {times[-1]:.3g} ms", name, "end")


def label(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    """Words in the picture."""
    return f'<text class="{kind}" x="{x}" y="{y}" text-anchor="{anchor}">{escape(text)}</text>'
