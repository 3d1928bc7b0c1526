// See include/CLibXML2.h.
//
// libxml2's SAX interface is used without its tree: what a document costs is bounded by our own counters, and no
// function that could load an entity or a document type is ever installed. XML_PARSE_HUGE lifts libxml2's bounds on
// text length; depth, node count and input size are ours. Parsing is iterative in libxml2 2.9.11 and later. What costs
// libxml2 more than in proportion is bounded apart: attributes of one element, and namespaces in force.
//
// Threads: xmlInitParser runs once; everything else lives in one parser context per call.

#include "CLibXML2.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { maximum_namespaces = 256 };  // in force at one place; libxml2 searches them one by one

typedef struct {
    xmlParserCtxtPtr parser;
    clx_result *result;
    size_t capacity;
    int32_t depth, maximum_depth;
    int64_t nodes, maximum_nodes;
    uint8_t last;  // the kind of the last event: neighbouring texts are one node
} state;

static void stop(state *s, int32_t code) {
    if (s->result->code == CLX_OK) {
        s->result->code = code;
        s->result->line = xmlSAX2GetLineNumber(s->parser);
        s->result->column = xmlSAX2GetColumnNumber(s->parser);
    }
    xmlStopParser(s->parser);
}

static int reserve(state *s, size_t more) {
    clx_result *r = s->result;
    if (r->code != CLX_OK) return 0;
    if (s->capacity - r->length >= more) return 1;
    size_t wanted = s->capacity * 2;
    if (wanted < r->length + more) wanted = r->length + more;
    uint8_t *grown = realloc(r->events, wanted);
    if (grown == NULL) {
        stop(s, CLX_NO_MEMORY);
        return 0;
    }
    r->events = grown;
    s->capacity = wanted;
    return 1;
}

static void put_count(state *s, uint32_t value) {
    if (!reserve(s, sizeof value)) return;
    memcpy(s->result->events + s->result->length, &value, sizeof value);
    s->result->length += sizeof value;
}

static void put_bytes(state *s, const xmlChar *bytes, size_t length) {
    put_count(s, (uint32_t)length);
    if (length == 0 || !reserve(s, length)) return;
    memcpy(s->result->events + s->result->length, bytes, length);
    s->result->length += length;
}

static void put_string(state *s, const xmlChar *string) {
    if (string == NULL) {
        put_count(s, CLX_ABSENT);
    } else {
        put_bytes(s, string, strlen((const char *)string));
    }
}

// Without XML_PARSE_NOENT, which stays off, libxml2 hands every "&" of an attribute's value over as "&#38;".
static void put_value(state *s, const xmlChar *from, const xmlChar *end) {
    static const char escaped[] = "&#38;";
    const size_t escaped_length = sizeof escaped - 1;
    const size_t most = (size_t)(end - from);
    if (!reserve(s, sizeof(uint32_t) + most)) return;
    uint8_t *start = s->result->events + s->result->length + sizeof(uint32_t);
    uint8_t *to = start;
    while (from < end) {
        int is_escaped = (size_t)(end - from) >= escaped_length && memcmp(from, escaped, escaped_length) == 0;
        *to++ = *from;
        from += is_escaped ? escaped_length : 1;
    }
    put_count(s, (uint32_t)(to - start));
    s->result->length += (size_t)(to - start);
}

// A namespace's address; it comes from an attribute's value.
static void put_address(state *s, const xmlChar *address) {
    if (address == NULL) {
        put_count(s, CLX_ABSENT);
    } else {
        put_value(s, address, address + strlen((const char *)address));
    }
}

static int put_event(state *s, uint8_t kind, int64_t nodes) {
    s->nodes += nodes;
    if (s->nodes > s->maximum_nodes) {
        stop(s, CLX_TOO_MANY_NODES);
        return 0;
    }
    if (!reserve(s, 1)) return 0;
    s->result->events[s->result->length++] = s->last = kind;
    return 1;
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *address, int declarations,
                     const xmlChar **declared, int attributes, int defaulted, const xmlChar **attribute) {
    state *s = user;
    (void)defaulted;
    if (++s->depth > s->maximum_depth) {
        stop(s, CLX_TOO_DEEP);
        return;
    }
    if (s->parser->nsNr > 2 * maximum_namespaces) {
        stop(s, CLX_TOO_MANY_ATTRIBUTES);
        return;
    }
    if (!put_event(s, CLX_EVENT_START, 1 + (int64_t)declarations + attributes)) return;
    put_string(s, prefix);
    put_string(s, local);
    put_address(s, address);
    put_count(s, (uint32_t)declarations);
    for (int i = 0; i < declarations; i++) {
        put_string(s, declared[2 * i]);
        const xmlChar *value = declared[2 * i + 1];
        put_address(s, value == NULL ? (const xmlChar *)"" : value);
    }
    put_count(s, (uint32_t)attributes);
    for (int i = 0; i < attributes; i++) {
        const xmlChar **a = attribute + 5 * i;  // local, prefix, address, start and end of the value
        put_string(s, a[1]);
        put_string(s, a[0]);
        put_address(s, a[2]);
        put_value(s, a[3], a[4]);
    }
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *address) {
    state *s = user;
    (void)local, (void)prefix, (void)address;
    s->depth--;
    put_event(s, CLX_EVENT_END, 0);
}

