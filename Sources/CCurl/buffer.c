#include "internal.h"

#include <stdlib.h>
#include <string.h>

bool cc_buffer_append(cc_buffer *buffer, const void *bytes, size_t length) {
    if (length == 0) return true;
    if (length > SIZE_MAX / 2 - buffer->length) return false;
    size_t needed = buffer->length + length;
    if (needed > buffer->capacity) {
        size_t capacity = buffer->capacity < 4096 ? 4096 : buffer->capacity;
        while (capacity < needed) capacity *= 2;
        uint8_t *grown = realloc(buffer->bytes, capacity);
        if (grown == NULL) return false;
        buffer->bytes = grown;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length = needed;
    return true;
}

void cc_buffer_free(cc_buffer *buffer) {
    free(buffer->bytes);
    *buffer = (cc_buffer){0};
}
