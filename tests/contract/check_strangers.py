#!/usr/bin/python3
"""Tries every route of the server as nobody and as another user.

    check_strangers.py OPENAPI SERVER ROUTES

ROUTES: a file of `METHOD PATTERN` lines, all that the router knows. Each needs a row below and, unless it is listed in
UNDESCRIBED, a description in openapi.yaml. Whoever adds a route adds its row: what of the owner's could be asked for, and
how a stranger asks. A stranger gets 404 or a refusal item by item, never a word of the owner's, and changes nothing.
"""

import hashlib
import json
import sys
import urllib.error
import urllib.request
import uuid

import yaml

document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
server = sys.argv[2]
routes = [tuple(line.split()) for line in open(sys.argv[3], encoding="utf-8") if line.strip()]
failures = []
SECRET = "owners-secret"  # in every name of the owner's
DIGEST = hashlib.sha256(b"owners-content").hexdigest()


class Answer:
    def __init__(self, status, content, headers):
        self.status = status
        self.text = content.decode("utf-8", "replace")
        self.headers = headers
        self.json = json.loads(content) if "json" in headers.get("Content-Type", "") else {}


def call(method, path, body=None, token=None, headers=None):
    headers = dict(headers or {})
    data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
    if data is not None and not isinstance(body, bytes):
        headers["Content-Type"] = "application/json"
    if token:
        headers["Authorization"] = "Bearer " + token
    url = path if path.startswith("http") else server + path
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, method=method, data=data, headers=headers))
    except urllib.error.HTTPError as error:
        answer = error
    return Answer(answer.status, answer.read(), answer.headers)


def new_id():
    return str(uuid.uuid4())


def user(name):
    call("POST", "/auth/register", {"email": f"{name}@example.org", "username": name, "password": "a good password"})
    return call("POST", "/auth/login", {"email": f"{name}@example.org", "password": "a good password"}).json


def operate(token, **operation):
    return call("POST", "/api/v2/operations", {"operations": [{"id": new_id(), **operation}]}, token).json["results"][0]


def upload_item(**more):
    return {"upload_id": new_id(), "file_id": new_id(), "folder_id": None, "filename": "x", "file_size": 14,
            "mime_type": None, "content_modified_at": None, "if_exists": "fail", "sha256": DIGEST, **more}


class Owner:
    """Somebody with one of everything."""

    def __init__(self):
        signed_in = user("owner")
        self.token = signed_in["access_token"]
        self.refresh = signed_in["refresh_token"]
        self.session = signed_in["session_id"]
        self.user = signed_in["user"]["id"]
        self.folder = new_id()
        operate(self.token, kind="create_folder", folder_id=self.folder, parent_id=None, name=SECRET + " folder")
        done = self.announce(filename=SECRET + ".txt", folder_id=self.folder)
        call("PUT", done["url"], b"owners-content", headers=done["headers"])
        completed = call("POST", "/api/v2/uploads/complete",
                         {"uploads": [{"upload_id": done["upload_id"], "sha256": DIGEST}]}, self.token)
        self.file = completed.json["results"][0]["file"]["id"]
        self.done = done["upload_id"]
        self.link = new_id()
        call("POST", "/api/v2/links", {"id": self.link, "file_id": self.file}, self.token)
        self.upload = self.announce(filename=SECRET + " big", file_size=40 << 20)["upload_id"]

    def announce(self, **more):
        answer = call("POST", "/api/v2/uploads", {"uploads": [upload_item(**more)]}, self.token)
        return answer.json["results"][0]

    def everything(self):
        state = [call("GET", path, token=self.token).json for path in
                 ("/api/v2/changes", "/api/v2/usage", "/api/v2/links", "/api/v2/sessions", "/auth/me", "/api/v2/uploads/" + self.upload)]
        state[0].pop("cursor", None)
        return json.dumps(state, sort_keys=True)


PUBLIC = "public"  # no sign-in, and nothing of anybody's behind it
OWN = "own"        # only about who asks: must answer, without the owner's words
owner = Owner()


def on(**values):
    """Ids of the owner's in the path: 404."""
    return {"path": values}


def with_bodies(*bodies, **values):
    """Ids of the owner's in the body: refused as a whole or item by item."""
    return {"path": values, "bodies": bodies}


def operation_bodies():
    all_of_them = [
        {"kind": "create_folder", "folder_id": owner.folder, "parent_id": None, "name": "x"},
        {"kind": "create_folder", "folder_id": new_id(), "parent_id": owner.folder, "name": "x"},
    ]
    for target, at in (("folder", owner.folder), ("file", owner.file)):
        on_it = {"target": target, "target_id": at}
        all_of_them += [{"kind": kind, **on_it} for kind in ("trash", "restore", "purge")]
        all_of_them += [{"kind": "rename", **on_it, "name": "x"}, {"kind": "move", **on_it, "parent_id": None}]
    return [{"operations": [{"id": new_id(), **each}]} for each in all_of_them]


