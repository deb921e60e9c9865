"""Runs axe, the checker of accessibility, on a page in Chromium."""

from typing import Literal

from tests.support.chromium import Reader

# Every rule that axe knows, those for best practice, level AAA and trial among them; and every impact. But for the
# contrast of AAA, which takes as long as that of AA and lets near white on white pass (axe 4.12.1). In the dark nothing
# but colours is another.
AXE = """async scheme => {
    const coloured = ["color-contrast", "link-in-text-block"];
    const all = axe.getRules().map(rule => rule.ruleId).filter(rule => rule !== "color-contrast-enhanced");
    const values = scheme === "light" ? all : coloured;
    const found = await axe.run({runOnly: {type: "rule", values}, resultTypes: ["violations"]});
    return found.violations.map(one => `${one.id} (${one.impact}): ${one.nodes.map(node => node.html).join(" ")}`);
}"""


def violations(reader: Reader) -> list[str]:
    """List the violations on the page in its present state, in light and in dark."""
    messages: list[str] = []
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        reader.page.emulate_media(color_scheme=scheme)
        messages += [f"{scheme}: {message}" for message in reader.page.evaluate(AXE, scheme)]
    return messages
