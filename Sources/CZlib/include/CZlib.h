// What SignInTrace needs of zlib, without zlib's own header: only this one is seen by Swift.

#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// Inflates raw DEFLATE, without zlib's header, into room for `capacity` bytes.
///
/// Answers how many bytes came out; -1 for data that is broken, cut short or does not fit.
ptrdiff_t czlib_inflate(const uint8_t *_Nonnull bytes, size_t length, uint8_t *_Nonnull room, size_t capacity);

#endif
