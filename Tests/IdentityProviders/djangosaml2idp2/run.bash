# djangosaml2idp2 over HTTPS; sourced by scripts/test-identity-providers.
#
# Django's own login form: a CSRF cookie that changes at login, a hidden token, a check of Referer and Origin. The provider
# insists on an end in the service provider's metadata, and signs what its row in the database says.

test_djangosaml2idp2() {
    local folder=$work/django address=127.0.0.14 name=django.provider.example port
    mkdir -p "$folder"
    make_passwords "$folder"
    make_server_certificate "$folder" "$name"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=djangosaml2idp2 \
        -keyout "$folder/idp.key" -out "$folder/idp.crt" 2>/dev/null
    port=$(free_port "$address")
    local origin=https://$name:$port
    require_environment
    django() { python -W ignore "$providers/djangosaml2idp2/provider.py" "$1" "$folder" "$origin" "${@:2}"; }
    django prepare
    django metadata >"$folder/idp-metadata.xml"
    # The library checks the signature of a request that is posted, and of no redirect.
    printf 'identityService: {requestBinding: post}\n' >"$folder/sandbox.yaml"
    start_sandbox "$folder" django --config "$folder/sandbox.yaml"
    django import "$folder/sp-metadata.xml"
    start "$folder/django.log" "$environment/bin/python" "$providers/djangosaml2idp2/provider.py" serve \
        "$folder" "$origin" "$address:$port"
    wait_for "djangosaml2idp2" fetch "https://$address:$port/idp/metadata/" || { tail -n 20 "$folder/django.log"; exit 1; }

    local client=(--profile django --user sjefferson --ca "$folder/server.crt" --connect-to "$name:$port:$address:$port")
    local login=("$finessectl" login "${client[@]}" --password-origin "$origin")
    say "djangosaml2idp2"
    expect "a wrong password is refused with the provider's own message" 3 "enter a correct username and password" -- \
        "${login[@]}" --password-file "$folder/wrong-password"
    login+=(--password-file "$folder/password")
    expect "the agent signs in" 0 "98411" -- "${login[@]}"
    expect "the token is of the agent" 0 "sjefferson" -- "$finessectl" whoami "${client[@]}"
    expect "the agent is signed out" 0 "signed out" -- "$finessectl" logout "${client[@]}"

    say "djangosaml2idp2, configured wrongly"
    django set _sign_response false
    expect "where the row does not say to sign the message, the documented error is shown" 5 \
        "Invalid signature in ArtifactResponse." "did not sign the message" -- "${login[@]}"
    django set _sign_response true
    django set _attribute_mapping '{"username": "uid"}'
    expect "so is it without user_principal" 5 \
        "Could not retrieve user principal from SAML response." 'no attribute "user_principal"' -- "${login[@]}"
    django set _attribute_mapping '{"username": "uid", "email": "user_principal"}'
    django set _signing_algorithm http://www.w3.org/2000/09/xmldsig#rsa-sha1
    expect "so is it for SHA-1" 5 "Invalid signature in ArtifactResponse." -- "${login[@]}"
    django set _signing_algorithm http://www.w3.org/2001/04/xmldsig-more#rsa-sha256
    django set _processor __main__.WrongAudience
    expect "so is it for another party's audience" 5 \
        "IdP configuration error : SAML processing failed" "the identity service's name as audience" -- "${login[@]}"
}
