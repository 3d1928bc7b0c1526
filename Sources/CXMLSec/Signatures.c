// XML signatures as SAML uses them, over libxmlsec1. See include/CXMLSec.h.
//
// What keeps verification strict:
//   - A document with a document type is refused; nothing is fetched; only elements of SAML's two namespaces have IDs,
//     and no ID is there twice.
//   - The signature must be a child of the element that the caller is going to read, and its one reference must be
//     "#" + that element's ID.
//   - Every child of Signature and SignedInfo is checked by name, so nothing unexpected rides along; algorithms and
//     transforms are compared with a list before libxmlsec1 sees them, and libxmlsec1 is given the same list again.
//   - KeyInfo is cut out of the tree first, and the key is set by us: no document chooses its own key.
//   - `status` decides, not the return value; and the caller gets the bytes that were digested.

#include "CXMLSecInternal.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/valid.h>
#include <limits.h>
#include <openssl/err.h>
#include <pthread.h>
#include <string.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/openssl/evp.h>
#include <xmlsec/openssl/symbols.h>
#include <xmlsec/templates.h>
#include <xmlsec/transforms.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

static const char samlp[] = "urn:oasis:names:tc:SAML:2.0:protocol";
static const char saml[] = "urn:oasis:names:tc:SAML:2.0:assertion";
static const char ds[] = "http://www.w3.org/2000/09/xmldsig#";
static const char exclusive[] = "http://www.w3.org/2001/10/xml-exc-c14n#";
static const char enveloped[] = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
static const char rsa_sha256[] = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
static const char rsa_sha1[] = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
static const char sha256[] = "http://www.w3.org/2001/04/xmlenc#sha256";
static const char sha1[] = "http://www.w3.org/2000/09/xmldsig#sha1";

// MARK: - Once

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int ready = 0;

// libxmlsec1 reports here what its return values say already; by default it would print it.
static void be_silent(const char *file, int line, const char *func, const char *object, const char *subject,
                      int reason, const char *message) {
    (void)file, (void)line, (void)func, (void)object, (void)subject, (void)reason, (void)message;
}

static void initialise(void) {
    xmlInitParser();
    if (xmlSecInit() < 0 || xmlSecOpenSSLInit() < 0) return;
    xmlSecErrorsSetCallback(be_silent);  // last: xmlSecOpenSSLInit sets a callback that prints
    ready = 1;
}

// libxml2's canonicalisation would print what is wrong with a document. The handler is one per thread: it is set for the
// time of a call and put back.
typedef struct {
    xmlStructuredErrorFunc function;
    void *context;
} error_handler;

static void ignore_error(void *user, xmlErrorPtr error) {
    (void)user, (void)error;
}

static error_handler silence(void) {
    error_handler before = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(NULL, ignore_error);
    return before;
}

static void restore(error_handler before) {
    xmlSetStructuredErrorFunc(before.context, before.function);
    xmlResetLastError();
    ERR_clear_error();
}

// MARK: - Documents

static int is(xmlNodePtr node, const char *local, const char *address) {
    return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL
        && strcmp((const char *)node->name, local) == 0 && strcmp((const char *)node->ns->href, address) == 0;
}

static int is_saml(xmlNodePtr node) {
    if (node->type != XML_ELEMENT_NODE || node->ns == NULL) return 0;
    const char *address = (const char *)node->ns->href;
    return strcmp(address, samlp) == 0 || strcmp(address, saml) == 0;
}

static xmlNodePtr next_in_document(xmlNodePtr node) {
    if (node->children != NULL && node->type == XML_ELEMENT_NODE) return node->children;
    while (node != NULL && node->next == NULL) node = node->parent;
    return node == NULL ? NULL : node->next;
}

static int32_t register_ids(xmlDocPtr document) {
    for (xmlNodePtr node = xmlDocGetRootElement(document); node != NULL; node = next_in_document(node)) {
        if (!is_saml(node)) continue;
        xmlAttrPtr attribute = xmlHasNsProp(node, (const xmlChar *)"ID", NULL);
        if (attribute == NULL) continue;
        xmlChar *value = xmlNodeListGetString(document, attribute->children, 1);
        if (value == NULL) return CXS_DUPLICATE_ID;  // two empty IDs are the same ID
        // xml:id attributes are registered by the parser already; meeting one here is a duplicate too.
        int32_t code = xmlGetID(document, value) != NULL ? CXS_DUPLICATE_ID : CXS_OK;
        if (code == CXS_OK && xmlAddID(NULL, document, value, attribute) == NULL) code = CXS_FAILED;
        xmlFree(value);
        if (code != CXS_OK) return code;
    }
    return CXS_OK;
}

