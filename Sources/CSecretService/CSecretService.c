#include "CSecretService.h"

#ifdef __linux__

#include <libsecret/secret.h>
#include <string.h>

static const SecretSchema schema = {
    "org.finessekit.Secret",
    SECRET_SCHEMA_NONE,
    {{"namespace", SECRET_SCHEMA_ATTRIBUTE_STRING},
     {"kind", SECRET_SCHEMA_ATTRIBUTE_STRING},
     {"name", SECRET_SCHEMA_ATTRIBUTE_STRING},
     {"state", SECRET_SCHEMA_ATTRIBUTE_STRING},
     {NULL, 0}},
    0, 0, 0, 0, 0, 0, 0, 0};

struct csecret_items {
    size_t count;
    SecretItem **items;
    SecretValue **values;
};

static GHashTable *table(const csecret_attribute *attributes, size_t count) {
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (size_t index = 0; index < count; index++) {
        g_hash_table_replace(table, g_strdup(attributes[index].name), g_strdup(attributes[index].value));
    }
    return table;
}

static csecret_status status_of(const GError *error) {
    if (g_error_matches(error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED)) return CSECRET_LOCKED;
    if (g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
        || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
        || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND)
        || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_CHILD_EXITED)
        || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_FAILED)
        || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_EXEC_FAILED))
        return CSECRET_NO_SERVICE;
    return CSECRET_REFUSED;
}

// Takes the error over.
static csecret_status failure(csecret_status status, GError *error, char **reason) {
    *reason = error != NULL ? g_strdup(error->message) : NULL;
    g_clear_error(&error);
    // A connection that has died is not asked again.
    secret_service_disconnect();
    return status;
}

static csecret_status failure_of(GError *error, char **reason) {
    return failure(error != NULL ? status_of(error) : CSECRET_REFUSED, error, reason);
}

static csecret_status open_service(SecretService **service, char **reason) {
    GError *error = NULL;
    GDBusConnection *bus = g_bus_get_sync(G_BUS_TYPE_SESSION, NULL, &error);
    if (bus == NULL) return failure(CSECRET_NO_SESSION, error, reason);
    // The end of the session bus would otherwise be the end of this program.
    g_dbus_connection_set_exit_on_close(bus, FALSE);
    *service = secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, NULL, &error);
    g_object_unref(bus);
    return *service != NULL ? CSECRET_OK : failure_of(error, reason);
}

void csecret_items_release(csecret_items *items) {
    if (items == NULL) return;
    for (size_t index = 0; index < items->count; index++) {
        g_object_unref(items->items[index]);
        if (items->values[index] != NULL) secret_value_unref(items->values[index]);
    }
    g_free(items->items);
    g_free(items->values);
    g_free(items);
}

