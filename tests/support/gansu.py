"""An election in Gansu, and lists of 2017 when Gansu's rules are in force."""

from tests.support.towns import election

GANSU = election(more="province: gansu\n")

IN_2017 = {
    "polling_day": "2017-06-28",
    "voter_list": "2017-06-01",
    "nominees_list": "2017-06-10",
    "candidates_list": "2017-06-20",
}
