"""What was changed without a network, replayed: the client beside a script that sends the same operations in the same
batches and does nothing with the answers."""
import os
import statistics
import subprocess
import time
import uuid

BATCH = 500


def cpu_of(process):
    """Seconds that a running process has used."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def queue(client, folder, count, environment):
    """`count` folders made while offline: each is an operation of its own."""
    top = folder / f"offline {folder.name}"  # what an earlier run made is there already, and nothing to send
    for number in range(count - 1):
        (top / f"{number // 100:03}-{number:05}").mkdir(parents=True)
    queued = subprocess.run([*client, "--offline", "put", top], env=environment, capture_output=True, text=True)
    if queued.returncode != 4:
        raise RuntimeError(f"put --offline: {queued.returncode} {queued.stderr[-1000:]}")


def send_plainly(ask, count):
    """ask(path, body) posts JSON. Answers the seconds that it took."""
    parent = str(uuid.uuid4())
    made = [{"id": str(uuid.uuid4()), "kind": "create_folder", "folder_id": parent, "parent_id": None,
             "name": f"plain-{parent}", "if_exists": "use"}]
    made += [{"id": str(uuid.uuid4()), "kind": "create_folder", "folder_id": str(uuid.uuid4()), "parent_id": parent,
              "name": f"{number:05}", "if_exists": "use"} for number in range(count - 1)]
    start = time.monotonic()
    for first in range(0, count, BATCH):
        ask("/api/v2/operations", {"operations": made[first:first + BATCH]})
    return time.monotonic() - start


def send_by_client(client, environment, server):
    """Wall, CPU of the client, CPU of the server."""
    before, start = cpu_of(server), time.monotonic()
    process = subprocess.Popen([*client, "sync"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"sync failed: {said.decode(errors='replace')[-1000:]}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, cpu_of(server) - before


def measure(runs, count, make_client, ask, server, analyze):
    """make_client(run) gives a new client's command, folder and environment. analyze() lets the database know its size, as it
    does by itself after a minute: without it the first run measures plans made for empty tables."""
    walls, ours, theirs, plain = [], [], [], []
    send_plainly(ask, count)
    analyze()
    for run in range(runs):
        plain.append(send_plainly(ask, count))
        client, folder, environment = make_client(run)
        queue(client, folder, count, environment)
        wall, mine, servers = send_by_client(client, environment, server)
        walls.append(wall)
        ours.append(mine)
        theirs.append(servers)
    wall, reference = statistics.median(walls), statistics.median(plain)
    return (f"replay: {count} offline changes in {wall:.1f} s ({count / wall:.0f}/s; CPU: client "
            f"{statistics.median(ours):.1f} s, server {statistics.median(theirs):.1f} s), the same operations sent "
            f"by a script {reference:.1f} s: ratio {wall / reference:.2f}")
