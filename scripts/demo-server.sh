# shellcheck shell=bash disable=SC2154
# Part of ./run: the private database, with --s3 a private S3 service, and the server behind the demo account.
# Reads: root, bin, data, store. Sets: server, email, password, database_pid, store_pid, server_pid.

email=demo@learnlab.example

# A process of ours that ends when this script does, even by kill -9. The lock is not inherited: the next run may start.
attached() { exec setpriv --pdeathsig TERM "$@" 9>&-; }

# The first free port, tried from the one of last time: clients remember the address.
server_port() {
    local port
    port=$(cat "$data/server-port" 2>/dev/null || echo $((18000 + RANDOM % 2000)))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        port=$((18000 + RANDOM % 2000))
    done
    echo "$port" >"$data/server-port"
    echo "$port"
}

start_database() {
    "$root/scripts/private-postgres" create "$data/postgres" || fail "no database"
    "$root/scripts/private-postgres" run "$data/postgres" >"$data/postgres.log" 2>&1 9>&- &
    database_pid=$!
    local url
    until [ -f "$data/postgres/port" ] && url=$("$root/scripts/private-postgres" url "$data/postgres") &&
        pg_isready -q -d "$url"; do
        kill -0 "$database_pid" 2>/dev/null || { tail -n 20 "$data/postgres.log" >&2; fail "the database does not start"; }
        sleep 0.1
    done
    # By environment: an argument would stand in the process list.
    export LEARNLAB_DATABASE_URL=$url
}

# The service and its keys. It stays where it was begun: what is in the database lies in it.
start_store() {
    : >"$data/ceph.out"
    attached "$root/scripts/private-ceph" run "$data/ceph" >"$data/ceph.out" 2>"$data/ceph.log" &
    store_pid=$!
    until grep -q '^ready' "$data/ceph.out"; do
        kill -0 "$store_pid" 2>/dev/null || { tail -n 20 "$data/ceph.log" >&2; fail "the S3 service does not start"; }
        sleep 0.1
    done
}

# Where contents go, as arguments of the server; secrets are in files.
store_settings() {
    if [ "$store" = directory ]; then
        printf '%s\n' --objects.directory="$data/objects" --objects.key_file="$data/objects.key"
        return
    fi
    printf '%s\n' --store=s3 --s3.endpoint="$("$root/scripts/private-ceph" endpoint "$data/ceph")" \
        --s3.bucket=learnlab --s3.access_key="$("$root/scripts/private-ceph" access-key "$data/ceph")" \
        --s3.secret_key_file="$data/ceph/secret-key"
}

start_server() {
    "$bin/learnlab-server" migrate >"$data/migrate.log" 2>&1 || {
        cat "$data/migrate.log" >&2
        fail "the database could not be migrated"
    }
    local port settings
    mapfile -t settings < <(store_settings)
    port=$(server_port)
    server=http://127.0.0.1:$port
    : >"$data/server.out"
    attached "$bin/learnlab-server" serve --listen="127.0.0.1:$port" --public_url="$server" --registration=open \
        --auth.key_file="$data/auth.key" "${settings[@]}" \
        >"$data/server.out" 2>>"$data/server.log" &
    server_pid=$!
    until grep -q '^listening ' "$data/server.out"; do
        kill -0 "$server_pid" 2>/dev/null || { tail -n 20 "$data/server.log" >&2; fail "the server does not start"; }
        sleep 0.05
    done
}

make_account() {
    [ -f "$data/password" ] || (umask 077 && od -An -N9 -tx1 /dev/urandom | tr -d ' \n' >"$data/password")
    password=$(cat "$data/password")
    [ ! -f "$data/account" ] || return 0
    "$bin/learnlab-server" user add --email "$email" --username demo --full-name "Demo Student" --password-stdin \
        <<<"$password" >/dev/null || fail "the demo account could not be made; without $data everything starts anew"
    echo "$email" >"$data/account"
}
