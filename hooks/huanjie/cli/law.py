"""`huanjie law`: deadlines, seats, articles, what-if and rules; for people, or with --format json for programs."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from huanjie.cli import CLEAN, hand_over, say, usage_error
from huanjie.cli.parser import Parser
from huanjie.content.loading import load
from huanjie.findings import escaping
from huanjie.law import answers
from huanjie.law.answers import Answer, NoAnswerError
from huanjie.model.election import Election
from huanjie.system import clock

HELP = "查法律：时限、名额、条文、改期、规则"
LEVELS = ("county", "township")


def add(parser: Parser) -> None:
    """Say what may be written."""
    questions = parser.add_subparsers(dest="question", required=True, metavar="查什么", title="查什么")

    def question(name: str, text: str, ask: Callable[[Namespace], Answer]) -> Parser:
        command = questions.add_parser(name, help=text, description=f"{text}。")
        command.set_defaults(ask=ask)
        command.arguments.add_argument(
            "--format", choices=("text", "json"), default="text", help="给人看，或者给程序看"
        )
        return command

    deadlines = question("deadlines", "从选举日推算每一个法定时限", _deadlines)
    deadlines.day("--polling-day", "选举日，如 2026-11-18；只看补选的时限时不写")
    deadlines.arguments.add_argument(
        "--level", choices=LEVELS, default="", help="只看县级（county）或者乡级（township）"
    )
    deadlines.day("--by-election-day", "补选日；要推算补选的时限时写")
    deadlines.arguments.add_argument("--province", default="", help="加上哪个省的实施细则，如 gansu")

    seats = question("seats", "按人口算代表名额的范围", _seats)
    seats.arguments.add_argument("--level", choices=LEVELS, required=True, help="县级（county）或者乡级（township）")
    seats.arguments.add_argument("--population", type=_population, required=True, help="人口数，如 650000")
    seats.day("--on", "按哪天施行的法律算；不写就是今天")

    article = question("article", "看一条法律说什么", _article)
    article.arguments.add_argument("law", metavar="法律", help="法律的名称，如 选举法")
    article.arguments.add_argument("number", metavar="条", help="第几条，如 28")
    article.day("--on", "按哪天施行的版本；不写就是今天")

    what_if = question("what-if", "换一个选举日会怎样：哪些时限跟着动，哪些来不及", _what_if)
    what_if.day("--polling-day", "想改成哪天，如 2026-11-18", required=True)
    what_if.arguments.add_argument(
        "content", nargs="?", type=Path, default=Path("content"), metavar="CONTENT", help="内容文件夹"
    )

    remedies = question("remedies", "从名单公布那天推算申诉、起诉的最后一天", _remedies)
    remedies.day("--posted", "选民名单公布的日子，如 2026-10-28", required=True)
    remedies.day("--polling-day", "选举日，如 2026-11-18", required=True)

    question("rules", "列出每一条规则和它的出处", lambda _: answers.answer_rules())


def run(options: Namespace) -> int:
    """Answer one question."""
    try:
        answer: Answer = options.ask(options)
    except NoAnswerError as wrong:
        return usage_error(str(wrong))
    if options.format == "json":
        hand_over(f"{escaping.as_json([dict(row) for row in answer.rows])}\n")
    else:
        say(*(f"{escaping.line(line)}\n" for line in answer.lines))
    return CLEAN


def _population(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _deadlines(options: Namespace) -> Answer:
    return answers.answer_deadlines(options.polling_day, options.level, options.province, options.by_election_day)


def _seats(options: Namespace) -> Answer:
    return answers.answer_seats(options.level, options.population, options.on or clock.today())


def _article(options: Namespace) -> Answer:
    return answers.answer_article(options.law, options.number, options.on or clock.today())


def _remedies(options: Namespace) -> Answer:
    return answers.answer_remedies(options.posted, options.polling_day)


def _what_if(options: Namespace) -> Answer:
    elections = load(options.content)[0].of(Election) if options.content.is_dir() else ()
    return answers.answer_what_if(elections[0] if elections else None, options.polling_day, clock.today())
