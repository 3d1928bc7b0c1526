# SimpleSAMLphp, over HTTPS with a consent page and over plain HTTP; sourced by scripts/test-identity-providers.

simplesamlphp=$providers/simplesamlphp

# Lays the provider's folder out: configure_simplesamlphp FOLDER
configure_simplesamlphp() {
    local folder=$1
    mkdir -p "$folder"/{config,cert,data,temp,log,metadata,sessions,tls}
    { sed '/secrets\.inc\.php/d' /etc/simplesamlphp/config.php; sed 1d "$simplesamlphp/overrides.php"; } \
        >"$folder/config/config.php"
    cp "$simplesamlphp/authsources.php" "$folder/config/"
    cp "$simplesamlphp/saml20-idp-hosted.php" "$folder/metadata/"
    # The provider's own user may not read the checkout.
    cp "$simplesamlphp/variant.php" "$folder/"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=simplesamlphp \
        -keyout "$folder/cert/idp.key" -out "$folder/cert/idp.crt" 2>/dev/null
    if [ "$(id -u)" -eq 0 ]; then chown -R www-data "$folder"; fi
    export IDP_FOLDER=$folder SIMPLESAMLPHP_CONFIG_DIR=$folder/config
    make_passwords "$folder"
}

# Starts the sandbox with the provider's metadata and gives the provider the sandbox's.
federate_simplesamlphp() {
    local folder=$1
    fetch "${IDP_BASE_URL}saml2/idp/metadata.php" >"$folder/idp-metadata.xml"
    start_sandbox "$folder" idp
    php "$simplesamlphp/import-service-provider.php" "$folder/sp-metadata.xml" >"$folder/metadata/saml20-sp-remote.php"
}

simplesamlphp_over_https() {
    local folder=$work/https address=127.0.0.12 name=simplesaml.provider.example port
    configure_simplesamlphp "$folder"
    port=$(free_port "$address")
    export IDP_BASE_URL=https://$name:$port/ IDP_CONSENT=1
    make_server_certificate "$folder/tls" "$name"
    # Both servers give up the rights of root, where they have them, for Debian's user of web servers.
    local fpm_identity= nginx_identity=
    if [ "$(id -u)" -eq 0 ]; then
        fpm_identity='user = www-data\ngroup = www-data\nlisten.owner = www-data'
        nginx_identity='user www-data;'
    fi
    local template
    for template in nginx.conf php-fpm.conf; do
        sed -e "s|@FPM_IDENTITY@|$fpm_identity|" -e "s|@NGINX_IDENTITY@|$nginx_identity|" "$simplesamlphp/$template.in" |
            sed -e "s|@FOLDER@|$folder|g" -e "s|@ADDRESS@|$address|g" -e "s|@PORT@|$port|g" -e "s|@NAME@|$name|g" \
                >"$folder/$template"
    done
    start "$folder/log/php-fpm.out" "$(command -v php-fpm || ls /usr/sbin/php-fpm* | head -n 1)" -y "$folder/php-fpm.conf"
    start "$folder/log/nginx.out" nginx -c "$folder/nginx.conf"
    wait_for "SimpleSAMLphp over HTTPS" fetch "https://$address:$port/saml2/idp/metadata.php" ||
        { tail -n 5 "$folder"/log/*; exit 1; }
    # The name stands for a loopback address here, as --connect-to tells the client below.
    IDP_BASE_URL=https://$address:$port/ federate_simplesamlphp "$folder"
    local client=(--profile idp --user sjefferson --ca "$folder/tls/server.crt" --connect-to "$name:$port:$address:$port")
    local allowed=(--password-origin "https://$name:$port")

    say "SimpleSAMLphp over HTTPS, with a consent page"
    expect "a password is not filled in where nobody allowed it" 4 "--password-origin https://$name:$port" -- \
        "$finessectl" login "${client[@]}" --password-file "$folder/password"
    expect "a wrong password is refused with the provider's own message" 3 "Incorrect username or password" -- \
        "$finessectl" login "${client[@]}" "${allowed[@]}" --password-file "$folder/wrong-password" --accept-consent
    expect "without permission the sign-in stops at the consent page" 4 "consent" -- \
        "$finessectl" login "${client[@]}" "${allowed[@]}" --password-file "$folder/password"
    expect "the agent signs in, through the consent page" 0 "98411" -- \
        "$finessectl" login "${client[@]}" "${allowed[@]}" --password-file "$folder/password" --accept-consent
    expect "the token is of the agent" 0 "sjefferson" -- "$finessectl" whoami "${client[@]}"
    expect "the token is refreshed" 0 "expires" -- "$finessectl" refresh "${client[@]}"
    expect "the agent is signed out" 0 "signed out" -- "$finessectl" logout "${client[@]}"
    end_processes
}

# Configures the provider wrongly, in one of the ways that variant.php's readers know, or rightly again: none.
misconfigure() { printf '%s\n' "$1" >"$IDP_FOLDER/variant"; }

simplesamlphp_over_http() {
    local folder=$work/http address=127.0.0.11 port
    configure_simplesamlphp "$folder"
    port=$(free_port "$address")
    export IDP_BASE_URL=http://$address:$port/ IDP_CONSENT=
    start "$folder/log/php.out" env PHP_CLI_SERVER_WORKERS=3 php -S "$address:$port" -t /usr/share/simplesamlphp/www
    wait_for "SimpleSAMLphp over HTTP" fetch "${IDP_BASE_URL}saml2/idp/metadata.php" || { tail -n 5 "$folder"/log/*; exit 1; }
    federate_simplesamlphp "$folder"
    local client=(--profile idp --user sjefferson)

    say "SimpleSAMLphp over plain HTTP"
    expect "a password is not sent over plain HTTP" 4 "--allow-password-over-http http://$address:$port" -- \
        "$finessectl" login "${client[@]}" --password-file "$folder/password"
    local login=("$finessectl" login "${client[@]}" --password-file "$folder/password"
        --allow-password-over-http "http://$address:$port")
    expect "with the permission the agent signs in" 0 "98411" -- "${login[@]}"
    expect "the agent is signed out" 0 "signed out" -- "$finessectl" logout "${client[@]}"

    say "SimpleSAMLphp, configured wrongly"
    misconfigure no-uid
    expect "without uid the documented error is shown, with its reason" 5 \
        "Could not retrieve user identifier from SAML response." 'no attribute "uid"' -- "${login[@]}"
    misconfigure unsigned
    expect "so is it for an answer that is not signed" 5 \
        "Invalid signature in ArtifactResponse." "did not sign the message" -- "${login[@]}"
    misconfigure wrong-name
    expect "so is it for a name that is not transient" 5 \
        "IdP configuration error : SAML processing failed" "name identifier" -- "${login[@]}"
    misconfigure none
    expect "set right again, the agent signs in" 0 "98411" -- "${login[@]}"
    end_processes
}

test_simplesamlphp() {
    simplesamlphp_over_https
    simplesamlphp_over_http
}
