"""Puts the folder that holds `screens` and `data` first on the path, and does nothing else.

In a checkout that folder is the repository's root; an installed wheel carries both inside this package, in `_floors`,
because modules with names as plain as `data` do not belong in site-packages. First, because a folder named `data` in
the current directory, or another distribution's, would otherwise be imported in its place.
"""

import os.path
import sys

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_floors")
if not os.path.isdir(FLOORS):
    FLOORS = os.path.dirname(os.path.dirname(FLOORS))
sys.path.insert(0, FLOORS)