csecret_status csecret_search(const csecret_attribute *attributes, size_t count, csecret_items **items, char **reason) {
    *items = NULL;
    *reason = NULL;
    SecretService *service = NULL;
    csecret_status status = open_service(&service, reason);
    if (status != CSECRET_OK) return status;
    GError *error = NULL;
    GHashTable *wanted = table(attributes, count);
    // Without SECRET_SEARCH_UNLOCK nobody is asked.
    GList *found = secret_service_search_sync(service, &schema, wanted, SECRET_SEARCH_ALL, NULL, &error);
    g_hash_table_unref(wanted);
    g_object_unref(service);
    if (error != NULL) {
        g_list_free_full(found, g_object_unref);
        return failure_of(error, reason);
    }
    csecret_items *list = g_new0(csecret_items, 1);
    list->items = g_new0(SecretItem *, g_list_length(found) + 1);
    list->values = g_new0(SecretValue *, g_list_length(found) + 1);
    for (GList *entry = found; entry != NULL; entry = entry->next) {
        list->items[list->count] = entry->data;
        list->count++;
    }
    g_list_free(found);
    for (size_t index = 0; status == CSECRET_OK && index < list->count; index++) {
        SecretItem *item = list->items[index];
        if (secret_item_get_locked(item)) {
            status = CSECRET_LOCKED;
        } else if (!secret_item_load_secret_sync(item, NULL, &error)) {
            // Somebody may have removed the item since it was found.
            if (!g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT)
                && !g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
                && !g_error_matches(error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
                status = failure_of(error, reason);
            else
                g_clear_error(&error);
        } else {
            list->values[index] = secret_item_get_secret(item);
        }
    }
    if (status == CSECRET_OK) {
        *items = list;
    } else {
        csecret_items_release(list);
    }
    return status;
}

size_t csecret_items_count(const csecret_items *items) { return items->count; }

const uint8_t *csecret_items_secret(const csecret_items *items, size_t index, size_t *length) {
    *length = 0;
    if (index >= items->count || items->values[index] == NULL) return NULL;
    gsize bytes = 0;
    const uint8_t *secret = (const uint8_t *)secret_value_get(items->values[index], &bytes);
    *length = bytes;
    return secret;
}

csecret_status csecret_items_rename(const csecret_items *items, size_t index, const csecret_attribute *attributes,
                                    size_t count, char **reason) {
    *reason = NULL;
    if (index >= items->count) return CSECRET_REFUSED;
    GError *error = NULL;
    GHashTable *wanted = table(attributes, count);
    gboolean done = secret_item_set_attributes_sync(items->items[index], &schema, wanted, NULL, &error);
    g_hash_table_unref(wanted);
    return done ? CSECRET_OK : failure_of(error, reason);
}

// The default keyring, if it is open: libsecret itself would ask a person to open it or to make one.
static csecret_status open_keyring(SecretService *service, char **reason) {
    GError *error = NULL;
    SecretCollection *keyring = secret_collection_for_alias_sync(service, SECRET_COLLECTION_DEFAULT,
                                                                 SECRET_COLLECTION_NONE, NULL, &error);
    if (error != NULL) return failure_of(error, reason);
    if (keyring == NULL) {
        *reason = g_strdup("there is no default keyring");
        return CSECRET_LOCKED;
    }
    bool locked = secret_collection_get_locked(keyring);
    g_object_unref(keyring);
    return locked ? CSECRET_LOCKED : CSECRET_OK;
}

csecret_status csecret_store(const csecret_attribute *attributes, size_t count, const char *label,
                             const uint8_t *secret, size_t length, char **reason) {
    *reason = NULL;
    SecretService *service = NULL;
    csecret_status status = open_service(&service, reason);
    if (status != CSECRET_OK) return status;
    status = open_keyring(service, reason);
    if (status == CSECRET_OK) {
        GError *error = NULL;
        GHashTable *wanted = table(attributes, count);
        SecretValue *value = secret_value_new(length > 0 ? (const gchar *)secret : "", (gssize)length,
                                              "application/octet-stream");
        if (!secret_service_store_sync(service, &schema, wanted, SECRET_COLLECTION_DEFAULT, label, value, NULL, &error))
            status = failure_of(error, reason);
        secret_value_unref(value);
        g_hash_table_unref(wanted);
    }
    g_object_unref(service);
    return status;
}

csecret_status csecret_clear(const csecret_attribute *attributes, size_t count, char **reason) {
    *reason = NULL;
    SecretService *service = NULL;
    csecret_status status = open_service(&service, reason);
    if (status != CSECRET_OK) return status;
    GError *error = NULL;
    GHashTable *wanted = table(attributes, count);
    // What is locked would be passed over without a word.
    GList *found = secret_service_search_sync(service, &schema, wanted, SECRET_SEARCH_ALL, NULL, &error);
    if (error != NULL) status = failure_of(error, reason);
    for (GList *entry = found; status == CSECRET_OK && entry != NULL; entry = entry->next) {
        if (secret_item_get_locked(entry->data)) {
            status = CSECRET_LOCKED;
        } else if (!secret_item_delete_sync(entry->data, NULL, &error)) {
            // Somebody else was faster.
            if (g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT)
                || g_error_matches(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
                || g_error_matches(error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT))
                g_clear_error(&error);
            else
                status = failure_of(error, reason);
        }
    }
    g_list_free_full(found, g_object_unref);
    g_hash_table_unref(wanted);
    g_object_unref(service);
    return status;
}

void csecret_text_release(char *text) { g_free(text); }

#endif