ROWS = {
    "GET /healthz": PUBLIC,
    "GET /readyz": PUBLIC,
    "GET /metrics": PUBLIC,
    "GET /api/v2/capabilities": PUBLIC,
    "POST /auth/register": PUBLIC,
    "POST /auth/login": PUBLIC,
    "POST /auth/refresh-token": PUBLIC,
    "POST /auth/logout": OWN,
    "GET /auth/me": OWN,
    "PATCH /auth/me": with_bodies({"username": "owner"}),
    "DELETE /auth/me": with_bodies({"current_password": "not it at all"}),
    "POST /auth/password": with_bodies({"current_password": "not it at all", "new_password": "a good password"}),
    "GET /api/v2/sessions": OWN,
    "DELETE /api/v2/sessions": OWN,
    "DELETE /api/v2/sessions/{id}": on(id=owner.session),
    "GET /api/v2/usage": OWN,
    "GET /api/v2/changes": OWN,
    "GET /api/v2/events": OWN,
    "GET /api/v2/folders/{id}/children": on(id=owner.folder),
    "POST /api/v2/operations": with_bodies(*operation_bodies()),
    "POST /api/v2/uploads": with_bodies({"uploads": [upload_item(folder_id=owner.folder)]},
                                        {"uploads": [upload_item(file_id=owner.file)]}),
    "POST /api/v2/uploads/complete": with_bodies({"uploads": [{"upload_id": owner.upload, "sha256": DIGEST}]},
                                                 {"uploads": [{"upload_id": owner.done, "sha256": DIGEST}]}),
    "GET /api/v2/uploads/{id}": on(id=owner.upload),
    "DELETE /api/v2/uploads/{id}": on(id=owner.upload),
    "POST /api/v2/uploads/{id}/parts": with_bodies({"parts": [{"number": 1, "size": 8 << 20, "sha256": DIGEST}]},
                                                   id=owner.upload),
    "POST /api/v2/downloads": with_bodies({"files": [owner.file]}),
    "POST /api/v2/links": with_bodies({"file_id": owner.file}, {"id": owner.link, "file_id": owner.file}),
    "GET /api/v2/links": OWN,
    "PATCH /api/v2/links/{id}": with_bodies({"expires_at": None}, id=owner.link),
    "DELETE /api/v2/links/{id}": on(id=owner.link),
    "GET /s/{token}": PUBLIC,  # who has the token is no stranger; tests/server_links tries forged ones
    "POST /s/{token}": PUBLIC,
    "GET /api/v2/files/{id}/receipts": on(id=owner.file),
    "GET /api/v2/receipts": OWN,
    "GET /api/v2/receipt-keys": PUBLIC,
    "POST /api/files/upload": with_bodies({}),
    "POST /api/upload": with_bodies({}),
    "GET /api/files/files": OWN,
    "GET /api/files": OWN,
    "GET /api/files/files/{id}": on(id=owner.file),
    "GET /api/files/{id}": on(id=owner.file),
    "DELETE /api/files/files/{id}": on(id=owner.file),
    "DELETE /api/files/{id}": on(id=owner.file),
    "GET /ws": OWN,
    "GET /": PUBLIC,
    "GET /health": PUBLIC,
    "GET /openapi.json": PUBLIC,
    # Signed addresses: a token opens nothing here, and without the signature nothing is there.
    "GET /objects/{user}/{batch}/{upload}": on(user=owner.user, batch=owner.done, upload=owner.done),
    "PUT /objects/{user}/{batch}/{upload}": with_bodies({}, user=owner.user, batch=owner.done, upload=owner.done),
}
SIGNED = {"GET /objects/{user}/{batch}/{upload}", "PUT /objects/{user}/{batch}/{upload}"}
UNDESCRIBED = set()  # routes that openapi.yaml leaves out, with the reason beside them


def refused(answer):
    if answer.status >= 400:
        return True
    results = answer.json.get("results")
    return isinstance(results, list) and results and all(
        item.get("status") in ("failed", "missing", "not_found") or "problem" in item for item in results)


def try_row(route, method, path, row, number):
    bodies = row.get("bodies", [None]) if isinstance(row, dict) else [None]
    for body in bodies:
        if route not in SIGNED:
            for token in (None, "garbage", owner.refresh):
                answer = call(method, path, body, token)
                if answer.status != 401:
                    failures.append(f"{route}: {answer.status} without a valid token")
        stranger = user(f"stranger{number}")
        answer = call(method, path, body, stranger["access_token"])
        if SECRET in answer.text:
            failures.append(f"{route}: tells a stranger {answer.text[:200]}")
        if row == OWN:
            if answer.status not in (200, 204, 400, 426):
                failures.append(f"{route}: {answer.status} for a signed-in user: {answer.text[:200]}")
        elif isinstance(row, dict) and not refused(answer):
            failures.append(f"{route}: {answer.status} for a stranger with {body}: {answer.text[:200]}")
        elif isinstance(row, dict) and "bodies" not in row and route not in SIGNED and answer.status != 404:
            failures.append(f"{route}: {answer.status} and not 404 for a stranger")
        number += 1000


def main():
    before = owner.everything()
    if SECRET not in before:
        failures.append("the owner has nothing to hide: this test would prove nothing")
    known = {f"{method} {pattern}" for method, pattern in routes}
    for missing in sorted(known - ROWS.keys()):
        failures.append(f"{missing}: has no row in check_strangers.py")
    for gone in sorted(ROWS.keys() - known):
        failures.append(f"{gone}: has a row in check_strangers.py and is no route")
    for number, route in enumerate(sorted(known & ROWS.keys())):
        method, pattern = route.split()
        if route not in UNDESCRIBED and method.lower() not in document["paths"].get(pattern, {}):
            failures.append(f"{route}: is not described in openapi.yaml")
        row = ROWS[route]
        if row == PUBLIC:
            continue
        path = pattern
        for name, value in (row.get("path", {}) if isinstance(row, dict) else {}).items():
            path = path.replace("{" + name + "}", value)
        if route == "DELETE /api/v2/sessions":
            path += "?except=current"
        try_row(route, method, path, row, number)
    if owner.everything() != before:
        failures.append("strangers have changed something of the owner's")
    print("\n".join(failures))
    print(f"{len(known)} routes, {len(failures)} failures")
    return 1 if failures else 0


sys.exit(main())
