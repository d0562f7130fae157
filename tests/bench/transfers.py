"""The table of transfers: LearnLab beside curl, rclone and aws-cli, same files, same store, one after the other."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import time
import urllib.request
import uuid

MIB = 1 << 20
ABREAST = 16
BATCH = 500


class Work:
    """Files to be sent: `count` of `size` bytes, spread over `folders`."""

    def __init__(self, title, count, size, folders=0):
        self.title, self.count, self.size, self.folders = title, count, size, folders

    def make(self, folder):
        """Other bytes each time, so that no store has them already. Answers the files' paths, relative."""
        names = []
        for number in range(self.count):
            name = pathlib.Path(f"d{number % self.folders:03}" if self.folders else ".") / f"f{number:05}.bin"
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            with open(folder / name, "wb") as file:
                for start in range(0, self.size, MIB):
                    file.write(os.urandom(min(MIB, self.size - start)))
            names.append(name)
        return names


class Cost:
    def __init__(self, seconds, cpu, peak):
        self.seconds, self.cpu, self.peak = seconds, cpu, peak


def measure(*command, env=None, cwd=None):
    """Runs a command to its end: wall time, CPU time of it and its children, MiB of memory at the peak."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], env=env, cwd=cwd, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {said.decode(errors='replace')[-2000:]}")
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Api:
    """What any client may ask the server: for the presigned addresses that curl uses."""

    def __init__(self, address, email, password):
        self.address, self.token = address, None
        self.token = self.ask("/auth/login", {"email": email, "password": password})["access_token"]

    def ask(self, path, body):
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self.token}"} if self.token else {})
        asked = urllib.request.Request(self.address + path, json.dumps(body).encode(), headers)
        return json.load(urllib.request.urlopen(asked))

    def uploads(self, folder, names):
        """One PUT for each file: address and headers. Nothing of it is completed."""
        answers = []
        for first in range(0, len(names), BATCH):
            asked = []
            for number, name in enumerate(names[first:first + BATCH], first):
                digest = subprocess.run(["sha256sum", folder / name], capture_output=True, text=True, check=True).stdout
                asked.append({
                    "upload_id": str(uuid.uuid4()), "file_id": str(uuid.uuid4()), "folder_id": None,
                    "filename": f"{uuid.uuid4()}-{number}.bin", "file_size": (folder / name).stat().st_size,
                    "mime_type": "application/octet-stream", "content_modified_at": "2026-01-01T00:00:00Z",
                    "if_exists": "fail", "sha256": digest.split()[0]})
            answers += self.ask("/api/v2/uploads", {"uploads": asked})["results"]
        return answers

    def downloads(self, ids):
        answers = []
        for first in range(0, len(ids), BATCH):
            answers += self.ask("/api/v2/downloads", {"files": ids[first:first + BATCH]})["results"]
        return answers


def quoted(text):
    return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def curl(configuration, entries):
    """Sixteen at once. The addresses are secrets: they go by a file."""
    configuration.write_text("\nnext\n".join(
        "\n".join(f"{key} = {quoted(value)}" for key, value in entry) + "\nfail\nsilent\nshow-error" for entry in entries))
    configuration.chmod(0o600)
    return measure("curl", "--parallel", "--parallel-immediate", "--parallel-max", ABREAST, "-K", configuration)


class Bench:
    """`api` gives one address for a file, whatever its size; `client` is learnlab-cli signed in (words -> command)."""

    def __init__(self, folder, client, environment, api, s3=None):
        self.folder, self.client, self.environment, self.api, self.s3 = folder, client, environment, api, s3
        self.round = 0

    def learnlab(self, *words):
        return measure(*self.client, *words, env=self.environment)

    def ask_learnlab(self, *words):
        return json.loads(subprocess.run([*map(str, self.client), "--json", *map(str, words)], env=self.environment,
                                         capture_output=True, text=True, check=True).stdout)

    def curl_up(self, folder, names):
        entries = []
        for name, answer in zip(names, self.api.uploads(folder, names)):
            headers = [("header", f"{key}: {value}") for key, value in answer.get("headers", {}).items()]
            entries.append([("url", answer["url"]), ("upload-file", folder / name), ("output", "/dev/null"), *headers])
        return curl(self.folder / "curl.conf", entries)

    def curl_down(self, remote, target):
        items = [item for item in self.ask_learnlab("ls", "-R", remote)["items"] if item["kind"] == "file"]
        entries = []
        for number, answer in enumerate(self.api.downloads([item["id"] for item in items])):
            entries.append([("url", answer["url"]), ("output", target / f"{number:05}.bin")])
        target.mkdir()
        return curl(self.folder / "curl.conf", entries)

    def others_up(self, folder):
        """rclone as it comes, rclone with 16 transfers, aws-cli: only where they speak the store's language."""
        if not self.s3:
            return
        bucket, environment = self.s3
        if shutil.which("rclone"):
            target = f"bench:{bucket}/rclone-{self.round}"
            yield "rclone", measure("rclone", "copy", folder, target, env=environment)
            yield "rclone, 16 transfers", measure("rclone", "copy", "--transfers", ABREAST, "--no-check-dest", folder,
                                                  target + "-16", env=environment)
        if shutil.which("aws"):
            yield "aws-cli", measure("aws", "--endpoint-url", environment["BENCH_ENDPOINT"], "s3", "cp", "--recursive",
                                     "--quiet", folder, f"s3://{bucket}/aws-{self.round}", env=environment)

    def once(self, work, costs):
        self.round += 1
        folder = self.folder / f"w{self.round}"
        names = work.make(folder)
        contents = work.count * work.size

        def keep(direction, who, cost):
            costs.setdefault((work.title, direction), {}).setdefault(who, []).append(cost)

        keep("up", "curl", self.curl_up(folder, names))
        keep("up", "LearnLab", self.learnlab("put", folder))
        for who, cost in self.others_up(folder):
            keep("up", who, cost)
        target = self.folder / "down"
        for who, fetch in (("curl", lambda: self.curl_down(f"/{folder.name}", target)),
                           ("LearnLab", lambda: self.learnlab("get", f"/{folder.name}", "--to", target))):
            keep("down", who, fetch())
            arrived = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
            if arrived != contents:
                raise RuntimeError(f"{who} brought {arrived} bytes of {contents}")
            shutil.rmtree(target)
        shutil.rmtree(folder)


