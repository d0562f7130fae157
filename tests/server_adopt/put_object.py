#!/usr/bin/python3
"""Puts an object into a bucket under any key, as another system would have.

    put_object.py ENDPOINT BUCKET KEY < content        the keys in S3_ACCESS_KEY and S3_SECRET_KEY
"""
import datetime
import hashlib
import hmac
import os
import sys
import urllib.parse
import urllib.request

endpoint, bucket, key = sys.argv[1:]
content = sys.stdin.buffer.read()
now = datetime.datetime.now(datetime.timezone.utc)
day, moment = now.strftime("%Y%m%d"), now.strftime("%Y%m%dT%H%M%SZ")
host, path, digest = endpoint.split("//")[1], urllib.parse.quote(f"/{bucket}/{key}"), hashlib.sha256(content).hexdigest()
signed = {"host": host, "x-amz-content-sha256": digest, "x-amz-date": moment}
canonical = "\n".join(["PUT", path, "", *(f"{name}:{value}" for name, value in signed.items()), "", ";".join(signed), digest])
scope = f"{day}/us-east-1/s3/aws4_request"
text = "\n".join(["AWS4-HMAC-SHA256", moment, scope, hashlib.sha256(canonical.encode()).hexdigest()])
secret = ("AWS4" + os.environ["S3_SECRET_KEY"]).encode()
for word in scope.split("/"):
    secret = hmac.new(secret, word.encode(), hashlib.sha256).digest()
signature = hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
headers = {**signed, "Authorization": f"AWS4-HMAC-SHA256 Credential={os.environ['S3_ACCESS_KEY']}/{scope}, "
                                      f"SignedHeaders={';'.join(signed)}, Signature={signature}"}
urllib.request.urlopen(urllib.request.Request(endpoint + path, method="PUT", data=content, headers=headers)).read()
