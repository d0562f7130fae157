# shellcheck shell=bash disable=SC2154
# Part of ./run: the client for the account that demo-server.sh made, or for the server the user named. Reads: root, bin,
# data, mode, server, email, password.

profile=$data/profile
cli() { "$bin/learnlab-cli" --profile "$profile" "$@" 9>&-; }

has_display() { [ -n "${DISPLAY:-}" ] && timeout 5 xdpyinfo >/dev/null 2>&1; }

# A desktop without a Secret Service gets one of its own, on a bus of its own: the refresh token has to live somewhere.
ensure_keychain() {
    local ping=(dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets
        org.freedesktop.DBus.Peer.Ping)
    if [ -n "${DBUS_SESSION_BUS_ADDRESS:-}" ] && timeout 10 "${ping[@]}" >/dev/null 2>&1; then
        return
    fi
    say "No keychain in this session: starting gnome-keyring for this run."
    local session=$data/session
    mkdir -p "$session"
    [ -n "${XDG_RUNTIME_DIR:-}" ] || { mkdir -p "$session/run"; chmod 700 "$session/run"; export XDG_RUNTIME_DIR=$session/run; }
    exec 8< <(exec setpriv --pdeathsig TERM dbus-daemon --session --nofork --print-address 9>&-)
    read -r DBUS_SESSION_BUS_ADDRESS <&8
    export DBUS_SESSION_BUS_ADDRESS
    [ -f "$session/keyring-password" ] || (umask 077 && od -An -N9 -tx1 /dev/urandom | tr -d ' \n' >"$session/keyring-password")
    # Its own data folder, so that it never touches a keyring of the user's.
    XDG_DATA_HOME=$session gnome-keyring-daemon --unlock --components=secrets <"$session/keyring-password" >/dev/null 9>&-
}

sign_in() {
    if [ "$(cat "$data/signed-in" 2>/dev/null)" = "$server" ] && cli status >/dev/null 2>&1; then
        return
    fi
    cli login --server "$server" --email "$email" --password-stdin <<<"$password" >&2 || fail "signing in failed"
    echo "$server" >"$data/signed-in"
}

upload_samples() {
    [ ! -f "$data/samples/done" ] || return 0
    mkdir -p "$data/samples"
    python3 -B "$root/scripts/sample_files.py" "$data/samples/files"
    cli put "$data/samples/files"/* --to / >&2 || fail "the sample files could not be uploaded"
    touch "$data/samples/done"
}

run_client() {
    if has_display; then
        ensure_keychain
        if [ "$mode" != client ]; then
            sign_in
            upload_samples
        fi
        "$bin/learnlab" --profile "$profile" --server "$server" 9>&-
    elif [ "$mode" = client ]; then
        fail "there is no display here, and without one only the demo account can be driven: leave --server out"
    else
        python3 -B "$root/scripts/headless_demo.py" --bin "$bin" --data "$data" --server "$server" --email "$email" \
            <<<"$password" 9>&-
    fi
}
