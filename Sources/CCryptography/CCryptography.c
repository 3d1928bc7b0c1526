#include "CCryptography.h"

#include <limits.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

static const EVP_MD *digest(ccryptography_hash hash) {
    switch (hash) {
    case CCRYPTOGRAPHY_SHA1: return EVP_sha1();
    case CCRYPTOGRAPHY_SHA256: return EVP_sha256();
    case CCRYPTOGRAPHY_SHA512: return EVP_sha512();
    }
    return NULL;
}

// The queue of errors belongs to the thread, and what is left in it would be found by the next one who looks.
static bool outcome(bool ok) {
    if (!ok) ERR_clear_error();
    return ok;
}

bool ccryptography_hmac(ccryptography_hash hash, const uint8_t *key, size_t key_length, const uint8_t *message,
                        size_t message_length, uint8_t *code, size_t code_length) {
    const EVP_MD *md = digest(hash);
    if (md == NULL || key_length > INT_MAX || code_length != (size_t)EVP_MD_get_size(md)) return false;
    static const uint8_t nothing = 0;
    unsigned int written = 0;
    return outcome(HMAC(md, key_length > 0 ? key : &nothing, (int)key_length, message_length > 0 ? message : &nothing,
                        message_length, code, &written) != NULL
                   && written == code_length);
}

bool ccryptography_scrypt(const uint8_t *password, size_t password_length, const uint8_t *salt, size_t salt_length,
                          uint64_t cost, uint64_t block_size, uint64_t parallelization, uint64_t memory, uint8_t *key,
                          size_t key_length) {
    static const uint8_t nothing = 0;
    return outcome(EVP_PBE_scrypt(password_length > 0 ? (const char *)password : (const char *)&nothing, password_length,
                                  salt_length > 0 ? salt : &nothing, salt_length, cost, block_size, parallelization,
                                  memory, key, key_length) == 1);
}

bool ccryptography_equal(const uint8_t *left, const uint8_t *right, size_t length) {
    return length == 0 || CRYPTO_memcmp(left, right, length) == 0;
}
