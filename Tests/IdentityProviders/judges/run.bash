# Other people's libraries judge what the sandbox sends; sourced by scripts/test-identity-providers.

# Starts a sandbox with these switches: start_judged NAME YAML
start_judged() {
    printf '%s\n' "checksCookies: false" "$2" >"$work/$1.yaml"
    start "$work/$1.json" "$finessectl" sandbox --json --config "$work/$1.yaml" --profile "$1" \
        --service-provider-metadata "$work/$1-sp.xml"
}

test_judges() {
    local name
    start_judged redirect "identityProvider: {signs: message}"
    start_judged post $'identityProvider: {signs: messageAndAssertion}\nidentityService: {requestBinding: post}'
    start_judged assertion "identityProvider: {signs: assertion}"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=judge \
        -keyout "$work/judge.key" -out "$work/judge.crt" 2>/dev/null
    require_environment
    for name in redirect post assertion; do
        wait_for "The sandbox" python -m json.tool "$work/$name.json" || { cat "$work/$name.json"; exit 1; }
    done
    say "Other people's SAML libraries"
    judged redirect message
    judged post messageAndAssertion
    judged assertion assertion
}

# A judge that crashes is a failure of its own.
judged() {
    local code=0
    python -W ignore "$providers/judges/judges.py" "$work" "$1" "$2" >"$work/$1.verdicts" 2>"$work/$1.errors" || code=$?
    if [ "$code" -gt 1 ] || [ -s "$work/$1.errors" ]; then
        printf 'FAIL  the judges of %s: %s\n' "$1" "$(tail -n 1 "$work/$1.errors")" >>"$work/$1.verdicts"
    fi
    count <"$work/$1.verdicts"
}
