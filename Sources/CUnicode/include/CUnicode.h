// What WebAgentURL needs of ICU, as functions Swift can call: the toolchain's ICU renames its symbols by macros and takes
// some arguments as variadic callbacks, neither of which Swift imports.

#ifndef CUNICODE_H
#define CUNICODE_H

#include <_foundation_unicode/ucnv.h>
#include <_foundation_unicode/uchar.h>
#include <_foundation_unicode/uidna.h>
#include <stdbool.h>
#include <stdint.h>

/// The version of the Unicode data, such as "16.0".
static inline const char *_Nonnull cunicode_unicode_version(void) { return U_UNICODE_VERSION; }

// MARK: IDNA (UTS 46)

/// What UTS 46 processing found; `errors` are UIDNA_ERROR_ bits.
typedef struct {
    int32_t length;
    uint32_t errors;
    bool failed;
} cunicode_idna_result;

/// The IDNA processor: non-transitional, with the bidi and joiner rules; NULL when the library has no data for it.
static inline UIDNA *_Nullable cunicode_idna_open(void) {
    UErrorCode code = U_ZERO_ERROR;
    UIDNA *idna = uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                                      UIDNA_NONTRANSITIONAL_TO_UNICODE,
                                  &code);
    return U_SUCCESS(code) ? idna : (UIDNA *)0;
}

static inline cunicode_idna_result cunicode_idna_finish(int32_t length, UIDNAInfo info, UErrorCode code) {
    // A full buffer is no failure: the caller asks again with `length` bytes.
    bool failed = U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR;
    cunicode_idna_result result = {length, info.errors, failed};
    return result;
}

/// ToASCII of a UTF-8 name. `length` of the result may exceed `capacity`: then nothing useful was written.
static inline cunicode_idna_result cunicode_idna_to_ascii(const UIDNA *_Nonnull idna, const char *_Nonnull name,
                                                          int32_t length, char *_Nonnull output, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t written = uidna_nameToASCII_UTF8(idna, name, length, output, capacity, &info, &code);
    return cunicode_idna_finish(written, info, code);
}

/// ToUnicode of a UTF-8 name. `length` of the result may exceed `capacity`: then nothing useful was written.
static inline cunicode_idna_result cunicode_idna_to_unicode(const UIDNA *_Nonnull idna, const char *_Nonnull name,
                                                            int32_t length, char *_Nonnull output, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    int32_t written = uidna_nameToUnicodeUTF8(idna, name, length, output, capacity, &info, &code);
    return cunicode_idna_finish(written, info, code);
}

/// The errors that only strict processing (CheckHyphens, VerifyDnsLength) reports.
static inline uint32_t cunicode_idna_strict_errors(void) {
    return UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG | UIDNA_ERROR_DOMAIN_NAME_TOO_LONG |
           UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
}

// MARK: Converters

/// Opens a converter by an ICU name; NULL when the library does not have it. It stops at what it cannot convert.
static inline UConverter *_Nullable cunicode_converter_open(const char *_Nonnull name) {
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &code);
    if (U_FAILURE(code)) return (UConverter *)0;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, (const void *)0, (UConverterToUCallback *)0,
                        (const void **)0, &code);
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, (const void *)0, (UConverterFromUCallback *)0,
                          (const void **)0, &code);
    ucnv_setFallback(converter, false);
    if (U_FAILURE(code)) {
        ucnv_close(converter);
        return (UConverter *)0;
    }
    return converter;
}

static inline void cunicode_converter_close(UConverter *_Nonnull converter) { ucnv_close(converter); }

/// Decodes one whole byte sequence into UTF-16; -1 when the converter has nothing for it.
static inline int32_t cunicode_converter_decode(UConverter *_Nonnull converter, const uint8_t *_Nonnull bytes,
                                                int32_t count, uint16_t *_Nonnull output, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    ucnv_reset(converter);
    int32_t length = ucnv_toUChars(converter, (UChar *)output, capacity, (const char *)bytes, count, &code);
    return U_SUCCESS(code) ? length : -1;
}

#endif
