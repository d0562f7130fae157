#!/usr/bin/python3
"""Makes the receipts beside this file, by another implementation than ours (python3-cryptography).

They are kept: client and server must both read them as their names say.
"""
import base64
import hashlib
import json
import pathlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

here = pathlib.Path(__file__).parent
# Two of the secret keys of RFC 8032, 7.1.
SEEDS = {
    "r1": bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
    "r2": bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
}
CONTENT = b"Hamlet, Act I\n"


def canonical(value):  # RFC 8785, for what is in a receipt
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def receipt(key, **changes):
    payload = canonical({
        "committed_at": "2026-11-23T08:00:00.000001Z", "file_id": "01890a5d-ac96-774b-bcce-b302099a8057",
        "key_id": key, "name": "Essay \u2013 \u0627\u0644\u0648\u0627\u062c\u0628 \U0001f4dd \"1\"\t.txt", "revision": 7,
        "server_id": "2f0c6f5e-6d2d-4b43-8a5e-6b8a5a9a1c11", "sha256": hashlib.sha256(CONTENT).hexdigest(),
        "size": len(CONTENT), "user": {"id": "6c84fb90-12c4-4ae1-ac1a-2f1cf0a0b6f1", "username": "amal"},
        "verified_at": "2026-11-23T08:00:01.000000Z", **changes})
    signature = Ed25519PrivateKey.from_private_bytes(SEEDS[key]).sign(b"learnlab-receipt-v1\n" + payload.encode())
    return {"payload": payload, "signature": base64.b64encode(signature).decode(), "key_id": key}


def write(name, value):
    (here / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def public(key):
    raw = Ed25519PrivateKey.from_private_bytes(SEEDS[key]).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


(here / "content.txt").write_bytes(CONTENT)
write("keys.json", {"server_id": "2f0c6f5e-6d2d-4b43-8a5e-6b8a5a9a1c11", "keys": [
    {"id": "r2", "public_key": public("r2"), "from": "2026-11-24T00:00:00.000000Z", "until": None},
    {"id": "r1", "public_key": public("r1"), "from": "2026-01-01T00:00:00.000000Z", "until": "2026-11-24T00:00:00.000000Z"}]})
write("genuine.json", receipt("r1"))
write("receipt_key_not_valid.json", receipt("r1", verified_at="2026-11-25T00:00:00.000000Z"))
good = receipt("r1")
write("receipt_changed.json", {**good, "payload": good["payload"].replace('"size":14', '"size":15')})
write("receipt_changed-signature.json", {**good, "signature": receipt("r1", size=15)["signature"]})
write("receipt_changed-other_key.json", {**good, "key_id": "r2", "payload": good["payload"].replace('"r1"', '"r2"')})
write("receipt_malformed-key.json", {**good, "key_id": "r2"})
write("receipt_malformed-spaces.json", {**good, "payload": good["payload"].replace(",", ", ")})
write("receipt_malformed-no_payload.json", {"signature": good["signature"], "key_id": "r1"})
write("receipt_key_unknown.json", {**good, "key_id": "r9", "payload": good["payload"].replace('"r1"', '"r9"')})
