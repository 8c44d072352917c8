"""What the measurements were made on."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("numpy", "nltk")
"""What the engine under test stands on; each peer tells its own version."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Processor, memory and software."""

    processor: str
    cores: int
    memory_bytes: int | None
    """None where the system does not say."""
    system: str
    python: str
    load: float | None
    """How many processes wanted to run in the minute before, on all cores; None where the system does not say."""
    packages: dict[str, str]
    """Versions, by name; those that are not installed are not in it."""

    def described(self) -> str:
        """All of it on one line."""
        memory = f", {self.memory_bytes / 2**30:.0f} GB" if self.memory_bytes else ""
        packages = "".join(f", {name} {number}" for name, number in self.packages.items())
        load = f"; load when it began: {self.load:.1f}" if self.load is not None else ""
        return f"{self.processor}, {self.cores} cores{memory}; {self.system}; Python {self.python}{packages}{load}"


def this_machine() -> Machine:
    """The machine that runs this."""
    return Machine(
        processor=processor(),
        cores=os.cpu_count() or 1,
        memory_bytes=memory_bytes(),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        load=load(),
        packages={name: number for name in PACKAGES if (number := installed_version(name))},
    )


def processor() -> str:
    """The model, as the system names it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def memory_bytes() -> int | None:
    """How much memory there is; None where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return None


def load() -> float | None:
    """How busy the machine is with whatever it does; None where the system does not say."""
    try:
        return round(os.getloadavg()[0], 1)
    except OSError:
        return None


def installed_version(name: str) -> str | None:
    """The version of a package; None when it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
