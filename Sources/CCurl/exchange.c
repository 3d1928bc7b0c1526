#include "internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

// The first option that cannot be set decides; the exchange is then refused by cc_loop_add.
#define SET(exchange, option, value)                                                   \
    do {                                                                               \
        if ((exchange)->setup == CURLE_OK)                                             \
            (exchange)->setup = curl_easy_setopt((exchange)->easy, (option), (value)); \
    } while (0)

// ---------------------------------------------------------------------------------------------------------------------
// What libcurl calls back

static int status_of_head(const cc_buffer *head) {
    const uint8_t *space = memchr(head->bytes, ' ', head->length);
    if (space == NULL || head->length - (size_t)(space - head->bytes) < 4) return 0;
    int status = 0;
    for (int i = 1; i <= 3; i++) {
        if (space[i] < '0' || space[i] > '9') return 0;
        status = status * 10 + (space[i] - '0');
    }
    return status;
}

// Of the connection now in use: libcurl forgets it with the exchange.
static void note_connection(cc_exchange *exchange) {
    struct curl_tlssessioninfo *session = NULL;
    if (!exchange->origin_is_https) return;
    if (curl_easy_getinfo(exchange->easy, CURLINFO_TLS_SSL_PTR, &session) != CURLE_OK) return;
    if (session == NULL || session->backend != CURLSSLBACKEND_OPENSSL || session->internals == NULL) return;
    const SSL *ssl = session->internals;
    strncpy(exchange->tls_version, SSL_get_version(ssl), sizeof exchange->tls_version - 1);
    exchange->connection_side = cc_tls_side_of(ssl);
    if (exchange->connection_side != NULL) exchange->connection_side->references++;
}