// Parses strictly and finds the element with the ID. The document is the caller's to free, on every code.
static int32_t open_document(const uint8_t *bytes, size_t length, const char *id, xmlDocPtr *document,
                             xmlNodePtr *element) {
    pthread_once(&once, initialise);
    *document = NULL;
    *element = NULL;
    if (!ready) return CXS_FAILED;
    if (length == 0 || length > INT_MAX) return CXS_MALFORMED;
    // libxmlsec1 puts the ID into an XPointer expression: only a plain name may get there.
    if (xmlValidateNCName((const xmlChar *)id, 0) != 0) return CXS_NO_ELEMENT;
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    *document = xmlReadMemory((const char *)bytes, (int)length, NULL, NULL, options);
    if (*document == NULL) return CXS_MALFORMED;
    if ((*document)->intSubset != NULL || (*document)->extSubset != NULL) return CXS_DOCUMENT_TYPE;
    int32_t code = register_ids(*document);
    if (code != CXS_OK) return code;
    xmlAttrPtr attribute = xmlGetID(*document, (const xmlChar *)id);
    if (attribute == NULL || !is_saml(attribute->parent)) return CXS_NO_ELEMENT;
    *element = attribute->parent;
    return CXS_OK;
}

// A new reference to the key, for one context, which frees it.
static xmlSecKeyPtr key_for_context(const cxs_key *key) {
    if (EVP_PKEY_up_ref(key->pkey) != 1) return NULL;
    xmlSecKeyDataPtr data = xmlSecOpenSSLEvpKeyAdopt(key->pkey);
    if (data == NULL) {
        EVP_PKEY_free(key->pkey);
        return NULL;
    }
    xmlSecKeyPtr result = xmlSecKeyCreate();
    if (result == NULL || xmlSecKeySetValue(result, data) < 0) {
        if (result != NULL) xmlSecKeyDestroy(result);
        xmlSecKeyDataDestroy(data);
        return NULL;
    }
    return result;
}

// MARK: - Signing

static xmlNodePtr make_template(xmlDocPtr document, const char *uri, int32_t algorithm) {
    xmlSecTransformId method =
        algorithm == CXS_RSA_SHA1 ? xmlSecOpenSSLTransformRsaSha1GetKlass() : xmlSecOpenSSLTransformRsaSha256GetKlass();
    xmlSecTransformId digest =
        algorithm == CXS_RSA_SHA1 ? xmlSecOpenSSLTransformSha1GetKlass() : xmlSecOpenSSLTransformSha256GetKlass();
    xmlNodePtr signature = xmlSecTmplSignatureCreateNsPref(document, xmlSecTransformExclC14NGetKlass(), method, NULL,
                                                           (const xmlChar *)"ds");
    if (signature == NULL) return NULL;
    xmlNodePtr reference = xmlSecTmplSignatureAddReference(signature, digest, NULL, (const xmlChar *)uri, NULL);
    if (reference == NULL || xmlSecTmplReferenceAddTransform(reference, xmlSecTransformEnvelopedGetKlass()) == NULL
        || xmlSecTmplReferenceAddTransform(reference, xmlSecTransformExclC14NGetKlass()) == NULL) {
        xmlFreeNode(signature);
        return NULL;
    }
    return signature;
}

static void place(xmlNodePtr signature, xmlNodePtr element) {
    xmlNodePtr first = xmlFirstElementChild(element);
    if (is(first, "Issuer", saml)) {
        xmlAddNextSibling(first, signature);
    } else if (element->children != NULL) {
        xmlAddPrevSibling(element->children, signature);
    } else {
        xmlAddChild(element, signature);
    }
}

// The certificate is added after signing: the whole Signature element is outside what is digested.
static int add_certificate(xmlNodePtr signature, const char *certificate) {
    if (*certificate == '\0') return 1;
    xmlNodePtr info = xmlNewChild(signature, signature->ns, (const xmlChar *)"KeyInfo", NULL);
    if (info == NULL) return 0;
    xmlNodePtr data = xmlNewChild(info, signature->ns, (const xmlChar *)"X509Data", NULL);
    if (data == NULL) return 0;
    return xmlNewChild(data, signature->ns, (const xmlChar *)"X509Certificate", (const xmlChar *)certificate) != NULL;
}

static int32_t sign_element(xmlDocPtr document, xmlNodePtr element, const char *id, const cxs_key *key,
                            const char *certificate, int32_t algorithm) {
    xmlChar *uri = xmlStrncatNew((const xmlChar *)"#", (const xmlChar *)id, -1);
    xmlNodePtr signature = uri == NULL ? NULL : make_template(document, (const char *)uri, algorithm);
    xmlFree(uri);
    if (signature == NULL) return CXS_FAILED;
    place(signature, element);
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (context == NULL) return CXS_FAILED;
    context->signKey = key_for_context(key);
    int done = context->signKey != NULL && xmlSecDSigCtxSign(context, signature) == 0
        && context->status == xmlSecDSigStatusSucceeded && add_certificate(signature, certificate);
    xmlSecDSigCtxDestroy(context);
    return done ? CXS_OK : CXS_FAILED;
}

