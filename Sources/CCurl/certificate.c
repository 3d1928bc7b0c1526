#include "internal.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>


// A certificate may hold thousands of names; a person reads none of them beyond this.
enum { name_limit = 100 };

struct cc_certificate_list {
    size_t count;
    cc_certificate *items;
};

static char *text_of_bio(BIO *bio) {
    char *bytes = NULL;
    long length = BIO_get_mem_data(bio, &bytes);
    char *text = malloc((size_t)length + 1);
    if (text == NULL) return NULL;
    if (length > 0) memcpy(text, bytes, (size_t)length);
    text[length] = 0;
    return text;
}

static char *text_of_distinguished_name(const X509_NAME *name) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (bio == NULL) return NULL;
    // Escapes control characters and everything beyond ASCII, so that a terminal can be trusted with it.
    char *text = X509_NAME_print_ex(bio, name, 0, XN_FLAG_RFC2253) >= 0 ? text_of_bio(bio) : NULL;
    BIO_free(bio);
    return text;
}

static char *text_of_pem(X509 *certificate) {
    BIO *bio = BIO_new(BIO_s_mem());
    if (bio == NULL) return NULL;
    char *text = PEM_write_bio_X509(bio, certificate) == 1 ? text_of_bio(bio) : NULL;
    BIO_free(bio);
    return text;
}

static char *text_of_sha256(const X509 *certificate) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (X509_digest(certificate, EVP_sha256(), digest, &length) != 1 || length != 32) return NULL;
    char *text = malloc(32 * 3);
    if (text == NULL) return NULL;
    for (unsigned i = 0; i < 32; i++) snprintf(text + 3 * i, 4 - (i == 31), i == 31 ? "%02X" : "%02X:", digest[i]);
    return text;
}

