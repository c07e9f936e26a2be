"""Speed as ratios: each figure beside its floor, taken in turns in the same run."""
