"""The files of the repository that are made from the model, by path; a test compares them."""

import json
from collections.abc import Mapping

from huanjie.desk import form_config, reference
from huanjie.desk.json_schema import schema
from huanjie.desk.templates import template
from huanjie.model.fields import filed_at, own_kinds


def files() -> Mapping[str, str]:
    """Make every file: schemas, templates, forms, the editor's settings, the lists of the guide."""
    kinds = {kind.kind: kind for kind in own_kinds()}
    return {
        **{f"schemas/{name}.json": as_json(schema(kind)) for name, kind in kinds.items()},
        **{f"schemas/templates/{name}.yml": template(kind) for name, kind in kinds.items()},
        "desk/config.yml": form_config.config(),
        ".vscode/settings.json": as_json(_settings()),
        ".vscode/extensions.json": as_json({"recommendations": ["redhat.vscode-yaml"]}),
        "docs/fields.md": reference.fields(),
        "docs/findings.md": reference.findings(),
    }


def as_json(value: object) -> str:
    """Write JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _settings() -> dict[str, object]:
    """Which schema holds for which files; text is wrapped on the screen and left alone in the file."""
    schemas = {
        f"./schemas/{kind.kind}.json": f"**/content/{filed_at(kind).replace('/*', '/**/*')}" for kind in own_kinds()
    }
    return {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {"editor.wordWrap": "on", "editor.tabSize": 2, "editor.insertSpaces": True},
    }
