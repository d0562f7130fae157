#!/usr/bin/python3
"""Makes every call that openapi.yaml describes, and holds each answer against it.

    check_contract.py OPENAPI SERVER

An answer must have a status and a content type that are described, and match the schema exactly: in this check members
that the schema does not name are refused, so that the description stays complete. Examples are checked too.
"""

import hashlib
import json
import re
import sys
import time
import urllib.error
import urllib.request
import uuid

import jsonschema
import yaml

document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
server = sys.argv[2]
failures = []
exercised = set()


def closed(schema):
    """The schema with objects that allow only what they name."""
    if isinstance(schema, dict):
        schema = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema and "additionalProperties" not in schema:
            schema["additionalProperties"] = False
        return schema
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    return schema


strict = {"components": {"schemas": closed(document["components"]["schemas"])}}


def check(schema, value, what):
    whole = {**closed(schema), **strict, "$schema": "https://json-schema.org/draft/2020-12/schema"}
    for error in jsonschema.Draft202012Validator(whole).iter_errors(value):
        failures.append(f"{what}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")


def resolve(node):
    while "$ref" in node:
        target = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def operation_of(method, path):
    """The described operation; a literal path wins over one with parameters."""
    for pattern in sorted(document["paths"], key=lambda p: p.count("{")):
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(pattern)), path):
            operation = document["paths"][pattern].get(method.lower())
            if operation:
                return operation
    raise SystemExit(f"{method} {path} is not described")


def call(method, path, body=None, token=None, raw=None, headers=None, expect=None):
    url = path if path.startswith("http") else server + path
    operation = operation_of(method, url.removeprefix(server).split("?")[0])
    exercised.add(operation["operationId"])
    headers = dict(headers or {})
    if token:
        headers["Authorization"] = "Bearer " + token
    data = raw
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
        described = operation["requestBody"]["content"]["application/json"]["schema"]
        if expect is None or expect < 400:
            check(described, body, f"request of {operation['operationId']}")
    request = urllib.request.Request(url, method=method, data=data, headers=headers)
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    content = answer.read()
    what = f"{operation['operationId']} {answer.status}"
    if expect is not None and answer.status != expect:
        failures.append(f"{what}: expected {expect}: {content[:300]!r}")
    if not answer.headers.get("X-Request-Id"):
        failures.append(f"{what}: no X-Request-Id")
    responses = operation["responses"]
    described = responses.get(str(answer.status), responses.get("default") if answer.status >= 400 else None)
    if described is None:
        failures.append(f"{what}: this status is not described")
        return None
    described = resolve(described)
    if "content" not in described:
        if content:
            failures.append(f"{what}: a body is not described")
        return None
    kind = answer.headers.get("Content-Type", "").split(";")[0]
    if kind not in described["content"]:
        failures.append(f"{what}: the content type {kind!r} is not described")
        return None
    if not kind.endswith("json"):
        return content
    value = json.loads(content)
    check(described["content"][kind]["schema"], value, what)
    if answer.status >= 400 and value.get("status") != answer.status:
        failures.append(f"{what}: the problem says another status")
    return value


def examples(node, path=""):
    if isinstance(node, dict):
        if "schema" in node and "example" in node:
            check(node["schema"], node["example"], f"example at {path}")
        for key, value in node.items():
            examples(value, f"{path}/{key}")


def new_id():
    return str(uuid.uuid4())


def digest(content):
    return hashlib.sha256(content).hexdigest()


def announce(token, name, content, **more):
    item = {"upload_id": new_id(), "file_id": new_id(), "folder_id": None, "filename": name, "file_size": len(content),
            "mime_type": "text/plain", "content_modified_at": "2026-11-20T08:00:00Z", "if_exists": "fail",
            "sha256": digest(content), **more}
    return call("POST", "/api/v2/uploads", {"uploads": [item]}, token, expect=200)["results"][0]


def complete(token, upload, content):
    item = {"upload_id": upload, "sha256": digest(content)}
    return call("POST", "/api/v2/uploads/complete", {"uploads": [item]}, token, expect=200)["results"][0]


def operate(token, **operation):
    operation.setdefault("id", new_id())
    return call("POST", "/api/v2/operations", {"operations": [operation]}, token, expect=200)["results"][0]


