#include "internal.h"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t index_once = PTHREAD_ONCE_INIT;
static int side_index = -1;

static void release_with_context(
    void *parent, void *pointer, CRYPTO_EX_DATA *data, int index, long number, void *argument) {
    (void)parent, (void)data, (void)index, (void)number, (void)argument;
    cc_tls_side_release(pointer);
}

static void make_index(void) { side_index = SSL_CTX_get_ex_new_index(0, NULL, NULL, NULL, release_with_context); }

cc_tls_side *cc_tls_side_create(bool is_proxy, const char *host, const cc_trust *trust, const cc_identity *identity) {
    cc_tls_side *side = calloc(1, sizeof *side);
    if (side == NULL) return NULL;
    side->references = 1;
    side->is_proxy = is_proxy;
    side->host = strdup(host);
    if (side->host == NULL) goto failed;
    // A name may be written as absolute; no certificate is.
    size_t length = strlen(side->host);
    if (length > 1 && side->host[length - 1] == '.') side->host[length - 1] = 0;

    X509_STORE_up_ref(trust->store);
    side->store = trust->store;
    if (identity != NULL) {
        side->identity = calloc(1, sizeof *side->identity);
        if (side->identity == NULL) goto failed;
        X509_up_ref(identity->certificate);
        side->identity->certificate = identity->certificate;
        EVP_PKEY_up_ref(identity->key);
        side->identity->key = identity->key;
        side->identity->chain = X509_chain_up_ref(identity->chain);
        if (side->identity->chain == NULL) goto failed;
    }
    return side;

failed:
    cc_tls_side_release(side);
    return NULL;
}

void cc_tls_side_release(cc_tls_side *side) {
    if (side == NULL || --side->references > 0) return;
    free(side->host);
    X509_STORE_free(side->store);
    cc_identity_release(side->identity);
    cc_certificate_list_release(side->judged);
    cc_certificate_list_release(side->chain);
    free(side);
}

// Called in place of OpenSSL's own verification: does the same, and keeps what was shown and why it was refused.
static int verify(X509_STORE_CTX *context, void *argument) {
    cc_tls_side *side = argument;
    int result = X509_verify_cert(context);

    cc_certificate_list_release(side->chain);
    side->chain = cc_certificate_list_of(X509_STORE_CTX_get0_untrusted(context));
    if (result > 0) return 1;

    side->verify_error = X509_STORE_CTX_get_error(context);
    if (side->verify_error == X509_V_OK) side->verify_error = X509_V_ERR_UNSPECIFIED;
    X509 *judged = X509_STORE_CTX_get_current_cert(context);
    if (judged == NULL) judged = X509_STORE_CTX_get0_cert(context);
    cc_certificate_list_release(side->judged);
    side->judged = cc_certificate_list_of_one(judged);
    return 0;
}

static void on_info(const SSL *ssl, int where, int value) {
    if ((where & SSL_CB_READ_ALERT) != SSL_CB_READ_ALERT) return;
    cc_tls_side *side = cc_tls_side_of(ssl);
    if (side == NULL) return;
    if ((value >> 8) == SSL3_AL_FATAL) side->alert = value;
    if ((value & 0xFF) == SSL3_AD_CLOSE_NOTIFY) side->said_goodbye = true;
}

static bool set_name(cc_tls_side *side, SSL_CTX *context) {
    X509_VERIFY_PARAM *parameters = SSL_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    struct in6_addr address;
    if (inet_pton(AF_INET, side->host, &address) == 1 || inet_pton(AF_INET6, side->host, &address) == 1) {
        return X509_VERIFY_PARAM_set1_ip_asc(parameters, side->host) == 1;
    }
    return X509_VERIFY_PARAM_set1_host(parameters, side->host, 0) == 1;
}

bool cc_tls_side_install(cc_tls_side *side, SSL_CTX *context) {
    pthread_once(&index_once, make_index);
    if (side_index < 0 || SSL_CTX_set_ex_data(context, side_index, side) != 1) return false;
    side->references++;  // given back by release_with_context

    if (SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) != 1 || !set_name(side, context)) return false;
    // A certificate is judged once, in the handshake; an end without close_notify is a truncation.
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_clear_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set1_cert_store(context, side->store);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_set_cert_verify_callback(context, verify, side);
    SSL_CTX_set_info_callback(context, on_info);

    if (side->identity == NULL) return true;
    return SSL_CTX_use_cert_and_key(
               context, side->identity->certificate, side->identity->key, side->identity->chain, 1) == 1;
}

cc_tls_side *cc_tls_side_of(const SSL *ssl) {
    return ssl == NULL || side_index < 0 ? NULL : SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), side_index);
}

cc_verdict cc_tls_verdict(int verify_error) {
    switch (verify_error) {
    case X509_V_OK: return CC_VERDICT_NONE;
    case X509_V_ERR_CERT_HAS_EXPIRED: return CC_VERDICT_EXPIRED;
    case X509_V_ERR_CERT_NOT_YET_VALID: return CC_VERDICT_NOT_YET_VALID;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    // The trusted issuer has this name and another key: made anew, or somebody else's.
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_CERT_UNTRUSTED: return CC_VERDICT_UNKNOWN_ISSUER;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return CC_VERDICT_NAME_MISMATCH;
    default: return CC_VERDICT_OTHER;
    }
}
