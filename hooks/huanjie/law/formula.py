"""The arithmetic of the pack's formulas, exact and without rounding: numbers of the law never stand in code.

A formula is a Python-like expression over named inputs: + - * /, comparisons, and/or/not, `a if b else c`, and the
functions ceil, floor, min, max and sum. Nothing else is evaluated.
"""

import ast
import math
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

_BINARY: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
}
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "ceil": math.ceil,
    "floor": math.floor,
    "min": min,
    "max": max,
    "sum": sum,
}


def evaluate(formula: str, names: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a number or a truth, as the formula is
    """Evaluate a formula; raises KeyError for a name that is not given and ValueError for what is no formula."""
    return _value(_parsed(formula), names)


@cache
def _parsed(formula: str) -> ast.expr:
    try:
        return ast.parse(formula.strip(), mode="eval").body
    except SyntaxError as error:
        raise ValueError(formula) from error


def _value(node: ast.expr, names: Mapping[str, Any]) -> Any:  # noqa: ANN401, PLR0911  # one return a kind of node
    match node:
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return Fraction(number)
        case ast.Constant(value=str() as text):
            return text
        case ast.Name(id=name):
            given = names[name]
            return Fraction(given) if isinstance(given, int) else given
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, names), _value(right, names))
        case ast.Compare(left=left, ops=ops, comparators=rights):
            values = [_value(operand, names) for operand in (left, *rights)]
            return all(_BINARY[type(op)](a, b) for op, a, b in zip(ops, values, values[1:], strict=False))
        case ast.BoolOp(op=op, values=parts):
            truths = [bool(_value(part, names)) for part in parts]
            return all(truths) if isinstance(op, ast.And) else any(truths)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not _value(operand, names)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return _value(body if _value(test, names) else orelse, names)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS:
            return _FUNCTIONS[name](*(_value(argument, names) for argument in arguments))
    raise ValueError(ast.unparse(node))
