#include "Library.h"

#include "CLoading.h"
#include <pthread.h>

static struct microhttpd library;

static void load(void) {
    static const char *const files[] = {"libmicrohttpd.so.12", "libmicrohttpd.so", NULL};
    const citable_symbol symbols[] = {
        {"MHD_start_daemon", &library.start},
        {"MHD_stop_daemon", &library.stop},
        {"MHD_get_connection_values", &library.values},
        {"MHD_get_connection_info", &library.info},
        {"MHD_suspend_connection", &library.suspend},
        {"MHD_resume_connection", &library.resume},
        {"MHD_create_response_from_buffer", &library.from_buffer},
        {"MHD_create_response_from_fd", &library.from_fd},
        {"MHD_create_response_from_callback", &library.from_callback},
        {"MHD_add_response_header", &library.add_header},
        {"MHD_queue_response", &library.queue},
        {"MHD_destroy_response", &library.destroy},
        {NULL, NULL},
    };
    library.is_there = citable_load(files, symbols);
}

const struct microhttpd *citable_microhttpd(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return library.is_there ? &library : NULL;
}
