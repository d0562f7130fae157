#!/usr/bin/python3
"""Validates openapi.yaml by the schemas that others publish.

    check_document.py OPENAPI

The structure is held against the OpenAPI Initiative's own schema. The newest that is packaged describes 3.0, so what 3.1
says differently is written in the older words first. The schemas inside are held against JSON Schema 2020-12, which is
what 3.1 says they are. What neither can say follows: references lead somewhere, ids are unique, parameters of paths are
declared.
"""

import json
import re
import sys

import jsonschema
import yaml

OFFICIAL = "/usr/share/openapi-specification/schemas/v3.0/schema.json"
METHODS = ("get", "put", "post", "patch", "delete", "head", "options")
document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
failures = []


def older(node):
    """The same in the words of OpenAPI 3.0."""
    if isinstance(node, list):
        return [older(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    node = {key: older(value) for key, value in node.items()}
    if isinstance(node.get("type"), list):
        kinds = [kind for kind in node["type"] if kind != "null"]
        node.pop("type")
        node.update({"type": kinds[0]} if len(kinds) == 1 else {"anyOf": [{"type": kind} for kind in kinds]}, nullable=True)
    if node.get("type") == "null":
        node = {"nullable": True, "enum": [None]}
    if "const" in node and not isinstance(node["const"], dict):
        node["enum"] = [node.pop("const")]
    return node


def structure():
    lowered = older(document)
    lowered["openapi"] = "3.0.3"
    lowered["info"].pop("summary", None)
    lowered["info"].get("license", {}).pop("identifier", None)
    for error in jsonschema.Draft4Validator(json.load(open(OFFICIAL, encoding="utf-8"))).iter_errors(lowered):
        failures.append(f"{'/'.join(map(str, error.absolute_path))}: {deepest(error).message[:300]}")


def deepest(error):
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def schemas(node, where):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "schema" or where == "/components/schemas":
                try:
                    jsonschema.Draft202012Validator.check_schema(value)
                except jsonschema.SchemaError as error:
                    failures.append(f"{where}/{key}: {error.message[:300]}")
            schemas(value, f"{where}/{key}")
    elif isinstance(node, list):
        for item in node:
            schemas(item, where)


def references(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            target = document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target.get(step) if isinstance(target, dict) else None
            if target is None:
                failures.append(f"{node['$ref']} leads nowhere")
        for value in node.values():
            references(value)
    elif isinstance(node, list):
        for item in node:
            references(item)


def operations():
    seen = set()
    for path, item in document["paths"].items():
        for method in METHODS:
            operation = item.get(method)
            if operation is None:
                continue
            name = operation.get("operationId")
            if not name or name in seen:
                failures.append(f"{method} {path}: operationId {name!r} is missing or taken")
            seen.add(name)
            declared = set()
            for parameter in item.get("parameters", []) + operation.get("parameters", []):
                while "$ref" in parameter:
                    parameter = document["components"]["parameters"][parameter["$ref"].split("/")[-1]]
                if parameter["in"] == "path":
                    declared.add(parameter["name"])
            if declared != set(re.findall(r"\{(\w+)\}", path)):
                failures.append(f"{method} {path}: declares {sorted(declared)}")


structure()
schemas(document, "")
references(document)
operations()
print("\n".join(failures))
sys.exit(1 if failures else 0)
