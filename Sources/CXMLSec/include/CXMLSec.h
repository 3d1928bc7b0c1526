// XML signatures, RSA signatures and raw DEFLATE for SAML: libxmlsec1, libxml2, OpenSSL and zlib behind a few functions.
//
// Threads: the libraries are initialised once (pthread_once); every call works on a context and a document of its own;
// a key is only read after it was made, and OpenSSL counts its references atomically. So every function may be called
// from several threads at once, with the same key too.

#ifndef CXMLSEC_H
#define CXMLSEC_H

#include <stddef.h>
#include <stdint.h>

// An answer. What a function does not list it does not give.
enum {
    CXS_OK = 0,
    CXS_FAILED = 1,               // memory or library trouble; nothing to be learnt about the input
    CXS_BAD_KEY = 2,              // not a PEM or DER of the kind asked for, not RSA, or shorter than 2,048 bits
    CXS_MALFORMED = 3,            // not a well-formed document
    CXS_DOCUMENT_TYPE = 4,        // the document has a document type declaration
    CXS_DUPLICATE_ID = 5,         // two elements of SAML's namespaces share an ID
    CXS_NO_ELEMENT = 6,           // no element of SAML's namespaces has the ID asked for
    CXS_NO_SIGNATURE = 7,         // that element has no signature as its own child
    CXS_SEVERAL_SIGNATURES = 8,   // it has more than one
    CXS_REFERENCE_COUNT = 9,      // the signature does not have exactly one reference
    CXS_OTHER_ELEMENT = 10,       // its reference is not "#" and the ID asked for
    CXS_TRANSFORMS = 11,          // other transforms than enveloped-signature and exclusive canonicalisation
    CXS_WEAK_ALGORITHM = 12,      // SHA-1, and SHA-1 was not allowed
    CXS_OTHER_ALGORITHM = 13,     // an algorithm outside the list
    CXS_STRUCTURE = 14,           // the signature has parts that SAML does not use (Object, Manifest, HMAC length …)
    CXS_INVALID = 15,             // digest or signature value does not hold under the given key
    CXS_TOO_LONG = 16,            // the inflated data is longer than allowed
};

enum {
    CXS_RSA_SHA256 = 1,
    CXS_RSA_SHA1 = 2,
};

typedef struct cxs_key cxs_key;

// Bytes that belong to the caller: give them to cxs_release.
typedef struct {
    uint8_t *_Nullable bytes;
    size_t length;
} cxs_buffer;

void cxs_release(cxs_buffer *_Nonnull buffer);

// Makes a key: a private one from PEM, a public one from a certificate in DER. CXS_OK, CXS_FAILED or CXS_BAD_KEY.
int32_t cxs_key_private(const uint8_t *_Nonnull pem, size_t length, cxs_key *_Nullable *_Nonnull key);
int32_t cxs_key_certificate(const uint8_t *_Nonnull der, size_t length, cxs_key *_Nullable *_Nonnull key);
void cxs_key_free(cxs_key *_Nullable key);

// 1 when both hold the same public key.
int32_t cxs_key_matches(const cxs_key *_Nonnull one, const cxs_key *_Nonnull other);

// Signs the element with the ID: an enveloped signature, exclusive canonicalisation, one reference to that ID, the
// certificate (base64 of its DER; empty for none) in KeyInfo. The signature is put behind the element's Issuer child, else first.
int32_t cxs_sign(const uint8_t *_Nonnull document, size_t length, const char *_Nonnull id,
                 const cxs_key *_Nonnull key, const char *_Nonnull certificate, int32_t algorithm,
                 cxs_buffer *_Nonnull signed_document);

// Verifies the signature that is a child of the element with the ID, with this key and no other: KeyInfo is cut out
// before anything is computed. On CXS_OK `covered` holds the canonical bytes the digest was taken of: read those.
int32_t cxs_verify(const uint8_t *_Nonnull document, size_t length, const char *_Nonnull id,
                   const cxs_key *_Nonnull key, int32_t allow_sha1, cxs_buffer *_Nonnull covered);

// Plain RSA signatures (PKCS #1 v1.5) over octets. cxs_rsa_verify answers CXS_OK, CXS_INVALID or CXS_FAILED.
int32_t cxs_rsa_sign(const uint8_t *_Nonnull octets, size_t length, const cxs_key *_Nonnull key, int32_t algorithm,
                     cxs_buffer *_Nonnull signature);
int32_t cxs_rsa_verify(const uint8_t *_Nonnull octets, size_t length, const uint8_t *_Nonnull signature,
                       size_t signature_length, const cxs_key *_Nonnull key, int32_t algorithm);

// Raw DEFLATE, without zlib's header. cxs_inflate answers CXS_MALFORMED for data that is broken, cut short or followed
// by more, and CXS_TOO_LONG above `limit` bytes.
int32_t cxs_deflate(const uint8_t *_Nonnull bytes, size_t length, cxs_buffer *_Nonnull deflated);
int32_t cxs_inflate(const uint8_t *_Nonnull bytes, size_t length, size_t limit, cxs_buffer *_Nonnull inflated);

#endif
