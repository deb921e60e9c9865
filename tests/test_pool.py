"""Work spread over processes: in order, and over when whoever gave it is gone."""

import os
import signal
import subprocess
import sys

import pytest

from huanjie.pool import ENOUGH, spread, workers

WAITING = f"""
import os
import signal
from huanjie.pool import spread

def work(number):
    os.write(1, b"working\\n")
    signal.pause()

list(spread(work, range({ENOUGH})))
"""

INTERRUPTED = f"""
import os
import signal
from huanjie.pool import spread, stop

def work(number):
    if number == 0:
        signal.pause()
    if number == {ENOUGH} - 1:
        os.write(1, b"waiting\\n")

try:
    list(spread(work, range({ENOUGH})))
except KeyboardInterrupt:
    stop()
    print("stopped", flush=True)
    os._exit(0)
"""


def test_the_work_is_done_in_order() -> None:
    assert [*spread(str, range(3 * ENOUGH))] == [str(number) for number in range(3 * ENOUGH)]


@pytest.mark.skipif(workers() == 1, reason="work is not spread here")
def test_processes_do_not_outlive_the_one_that_was_killed() -> None:
    process = subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"working\n"
    process.kill()
    process.communicate(timeout=20)  # ends when nobody holds the other end any more


def _undisturbed(_: int) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(workers() == 1, reason="work is not spread here")
def test_ctrl_c_says_nothing_to_the_processes_that_work() -> None:
    assert all(spread(_undisturbed, range(ENOUGH)))
    assert not _undisturbed(0)


@pytest.mark.skipif(workers() == 1, reason="work is not spread here")
def test_ctrl_c_is_for_the_process_that_gave_the_work_and_it_ends_the_others_without_a_word() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"waiting\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=20) == (b"stopped\n", b"")
