// Raw DEFLATE over zlib. See include/CXMLSec.h.

#include "CXMLSecInternal.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { raw_window = -15 };  // a negative window means: no header, no checksum

int32_t cxs_deflate(const uint8_t *bytes, size_t length, cxs_buffer *deflated) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (length > INT_MAX) return CXS_FAILED;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        return CXS_FAILED;
    }
    uLong bound = deflateBound(&stream, (uLong)length);
    uint8_t *out = malloc(bound);
    int32_t code = CXS_FAILED;
    if (out != NULL) {
        stream.next_in = (Bytef *)bytes;
        stream.avail_in = (uInt)length;
        stream.next_out = out;
        stream.avail_out = (uInt)bound;
        if (deflate(&stream, Z_FINISH) == Z_STREAM_END) code = cxs_fill(deflated, out, stream.total_out);
    }
    free(out);
    deflateEnd(&stream);
    return code;
}

int32_t cxs_inflate(const uint8_t *bytes, size_t length, size_t limit, cxs_buffer *inflated) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (length > INT_MAX || limit >= INT_MAX) return CXS_TOO_LONG;
    uint8_t *out = malloc(limit + 1);  // one more byte than allowed tells "too long" from "just fits"
    if (out == NULL || inflateInit2(&stream, raw_window) != Z_OK) {
        free(out);
        return CXS_FAILED;
    }
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = out;
    stream.avail_out = (uInt)(limit + 1);
    int end = inflate(&stream, Z_FINISH);
    int32_t code = CXS_MALFORMED;
    if (stream.total_out > limit) {
        code = CXS_TOO_LONG;
    } else if (end == Z_STREAM_END && stream.avail_in == 0) {
        code = cxs_fill(inflated, out, stream.total_out);
    }
    free(out);
    inflateEnd(&stream);
    return code;
}
