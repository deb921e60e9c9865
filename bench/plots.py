"""What is special in 示例区: one function for each case, named for it."""
from collections.abc import Mapping
from bench.areas import Area


def special(areas: Mapping[str, Area], seed: int) -> None:
    """Let everything special happen."""