int32_t cxs_sign(const uint8_t *bytes, size_t length, const char *id, const cxs_key *key, const char *certificate,
                 int32_t algorithm, cxs_buffer *signed_document) {
    xmlDocPtr document;
    xmlNodePtr element;
    error_handler before = silence();
    int32_t code = open_document(bytes, length, id, &document, &element);
    if (code == CXS_OK) code = sign_element(document, element, id, key, certificate, algorithm);
    if (code == CXS_OK) {
        xmlChar *out = NULL;
        int size = 0;
        xmlDocDumpMemoryEnc(document, &out, &size, "UTF-8");
        code = out == NULL ? CXS_FAILED : cxs_fill(signed_document, out, (size_t)size);
        xmlFree(out);
    }
    if (document != NULL) xmlFreeDoc(document);
    restore(before);
    return code;
}

// MARK: - Verifying

static xmlNodePtr next_element(xmlNodePtr node) {
    return node == NULL ? NULL : xmlNextElementSibling(node);
}

// Whether the attribute says exactly this. A missing attribute says nothing.
static int says(xmlNodePtr node, const char *attribute, const char *expected) {
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)attribute);
    int same = value != NULL && strcmp((const char *)value, expected) == 0;
    xmlFree(value);
    return same;
}

static int32_t check_algorithm(xmlNodePtr node, const char *strong, const char *weak, int32_t allow_sha1) {
    if (xmlFirstElementChild(node) != NULL) return CXS_STRUCTURE;
    if (says(node, "Algorithm", strong)) return CXS_OK;
    if (!says(node, "Algorithm", weak)) return CXS_OTHER_ALGORITHM;
    return allow_sha1 ? CXS_OK : CXS_WEAK_ALGORITHM;
}

// Exclusive canonicalisation may carry a prefix list, and nothing else.
static int is_exclusive(xmlNodePtr node) {
    if (!says(node, "Algorithm", exclusive)) return 0;
    xmlNodePtr child = xmlFirstElementChild(node);
    return child == NULL || (is(child, "InclusiveNamespaces", exclusive) && next_element(child) == NULL);
}

static int32_t check_reference(xmlNodePtr reference, const char *id, int32_t allow_sha1) {
    xmlChar *uri = xmlGetNoNsProp(reference, (const xmlChar *)"URI");
    int ours = uri != NULL && uri[0] == '#' && strcmp((const char *)uri + 1, id) == 0;
    xmlFree(uri);
    if (!ours) return CXS_OTHER_ELEMENT;

    xmlNodePtr transforms = xmlFirstElementChild(reference);
    if (!is(transforms, "Transforms", ds)) return CXS_TRANSFORMS;
    xmlNodePtr first = xmlFirstElementChild(transforms);
    xmlNodePtr second = next_element(first);
    if (!is(first, "Transform", ds) || !says(first, "Algorithm", enveloped) || xmlFirstElementChild(first) != NULL
        || !is(second, "Transform", ds) || !is_exclusive(second) || next_element(second) != NULL) {
        return CXS_TRANSFORMS;
    }
    xmlNodePtr method = next_element(transforms);
    xmlNodePtr value = next_element(method);
    if (!is(method, "DigestMethod", ds) || !is(value, "DigestValue", ds) || next_element(value) != NULL) {
        return CXS_STRUCTURE;
    }
    return check_algorithm(method, sha256, sha1, allow_sha1);
}

static int32_t check_signature(xmlNodePtr signature, const char *id, int32_t allow_sha1) {
    xmlNodePtr info = xmlFirstElementChild(signature);
    xmlNodePtr value = next_element(info);
    if (!is(info, "SignedInfo", ds) || !is(value, "SignatureValue", ds)) return CXS_STRUCTURE;
    xmlNodePtr key_info = next_element(value);
    if (key_info != NULL && (!is(key_info, "KeyInfo", ds) || next_element(key_info) != NULL)) return CXS_STRUCTURE;

    xmlNodePtr canonical = xmlFirstElementChild(info);
    xmlNodePtr method = next_element(canonical);
    xmlNodePtr reference = next_element(method);
    if (!is(canonical, "CanonicalizationMethod", ds) || !is(method, "SignatureMethod", ds)) return CXS_STRUCTURE;
    if (!is_exclusive(canonical)) return CXS_OTHER_ALGORITHM;
    int32_t code = check_algorithm(method, rsa_sha256, rsa_sha1, allow_sha1);
    if (code != CXS_OK) return code;
    if (!is(reference, "Reference", ds) || next_element(reference) != NULL) return CXS_REFERENCE_COUNT;
    return check_reference(reference, id, allow_sha1);
}

