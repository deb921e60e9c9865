"""An election with more steps, such as steps of several days."""

from tests.support.towns import ELECTION

Files = dict[str, str | bytes]


def steps(*lines: str, more: str = "") -> Files:
    """Write the election of the smallest folder with more steps before the others."""
    return {
        "election.yml": ELECTION.replace("steps:\n", "steps:\n" + "".join(f"  - {{{one}}}\n" for one in lines)) + more
    }
