#include "Library.h"

#include <dlfcn.h>
#include <pthread.h>

static struct microhttpd library;

static void load(void) {
    void *handle = dlopen("libmicrohttpd.so.12", RTLD_NOW | RTLD_LOCAL);
    if (!handle) handle = dlopen("libmicrohttpd.so", RTLD_NOW | RTLD_LOCAL);
    if (!handle) return;
    library.start = dlsym(handle, "MHD_start_daemon");
    library.stop = dlsym(handle, "MHD_stop_daemon");
    library.values = dlsym(handle, "MHD_get_connection_values");
    library.info = dlsym(handle, "MHD_get_connection_info");
    library.suspend = dlsym(handle, "MHD_suspend_connection");
    library.resume = dlsym(handle, "MHD_resume_connection");
    library.from_buffer = dlsym(handle, "MHD_create_response_from_buffer");
    library.from_fd = dlsym(handle, "MHD_create_response_from_fd");
    library.from_callback = dlsym(handle, "MHD_create_response_from_callback");
    library.add_header = dlsym(handle, "MHD_add_response_header");
    library.queue = dlsym(handle, "MHD_queue_response");
    library.destroy = dlsym(handle, "MHD_destroy_response");
    library.is_there = library.start && library.stop && library.values && library.info && library.suspend &&
        library.resume && library.from_buffer && library.from_fd && library.from_callback && library.add_header &&
        library.queue && library.destroy;
}

const struct microhttpd *citable_microhttpd(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return library.is_there ? &library : NULL;
}