static int32_t own_signature(xmlNodePtr element, xmlNodePtr *signature) {
    *signature = NULL;
    for (xmlNodePtr child = xmlFirstElementChild(element); child != NULL; child = next_element(child)) {
        if (!is(child, "Signature", ds)) continue;
        if (*signature != NULL) return CXS_SEVERAL_SIGNATURES;
        *signature = child;
    }
    return *signature == NULL ? CXS_NO_SIGNATURE : CXS_OK;
}

static void cut_key_info(xmlNodePtr signature) {
    for (xmlNodePtr child = xmlFirstElementChild(signature); child != NULL; child = next_element(child)) {
        if (!is(child, "KeyInfo", ds)) continue;
        xmlUnlinkNode(child);
        xmlFreeNode(child);
        return;
    }
}

static int allow_only_ours(xmlSecDSigCtxPtr context, int32_t allow_sha1) {
    context->enabledReferenceUris = xmlSecTransformUriTypeSameDocument;
    context->flags |= XMLSEC_DSIG_FLAGS_STORE_SIGNEDINFO_REFERENCES;
    int failed = 0;
    failed |= xmlSecDSigCtxEnableReferenceTransform(context, xmlSecTransformEnvelopedGetKlass()) < 0;
    failed |= xmlSecDSigCtxEnableReferenceTransform(context, xmlSecTransformExclC14NGetKlass()) < 0;
    failed |= xmlSecDSigCtxEnableReferenceTransform(context, xmlSecOpenSSLTransformSha256GetKlass()) < 0;
    failed |= xmlSecDSigCtxEnableSignatureTransform(context, xmlSecTransformExclC14NGetKlass()) < 0;
    failed |= xmlSecDSigCtxEnableSignatureTransform(context, xmlSecOpenSSLTransformRsaSha256GetKlass()) < 0;
    if (allow_sha1) {
        failed |= xmlSecDSigCtxEnableReferenceTransform(context, xmlSecOpenSSLTransformSha1GetKlass()) < 0;
        failed |= xmlSecDSigCtxEnableSignatureTransform(context, xmlSecOpenSSLTransformRsaSha1GetKlass()) < 0;
    }
    return !failed;
}

// The digested bytes of the context's only reference.
static int32_t take_covered(xmlSecDSigCtxPtr context, const char *id, cxs_buffer *covered) {
    if (xmlSecPtrListGetSize(&context->signedInfoReferences) != 1) return CXS_REFERENCE_COUNT;
    xmlSecDSigReferenceCtxPtr reference = xmlSecPtrListGetItem(&context->signedInfoReferences, 0);
    if (reference == NULL || reference->status != xmlSecDSigStatusSucceeded) return CXS_INVALID;
    if (reference->uri == NULL || reference->uri[0] != '#' || strcmp((const char *)reference->uri + 1, id) != 0) {
        return CXS_OTHER_ELEMENT;
    }
    xmlSecBufferPtr buffer = xmlSecDSigReferenceCtxGetPreDigestBuffer(reference);
    if (buffer == NULL || xmlSecBufferGetData(buffer) == NULL) return CXS_FAILED;
    return cxs_fill(covered, xmlSecBufferGetData(buffer), xmlSecBufferGetSize(buffer));
}

static int32_t verify_signature(xmlNodePtr signature, const char *id, const cxs_key *key, int32_t allow_sha1,
                                cxs_buffer *covered) {
    cut_key_info(signature);
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    if (context == NULL) return CXS_FAILED;
    int32_t code = CXS_FAILED;
    context->signKey = key_for_context(key);
    if (context->signKey != NULL && allow_only_ours(context, allow_sha1)) {
        int called = xmlSecDSigCtxVerify(context, signature);
        int holds = called == 0 && context->status == xmlSecDSigStatusSucceeded;
        code = holds ? take_covered(context, id, covered) : CXS_INVALID;
    }
    xmlSecDSigCtxDestroy(context);
    return code;
}

int32_t cxs_verify(const uint8_t *bytes, size_t length, const char *id, const cxs_key *key, int32_t allow_sha1,
                   cxs_buffer *covered) {
    xmlDocPtr document;
    xmlNodePtr element;
    xmlNodePtr signature = NULL;
    error_handler before = silence();
    int32_t code = open_document(bytes, length, id, &document, &element);
    if (code == CXS_OK) code = own_signature(element, &signature);
    if (code == CXS_OK) code = check_signature(signature, id, allow_sha1);
    if (code == CXS_OK) code = verify_signature(signature, id, key, allow_sha1, covered);
    if (document != NULL) xmlFreeDoc(document);
    restore(before);
    return code;
}
