// What Swift sees of libcurl and OpenSSL: typed setters, one loop, certificates as plain text. No header of theirs.
//
// Ownership: every `..._create` and `..._read` is undone by the matching `..._release` or `..._destroy`. Pointers inside a
// struct live as long as what they were asked of. Nothing here keeps a pointer it was given, unless it says so.
//
// Threads: trust, identity and certificate lists may be made and released on any thread and are not changed once in use. A
// loop and the exchanges in it belong to one thread; only `cc_loop_wake` may be called from others.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---------------------------------------------------------------------------------------------------------------------
// The library

// NULL when libcurl can be used; otherwise a sentence of static life time that says why not.
const char *cc_library_defect(void);

// Starts a detached thread, with all signals blocked, that runs `body` once. False when the system refuses.
bool cc_thread_start(void (*body)(void *context), void *context);

// ---------------------------------------------------------------------------------------------------------------------
// Certificates

typedef struct {
    const char *subject;
    const char *issuer;
    const char *sha256;
    const char *pem;
    const char *const *names;
    size_t name_count;
    int64_t not_before;
    int64_t not_after;
} cc_certificate;

typedef struct cc_certificate_list cc_certificate_list;

// Every certificate of a PEM text, or NULL when there is none or one cannot be read.
cc_certificate_list *cc_certificate_list_read(const uint8_t *pem, size_t length);
void cc_certificate_list_release(cc_certificate_list *list);
size_t cc_certificate_list_count(const cc_certificate_list *list);
const cc_certificate *cc_certificate_list_at(const cc_certificate_list *list, size_t index);

// The certificates a chain may end in.
typedef struct cc_trust cc_trust;

cc_trust *cc_trust_create(bool with_system_roots);
void cc_trust_release(cc_trust *trust);
// Adds every certificate of a PEM text. False when there is none or one cannot be read; what came before it stays added.
bool cc_trust_add(cc_trust *trust, const uint8_t *pem, size_t length);
// Adds the roots of a system: the same certificates usually lie in one file and, each by itself, in a folder. The folder costs
// nothing until a root is needed, the file costs its whole reading: it is left alone where the folder offers as many. Both may
// be NULL.
void cc_trust_add_roots(cc_trust *trust, const char *file, const char *folder);

// A client certificate with its key.
typedef struct cc_identity cc_identity;

typedef enum {
    CC_IDENTITY_OK = 0,
    CC_IDENTITY_CERTIFICATE_UNREADABLE,
    CC_IDENTITY_KEY_UNREADABLE,
    CC_IDENTITY_KEY_OF_ANOTHER_CERTIFICATE,
    CC_IDENTITY_OUT_OF_MEMORY,
} cc_identity_problem;

// Reads PEM texts; never prompts. `passphrase` may be NULL. Sets `problem` in any case.
cc_identity *cc_identity_create(
    const uint8_t *certificate, size_t certificate_length, const uint8_t *key, size_t key_length,
    const uint8_t *passphrase, size_t passphrase_length, cc_identity_problem *problem);
void cc_identity_release(cc_identity *identity);

// ---------------------------------------------------------------------------------------------------------------------
// One exchange

typedef struct cc_exchange cc_exchange;

// NULL when memory is out. `tag` comes back with the outcome.
cc_exchange *cc_exchange_create(uint64_t tag);
// Not while the exchange is in a loop.
void cc_exchange_destroy(cc_exchange *exchange);
uint64_t cc_exchange_tag(const cc_exchange *exchange);

// Each setter copies what it is given. A setter that fails is remembered, and `cc_loop_add` refuses the exchange.
void cc_exchange_set_url(cc_exchange *exchange, const char *url, const char *target);
void cc_exchange_set_method(cc_exchange *exchange, const char *method);
// `bytes` NULL: no body. Otherwise also an empty one is framed.
void cc_exchange_set_body(cc_exchange *exchange, const uint8_t *bytes, size_t length);
// One line as libcurl wants it: "Name: value", "Name;" for an empty value, "Name:" for a field not to be sent.
void cc_exchange_add_field_line(cc_exchange *exchange, const char *line);
void cc_exchange_set_limits(cc_exchange *exchange, int64_t milliseconds, size_t head_bytes, size_t body_bytes);
void cc_exchange_set_http2(cc_exchange *exchange, bool allowed);
// Shows the origin the operating system's Kerberos ticket where it asks for Negotiate; no name, no password, no delegation.
void cc_exchange_answer_negotiate(cc_exchange *exchange);
// "HOST:PORT:CONNECT-TO-HOST:CONNECT-TO-PORT"
void cc_exchange_set_connect_to(cc_exchange *exchange, const char *entry);
// `url` NULL: no proxy, whatever the environment says. `user` and `password` may be NULL.
void cc_exchange_set_proxy(
    cc_exchange *exchange, const char *url, bool tunnel, const char *user, const char *password);