def accounts():
    who = {"email": "contract@example.org", "username": "contract", "password": "a good password"}
    call("POST", "/auth/register", who, expect=200)
    call("POST", "/auth/register", who, expect=409)
    call("POST", "/auth/register", {**who, "email": "b@example.org", "username": "b", "password": "short"}, expect=422)
    call("POST", "/auth/login", {"email": who["email"], "password": "wrong password"}, expect=401)
    login = {"email": who["email"], "password": who["password"], "device_info": "contract"}
    other = call("POST", "/auth/login", login, expect=200)
    tokens = call("POST", "/auth/login", login, expect=200)
    tokens = call("POST", "/auth/refresh-token", {"refresh_token": tokens["refresh_token"]}, expect=200)
    call("POST", "/auth/refresh-token", {"refresh_token": "x"}, expect=401)
    token = tokens["access_token"]
    call("GET", "/auth/me", token=token, expect=200)
    call("GET", "/auth/me", expect=401)
    call("PATCH", "/auth/me", {"full_name": "Con Tract"}, token, expect=200)
    call("PATCH", "/auth/me", {"email": "new@example.org", "current_password": "wrong password"}, token, expect=403)
    call("PATCH", "/auth/me", {"email": "new@example.org", "current_password": who["password"]}, token, expect=200)
    call("PATCH", "/auth/me", {"email": who["email"], "current_password": who["password"]}, token, expect=200)
    call("POST", "/auth/password", {"current_password": who["password"], "new_password": "short"}, token, expect=422)
    call("POST", "/auth/password", {"current_password": who["password"], "new_password": who["password"],
                                    "keep_other_sessions": True}, token, expect=204)
    call("DELETE", "/auth/me", {"current_password": "wrong password"}, token, expect=403)
    call("GET", "/api/v2/sessions", token=token, expect=200)
    call("DELETE", "/api/v2/sessions/" + other["session_id"], token=token, expect=204)
    call("DELETE", "/api/v2/sessions/" + new_id(), token=token, expect=404)
    call("POST", "/auth/login", login, expect=200)
    call("DELETE", "/api/v2/sessions?except=current", token=token, expect=204)
    return token


def files(token):
    opened = announce(token, "a.txt", b"abc")
    call("PUT", opened["url"], raw=b"xyz", headers=opened["headers"], expect=400)
    call("PUT", opened["url"] + "0", raw=b"abc", headers=opened["headers"], expect=403)
    complete(token, opened["upload_id"], b"abc")  # too early
    call("PUT", opened["url"], raw=b"abc", headers=opened["headers"], expect=200)
    call("GET", "/api/v2/uploads/" + opened["upload_id"], token=token, expect=200)
    file = complete(token, opened["upload_id"], b"abc")["file"]
    call("GET", "/api/v2/uploads/" + opened["upload_id"], token=token, expect=200)
    call("GET", "/api/v2/uploads/" + new_id(), token=token, expect=404)
    announce(token, "a.txt", b"abc")  # the name is taken
    announce(token, "b.txt", b"abc")  # present
    gone = announce(token, "c.txt", b"gone")
    call("DELETE", "/api/v2/uploads/" + gone["upload_id"], token=token, expect=204)
    ready = call("POST", "/api/v2/downloads", {"files": [file["id"], new_id()]}, token, expect=200)["results"][0]
    call("GET", ready["url"], expect=200)
    call("GET", ready["url"], headers={"Range": "bytes=1-"}, expect=206)
    call("GET", ready["url"], headers={"Range": "bytes=7-"}, expect=416)
    return file


