// libxml2's own tree, built and thrown away: what XMLTree is held against.
#ifndef LIBXML2_BASELINE_H
#define LIBXML2_BASELINE_H

#include <stddef.h>

// Whether the document is well-formed.
int baseline_parse(const void *bytes, size_t length);

#endif
