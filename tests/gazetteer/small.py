"""A world of a dozen places, to build a gazetteer from in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.gazetteer.sources import City, Division

CITIES = (
    City(
        1, "P’yŏngyang", "KP", "12", 39.03, 125.75, 3_000_000, ("Pyongyang", "Phyŏngyang", "평양", "FNJ", "byongyang")
    ),
    City(2, "Al Qāmishlī", "SY", "01", 37.05, 41.23, 180_000, ("Kamishli",)),
    City(3, "Paris", "FR", "11", 48.85, 2.35, 2_100_000, ("Paname",)),
    City(4, "Paris", "US", "TX", 33.66, -95.56, 25_000, ()),
    City(5, "Bonham", "US", "TX", 33.58, -96.18, 10_000, ()),
    City(6, "Saint-Étienne", "FR", "84", 45.43, 4.39, 170_000, ()),
    City(7, "Washington, D.C.", "US", "DC", 38.9, -77.04, 690_000, ("Washington",)),
    City(8, "Erehwon", "ZZ", "", 0.0, 0.0, 900, ()),
)
DIVISIONS = (
    Division(101, "Pyongyang", "KP.12", "Capital city", 1, ("Pyongyang-si",)),
    Division(102, "Texas", "US.TX", "State", 1, ("State of Texas",)),
    Division(103, "Lamar County", "US.TX.277", "County", 2, ()),
    Division(104, "Empty County", "US.TX.999", "County", 2, ()),
    Division(105, "Belgorodskaya oblast'", "RU.09", "Oblast", 1, ()),
)


@dataclass(frozen=True)
class SmallSources:
    """The fixture as a source of a build."""

    cities_: tuple[City, ...] = CITIES

    @property
    def version(self) -> str:
        return "small"

    def divisions(self) -> Iterator[Division]:
        return iter(DIVISIONS)

    def members(self) -> Iterator[tuple[int, str]]:
        return iter(((4, "US.TX.277"), (3, "FR.11")))

    def cities(self) -> Iterator[City]:
        return iter(self.cities_)
