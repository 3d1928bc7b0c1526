// What TokenStoreSecretService needs of libsecret, without the headers of libsecret and GLib: only this one is seen by Swift.
//
// Every function blocks until the service has answered, and none ever asks a person: what is locked is reported. They may
// be called on any thread. What is handed out belongs to the caller until it is released; nothing handed in is kept.

#ifndef CSECRETSERVICE_H
#define CSECRETSERVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    CSECRET_OK,
    /// There is no session bus.
    CSECRET_NO_SESSION,
    /// No program on the session bus is a Secret Service.
    CSECRET_NO_SERVICE,
    /// The keyring, or an item, is locked.
    CSECRET_LOCKED,
    /// Anything else; the reason tells.
    CSECRET_REFUSED,
} csecret_status;

/// A name and a value by which items are found; both in UTF-8. The names are `namespace`, `kind`, `name` and `state`.
typedef struct {
    const char *_Nonnull name;
    const char *_Nonnull value;
} csecret_attribute;

/// What a search found.
typedef struct csecret_items csecret_items;

/// Finds every item that has all these attributes, with their secrets. `items` is set when it went well, `reason` when it
/// did not and there is more to say.
csecret_status csecret_search(const csecret_attribute *_Nonnull attributes, size_t count,
                              csecret_items *_Nullable *_Nonnull items, char *_Nullable *_Nonnull reason);
size_t csecret_items_count(const csecret_items *_Nonnull items);
/// The secret of one item; it lives as long as the items.
const uint8_t *_Nullable csecret_items_secret(const csecret_items *_Nonnull items, size_t index,
                                              size_t *_Nonnull length);
/// Gives an item other attributes in place of those it has.
csecret_status csecret_items_rename(const csecret_items *_Nonnull items, size_t index,
                                    const csecret_attribute *_Nonnull attributes, size_t count,
                                    char *_Nullable *_Nonnull reason);
void csecret_items_release(csecret_items *_Nullable items);

/// Puts an item into the default keyring, in place of the one with the same attributes.
csecret_status csecret_store(const csecret_attribute *_Nonnull attributes, size_t count, const char *_Nonnull label,
                             const uint8_t *_Nullable secret, size_t length, char *_Nullable *_Nonnull reason);

/// Removes every item that has all these attributes.
csecret_status csecret_clear(const csecret_attribute *_Nonnull attributes, size_t count,
                             char *_Nullable *_Nonnull reason);

void csecret_text_release(char *_Nullable text);

#endif