def rate(work, cost):
    if work.size < MIB:
        return f"{work.count / cost.seconds:,.0f} files/s"
    return f"{work.count * work.size / MIB / cost.seconds:,.0f} MiB/s"


def table(works, costs):
    """Medians; the last column is LearnLab's speed as a part of the other's."""
    lines = ["| work | program | wall s | rate | CPU s | peak MiB | LearnLab's speed to it |", "|---|---|---|---|---|---|---|"]
    for work in works:
        for direction, arrow in (("up", "up"), ("down", "down")):
            by_program = {
                who: Cost(*(statistics.median(getattr(cost, field) for cost in runs) for field in ("seconds", "cpu", "peak")))
                for who, runs in costs.get((work.title, direction), {}).items()}
            for who, cost in by_program.items():
                ours = by_program["LearnLab"].seconds
                ratio = "" if who == "LearnLab" else f"{cost.seconds / ours:.2f}"
                lines.append(f"| {work.title}, {arrow} | {who} | {cost.seconds:.2f} | {rate(work, cost)} | {cost.cpu:.2f} | "
                             f"{cost.peak:.0f} | {ratio} |")
    return "\n".join(lines)


def works(scale):
    """scale 1: the sizes of the goals. Smaller: quicker, and says less."""
    folders = max(1, int(100 * scale))
    return [Work(f"1 file of {int(1024 * scale)} MiB", 1, int(1024 * scale) * MIB),
            Work(f"{int(200 * scale)} files of 5 MiB", int(200 * scale), 5 * MIB),
            Work(f"{int(10000 * scale)} files of 4 KiB in {folders} folders", int(10000 * scale), 4096, folders)]


def machine():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    return f"{len(names)} × {names[0]}, {memory} GiB of memory" if names else f"{os.cpu_count()} processors"
