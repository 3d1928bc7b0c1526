#include "CZlib.h"

#include <limits.h>
#include <zlib.h>

ptrdiff_t czlib_inflate(const uint8_t *bytes, size_t length, uint8_t *room, size_t capacity) {
    if (length > UINT_MAX || capacity > UINT_MAX) return -1;
    z_stream stream = {0};
    // A negative window: no header, no checksum.
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return -1;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = room;
    stream.avail_out = (uInt)capacity;
    int answer = inflate(&stream, Z_FINISH);
    ptrdiff_t count = answer == Z_STREAM_END ? (ptrdiff_t)stream.total_out : -1;
    inflateEnd(&stream);
    return count;
}