static int64_t seconds_of(const ASN1_TIME *time) {
    struct tm parts;
    if (ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    return (int64_t)timegm(&parts);
}

// A DNS name of a certificate is any bytes its issuer liked; what is not visible ASCII is shown as \xNN.
static char *text_of_dns_name(const ASN1_IA5STRING *name) {
    const unsigned char *bytes = ASN1_STRING_get0_data(name);
    int length = ASN1_STRING_length(name);
    char *text = malloc((size_t)length * 4 + 1);
    if (text == NULL) return NULL;
    char *end = text;
    for (int i = 0; i < length; i++) {
        if (bytes[i] > 0x20 && bytes[i] < 0x7F) *end++ = (char)bytes[i];
        else end += sprintf(end, "\\x%02X", bytes[i]);
    }
    *end = 0;
    return text;
}

static char *text_of_address(const ASN1_OCTET_STRING *address) {
    char text[INET6_ADDRSTRLEN];
    int length = ASN1_STRING_length(address);
    int family = length == 4 ? AF_INET : length == 16 ? AF_INET6 : -1;
    if (family == -1 || inet_ntop(family, ASN1_STRING_get0_data(address), text, sizeof text) == NULL) return NULL;
    return strdup(text);
}

// The subject alternative names; without any, the common names, which are then what counts.
static bool read_names(X509 *certificate, cc_certificate *into) {
    char **names = calloc(name_limit, sizeof *names);
    if (names == NULL) return false;
    size_t count = 0;

    GENERAL_NAMES *alternatives = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    for (int i = 0; i < sk_GENERAL_NAME_num(alternatives) && count < name_limit; i++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(alternatives, i);
        char *text = NULL;
        if (name->type == GEN_DNS) text = text_of_dns_name(name->d.dNSName);
        else if (name->type == GEN_IPADD) text = text_of_address(name->d.iPAddress);
        if (text != NULL) names[count++] = text;
    }
    GENERAL_NAMES_free(alternatives);

    if (count == 0) {
        const X509_NAME *subject = X509_get_subject_name(certificate);
        int place = -1;
        while (count < name_limit && (place = X509_NAME_get_index_by_NID(subject, NID_commonName, place)) >= 0) {
            char *text = text_of_dns_name(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
            if (text != NULL) names[count++] = text;
        }
    }
    into->names = (const char *const *)names;
    into->name_count = count;
    return true;
}

static bool read_certificate(X509 *certificate, cc_certificate *into) {
    into->subject = text_of_distinguished_name(X509_get_subject_name(certificate));
    into->issuer = text_of_distinguished_name(X509_get_issuer_name(certificate));
    into->sha256 = text_of_sha256(certificate);
    into->pem = text_of_pem(certificate);
    into->not_before = seconds_of(X509_get0_notBefore(certificate));
    into->not_after = seconds_of(X509_get0_notAfter(certificate));
    return read_names(certificate, into) && into->subject && into->issuer && into->sha256 && into->pem;
}

static void free_certificate(cc_certificate *certificate) {
    free((char *)certificate->subject);
    free((char *)certificate->issuer);
    free((char *)certificate->sha256);
    free((char *)certificate->pem);
    for (size_t i = 0; i < certificate->name_count; i++) free((char *)certificate->names[i]);
    free((void *)certificate->names);
}

static cc_certificate_list *list_of_capacity(size_t capacity) {
    cc_certificate_list *list = calloc(1, sizeof *list);
    if (list == NULL) return NULL;
    list->items = calloc(capacity, sizeof *list->items);
    if (list->items != NULL) return list;
    free(list);
    return NULL;
}

cc_certificate_list *cc_certificate_list_of(const STACK_OF(X509) *certificates) {
    int count = sk_X509_num(certificates);
    if (count <= 0) return NULL;
    cc_certificate_list *list = list_of_capacity((size_t)count);
    if (list == NULL) return NULL;
    for (int i = 0; i < count; i++) {
        list->count++;
        if (read_certificate(sk_X509_value(certificates, i), &list->items[i])) continue;
        cc_certificate_list_release(list);
        return NULL;
    }
    return list;
}

cc_certificate_list *cc_certificate_list_of_one(X509 *certificate) {
    if (certificate == NULL) return NULL;
    cc_certificate_list *list = list_of_capacity(1);
    if (list == NULL) return NULL;
    list->count = 1;
    if (read_certificate(certificate, &list->items[0])) return list;
    cc_certificate_list_release(list);
    return NULL;
}

void cc_certificate_list_release(cc_certificate_list *list) {
    if (list == NULL) return;
    for (size_t i = 0; i < list->count; i++) free_certificate(&list->items[i]);
    free(list->items);
    free(list);
}

size_t cc_certificate_list_count(const cc_certificate_list *list) { return list == NULL ? 0 : list->count; }

const cc_certificate *cc_certificate_list_at(const cc_certificate_list *list, size_t index) {
    return list != NULL && index < list->count ? &list->items[index] : NULL;
}

// Never asks on the terminal, which OpenSSL would do by itself.
static int no_passphrase(char *buffer, int size, int writing, void *context) {
    (void)buffer, (void)size, (void)writing, (void)context;
    return -1;
}

// Every certificate of a PEM text; NULL when there is none or one cannot be read.
static STACK_OF(X509) *read_pem(const uint8_t *pem, size_t length) {
    if (length > INT32_MAX) return NULL;
    BIO *bio = BIO_new_mem_buf(pem, (int)length);
    STACK_OF(X509) *all = sk_X509_new_null();
    bool is_whole = false;
    while (bio != NULL && all != NULL) {
        X509 *certificate = PEM_read_bio_X509(bio, NULL, no_passphrase, NULL);
        if (certificate == NULL) {
            is_whole = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
            break;
        }
        if (sk_X509_push(all, certificate) > 0) continue;
        X509_free(certificate);
        break;
    }
    ERR_clear_error();
    BIO_free(bio);
    if (is_whole && sk_X509_num(all) > 0) return all;
    sk_X509_pop_free(all, X509_free);
    return NULL;
}

cc_certificate_list *cc_certificate_list_read(const uint8_t *pem, size_t length) {
    STACK_OF(X509) *all = read_pem(pem, length);
    cc_certificate_list *list = cc_certificate_list_of(all);
    sk_X509_pop_free(all, X509_free);
    return list;
}

// How many certificates a PEM file seems to hold; -1 when it cannot be read.
static long certificates_in_file(const char *path) {
    FILE *file = fopen(path, "re");
    if (file == NULL) return -1;
    long count = 0;
    char line[128];
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "-----BEGIN ", 11) == 0 && strstr(line, "CERTIFICATE-----") != NULL) count++;
    }
    fclose(file);
    return count;
}

