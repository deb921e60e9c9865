"""A map in several processes: results in order, and an end when the parent is gone."""

import signal
import subprocess
import sys

import pytest

from huanjie.system.parallel import ENOUGH, parallel_map, workers

WAITING = f"""
import os
import signal
from huanjie.system.parallel import parallel_map

def work(number):
    os.write(1, b"working\\n")
    signal.pause()

list(parallel_map(work, range({ENOUGH})))
"""


def test_the_work_is_done_in_order() -> None:
    assert [*parallel_map(str, range(3 * ENOUGH))] == [str(number) for number in range(3 * ENOUGH)]


@pytest.mark.skipif(workers() == 1, reason="one process works here")
def test_processes_do_not_outlive_the_one_that_was_killed() -> None:
    process = subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"working\n"
    process.kill()
    process.communicate(timeout=20)  # ends when nobody holds the other end any more


def _undisturbed(_: int) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(workers() == 1, reason="one process works here")
def test_ctrl_c_says_nothing_to_the_processes_that_work() -> None:
    assert all(parallel_map(_undisturbed, range(ENOUGH)))
    assert not _undisturbed(0)