// Whether the body that the head announces is already too large. What cannot have a body is not measured.
static bool announces_too_much(const cc_exchange *exchange, int status) {
    if (exchange->is_head_request || status == 204 || status == 304) return false;
    curl_off_t announced = -1;
    curl_easy_getinfo(exchange->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    return announced > 0 && (uint64_t)announced > exchange->body_limit;
}

// Whether a line begins the answer that comes after the ticket was shown; without Negotiate there is only one answer.
static bool begins_another_answer(const cc_exchange *exchange, const char *data, size_t length) {
    return exchange->answers_negotiate && length > 5 && memcmp(data, "HTTP/", 5) == 0;
}

static void forget_answer(cc_exchange *exchange) {
    exchange->head_is_complete = false;
    exchange->head_seen = 0;
    exchange->body.length = 0;
    cc_tls_side_release(exchange->connection_side);
    exchange->connection_side = NULL;
}

static size_t on_header_line(char *data, size_t size, size_t count, void *user) {
    cc_exchange *exchange = user;
    size_t length = size * count;
    if (exchange->head_is_complete && begins_another_answer(exchange, data, length)) forget_answer(exchange);
    if (exchange->head_is_complete) return length;  // a trailer

    exchange->head_seen += length;
    if (exchange->head_seen > exchange->head_limit) {
        exchange->head_is_too_large = true;
        return 0;
    }
    if (!exchange->is_in_head) {
        exchange->is_in_head = true;
        exchange->head.length = 0;
    }
    if (!cc_buffer_append(&exchange->head, data, length)) {
        exchange->memory_is_out = true;
        return 0;
    }
    bool is_blank = (length == 2 && data[0] == '\r' && data[1] == '\n') || (length == 1 && data[0] == '\n');
    if (!is_blank) return length;

    exchange->is_in_head = false;
    int status = status_of_head(&exchange->head);
    if (status == 101) {
        exchange->switches_protocols = true;
        return 0;
    }
    if (status >= 100 && status < 200) return length;  // an interim response: the next line begins another head
    exchange->head_is_complete = true;
    note_connection(exchange);
    if (announces_too_much(exchange, status)) {
        exchange->body_is_too_large = true;
        return 0;
    }
    return length;
}

// Called with decoded bytes, at most a few kilobytes at a time however small they were when compressed.
static size_t on_body(char *data, size_t size, size_t count, void *user) {
    cc_exchange *exchange = user;
    size_t length = size * count;
    if (length > exchange->body_limit - exchange->body.length) {
        exchange->body_is_too_large = true;
        return CURL_WRITEFUNC_ERROR;
    }
    if (!cc_buffer_append(&exchange->body, data, length)) {
        exchange->memory_is_out = true;
        return CURL_WRITEFUNC_ERROR;
    }
    return length;
}

// Before each TLS handshake of a new connection. With an https proxy the first is the proxy's and the second the origin's;
// a connection made again begins with the proxy again. Were they ever taken for each other, the name could not match, and
// libcurl compares the name once more by itself.
static CURLcode on_ssl_context(CURL *easy, void *context, void *user) {
    (void)easy;
    cc_exchange *exchange = user;
    unsigned turn = exchange->handshakes++;
    bool is_proxy = exchange->proxy_is_https && (!exchange->origin_is_https || turn % 2 == 0);
    cc_tls_side *side = is_proxy ? exchange->proxy_side : exchange->origin_side;
    exchange->last_handshake = side;
    if (side == NULL || !cc_tls_side_install(side, context)) return CURLE_SSL_CERTPROBLEM;
    return CURLE_OK;
}

// ---------------------------------------------------------------------------------------------------------------------
// Making one

// Nothing that a user agent does by itself above one exchange, and nothing taken from the environment or from files.
static void set_defaults(cc_exchange *exchange) {
    SET(exchange, CURLOPT_PRIVATE, exchange);
    SET(exchange, CURLOPT_ERRORBUFFER, exchange->detail);
    SET(exchange, CURLOPT_NOSIGNAL, 1L);
    SET(exchange, CURLOPT_QUICK_EXIT, 1L);  // never waits for a resolver's thread
    SET(exchange, CURLOPT_PROTOCOLS_STR, "http,https");
    SET(exchange, CURLOPT_FOLLOWLOCATION, 0L);
    SET(exchange, CURLOPT_PATH_AS_IS, 1L);
    SET(exchange, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    SET(exchange, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    SET(exchange, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    SET(exchange, CURLOPT_HEADEROPT, (long)CURLHEADER_SEPARATE);
    SET(exchange, CURLOPT_HTTP09_ALLOWED, 0L);
    SET(exchange, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");

    SET(exchange, CURLOPT_HEADERFUNCTION, on_header_line);
    SET(exchange, CURLOPT_HEADERDATA, exchange);
    SET(exchange, CURLOPT_WRITEFUNCTION, on_body);
    SET(exchange, CURLOPT_WRITEDATA, exchange);

    // libcurl loads no certificate: on_ssl_context gives the store. No session is resumed, so that every new connection
    // is verified in full.
    SET(exchange, CURLOPT_SSL_CTX_FUNCTION, on_ssl_context);
    SET(exchange, CURLOPT_SSL_CTX_DATA, exchange);
    SET(exchange, CURLOPT_CAINFO, NULL);
    SET(exchange, CURLOPT_CAPATH, NULL);
    SET(exchange, CURLOPT_CA_CACHE_TIMEOUT, 0L);
    SET(exchange, CURLOPT_SSL_SESSIONID_CACHE, 0L);
    SET(exchange, CURLOPT_SSL_VERIFYPEER, 1L);
    SET(exchange, CURLOPT_SSL_VERIFYHOST, 2L);
    SET(exchange, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    SET(exchange, CURLOPT_PROXY_CAINFO, NULL);
    SET(exchange, CURLOPT_PROXY_CAPATH, NULL);
    SET(exchange, CURLOPT_PROXY_SSL_VERIFYPEER, 1L);
    SET(exchange, CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
    SET(exchange, CURLOPT_PROXY_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
}

cc_exchange *cc_exchange_create(uint64_t tag) {
    cc_exchange *exchange = calloc(1, sizeof *exchange);
    if (exchange == NULL) return NULL;
    exchange->tag = tag;
    exchange->easy = curl_easy_init();
    if (exchange->easy == NULL) {
        free(exchange);
        return NULL;
    }
    set_defaults(exchange);
    return exchange;
}

void cc_exchange_destroy(cc_exchange *exchange) {
    if (exchange == NULL) return;
    curl_easy_cleanup(exchange->easy);
    curl_slist_free_all(exchange->lines);
    curl_slist_free_all(exchange->connect_to);
    free(exchange->request_body);
    cc_tls_side_release(exchange->origin_side);
    cc_tls_side_release(exchange->proxy_side);
    cc_tls_side_release(exchange->connection_side);
    cc_buffer_free(&exchange->head);
    cc_buffer_free(&exchange->body);
    free(exchange);
}

uint64_t cc_exchange_tag(const cc_exchange *exchange) { return exchange->tag; }

void cc_exchange_set_url(cc_exchange *exchange, const char *url, const char *target) {
    SET(exchange, CURLOPT_URL, url);
    SET(exchange, CURLOPT_REQUEST_TARGET, target);
    exchange->origin_is_https = strncmp(url, "https:", 6) == 0;
}

void cc_exchange_set_method(cc_exchange *exchange, const char *method) {
    exchange->is_head_request = strcmp(method, "HEAD") == 0;
    if (exchange->is_head_request) SET(exchange, CURLOPT_NOBODY, 1L);
    SET(exchange, CURLOPT_CUSTOMREQUEST, method);
}

void cc_exchange_set_body(cc_exchange *exchange, const uint8_t *bytes, size_t length) {
    if (bytes == NULL) return;
    exchange->request_body = malloc(length + 1);
    if (exchange->request_body == NULL) {
        exchange->setup = CURLE_OUT_OF_MEMORY;
        return;
    }
    memcpy(exchange->request_body, bytes, length);
    SET(exchange, CURLOPT_POST, 1L);
    SET(exchange, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
    SET(exchange, CURLOPT_POSTFIELDS, (char *)exchange->request_body);
}

void cc_exchange_add_field_line(cc_exchange *exchange, const char *line) {
    struct curl_slist *longer = curl_slist_append(exchange->lines, line);
    if (longer == NULL) {
        exchange->setup = CURLE_OUT_OF_MEMORY;
        return;
    }
    exchange->lines = longer;
}

void cc_exchange_set_limits(cc_exchange *exchange, int64_t milliseconds, size_t head_bytes, size_t body_bytes) {
    if (milliseconds < 1) milliseconds = 1;
    if (milliseconds > INT32_MAX) milliseconds = INT32_MAX;
    SET(exchange, CURLOPT_TIMEOUT_MS, (long)milliseconds);
    SET(exchange, CURLOPT_CONNECTTIMEOUT_MS, (long)milliseconds);
    exchange->head_limit = head_bytes;
    exchange->body_limit = body_bytes;
}

void cc_exchange_set_http2(cc_exchange *exchange, bool allowed) {
    SET(exchange, CURLOPT_HTTP_VERSION, allowed ? (long)CURL_HTTP_VERSION_2TLS : (long)CURL_HTTP_VERSION_1_1);
}

void cc_exchange_answer_negotiate(cc_exchange *exchange) {
    exchange->answers_negotiate = true;
    SET(exchange, CURLOPT_HTTPAUTH, (long)CURLAUTH_NEGOTIATE);
    // Empty: the name is the ticket's. Without it libcurl does not begin.
    SET(exchange, CURLOPT_USERPWD, ":");
    SET(exchange, CURLOPT_GSSAPI_DELEGATION, (long)CURLGSSAPI_DELEGATION_NONE);
}

void cc_exchange_set_connect_to(cc_exchange *exchange, const char *entry) {
    exchange->connect_to = curl_slist_append(NULL, entry);
    if (exchange->connect_to == NULL) exchange->setup = CURLE_OUT_OF_MEMORY;
    SET(exchange, CURLOPT_CONNECT_TO, exchange->connect_to);
}

void cc_exchange_set_proxy(
    cc_exchange *exchange, const char *url, bool tunnel, const char *user, const char *password) {
    // Empty texts and not NULL: with NULL libcurl reads the environment.
    SET(exchange, CURLOPT_PROXY, url == NULL ? "" : url);
    SET(exchange, CURLOPT_NOPROXY, "");
    if (url == NULL) return;
    exchange->proxy_is_https = strncmp(url, "https:", 6) == 0;
    SET(exchange, CURLOPT_HTTPPROXYTUNNEL, tunnel ? 1L : 0L);
    SET(exchange, CURLOPT_PROXYAUTH, (long)CURLAUTH_BASIC);
    if (user != NULL) SET(exchange, CURLOPT_PROXYUSERNAME, user);
    if (password != NULL) SET(exchange, CURLOPT_PROXYPASSWORD, password);
}

void cc_exchange_set_origin_tls(
    cc_exchange *exchange, const char *host, const cc_trust *trust, const cc_identity *identity) {
    exchange->origin_side = cc_tls_side_create(false, host, trust, identity);
    if (exchange->origin_side == NULL) exchange->setup = CURLE_OUT_OF_MEMORY;
}

void cc_exchange_set_proxy_tls(cc_exchange *exchange, const char *host, const cc_trust *trust) {
    exchange->proxy_side = cc_tls_side_create(true, host, trust, NULL);
    if (exchange->proxy_side == NULL) exchange->setup = CURLE_OUT_OF_MEMORY;
}

const char *cc_exchange_defect(const cc_exchange *exchange) {
    return exchange->setup == CURLE_OK ? NULL : curl_easy_strerror(exchange->setup);
}

// ---------------------------------------------------------------------------------------------------------------------
// What became of it

// Whether only the end of the connection ends the body: HTTP/1 with neither a length nor chunks.
static bool lasts_to_the_end(const cc_exchange *exchange) {
    int status = status_of_head(&exchange->head);
    if (exchange->is_head_request || status == 204 || status == 304) return false;
    if (exchange->head.length < 7 || memcmp(exchange->head.bytes, "HTTP/1.", 7) != 0) return false;
    curl_off_t announced = -1;
    curl_easy_getinfo(exchange->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
    if (announced >= 0) return false;

    static const char chunked[] = "\ntransfer-encoding:";
    size_t length = sizeof chunked - 1;
    for (size_t i = 0; i + length <= exchange->head.length; i++) {
        if (strncasecmp((const char *)exchange->head.bytes + i, chunked, length) == 0) return false;
    }
    return true;
}

// Whether a body was cut off where TLS should have said goodbye (RFC 9112 §9.8); libcurl takes that for its end.
static bool is_cut_off(const cc_exchange *exchange) {
    const cc_tls_side *side = exchange->connection_side;
    return exchange->head_is_complete && exchange->origin_is_https && lasts_to_the_end(exchange)
        && (side == NULL || !side->said_goodbye);
}

// The side whose handshake went wrong; NULL when none did.
static const cc_tls_side *failed_side(const cc_exchange *exchange) {
    const cc_tls_side *sides[] = {exchange->proxy_side, exchange->origin_side};
    for (int i = 0; i < 2; i++) {
        if (sides[i] != NULL && (sides[i]->verify_error != X509_V_OK || sides[i]->alert != 0)) return sides[i];
    }
    return NULL;
}

static cc_failure failure_of_code(const cc_exchange *exchange, CURLcode code) {
    switch (code) {
    case CURLE_OK:
        if (!exchange->head_is_complete) return CC_FAILURE_MALFORMED;
        return is_cut_off(exchange) ? CC_FAILURE_CONNECTION_LOST : CC_FAILURE_NONE;
    case CURLE_COULDNT_RESOLVE_HOST: return CC_FAILURE_NAME;
    case CURLE_COULDNT_RESOLVE_PROXY: return CC_FAILURE_PROXY_NAME;
    case CURLE_COULDNT_CONNECT: return CC_FAILURE_CONNECT;
    case CURLE_PROXY: return CC_FAILURE_PROXY_HANDSHAKE;
    case CURLE_OPERATION_TIMEDOUT: return CC_FAILURE_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT: return CC_FAILURE_TLS;
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_HTTP2_STREAM: return CC_FAILURE_CONNECTION_LOST;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2: return CC_FAILURE_MALFORMED;
    default: return CC_FAILURE_OTHER;
    }
}

static cc_failure failure_of(const cc_exchange *exchange, CURLcode code) {
    if (exchange->memory_is_out) return CC_FAILURE_OTHER;
    if (exchange->switches_protocols) return CC_FAILURE_MALFORMED;
    if (exchange->head_is_too_large) return CC_FAILURE_HEAD_TOO_LARGE;
    if (exchange->body_is_too_large) return CC_FAILURE_BODY_TOO_LARGE;
    if ((int)code == 100) return CC_FAILURE_HEAD_TOO_LARGE;  // CURLE_TOO_LARGE, which libcurl has from 8.6 on
    cc_failure failure = failure_of_code(exchange, code);
    if (failure == CC_FAILURE_NONE || failure == CC_FAILURE_TIMEOUT) return failure;
    if (exchange->outcome.connect_status >= 300) return CC_FAILURE_PROXY_HANDSHAKE;
    if (!exchange->head_is_complete && failed_side(exchange) != NULL) return CC_FAILURE_TLS;
    // libcurl has one code for a broken connection and for chunks that are none; only its words differ.
    if (code == CURLE_RECV_ERROR && strstr(exchange->detail, "chunked-encoding") != NULL) return CC_FAILURE_MALFORMED;
    return failure;
}

static void settle_tls(cc_exchange *exchange) {
    cc_outcome *outcome = &exchange->outcome;
    const cc_tls_side *side = NULL;
    if (outcome->failure == CC_FAILURE_NONE) {
        side = exchange->connection_side;
    } else if (outcome->failure == CC_FAILURE_TLS) {
        side = failed_side(exchange);
        if (side == NULL) side = exchange->last_handshake;
    }
    if (exchange->tls_version[0] != 0) outcome->tls_version = exchange->tls_version;
    if (side == NULL) return;
    outcome->tls_peer_is_proxy = side->is_proxy;
    outcome->chain = side->chain;
    if (outcome->failure == CC_FAILURE_NONE) return;
    outcome->verdict = cc_tls_verdict(side->verify_error);
    outcome->verdict_code = side->verify_error;
    outcome->judged = cc_certificate_list_at(side->judged, 0);
    if (outcome->verdict != CC_VERDICT_NONE) outcome->verdict_detail = X509_verify_cert_error_string(side->verify_error);
    if (side->alert != 0) outcome->alert = SSL_alert_desc_string_long(side->alert);
}

static void settle_connection(cc_exchange *exchange) {
    cc_outcome *outcome = &exchange->outcome;
    const char *address = NULL;
    long port = 0, opened = 0;
    curl_easy_getinfo(exchange->easy, CURLINFO_PRIMARY_IP, &address);
    curl_easy_getinfo(exchange->easy, CURLINFO_PRIMARY_PORT, &port);
    curl_easy_getinfo(exchange->easy, CURLINFO_NUM_CONNECTS, &opened);
    if (address != NULL) strncpy(exchange->remote_address, address, sizeof exchange->remote_address - 1);
    outcome->remote_address = exchange->remote_address;
    outcome->remote_port = (uint16_t)port;
    outcome->is_reused = opened == 0;
}

void cc_exchange_settle(cc_exchange *exchange, CURLcode code) {
    cc_outcome *outcome = &exchange->outcome;
    long connect_status = 0, system_error = 0;
    curl_off_t pretransfer = 0;
    curl_easy_getinfo(exchange->easy, CURLINFO_HTTP_CONNECTCODE, &connect_status);
    curl_easy_getinfo(exchange->easy, CURLINFO_OS_ERRNO, &system_error);
    curl_easy_getinfo(exchange->easy, CURLINFO_PRETRANSFER_TIME_T, &pretransfer);
    outcome->connect_status = (int)connect_status;
    outcome->was_connected = pretransfer > 0;
    outcome->head_is_complete = exchange->head_is_complete;
    outcome->failure = failure_of(exchange, code);
    outcome->was_refused = outcome->failure == CC_FAILURE_CONNECT && system_error == ECONNREFUSED;

    if (outcome->failure == CC_FAILURE_CONNECT && system_error != 0) outcome->detail = strerror((int)system_error);
    else if (exchange->memory_is_out) outcome->detail = "out of memory";
    else if (exchange->switches_protocols) outcome->detail = "it switched to another protocol unasked";
    else outcome->detail = exchange->detail[0] != 0 ? exchange->detail : curl_easy_strerror(code);

    outcome->head = exchange->head.length == 0 ? NULL : exchange->head.bytes;
    outcome->head_length = exchange->head.length;
    outcome->body = exchange->body.length == 0 ? NULL : exchange->body.bytes;
    outcome->body_length = exchange->body.length;
    settle_connection(exchange);
    settle_tls(exchange);
}

const cc_outcome *cc_exchange_outcome(const cc_exchange *exchange) { return &exchange->outcome; }
