"""Fails when a figure of the corpus falls below its floor: floor.py SET, with score.py's JSON as standard input.

The floors stand a little under what is reached, so that a change which makes extraction worse is
noticed by whoever makes it."""
import json
import sys

FIGURES = (
    "kind", "published", "date", "country", "place",
    "people", "people+party", "people+title+party", "commitments", "commitments+party",
)
FLOORS = {
    "gold": (0.97, 0.99, 0.98, 0.97, 0.97, 0.92, 0.91, 0.86, 0.92, 0.84),
    "gold-2": (0.98, 0.99, 0.96, 0.97, 0.96, 0.93, 0.91, 0.82, 0.89, 0.80),
    "gold-3": (0.86, 0.98, 0.86, 0.83, 0.84, 0.86, 0.81, 0.70, 0.80, 0.70),
}

figures = json.load(sys.stdin)
low = []
for name, floor in zip(FIGURES, FLOORS[sys.argv[1]], strict=True):
    value = figures[name]["F1"] if isinstance(figures[name], dict) else figures[name]
    if value < floor:
        low.append(f"{name} is {value:.3f}, below {floor:.2f}")
print("\n".join(low) or f"every figure of {sys.argv[1]} is above its floor")
sys.exit(bool(low))
