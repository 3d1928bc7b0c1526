// What the files of this target share. See include/CXMLSec.h.

#ifndef CXMLSEC_INTERNAL_H
#define CXMLSEC_INTERNAL_H

#include "CXMLSec.h"

#include <openssl/evp.h>

struct cxs_key {
    EVP_PKEY *pkey;
};

// Copies bytes into a buffer of the caller's. CXS_OK or CXS_FAILED.
int32_t cxs_fill(cxs_buffer *buffer, const void *bytes, size_t length);

#endif
