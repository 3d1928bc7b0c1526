// What Cryptography needs of OpenSSL, without OpenSSL's own headers: only this one is seen by Swift.
//
// Nothing here keeps a pointer it was given, and every function may be called on any thread.

#ifndef CCRYPTOGRAPHY_H
#define CCRYPTOGRAPHY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    CCRYPTOGRAPHY_SHA1,
    CCRYPTOGRAPHY_SHA256,
    CCRYPTOGRAPHY_SHA512,
} ccryptography_hash;

/// Writes the authentication code of a message, which has to fit exactly. False when the library cannot compute it.
bool ccryptography_hmac(ccryptography_hash hash, const uint8_t *_Nullable key, size_t key_length,
                        const uint8_t *_Nullable message, size_t message_length, uint8_t *_Nonnull code,
                        size_t code_length);

/// Derives a key from a password; `cost`, `block_size` and `parallelization` are scrypt's N, r and p. False when the
/// library refuses them, or needs more memory than `memory` bytes or than there are.
bool ccryptography_scrypt(const uint8_t *_Nullable password, size_t password_length, const uint8_t *_Nullable salt,
                          size_t salt_length, uint64_t cost, uint64_t block_size, uint64_t parallelization,
                          uint64_t memory, uint8_t *_Nonnull key, size_t key_length);

/// Compares in a time that does not tell where the difference lies.
bool ccryptography_equal(const uint8_t *_Nullable left, const uint8_t *_Nullable right, size_t length);

#endif
