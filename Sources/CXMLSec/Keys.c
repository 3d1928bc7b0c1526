// Keys and plain RSA signatures, over OpenSSL. See include/CXMLSec.h.

#include "CXMLSecInternal.h"

#include <limits.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

int32_t cxs_fill(cxs_buffer *buffer, const void *bytes, size_t length) {
    buffer->length = 0;
    buffer->bytes = malloc(length > 0 ? length : 1);
    if (buffer->bytes == NULL) return CXS_FAILED;
    if (length > 0) memcpy(buffer->bytes, bytes, length);
    buffer->length = length;
    return CXS_OK;
}

void cxs_release(cxs_buffer *buffer) {
    free(buffer->bytes);
    buffer->bytes = NULL;
    buffer->length = 0;
}

// Takes over the reference to `pkey`.
static int32_t adopt(EVP_PKEY *pkey, cxs_key **key) {
    ERR_clear_error();
    if (pkey == NULL || EVP_PKEY_get_base_id(pkey) != EVP_PKEY_RSA || EVP_PKEY_get_bits(pkey) < 2048) {
        EVP_PKEY_free(pkey);
        return CXS_BAD_KEY;
    }
    *key = calloc(1, sizeof **key);
    if (*key == NULL) {
        EVP_PKEY_free(pkey);
        return CXS_FAILED;
    }
    (*key)->pkey = pkey;
    return CXS_OK;
}

// Answers every question for a passphrase with none, so that nothing ever asks on a terminal.
static int no_passphrase(char *buffer, int size, int writing, void *user) {
    (void)buffer, (void)size, (void)writing, (void)user;
    return -1;
}

int32_t cxs_key_private(const uint8_t *pem, size_t length, cxs_key **key) {
    *key = NULL;
    if (length > INT_MAX) return CXS_BAD_KEY;
    BIO *bio = BIO_new_mem_buf(pem, (int)length);
    if (bio == NULL) return CXS_FAILED;
    EVP_PKEY *pkey = PEM_read_bio_PrivateKey(bio, NULL, no_passphrase, NULL);
    BIO_free(bio);
    return adopt(pkey, key);
}

int32_t cxs_key_certificate(const uint8_t *der, size_t length, cxs_key **key) {
    *key = NULL;
    if (length > INT_MAX) return CXS_BAD_KEY;
    const unsigned char *cursor = der;
    X509 *certificate = d2i_X509(NULL, &cursor, (long)length);
    if (certificate == NULL || cursor != der + length) {
        X509_free(certificate);
        ERR_clear_error();
        return CXS_BAD_KEY;
    }
    EVP_PKEY *pkey = X509_get_pubkey(certificate);
    X509_free(certificate);
    return adopt(pkey, key);
}

void cxs_key_free(cxs_key *key) {
    if (key == NULL) return;
    EVP_PKEY_free(key->pkey);
    free(key);
}

int32_t cxs_key_matches(const cxs_key *one, const cxs_key *other) {
    return EVP_PKEY_eq(one->pkey, other->pkey) == 1;
}

static const EVP_MD *digest(int32_t algorithm) {
    return algorithm == CXS_RSA_SHA1 ? EVP_sha1() : EVP_sha256();
}

int32_t cxs_rsa_sign(const uint8_t *octets, size_t length, const cxs_key *key, int32_t algorithm,
                     cxs_buffer *signature) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    size_t size = (size_t)EVP_PKEY_get_size(key->pkey);
    unsigned char *bytes = malloc(size);
    int32_t code = CXS_FAILED;
    if (context != NULL && bytes != NULL
        && EVP_DigestSignInit(context, NULL, digest(algorithm), NULL, key->pkey) == 1
        && EVP_DigestSign(context, bytes, &size, octets, length) == 1) {
        code = cxs_fill(signature, bytes, size);
    }
    free(bytes);
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return code;
}

int32_t cxs_rsa_verify(const uint8_t *octets, size_t length, const uint8_t *signature, size_t signature_length,
                       const cxs_key *key, int32_t algorithm) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int32_t code = CXS_FAILED;
    if (context != NULL && EVP_DigestVerifyInit(context, NULL, digest(algorithm), NULL, key->pkey) == 1) {
        int holds = EVP_DigestVerify(context, signature, signature_length, octets, length);
        code = holds == 1 ? CXS_OK : CXS_INVALID;
    }
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return code;
}
