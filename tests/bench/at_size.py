"""A database of the size of a university: every statement that docs/database.md names, and every one that the server
sends for API 2, its time as PostgreSQL tells it, and whether it reads a whole table.

1,000,000 files of 1,000 users; with LEARNLAB_DEEP=1 10,000,000 of 10,000, which takes 9 GB of disk for as long as it runs.
"""
import collections
import hashlib
import os
import random
import re
import time
import uuid

import psycopg2

import server as measuring

PASSWORD = "at-size-at-size"
FOLDERS = 20  # of each user
LARGE = ("files", "folders", "users", "user_sessions", "user_feed", "objects")
GOAL = 5.0  # ms, p99


def seed(connection, users, files, password_hash):
    """Past the triggers, with the indexes made afterwards: it is not what is measured."""
    cursor = connection.cursor()
    cursor.execute("SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '64MB'")
    cursor.execute("SELECT indexdef, indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('files', "
                   "'objects') AND indexname NOT IN (SELECT conname FROM pg_constraint)")
    indexes = cursor.fetchall()
    for _, name in indexes:
        cursor.execute(f"DROP INDEX {name}")
    owner = f"md5('u' || 1 + n %% {users})::uuid"
    cursor.execute(
        "INSERT INTO users (id, email, username, password_hash) SELECT md5('u' || n)::uuid, 'user' || n || '@example.org', "
        "'user' || n, %s FROM generate_series(1, %s) AS n", (password_hash, users))
    cursor.execute("INSERT INTO user_feed (user_id, head, file_count, bytes_used) SELECT id, %s, %s, %s FROM users "
                   "ON CONFLICT DO NOTHING",
                   (files // users + FOLDERS, files // users, files // users * 1000))
    cursor.execute(
        f"INSERT INTO user_sessions (user_id, refresh_token, expires_at) SELECT {owner}, md5('t' || n) || md5('s' || n), "
        "now() + (n - 20) * interval '1 minute' FROM generate_series(1, %s) AS n", (users * 3,))
    cursor.execute(
        "INSERT INTO folders (id, user_id, parent_id, name, revision) SELECT md5('d' || k || 'u' || n)::uuid, "
        "md5('u' || n)::uuid, CASE WHEN k > 10 THEN md5('d' || k - 10 || 'u' || n)::uuid END, 'Course ' || k, k "
        "FROM generate_series(1, %s) AS n, generate_series(1, %s) AS k", (users, FOLDERS))
    # Ids in the order of time, as clients make them; the users take turns, so that nobody's rows lie together.
    cursor.execute(
        "INSERT INTO files (id, user_id, folder_id, filename, s3_key, file_size, mime_type, created_at, is_deleted, "
        "content_sha256, content_modified_at, revision, deleted_at) "
        "SELECT (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5('f' || n), 1, 19))::uuid, "
        f"{owner}, CASE WHEN n / {users} %% 5 > 0 "
        f"THEN md5('d' || 1 + n / {users} %% {FOLDERS} || 'u' || 1 + n %% {users})::uuid END, "
        "'exercise ' || md5(n::text) || '.pdf', 'users/' || lpad(to_hex(n), 12, '0') || md5('k' || n), n %% 2000, 'application/pdf', "
        f"now() - ({files} - n) * interval '10 milliseconds', n %% 97 = 0, md5('c' || n) || md5('e' || n), now(), "
        f"{FOLDERS} + 1 + n / {users}, CASE WHEN n %% 97 = 0 THEN now() END FROM generate_series(1, %s) AS n", (files,))
    cursor.execute("INSERT INTO objects (key, user_id, size, sha256, verified_at) SELECT s3_key, user_id, file_size, "
                   "content_sha256, now() FROM files")
    for definition, _ in indexes:
        cursor.execute(definition)
    cursor.execute("SET session_replication_role = origin")
    # As after the months that so many files take to come: every page was vacuumed before and is on the disk, and in the
    # memory of a machine that has enough of it.
    cursor.execute("VACUUM ANALYZE")
    cursor.execute("CHECKPOINT")
    cursor.execute("CREATE EXTENSION pg_prewarm")
    cursor.execute("SELECT pg_prewarm(oid::regclass, 'read') FROM pg_class WHERE relkind IN ('r', 'i') "
                   "AND relnamespace = 'public'::regnamespace")


def part(times, share):
    return sorted(times)[int(share * (len(times) - 1))]


def both(times):
    """Median and p99: where others use the processors too, the median says more of the statement."""
    return part(times, 0.5), part(times, 0.99)


def documented(root):
    text = (root / "docs/database.md").read_text().split("## Query Examples")[1]
    for block in re.findall(r"```sql\n(.*?)```", text, re.S):
        for statement in re.sub(r"--[^\n]*", "", block).split(";"):
            if statement.strip():
                yield " ".join(statement.split())


def documented_rows(connection, log_path, root, users, files):
    """As a program would ask: prepared, with other values each time; what is changed is taken back."""
    cursor = connection.cursor()
    cursor.execute("SET log_min_duration_statement = 0")

    def someone():
        return random.randint(1, users)

    values = {
        "SELECT * FROM users": lambda: (f"user{someone()}@example.org",),
        "UPDATE users": lambda: (hex_of(f"u{someone()}"),),
        "INSERT INTO user_sessions": lambda: (hex_of(f"u{someone()}"), str(uuid.uuid4()), "2040-01-01"),
        "DELETE FROM user_sessions": tuple,
        "SELECT * FROM files": lambda: (hex_of(f"u{someone()}"), 10, 10 * random.randint(0, 9)),
        "UPDATE files": lambda: file_and_user(random.randint(1, files), users)}
    for number, query in enumerate(documented(root)):
        make = next(values[start] for start in values if query.startswith(start))
        cursor.execute(f"PREPARE documented{number} AS {query}")
        marks = ", ".join(["%s"] * len(make()))
        execute = f"EXECUTE documented{number}" + (f"({marks})" if marks else "")
        log = Log(log_path)
        for _ in range(1000):
            cursor.execute("BEGIN")
            cursor.execute(execute, make())
            cursor.execute("ROLLBACK")
        times = [float(took) for took in re.findall(r"duration: ([\d.]+) ms  statement: EXECUTE ", log.text())]
        cursor.execute("EXPLAIN " + execute, make())
        plan = "\n".join(line for line, in cursor.fetchall())
        # The first ones made PostgreSQL settle on a plan, and brought what it needs into memory.
        yield query, both(times[20:]), "whole table" if "Seq Scan" in plan else "by index"


def hex_of(text):
    return str(uuid.UUID(hashlib.md5(text.encode()).hexdigest()))


def file_and_user(number, users):
    digest = hashlib.md5(f"f{number}".encode()).hexdigest()
    return str(uuid.UUID(f"{1700000000000 + number:012x}7{digest[:19]}")), hex_of(f"u{1 + number % users}")


def tour(address, number, users, files):
    """What somebody's client asks in a day."""
    caller = measuring.Caller(address, measuring.sign_in(address, f"user{number}@example.org", PASSWORD))
    caller.ask("GET", "/auth/me")
    caller.ask("GET", "/api/v2/sessions")
    caller.ask("GET", "/api/v2/usage")
    page = caller.json("GET", "/api/v2/changes?limit=200")
    caller.ask("GET", f"/api/v2/changes?limit=200&after={page['cursor']}")
    folder = hex_of(f"d{random.randint(1, FOLDERS)}u{number}")
    for place in ("root", folder):
        listed = caller.json("GET", f"/api/v2/folders/{place}/children?limit=100")
        if listed["next"]:
            caller.ask("GET", f"/api/v2/folders/{place}/children?limit=100&after={listed['next']}")
    mine = [n for n in (random.randrange(files // users) * users + number - 1 for _ in range(6)) if n and n % 97]
    ids = [file_and_user(n, users)[0] for n in mine]
    caller.ask("POST", "/api/v2/downloads", {"files": ids})
    made = str(uuid.uuid4())
    operate(caller, {"kind": "create_folder", "folder_id": made, "parent_id": folder, "name": made},
            {"kind": "rename", "target": "file", "target_id": ids[0], "name": f"{made}.pdf"},
            {"kind": "move", "target": "file", "target_id": ids[0], "parent_id": made},
            {"kind": "move", "target": "folder", "target_id": made, "parent_id": None})
    operate(caller, {"kind": "trash", "target": "file", "target_id": ids[1]},
            {"kind": "trash", "target": "folder", "target_id": made})
    operate(caller, {"kind": "restore", "target": "file", "target_id": ids[1]},
            {"kind": "restore", "target": "folder", "target_id": made},
            {"kind": "trash", "target": "file", "target_id": ids[0]},
            {"kind": "purge", "target": "file", "target_id": ids[0]})
    contents = [os.urandom(100) for _ in range(5)]
    uploads, answers = measuring.announce(caller, contents)
    for content, answer in zip(contents, answers):
        caller.ask("PUT", "/" + answer["url"].split("/", 3)[3], content, answer.get("headers", {}) | {"Authorization": ""})
    caller.ask("GET", f"/api/v2/uploads/{uploads[0]['upload_id']}")
    caller.ask("POST", "/api/v2/uploads/complete", {"uploads": [
        {"upload_id": each["upload_id"], "sha256": each["sha256"]} for each in uploads]})
    caller.ask("GET", f"/api/v2/changes?limit=200&after={page['cursor']}")


def operate(caller, *operations):
    results = caller.json("POST", "/api/v2/operations", {"operations": [
        {"id": str(uuid.uuid4()), **operation} for operation in operations]})["results"]
    for result in results:
        if result["status"] != "done":
            raise RuntimeError(f"an operation was refused: {result}")


class Log:
    """What PostgreSQL wrote since this was made."""

    def __init__(self, path):
        self.path, self.start = path, path.stat().st_size

    def text(self):
        with open(self.path, errors="replace") as file:
            file.seek(self.start)
            return file.read()

    def times(self):
        """Milliseconds of each statement, binding (and with it planning) included."""
        times, bound = collections.defaultdict(list), {}
        for pid, took, step, query in re.findall(
                r"^(\d+) LOG:  duration: ([\d.]+) ms  (bind|execute|statement)(?: [^:]+)?: (.*)$", self.text(), re.M):
            if step == "bind":
                bound[pid] = float(took)
            else:
                times[query.strip()].append(float(took) + bound.pop(pid, 0))
        return times

    def plans(self):
        """Statements with their plans, those of triggers included."""
        return [(query.strip(), plan) for query, plan in re.findall(r"Query Text: (.*?)\n((?:\t.*\n)+)", self.text())]


def whole_tables(plans):
    """Statements that read all of a large table."""
    return {(table, query) for query, plan in plans for table in re.findall(r"Seq Scan on (\w+)", plan) if table in LARGE}


def pages(plans):
    """How many pages of 8 KiB each statement looked at, at most; which no other program's load changes."""
    most = collections.Counter()
    for query, plan in plans:
        # The first is that of the whole plan.
        buffers = re.search(r"Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?", plan)
        if buffers:
            most[query] = max(most[query], sum(int(count or 0) for count in buffers.groups()))
    return most


def tours(bench, settings, count, users, files):
    for key, value in settings.items():
        bench.sql(f"LOAD 'auto_explain'; ALTER SYSTEM SET {key} = '{value}'")
    bench.sql("SELECT pg_reload_conf()")
    address, process = bench.serve("--auth.bcrypt_cost=4")
    tour(address, users, users, files)  # statements are prepared
    log = Log(bench.database_log)
    for number in random.sample(range(1, users), count):
        tour(address, number, users, files)
    process.end()
    return log


def at_size(bench):
    users, files = (10000, 10000000) if bench.deep else (1000, 1000000)
    bench.call_server("user", "add", "--email", "hash@learnlab.example", "--username", "hash", "--password-stdin",
                      "--auth.bcrypt_cost=4", input=PASSWORD + "\n")
    connection = psycopg2.connect(bench.database)
    connection.autocommit = True
    begun = time.monotonic()
    password_hash = bench.sql("SELECT password_hash FROM users WHERE username = 'hash'").strip()
    seed(connection, users, files, password_hash)
    size = int(bench.sql("SELECT pg_database_size(current_database())")) >> 20
    print(f"at_size: {files:,} files of {users:,} users, {size:,} MiB, made in {time.monotonic() - begun:.0f} s", flush=True)
    rows = [(f"database.md: `{query}`", f"{GOAL:.0f} ms, by index", f"{p99:.2f} ms (median {median:.2f}), {how}")
            for query, (median, p99), how in documented_rows(connection, bench.database_log, bench.root, users, files)]
    for row in rows:
        print("  " + " | ".join(row), flush=True)
    connection.close()
    logged = {"log_min_duration_statement": 0, "log_line_prefix": "%p ", "log_parameter_max_length": 0}
    taken = {query: (*both(times), len(times))
             for query, times in tours(bench, logged, 300, users, files).times().items()
             if query.partition(" ")[0] in ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")}
    explained = {"log_min_duration_statement": -1, "session_preload_libraries": "auto_explain",
                 "auto_explain.log_min_duration": 0, "auto_explain.log_nested_statements": "on",
                 "auto_explain.log_analyze": "on", "auto_explain.log_buffers": "on", "auto_explain.log_timing": "off"}
    plans = tours(bench, explained, 20, users, files).plans()
    whole, looked_at = whole_tables(plans), pages(plans)
    for query, (median, p99, count) in sorted(taken.items(), key=lambda each: -each[1][1]):
        print(f"  {p99:8.2f} ms  {median:8.2f} ms  {count:6} ×  {short(query)}")
    for query, count in looked_at.most_common(20):
        print(f"  {count:8} pages  {short(query)}")
    for table, query in sorted(whole):
        print(f"  all of {table}: {query[:200]}")
    slowest = max(taken.values(), key=lambda each: each[1])
    late = sum(p99 > GOAL for _, p99, _ in taken.values())
    rows.append((f"API 2: {len(taken)} statements of the server, the slowest by its p99", f"{GOAL:.0f} ms",
                 f"{slowest[1]:.2f} ms (its median {slowest[0]:.2f}, the slowest median "
                 f"{max(median for median, _, _ in taken.values()):.2f})" + (f", {late} beyond the goal" if late else "")))
    rows.append(("API 2: statements that read a whole large table, triggers included", "none", str(len(whole) or "none")))
    rows.append(("API 2: pages of 8 KiB that a statement looks at, at most", "", str(max(looked_at.values()))))
    return [(f"{files:,} files: {what}", goal, found) for what, goal, found in rows]


def short(query):
    return f"{query[:40]} …{query[max(40, query.find(' FROM ')):][:130]}"
