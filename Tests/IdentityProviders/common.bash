# What the runs of other people's identity providers have in common; the script that sources this sets `providers` (this
# folder), `work` (a folder of its own), `processes` (what was started) and `finessectl`.

end_processes() {
    local process
    for process in "${processes[@]}"; do
        # A PHP server has workers of its own: end the whole group that was started here.
        kill -- "-$process" 2>/dev/null || kill "$process" 2>/dev/null || true
    done
    for process in "${processes[@]}"; do wait "$process" 2>/dev/null || true; done
    processes=()
}
say() { printf '%s\n' "$*"; }

# Starts a command in a process group of its own, output to a file, and remembers it.
start() {
    local log=$1
    shift
    setsid "$@" >"$log" 2>&1 &
    processes+=($!)
}

# Waits for a condition for at most half a minute.
wait_for() {
    local what=$1 attempt
    shift
    for attempt in $(seq 300); do
        if "$@" >/dev/null 2>&1; then return 0; fi
        sleep 0.1
    done
    say "$what did not come up."
    return 1
}

free_port() {
    python3 -c 'import socket, sys; s = socket.create_server((sys.argv[1], 0)); print(s.getsockname()[1])' "$1"
}

# Prints what an address answers, whoever vouches for it.
fetch() {
    python3 - "$1" <<'PYTHON'
import ssl, sys, urllib.request
print(urllib.request.urlopen(sys.argv[1], timeout=10, context=ssl._create_unverified_context()).read().decode(), end="")
PYTHON
}

# Makes the secrets of one provider, and the files finessectl reads a password from: make_passwords FOLDER
make_passwords() {
    IDP_SALT=$(openssl rand -hex 16)
    IDP_PASSWORD=$(openssl rand -hex 12)
    export IDP_SALT IDP_PASSWORD
    printf '%s\n' "$IDP_PASSWORD" >"$1/password"
    printf 'wrong-%s\n' "$IDP_PASSWORD" >"$1/wrong-password"
}

# make_server_certificate FOLDER NAME
make_server_certificate() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$2" \
        -addext "subjectAltName=DNS:$2" -keyout "$1/server.key" -out "$1/server.crt" 2>/dev/null
}

# Starts a sandbox that trusts FOLDER/idp-metadata.xml: start_sandbox FOLDER PROFILE [OPTION…]
start_sandbox() {
    local folder=$1 profile=$2
    shift 2
    start "$folder/sandbox-$profile.log" "$finessectl" sandbox --idp-metadata "$folder/idp-metadata.xml" \
        --service-provider-metadata "$folder/sp-metadata.xml" --profile "$profile" "$@"
    wait_for "The sandbox" grep -q "Ready" "$folder/sandbox-$profile.log" ||
        { cat "$folder/sandbox-$profile.log"; exit 1; }
}
