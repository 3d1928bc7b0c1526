#include "LibXML2Baseline.h"

#include <libxml/parser.h>

int baseline_parse(const void *bytes, size_t length) {
    xmlDocPtr document = xmlReadMemory(bytes, (int)length, "document", NULL, XML_PARSE_NONET);
    if (document == NULL) return 0;
    xmlFreeDoc(document);
    return 1;
}
