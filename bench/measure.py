"""Times of two things measured in turns, so that a busy machine is busy for both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Piece = Callable[[], object]


@dataclass(frozen=True)
class Result:
    name: str
    ours: str
    bare: str
    ratio: float
    target: str  # what the project asks of the ratio; empty when it asks nothing
    good: bool = True


def in_turns(ours: Piece, bare: Piece, seconds: float) -> tuple[float, float]:
    """Median seconds of one call of each; the first calls, which fill caches, do not count."""
    taken: tuple[list[float], list[float]] = ([], [])
    for piece in (ours, bare):
        piece()
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(taken[0]) < 3:
        for piece, times in zip((ours, bare), taken, strict=True):
            start = time.perf_counter()
            piece()
            times.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def costs(name: str, ours: Piece, bare: Piece, seconds: float, most: float | None = None) -> Result:
    """How many times the bare thing ours costs."""
    our_time, bare_time = in_turns(ours, bare, seconds)
    ratio = our_time / bare_time
    target = f"≤ {most:g}" if most else ""
    return Result(name, shown(our_time), shown(bare_time), ratio, target, not most or ratio <= most)


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(results: list[Result]) -> str:
    head = Result("", "hier", "kaal", 0, "doel")
    width = max(len(result.name) for result in results)
    lines = [f"{'':{width}}  {head.ours:>12}  {head.bare:>12}  {'verhouding':>10}  {head.target}"]
    for result in results:
        verdict = result.target + ("" if result.good else "  NIET GEHAALD")
        lines.append(
            f"{result.name:{width}}  {result.ours:>12}  {result.bare:>12}"
            f"  {result.ratio:>9.2f}×  {verdict}".rstrip()
        )
    return "\n".join(lines)