def parts(token):
    content = bytes(17 << 20)
    opened = announce(token, "big", content)
    size = opened["part_size"]
    asked = [{"number": n + 1, "size": len(content[n * size:(n + 1) * size]), "sha256": digest(content[n * size:(n + 1) * size])}
             for n in range((len(content) + size - 1) // size)]
    path = f"/api/v2/uploads/{opened['upload_id']}/parts"
    for part in call("POST", path, {"parts": asked}, token, expect=200)["parts"]:
        at = (part["number"] - 1) * size
        call("PUT", part["url"], raw=content[at:at + size], headers=part["headers"], expect=200)
    call("POST", path, {"parts": [{"number": 99, "size": 1, "sha256": digest(b"")}]}, token, expect=400)
    call("GET", "/api/v2/uploads/" + opened["upload_id"], token=token, expect=200)
    complete(token, opened["upload_id"], content)


def changes(token, file):
    folder = new_id()
    operate(token, kind="create_folder", folder_id=folder, parent_id=None, name="Folder", if_exists="use")
    operate(token, kind="create_folder", folder_id=new_id(), parent_id=None, name="Folder")
    operate(token, kind="rename", target="folder", target_id=folder, name="Renamed", if_revision=1)
    operate(token, kind="rename", target="folder", target_id=folder, name="a\u0301")
    operate(token, kind="move", target="file", target_id=file["id"], parent_id=folder)
    operate(token, kind="move", target="folder", target_id=folder, parent_id=folder)
    operate(token, kind="trash", target="folder", target_id=folder, if_revision={"after": new_id()})
    cursor = call("GET", "/api/v2/changes", token=token, expect=200)["cursor"]
    operate(token, kind="trash", target="folder", target_id=folder)
    operate(token, kind="restore", target="file", target_id=file["id"])
    operate(token, kind="purge", target="folder", target_id=folder)
    call("GET", "/api/v2/changes?limit=1&wait=1&after=" + cursor, token=token, expect=200)
    call("GET", "/api/v2/changes?after=" + cursor, token=token, expect=200)
    call("GET", "/api/v2/changes?after=garbage", token=token, expect=410)
    call("GET", "/api/v2/changes?limit=0", token=token, expect=400)
    call("GET", "/api/v2/folders/root/children?limit=1", token=token, expect=200)
    call("GET", f"/api/v2/folders/{new_id()}/children", token=token, expect=404)
    call("GET", "/api/v2/usage", token=token, expect=200)
    call("GET", "/api/v2/events", token=token, expect=426)
    call("POST", "/api/v2/operations", {"operations": "no list"}, token, expect=400)


class Stay(urllib.request.HTTPRedirectHandler):
    """Sees where an answer leads instead of going there."""

    def redirect_request(self, *_):
        return None


def links(token, file):
    path = "/api/v2/links"
    wish = {"id": new_id(), "file_id": file["id"], "expires_at": "2099-01-01T00:00:00Z", "password": "open sesame"}
    link = call("POST", path, wish, token, expect=201)
    call("POST", path, {**wish, "expires_at": None}, token, expect=422)
    call("POST", path, {"file_id": new_id()}, token, expect=404)
    call("GET", "/api/v2/changes", token=token, expect=200)
    call("GET", path, token=token, expect=200)
    page = link["url"].removeprefix(server)
    call("GET", page, expect=200)
    call("POST", page, raw=b"password=wrong+one", expect=403)
    call("PATCH", f"{path}/{link['id']}", {"password": None, "expires_at": None}, token, expect=200)
    call("PATCH", f"{path}/{new_id()}", {"password": None}, token, expect=404)
    followed = urllib.request._opener
    urllib.request.install_opener(urllib.request.build_opener(Stay))
    call("POST", page, raw=b"", expect=303)
    urllib.request.install_opener(followed)
    call("DELETE", f"{path}/{link['id']}", token=token, expect=204)
    call("GET", page, expect=404)
    call("POST", page, raw=b"", expect=404)
    call("DELETE", f"{path}/{new_id()}", token=token, expect=404)


def receipts(token, file):
    path = f"/api/v2/files/{file['id']}/receipts"
    while "retry_after" in call("GET", path, token=token):
        time.sleep(0.1)
    call("GET", f"/api/v2/files/{new_id()}/receipts", token=token, expect=404)
    page = call("GET", "/api/v2/receipts?limit=1", token=token, expect=200)
    while page["after"]:
        page = call("GET", "/api/v2/receipts?limit=1&after=" + page["after"], token=token, expect=200)
    call("GET", "/api/v2/receipts?limit=0", token=token, expect=400)
    call("GET", "/api/v2/receipts?after=nowhere", token=token, expect=400)
    call("GET", "/api/v2/receipt-keys", expect=200)


def api1(token):
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="old.txt"\r\n\r\nold\r\n--x--\r\n'
    for upload, listing in (("/api/files/upload", "/api/files/files"), ("/api/upload", "/api/files")):
        file = call("POST", upload, raw=body, headers=form, token=token, expect=200)
        call("POST", upload, raw=body[:50], headers=form, token=token, expect=400)
        call("POST", upload, raw=b"{}", token=token, expect=415)
        call("GET", listing, token=token, expect=200)
        call("GET", listing + "?limit=101", token=token, expect=422)
        call("GET", f"{listing}/{file['id']}", token=token, expect=200)
        call("DELETE", f"{listing}/{file['id']}", token=token, expect=200)
        call("GET", f"{listing}/{file['id']}", token=token, expect=404)
    call("GET", "/ws", expect=401)
    call("GET", "/ws?token=" + token, expect=426)
    for path in ("/", "/health", "/openapi.json"):
        call("GET", path, expect=200)
    call("POST", "/auth/refresh-token?refresh_token=x", expect=401)


def main():
    examples(document["paths"])
    examples(document["components"]["responses"])
    for path in ("/healthz", "/readyz", "/metrics", "/api/v2/capabilities"):
        call("GET", path, expect=200)
    token = accounts()
    file = files(token)
    parts(token)
    links(token, file)
    receipts(token, file)
    api1(token)
    changes(token, file)
    call("POST", "/auth/logout", {}, token, expect=204)
    call("GET", "/api/v2/usage", token=token, expect=401)
    again = call("POST", "/auth/login", {"email": "contract@example.org", "password": "a good password"}, expect=200)
    call("DELETE", "/auth/me", {"current_password": "a good password"}, again["access_token"], expect=204)
    described = {operation["operationId"] for path in document["paths"].values() for name, operation in path.items()
                 if name in ("get", "put", "post", "patch", "delete")}
    for missing in sorted(described - exercised):
        failures.append(f"{missing} is described and was not tried")
    print("\n".join(failures))
    print(f"{len(exercised)} operations, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