// How many certificates a folder offers by the hash of their subject, which is how OpenSSL finds one when it needs it.
static long certificates_by_hash(const char *path) {
    DIR *folder = opendir(path);
    if (folder == NULL) return 0;
    long count = 0;
    struct dirent *entry;
    while ((entry = readdir(folder)) != NULL) {
        const char *name = entry->d_name;
        if (strspn(name, "0123456789abcdef") == 8 && name[8] == '.' && name[9] != 0
            && strspn(name + 9, "0123456789") == strlen(name + 9)) count++;
    }
    closedir(folder);
    return count;
}

void cc_trust_add_roots(cc_trust *trust, const char *file, const char *folder) {
    if (folder != NULL) X509_STORE_load_path(trust->store, folder);
    if (file != NULL) {
        long in_file = certificates_in_file(file);
        bool is_in_folder = folder != NULL && in_file > 0 && certificates_by_hash(folder) >= in_file;
        if (!is_in_folder) X509_STORE_load_file(trust->store, file);
    }
    ERR_clear_error();
}

static void add_system_roots(cc_trust *trust) {
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    cc_trust_add_roots(trust, info->cainfo, info->capath);
    if (info->cainfo == NULL && info->capath == NULL) X509_STORE_set_default_paths(trust->store);
    ERR_clear_error();
}

cc_trust *cc_trust_create(bool with_system_roots) {
    cc_trust *trust = calloc(1, sizeof *trust);
    if (trust == NULL) return NULL;
    trust->store = X509_STORE_new();
    if (trust->store == NULL) {
        free(trust);
        return NULL;
    }
    // Any certificate in the store ends a chain, self-signed or not: what was trusted is trusted.
    X509_STORE_set_flags(trust->store, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST);
    if (with_system_roots) add_system_roots(trust);
    return trust;
}

void cc_trust_release(cc_trust *trust) {
    if (trust == NULL) return;
    X509_STORE_free(trust->store);
    free(trust);
}

bool cc_trust_add(cc_trust *trust, const uint8_t *pem, size_t length) {
    STACK_OF(X509) *all = read_pem(pem, length);
    bool is_added = all != NULL;
    for (int i = 0; is_added && i < sk_X509_num(all); i++) {
        is_added = X509_STORE_add_cert(trust->store, sk_X509_value(all, i)) == 1;
    }
    sk_X509_pop_free(all, X509_free);
    return is_added;
}

typedef struct {
    const uint8_t *bytes;
    size_t length;
} passphrase_text;

static int give_passphrase(char *buffer, int size, int writing, void *context) {
    (void)writing;
    const passphrase_text *passphrase = context;
    if (passphrase->bytes == NULL || passphrase->length > (size_t)size) return -1;
    memcpy(buffer, passphrase->bytes, passphrase->length);
    return (int)passphrase->length;
}

cc_identity *cc_identity_create(
    const uint8_t *certificate, size_t certificate_length, const uint8_t *key, size_t key_length,
    const uint8_t *passphrase, size_t passphrase_length, cc_identity_problem *problem) {
    cc_identity *identity = calloc(1, sizeof *identity);
    *problem = CC_IDENTITY_OUT_OF_MEMORY;
    if (identity == NULL) return NULL;

    *problem = CC_IDENTITY_CERTIFICATE_UNREADABLE;
    identity->chain = read_pem(certificate, certificate_length);
    if (identity->chain == NULL) goto failed;
    identity->certificate = sk_X509_shift(identity->chain);

    *problem = CC_IDENTITY_KEY_UNREADABLE;
    if (key_length > INT32_MAX) goto failed;
    BIO *bio = BIO_new_mem_buf(key, (int)key_length);
    passphrase_text text = {passphrase, passphrase_length};
    identity->key = bio == NULL ? NULL : PEM_read_bio_PrivateKey(bio, NULL, give_passphrase, &text);
    BIO_free(bio);
    if (identity->key == NULL) goto failed;

    *problem = CC_IDENTITY_KEY_OF_ANOTHER_CERTIFICATE;
    if (X509_check_private_key(identity->certificate, identity->key) != 1) goto failed;
    *problem = CC_IDENTITY_OK;
    return identity;

failed:
    ERR_clear_error();
    cc_identity_release(identity);
    return NULL;
}

void cc_identity_release(cc_identity *identity) {
    if (identity == NULL) return;
    X509_free(identity->certificate);
    sk_X509_pop_free(identity->chain, X509_free);
    EVP_PKEY_free(identity->key);
    free(identity);
}
