// libxml2 for Swift, without libxml2's headers: one call that turns a document into a flat list of events.
//
// Nothing of libxml2 is visible here on purpose. Its headers include ICU's, which clash with the toolchain's own copy.

#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stddef.h>
#include <stdint.h>

// Why a parse ended. Every value but CLX_OK comes with the line and column of the first thing that was wrong.
enum {
    CLX_OK = 0,
    CLX_NO_MEMORY = 1,
    CLX_DOCUMENT_TYPE = 2,
    CLX_TOO_DEEP = 3,
    CLX_TOO_MANY_NODES = 4,
    CLX_MALFORMED = 5,
    CLX_TRUNCATED = 6,
    CLX_TOO_MANY_ATTRIBUTES = 7,
};

// What the event buffer holds, one record after another. A string is a 32-bit length (host order) and its UTF-8 bytes;
// CLX_ABSENT as the length means there is none. A count is 32 bits, host order.
enum {
    CLX_EVENT_START = 1,    // prefix?, local, namespace?; count of declarations × (prefix?, address);
                            // count of attributes × (prefix?, local, namespace?, value)
    CLX_EVENT_END = 2,
    CLX_EVENT_TEXT = 3,     // text; neighbouring texts and CDATA sections come as several events
    CLX_EVENT_COMMENT = 4,  // text
    CLX_EVENT_INSTRUCTION = 5,  // target, data?
};

static const uint32_t CLX_ABSENT = 0xFFFFFFFFu;

typedef struct {
    int32_t code;         // CLX_…
    int32_t library_code; // libxml2's own number of the first error, for CLX_MALFORMED and CLX_TRUNCATED
    int32_t line;         // from 1
    int32_t column;       // from 1; 0 when unknown
    uint8_t *_Nullable events;
    size_t length;
} clx_result;

// Parses a whole document. `maximum_attributes` bounds the "=" signs in it, and by that its attributes, before parsing:
// libxml2 compares each attribute of an element with every other. No network, no file, no document type, no entity but the five predefined ones.
// `length` must not exceed INT_MAX. The result's buffer belongs to the caller: give it to clx_release.
void clx_parse(const uint8_t *_Nonnull bytes, size_t length, int32_t maximum_depth, int32_t maximum_nodes,
               int32_t maximum_attributes, clx_result *_Nonnull result);

void clx_release(clx_result *_Nonnull result);

#endif
