"""Machines that are not at hand: mounts in a name space of their own, and `pretending`, which plays Windows."""

import os
import subprocess
import sys
from pathlib import Path

# Root may mount at once; others may in a name space where they are root, if the system lets them have one.
_APART = ["unshare", "--mount"] if sys.platform == "linux" and os.geteuid() == 0 else ["unshare", "--mount", "-r"]

PRETENDING = Path(__file__).with_name("pretending.py")


def apart(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script where it may mount what it likes; `huanjie` is the command, mounts end with the script."""
    return subprocess.run(
        [*_APART, "bash", "-euc", f'huanjie() {{ "{sys.executable}" -m huanjie "$@"; }}\n{script}'],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def can_mount(folder: Path) -> bool:
    try:
        return apart("mount -t tmpfs none .", folder).returncode == 0
    except OSError:  # no unshare: not Linux
        return False
