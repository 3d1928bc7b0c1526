// Shared by the files of this target; Swift does not see it.
#pragma once

#include "CCurl.h"

#include <curl/curl.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

// Bytes that grow up to a limit.
typedef struct {
    uint8_t *bytes;
    size_t length;
    size_t capacity;
} cc_buffer;

bool cc_buffer_append(cc_buffer *buffer, const void *bytes, size_t length);
void cc_buffer_free(cc_buffer *buffer);

struct cc_trust {
    X509_STORE *store;
};

struct cc_identity {
    X509 *certificate;
    STACK_OF(X509) *chain;
    EVP_PKEY *key;
};

cc_certificate_list *cc_certificate_list_of(const STACK_OF(X509) *certificates);
cc_certificate_list *cc_certificate_list_of_one(X509 *certificate);

// One side of TLS: what to check, and what came out. The exchange and each SSL_CTX made from it hold it together, since a
// connection outlives the exchange that opened it.
typedef struct cc_tls_side {
    int references;
    bool is_proxy;
    char *host;
    X509_STORE *store;
    cc_identity *identity;

    int verify_error;
    cc_certificate_list *judged;
    cc_certificate_list *chain;
    int alert;
    bool said_goodbye;
} cc_tls_side;

cc_tls_side *cc_tls_side_create(bool is_proxy, const char *host, const cc_trust *trust, const cc_identity *identity);
void cc_tls_side_release(cc_tls_side *side);
// Makes an SSL_CTX verify as the side says. False when OpenSSL cannot.
bool cc_tls_side_install(cc_tls_side *side, SSL_CTX *context);
// The side that the connection of `ssl` was opened with; NULL when it is not one of ours.
cc_tls_side *cc_tls_side_of(const SSL *ssl);
cc_verdict cc_tls_verdict(int verify_error);

struct cc_exchange {
    CURL *easy;
    uint64_t tag;
    CURLcode setup;
    struct curl_slist *lines;
    struct curl_slist *connect_to;
    uint8_t *request_body;
    bool is_head_request;
    bool answers_negotiate;

    bool origin_is_https;
    bool proxy_is_https;
    cc_tls_side *origin_side;
    cc_tls_side *proxy_side;
    unsigned handshakes;
    cc_tls_side *last_handshake;

    size_t head_limit;
    size_t body_limit;
    size_t head_seen;
    bool is_in_head;
    bool head_is_complete;
    bool head_is_too_large;
    bool body_is_too_large;
    bool switches_protocols;
    bool memory_is_out;
    cc_buffer head;
    cc_buffer body;

    cc_tls_side *connection_side;
    char tls_version[16];
    char detail[CURL_ERROR_SIZE];
    char remote_address[64];
    cc_outcome outcome;
};

void cc_exchange_settle(cc_exchange *exchange, CURLcode code);
