#include "internal.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#define STRING_OF(x) #x
#define TEXT_OF(x) STRING_OF(x)

static pthread_once_t library_once = PTHREAD_ONCE_INIT;
static const char *library_defect = NULL;

static void go_on(int signal) { (void)signal; }

// libcurl ignores SIGPIPE while it closes its connections, and then puts back what it found there. Where another library (one
// with a server in the same process) begins to ignore it in that very moment, the default is put back for good, and the next
// connection that a peer has closed ends the process. So the default is never found: a handler that does nothing stands in its
// place, which, unlike SIG_IGN, the programs that this one begins do not inherit.
static void handle_broken_connections(void) {
    struct sigaction action;
    if (sigaction(SIGPIPE, NULL, &action) != 0 || (action.sa_flags & SA_SIGINFO) != 0 || action.sa_handler != SIG_DFL) return;
    memset(&action, 0, sizeof action);
    action.sa_handler = go_on;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGPIPE, &action, NULL);
}

static void start_library(void) {
    handle_broken_connections();
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        library_defect = "libcurl cannot be initialised";
        return;
    }
    const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);
    // The SSL_CTX that libcurl hands out must belong to the OpenSSL this file was compiled for.
    const char *expected = "OpenSSL/" TEXT_OF(OPENSSL_VERSION_MAJOR) ".";
    if (info->ssl_version == NULL || strncmp(info->ssl_version, expected, strlen(expected)) != 0) {
        library_defect = "libcurl is not built with OpenSSL " TEXT_OF(OPENSSL_VERSION_MAJOR);
    } else if (info->version_num < 0x075700) {
        library_defect = "libcurl is older than 7.87";
    } else if ((info->features & CURL_VERSION_ASYNCHDNS) == 0) {
        library_defect = "libcurl is built without an asynchronous resolver";
    } else if ((info->features & CURL_VERSION_LIBZ) == 0 || (info->features & CURL_VERSION_BROTLI) == 0) {
        library_defect = "libcurl is built without zlib or brotli";
    }
}

const char *cc_library_defect(void) {
    pthread_once(&library_once, start_library);
    return library_defect;
}

typedef struct {
    void (*body)(void *);
    void *context;
} thread_start;

static void *thread_main(void *argument) {
    thread_start start = *(thread_start *)argument;
    free(argument);
    start.body(start.context);
    return NULL;
}

bool cc_thread_start(void (*body)(void *context), void *context) {
    thread_start *start = malloc(sizeof *start);
    if (start == NULL) return false;
    *start = (thread_start){body, context};

    // Blocked in the new thread (and in the resolver's threads it starts): SIGPIPE, which OpenSSL provokes by writing to a
    // connection closed by the peer, and every signal that belongs to the program's own threads.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);

    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread;
    bool started = pthread_create(&thread, &attributes, thread_main, start) == 0;
    pthread_attr_destroy(&attributes);

    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!started) free(start);
    return started;
}