// What to trust at the origin and whom to be there; `identity` may be NULL. Needed for https.
void cc_exchange_set_origin_tls(
    cc_exchange *exchange, const char *host, const cc_trust *trust, const cc_identity *identity);
// The same for an https proxy.
void cc_exchange_set_proxy_tls(cc_exchange *exchange, const char *host, const cc_trust *trust);

// Why a setter failed, in libcurl's words; NULL when none did.
const char *cc_exchange_defect(const cc_exchange *exchange);

typedef enum {
    CC_FAILURE_NONE = 0,
    CC_FAILURE_NAME,
    CC_FAILURE_PROXY_NAME,
    CC_FAILURE_CONNECT,
    CC_FAILURE_PROXY_HANDSHAKE,
    CC_FAILURE_TLS,
    CC_FAILURE_TIMEOUT,
    CC_FAILURE_HEAD_TOO_LARGE,
    CC_FAILURE_BODY_TOO_LARGE,
    CC_FAILURE_CONNECTION_LOST,
    CC_FAILURE_MALFORMED,
    CC_FAILURE_OTHER,
} cc_failure;

typedef enum {
    CC_VERDICT_NONE = 0,
    CC_VERDICT_EXPIRED,
    CC_VERDICT_NOT_YET_VALID,
    CC_VERDICT_UNKNOWN_ISSUER,
    CC_VERDICT_NAME_MISMATCH,
    CC_VERDICT_OTHER,
} cc_verdict;

// What became of an exchange. Lives as long as the exchange.
typedef struct {
    cc_failure failure;
    // Somebody at the address said that nobody listens there.
    bool was_refused;
    // The status of the proxy's answer to CONNECT; 0 when there was none.
    int connect_status;
    // The connection stood (TLS included), so that the request went out.
    bool was_connected;
    bool head_is_complete;
    // The final head, from its status line on, and the decoded body; NULL when empty.
    const uint8_t *head;
    size_t head_length;
    const uint8_t *body;
    size_t body_length;
    // The system's or libcurl's own words; never NULL, and without anything a caller gave but host names.
    const char *detail;

    const char *remote_address;
    uint16_t remote_port;
    bool is_reused;
    // The TLS version with the origin, such as "TLSv1.3"; NULL without TLS.
    const char *tls_version;

    // Which TLS handshake the following is about: the proxy's, or (otherwise) the origin's.
    bool tls_peer_is_proxy;
    cc_verdict verdict;
    int verdict_code;
    // The verifier's words; NULL without a verdict.
    const char *verdict_detail;
    // The certificate that was judged; NULL without a verdict.
    const cc_certificate *judged;
    // The peer's fatal alert in words; NULL when it sent none.
    const char *alert;
    // The certificates shown, the peer's own first; NULL when none came. The origin's when the exchange succeeded.
    const cc_certificate_list *chain;
} cc_outcome;

const cc_outcome *cc_exchange_outcome(const cc_exchange *exchange);

// ---------------------------------------------------------------------------------------------------------------------
// The loop

typedef struct cc_loop cc_loop;

cc_loop *cc_loop_create(void);
// Only when no exchange is in the loop.
void cc_loop_destroy(cc_loop *loop);
// Keeps a pointer to the exchange until `cc_loop_remove` or until `cc_loop_next_finished` returns it.
bool cc_loop_add(cc_loop *loop, cc_exchange *exchange);
void cc_loop_remove(cc_loop *loop, cc_exchange *exchange);
// Does what can be done without waiting. False when the loop is beyond repair.
bool cc_loop_perform(cc_loop *loop);
// Waits for something to do, a wake-up or the time. False when the loop is beyond repair.
bool cc_loop_wait(cc_loop *loop, int milliseconds);
// The next finished exchange, taken out of the loop with its outcome settled; NULL when there is none.
cc_exchange *cc_loop_next_finished(cc_loop *loop);
// From any thread, as long as the loop is not destroyed.
void cc_loop_wake(cc_loop *loop);
