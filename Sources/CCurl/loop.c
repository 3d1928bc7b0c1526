#include "internal.h"

#include <stdlib.h>

// Connections kept open for later exchanges, over all origins: with fewer than are in use at once, each exchange would begin
// with a handshake.
static const long kept_connections = 128;

struct cc_loop {
    CURLM *multi;
};

cc_loop *cc_loop_create(void) {
    if (cc_library_defect() != NULL) return NULL;
    cc_loop *loop = calloc(1, sizeof *loop);
    if (loop == NULL) return NULL;
    loop->multi = curl_multi_init();
    if (loop->multi == NULL || curl_multi_setopt(loop->multi, CURLMOPT_MAXCONNECTS, kept_connections) != CURLM_OK) {
        curl_multi_cleanup(loop->multi);
        free(loop);
        return NULL;
    }
    return loop;
}

void cc_loop_destroy(cc_loop *loop) {
    if (loop == NULL) return;
    curl_multi_cleanup(loop->multi);
    free(loop);
}

bool cc_loop_add(cc_loop *loop, cc_exchange *exchange) {
    if (exchange->setup == CURLE_OK) {
        exchange->setup = curl_easy_setopt(exchange->easy, CURLOPT_HTTPHEADER, exchange->lines);
    }
    return exchange->setup == CURLE_OK && curl_multi_add_handle(loop->multi, exchange->easy) == CURLM_OK;
}

void cc_loop_remove(cc_loop *loop, cc_exchange *exchange) { curl_multi_remove_handle(loop->multi, exchange->easy); }

bool cc_loop_perform(cc_loop *loop) {
    int running = 0;
    return curl_multi_perform(loop->multi, &running) == CURLM_OK;
}

bool cc_loop_wait(cc_loop *loop, int milliseconds) {
    return curl_multi_poll(loop->multi, NULL, 0, milliseconds, NULL) == CURLM_OK;
}

cc_exchange *cc_loop_next_finished(cc_loop *loop) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(loop->multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        CURLcode code = message->data.result;
        char *found = NULL;
        if (curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &found) != CURLE_OK || found == NULL) continue;
        cc_exchange *exchange = (cc_exchange *)found;
        cc_exchange_settle(exchange, code);
        curl_multi_remove_handle(loop->multi, exchange->easy);
        return exchange;
    }
    return NULL;
}

void cc_loop_wake(cc_loop *loop) { curl_multi_wakeup(loop->multi); }
