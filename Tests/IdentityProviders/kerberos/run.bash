# Integrated sign-in by a real Kerberos ticket: a key distribution centre, and SimpleSAMLphp behind Apache's
# mod_auth_gssapi; sourced by scripts/test-identity-providers.

kerberos=$providers/kerberos
# shellcheck source=/dev/null
source "$providers/simplesamlphp/run.bash"

# Fills a template in: fill_in TEMPLATE FILE
fill_in() {
    sed -e "s|@FOLDER@|$folder|g" -e "s|@ADDRESS@|$address|g" -e "s|@PORT@|$2|g" -e "s|@NAME@|$name|g" \
        -e "s|@MODULES@|/usr/lib/apache2/modules|g" -e "s|@APACHE_IDENTITY@|$apache_identity|" \
        -e "s|@FPM_IDENTITY@|$fpm_identity|" "$1" >"$3"
}

# Makes the realm with its principals, and starts its key distribution centre.
start_realm() {
    local folder=$1 port user
    port=$(free_port "$address")
    mkdir -p "$folder/kdc"
    fill_in "$kerberos/krb5.conf.in" "$port" "$folder/krb5.conf"
    fill_in "$kerberos/kdc.conf.in" "$port" "$folder/kdc.conf"
    export KRB5_CONFIG=$folder/krb5.conf KRB5_KDC_PROFILE=$folder/kdc.conf
    printf '%s\n%s\n' "$IDP_SALT" "$IDP_SALT" | kdb5_util create -s -r CORP.EXAMPLE >"$folder/log/realm.log" 2>&1
    for user in sjefferson mwitwicky; do
        printf '%s\n%s\n' "$IDP_PASSWORD" "$IDP_PASSWORD" | kadmin.local addprinc "$user" >>"$folder/log/realm.log" 2>&1
    done
    kadmin.local addprinc -randkey "HTTP/$name" >>"$folder/log/realm.log" 2>&1
    kadmin.local ktadd -k "$folder/http.keytab" "HTTP/$name" >>"$folder/log/realm.log" 2>&1
    if [ "$(id -u)" -eq 0 ]; then chown www-data "$folder/http.keytab"; fi
    start "$folder/log/kdc.out" krb5kdc -n
    for user in sjefferson mwitwicky; do
        wait_for "The ticket of $user" ticket "$user" || { tail -n 5 "$folder"/log/{realm,kdc}.*; exit 1; }
    done
}

# Gets a ticket as a person would: ticket USER
ticket() { kinit -c "FILE:$folder/ticket-$1" "$1" <"$folder/password"; }

test_kerberos() {
    local folder=$work/kerberos address=127.0.0.13 name=sso.corp.example port fpm_identity= apache_identity=
    configure_simplesamlphp "$folder"
    cp "$kerberos/authsources.php" "$folder/config/"
    start_realm "$folder"
    port=$(free_port "$address")
    export IDP_BASE_URL=https://$name:$port/ IDP_CONSENT=
    make_server_certificate "$folder/tls" "$name"
    if [ "$(id -u)" -eq 0 ]; then
        fpm_identity='user = www-data\ngroup = www-data\nlisten.owner = www-data'
        apache_identity='User www-data\nGroup www-data'
    fi
    fill_in "$kerberos/apache.conf.in" "$port" "$folder/apache.conf"
    fill_in "$simplesamlphp/php-fpm.conf.in" "$port" "$folder/php-fpm.conf"
    start "$folder/log/php-fpm.out" "$(command -v php-fpm || ls /usr/sbin/php-fpm* | head -n 1)" -y "$folder/php-fpm.conf"
    # Kerberos keeps what it has seen in TMPDIR, and a folder of root's own is closed to Apache's user.
    TMPDIR=$folder/temp start "$folder/log/apache.out" /usr/sbin/apache2 -f "$folder/apache.conf" -DFOREGROUND
    wait_for "SimpleSAMLphp behind Apache" fetch "https://$address:$port/saml2/idp/metadata.php" ||
        { tail -n 5 "$folder"/log/*; exit 1; }
    IDP_BASE_URL=https://$address:$port/ federate_simplesamlphp "$folder"
    local client=(--profile idp --ca "$folder/tls/server.crt" --connect-to "$name:$port:$address:$port")
    local login=("$finessectl" login "${client[@]}" --user sjefferson) allowed=(--negotiate-origin "https://$name:$port")

    say "Integrated sign-in, with a Kerberos ticket"
    expect "a ticket is not shown where nobody allowed it" 4 "--negotiate-origin https://$name:$port" -- \
        env KRB5CCNAME="FILE:$folder/ticket-sjefferson" "${login[@]}" --password-file "$folder/password"
    expect "without a ticket it is said that one is needed" 4 "kinit" -- \
        env KRB5CCNAME="FILE:$folder/none" "${login[@]}" "${allowed[@]}" --password-file "$folder/password"
    expect "with the agent's ticket no password is asked for" 0 "98411" -- \
        env KRB5CCNAME="FILE:$folder/ticket-sjefferson" "${login[@]}" "${allowed[@]}" --silent
    expect "the token is of the agent" 0 "sjefferson" -- "$finessectl" whoami "${client[@]}" --user sjefferson
    expect "the agent is signed out" 0 "signed out" -- "$finessectl" logout "${client[@]}" --user sjefferson
    expect "another agent's ticket signs nobody else in" 3 "belongs to mwitwicky" "kinit" -- \
        env KRB5CCNAME="FILE:$folder/ticket-mwitwicky" "${login[@]}" "${allowed[@]}" --silent
    end_processes
}