static void on_text(void *user, const xmlChar *text, int length) {
    state *s = user;
    if (put_event(s, CLX_EVENT_TEXT, s->last != CLX_EVENT_TEXT)) put_bytes(s, text, (size_t)length);
}

static void on_comment(void *user, const xmlChar *text) {
    state *s = user;
    if (put_event(s, CLX_EVENT_COMMENT, 1)) put_string(s, text);
}

static void on_instruction(void *user, const xmlChar *target, const xmlChar *data) {
    state *s = user;
    if (!put_event(s, CLX_EVENT_INSTRUCTION, 1)) return;
    put_string(s, target);
    put_string(s, data);
}

static void on_document_type(void *user, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
    (void)name, (void)public_id, (void)system_id;
    stop(user, CLX_DOCUMENT_TYPE);
}

// Encodings in which no byte of another character looks like markup, and UTF-16, which libxml2 tells by its first bytes.
static int is_known_encoding(const char *name) {
    static const char *const exact[] = {"UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16", "UTF-16LE", "UTF-16BE"};
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++) {
        if (strcasecmp(name, exact[i]) == 0) return 1;
    }
    return strncasecmp(name, "ISO-8859-", 9) == 0 || strncasecmp(name, "windows-125", 11) == 0;
}

// Called once the XML declaration is read.
static void on_document(void *user) {
    state *s = user;
    const xmlChar *declared = s->parser->encoding != NULL ? s->parser->encoding : s->parser->input->encoding;
    if (declared == NULL || is_known_encoding((const char *)declared)) return;
    s->result->library_code = XML_ERR_UNKNOWN_ENCODING;
    stop(s, CLX_MALFORMED);
}

static size_t count_byte(const uint8_t *bytes, size_t length, uint8_t byte) {
    size_t count = 0;
    const uint8_t *end = bytes + length;
    while (bytes < end && (bytes = memchr(bytes, byte, (size_t)(end - bytes))) != NULL) {
        count++;
        bytes++;
    }
    return count;
}

static void on_error(void *user, xmlErrorPtr error) {
    state *s = user;
    if (error->level < XML_ERR_ERROR || s->result->code != CLX_OK) return;
    xmlParserInputPtr input = s->parser->input;
    // A mismatch is noticed after the end tag was read, so standing at the end says nothing there.
    int at_end = input != NULL && input->cur >= input->end && error->code != XML_ERR_TAG_NAME_MISMATCH;
    s->result->code = at_end ? CLX_TRUNCATED : CLX_MALFORMED;
    s->result->library_code = error->code;
    s->result->line = error->line > 0 ? error->line : 1;
    s->result->column = error->int2 > 0 ? error->int2 : 0;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

void clx_parse(const uint8_t *bytes, size_t length, int32_t maximum_depth, int32_t maximum_nodes,
               int32_t maximum_attributes, clx_result *result) {
    pthread_once(&once, xmlInitParser);
    memset(result, 0, sizeof *result);
    state s = {.result = result, .maximum_depth = maximum_depth, .maximum_nodes = maximum_nodes};
    if (length == 0) {  // libxml2 makes no context for an empty memory block
        result->code = CLX_TRUNCATED;
        result->library_code = XML_ERR_DOCUMENT_EMPTY;
        result->line = result->column = 1;
        return;
    }
    if (count_byte(bytes, length, '=') > (size_t)maximum_attributes) {
        result->code = CLX_TOO_MANY_ATTRIBUTES;
        return;
    }
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
    if (parser == NULL) {
        result->code = CLX_NO_MEMORY;
        return;
    }
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startDocument = on_document;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = handler.ignorableWhitespace = handler.cdataBlock = on_text;
    handler.comment = on_comment;
    handler.processingInstruction = on_instruction;
    handler.internalSubset = on_document_type;
    handler.serror = on_error;
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    *parser->sax = handler;
    parser->userData = &s;
    s.parser = parser;
    xmlParseDocument(parser);
    if (result->code == CLX_OK && (!parser->wellFormed || !parser->nsWellFormed)) {
        stop(&s, CLX_MALFORMED);
    }
    // libxml2 takes a zero byte for the end of its input: what follows one would go unseen.
    if (result->code == CLX_OK && parser->input != NULL && parser->input->cur < parser->input->end) {
        stop(&s, CLX_MALFORMED);
        result->library_code = XML_ERR_DOCUMENT_END;
    }
    if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

void clx_release(clx_result *result) {
    free(result->events);
    result->events = NULL;
    result->length = 0;
}
