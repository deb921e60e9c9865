"""The reader's search script as browsers get it: with short names, without what only people read.

    make script

It is a file of the package, so that who builds a site needs no npm; a test holds it to its parts.
"""

import subprocess

from huanjie.search import BROWSER, SCRIPT, script

PUBLISHED = BROWSER.parent / SCRIPT
COMPRESS = ("--compress", "passes=3,ecma=2018,unsafe_arrows=true,keep_fargs=false", "--ecma", "2018")
MANGLE = ("--mangle", "--mangle-props", "regex=/^_/")  # a name that begins with _ is used in its own class only


def shortened() -> bytes:
    """The script with short names, by terser (tests/node)."""
    command = ["terser", *COMPRESS, *MANGLE]
    return subprocess.run(command, input=script().encode(), capture_output=True, check=True).stdout  # our own


if __name__ == "__main__":
    PUBLISHED.write_bytes(shortened())
