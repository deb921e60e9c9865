"""A key or a reference as typed: one slip is put right, another word never is."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from huanjie.__main__ import main
from huanjie.cli import FOUND
from huanjie.content.fixes import fixed
from huanjie.model.base import FieldGroup
from huanjie.yaml_text.typos import slip_of
from tests.conftest import ROOT, Write


def _below(model: type[FieldGroup]) -> Iterator[type[FieldGroup]]:
    for kind in model.__subclasses__():
        yield kind
        yield from _below(kind)


# What editors write; the records of the law pack are there or not by which tests run beside these.
WRITTEN = [model for model in _below(FieldGroup) if model.__module__.startswith("huanjie.model.")]
MODELS = {model.__name__: tuple(model.model_fields) for model in WRITTEN}
BESIDE = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqrertuyiosafdghjkxzvcbnb", strict=False))


def slips(name: str) -> set[str]:
    """The name with a letter left out, doubled, swapped with the next or struck beside; in capitals; with a hyphen."""
    made = {name.upper(), name.capitalize(), name.replace("_", "-")}
    for at, letter in enumerate(name):
        rest = name[at + 1 :]
        made |= {name[:at] + one + rest for one in ("", letter * 2, BESIDE.get(letter, letter))}
        made |= {name[:at] + rest[:1] + letter + rest[1:]}
    return made - {name}


def test_every_field_is_known_by_a_name_with_one_slip() -> None:
    ends: Counter[str] = Counter()
    for names in MODELS.values():
        for name in (name for name in names if len(name) > 2):
            for typed in slips(name) - {*names}:
                meant = slip_of(typed, names)
                ends["not sure" if meant is None else "right" if meant == name else "wrong"] += 1
    assert ends["wrong"] == 0
    assert ends["right"] >= 10_000
    assert ends["not sure"] <= 0.03 * ends["right"], ends  # vote is not far from note, and not is a word


ORDINARY = (
    "on off yes no y n to at it is as by of in or if do id us we he an ids key val url uri tel body data html http "
    "kind mode user path file host port item items list map set get put tag tags desc layout slug permalink weight "
    "image images toc lang locale email server main test node none unix init sets stats help head hold lift low raw"
)


def test_another_word_is_no_slip() -> None:
    documents = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md", "LICENSE"))
    words = {*ORDINARY.split(), *re.findall(r"\b[a-z]{2,12}\b", documents)}
    assert len(words) > 500
    wrong = set()
    for names in MODELS.values():
        for word in words - {*names}:
            meant = slip_of(word, names)
            if meant and _stem(meant) != _stem(word):
                wrong.add((word, meant))
    assert wrong == set()


def _stem(word: str) -> str:
    """The word without the ending that tells one from many, or now from then."""
    return re.sub("e?[snrd]*$", "", word)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("on: 一", "on: 一"),  # constituencies has it in its description
        ("no: 一", "no: 一"),  # two letters are like anything
        ("data: 2026-11-18", "data: 2026-11-18"),
        ("出席: 一", "出席: 一"),  # a word of the description of attendance, and not its name
        ("地点: 一", "place: 一"),
        ("palce: 一", "place: 一"),
        ("Held: 现场", "held: 现场"),
        ("sort: 小区", "sort: 小区"),
        ("sort: 推进", "sort: 推进会"),
    ],
)
def test_a_field_is_put_right_only_where_it_is_certain(broken: str, right: str) -> None:
    before = "title: 会\n"
    assert fixed("meetings/a.yml", f"{before}{broken}\n".encode()).decode() == f"{before}{right}\n"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("reprot", "report"),
        ("repor", "report"),
        ("report-2016-06-28", "report-2016-06-28"),  # another report, which is not registered yet
        ("report2", "report2"),
        ("recall", "recall"),
    ],
)
def test_a_reference_is_put_right_only_where_it_is_a_slip(
    typed: str, right: str, folder: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = "title: 会\ndate: 2016-06-02\nsort: 推进会\nsummary: 开会。\nsource: {}\nthemes: progress\n"
    content = folder({"meetings/b.yml": meeting.format(typed)})
    main(["fix", str(content), "--write"])
    capsys.readouterr()
    assert (content / "meetings" / "b.yml").read_text("utf-8") == meeting.format(right)
    assert main(["check", str(content)]) == (FOUND if typed == right else 0)
    told = capsys.readouterr().out
    assert ("没有编号为" in told) is (typed == right)
