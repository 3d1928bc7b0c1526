# NanoIDP over plain HTTP; sourced by scripts/test-identity-providers.
#
# It signs the assertion alone and gives people a name of no stated format: the Identity Service refuses either, as Cisco's
# does, unless a switch says otherwise. Its login form carries the SAML request along in a hidden field.

test_nanoidp() {
    local folder=$work/nanoidp address=127.0.0.13 port profile
    mkdir -p "$folder/config"
    make_passwords "$folder"
    port=$(free_port "$address")
    local origin=http://$address:$port
    require_environment
    python "$providers/nanoidp/configure.py" "$folder/config" "$origin" "$folder/sp.crt"
    # It makes its keys in the folder it is started in.
    start "$folder/nanoidp.log" env -C "$folder" "$environment/bin/python" -m nanoidp --config "$folder/config" --host "$address" --port "$port"
    wait_for "NanoIDP" fetch "$origin/saml/metadata" || { tail -n 20 "$folder/nanoidp.log"; exit 1; }
    fetch "$origin/saml/metadata" >"$folder/idp-metadata.xml"

    # Three sandboxes that differ in their switches and not in their keys.
    printf 'identityService: {}\n' >"$folder/strict.yaml"
    printf 'identityService: {acceptsAssertionOnlySignatures: true}\n' >"$folder/assertion.yaml"
    printf 'identityService: {acceptsAssertionOnlySignatures: true, acceptsUnspecifiedNames: true}\n' >"$folder/both.yaml"
    for profile in strict assertion both; do
        start_sandbox "$folder" "$profile" --keys "$folder/keys" --config "$folder/$profile.yaml"
    done
    certificate_of "$folder/sp-metadata.xml" >"$folder/sp.crt"

    # The page wants a script from a content network; that name leads to a closed door of this machine.
    local options=(--user sjefferson --allow-password-over-http "$origin" --connect-to "cdn.jsdelivr.net:443:$address:9")
    say "NanoIDP"
    expect "a wrong password is refused with the provider's own message" 3 "Invalid credentials" -- \
        "$finessectl" login --profile both "${options[@]}" --password-file "$folder/wrong-password"
    options+=(--password-file "$folder/password")
    expect "a signed assertion in an unsigned message is refused, with the documented error" 5 \
        "Invalid signature in ArtifactResponse." "did not sign the message" -- \
        "$finessectl" login --profile strict "${options[@]}"
    expect "so is a name of no stated format" 5 \
        "IdP configuration error : SAML processing failed" "name identifier" -- \
        "$finessectl" login --profile assertion "${options[@]}"
    expect "under the switches that accept both the agent signs in" 0 "98411" -- \
        "$finessectl" login --profile both "${options[@]}"
    expect "the token is of the agent" 0 "sjefferson" -- "$finessectl" whoami --profile both --user sjefferson
    expect "the agent is signed out" 0 "signed out" -- "$finessectl" logout --profile both --user sjefferson
}
