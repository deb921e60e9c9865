"""What a table says and what a file says: whatever the two are, the file stays a file and the hand's work stays."""

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from huanjie.content.records import Records
from huanjie.imports import tables
from huanjie.imports.tables.kinds import Kind, kinds
from huanjie.imports.tables.mapping import Mapping, drafted, mapping_of
from huanjie.imports.tables.merging import Cells, merged
from huanjie.imports.tables.sheets import Sheet
from huanjie.imports.tables.target import Key, Node
from huanjie.model.areas import Area
from huanjie.model.bodies import Body
from huanjie.model.themes import Theme
from huanjie.yaml_text import Fields, Items, read
from tests.support.tables import FILES

KIND = kinds()["constituencies"]
HEAD = "title: 城关镇   # 一\nsort: 镇\nsource: report # 二\n"
NAMES = st.lists(st.sampled_from(["东村", "西村", "南村", "北村", "一中, 二中"]), min_size=1, max_size=4, unique=True)
COUNTS = st.integers(0, 9).map(str)
SEATS = ["    seats: {}  # 三\n", "    seats: {{value: {}, note: 核过}}\n", "    seats:\n      - {}\n", ""]
WRITTEN = st.lists(
    st.tuples(
        st.sampled_from(
            ["    seats: {}  # 三\n", "    seats: {{value: {}, note: 核过}}\n", "    seats:\n      - {}\n", ""]
        ),
        COUNTS,
        NAMES,
        st.sampled_from(["brackets", "below", "alone", "none"]),
    ),
    max_size=3,
)
UNKNOWN = st.just("unknown")
SAID = st.dictionaries(
    st.integers(1, 4).map(str),
    st.fixed_dictionaries(
        {}, optional={"seats": COUNTS, "voters": COUNTS, "covers": NAMES, "polling_day": st.just("unknown")}
    ),
    min_size=1,
)


def listed(names: list[str], style: str) -> str:
    quoted = [f'"{name}"' if "," in name else name for name in names]
    return {
        "brackets": f"    covers: [{', '.join(quoted)}] # 四\n",
        "below": "    covers:\n" + "".join(f"      - {name}   # 五\n" for name in quoted),
        "alone": f"    covers: {quoted[0]}\n",
        "none": "",
    }[style]


def file(written: list[tuple[str, str, list[str], str]]) -> bytes:
    records = [
        f"  # 选区\n  - number: {number}\n    level: 县级\n{listed(names, style)}{seats.format(count)}"
        for number, (seats, count, names, style) in enumerate(written, 1)
    ]
    return (HEAD + ("constituencies:\n" if records else "") + "".join(records) + "# 完\n").encode()


def node(said: dict[str, dict[str, str | list[str]]]) -> Node:
    several: dict[Key, Node] = {
        ("县级", number): Node({"level": "县级", "number": number, **values}) for number, values in said.items()
    }
    return Node(inner={"constituencies": several})


def comments(raw: bytes) -> list[str]:
    return sorted(re.findall("#.*", raw.decode()))


@given(WRITTEN, SAID, SAID)
def test_a_file_stays_readable_keeps_its_comments_and_a_second_import_changes_nothing(
    written: list[tuple[str, str, list[str], str]],
    first: dict[str, dict[str, str | list[str]]],
    second: dict[str, dict[str, str | list[str]]],
) -> None:
    raw, last = file(written), Cells()
    for said in (first, second):
        before = raw
        made = merged("areas/a.yml", raw, node(said), KIND, last)
        first_time, raw, last = not last, made.raw, {**last, **made.cells}
        value = read("areas/a.yml", raw)
        assert isinstance(value, Fields), value
        area = Area.model_validate(value)
        for number, asked in said.items() if first_time else ():
            (one,) = [one for one in area.constituencies if str(one.number) == number]
            assert "seats" not in asked or str(one.seats.agreed) == asked["seats"]
            assert {*asked.get("covers", [])} <= {covered.name for covered in one.covers}
        kept = [one for one in comments(before) if one != "# 五"]  # a village that the table takes out takes its own
        assert [one for one in comments(raw) if one != "# 五"] == kept
        again = merged("areas/a.yml", raw, node(said), KIND, last)
        assert again.raw == raw


RIGHT = {
    "area": ["城关镇"],
    "level": ["县级"],
    "number": ["1", "2"],
    "body": ["示例县选举委员会"],
    "theme": ["工作进展"],
    "due": ["2016-6-1", "不详"],
    "channel": ["网站"],
    "serves": ["东村"],
}
ODD = [
    "",
    "1",
    "东村、西村",
    "张三",
    "a: b",
    "# x",
    "- y",
    "'",
    '"',
    "{",
    "[a]",
    "*",
    "|",
    "合计",
    "、",
    "东村（",
    "2016-06-01",
]


def records() -> Records:
    area = Area.model_validate(read("areas/chengguan.yml", str(FILES["areas/chengguan.yml"]).encode()))
    bodies = read("bodies.yml", str(FILES["bodies.yml"]).encode())
    assert isinstance(bodies, Items)
    theme = read("themes.yml", "{id: progress, title: 工作进展, question: 走到哪, summary: 进展}".encode())
    return Records(
        {
            "areas": {"chengguan": area},
            "bodies": {"committee": Body.model_validate(bodies[0])},
            "themes": {"progress": Theme.model_validate(theme)},
        }
    )


RECORDS = records()


def table(chance: Random, kind: Kind) -> Sheet:
    """A table of a kind, its cells right or odd, some of them merged."""
    columns = [*dict.fromkeys([*kind.needed, *chance.sample(list(kind.columns), 4)])]
    head = tuple(kind.columns[column][0] for column in columns)
    cells = [
        tuple(chance.choice(RIGHT.get(one, ODD) if chance.random() < 0.8 else ODD) for one in columns) for _ in head
    ]
    span = (1, 0, chance.randint(1, 3), 0)
    return Sheet("表", (head, *cells), merged={(row, 0): span for row in range(1, span[2] + 1)})


@given(st.sampled_from([*kinds().values()]), st.randoms(use_true_random=False))
def test_whatever_a_table_says_the_files_can_be_read_and_a_second_import_changes_nothing(
    kind: Kind, chance: Random
) -> None:
    sheet = table(chance, kind)
    given_columns = mapping_of("", drafted(kind, tables.column_names(tables.best_sheet([sheet], kind)[1]), {}))
    assert isinstance(given_columns, Mapping)
    files = {name: str(text).encode() for name, text in FILES.items()}
    last = Cells()

    def raw_of(file: str) -> bytes:
        return files.get(file, b"")

    for again in (False, True):
        fitting = tables.fitting([sheet], given_columns)
        made = tables.imported(fitting, given_columns, RECORDS, raw_of, last)
        assert not (again and made.files)
        assert not [file for file, (_, new) in made.files.items() if isinstance(read(file, new), tuple)]
        files |= {file: new for file, (_, new) in made.files.items()}
        last = tables.cells_from_csv(tables.cells_as_csv({**last, **made.cells}))
