#ifndef CITABLE_CSERVER_LIBRARY_H
#define CITABLE_CSERVER_LIBRARY_H

#include <microhttpd.h>

/// What is used of libmicrohttpd. Only `serve` needs it, so it is loaded then and not at every start of the program.
struct microhttpd {
    __typeof__(MHD_start_daemon) *start;
    __typeof__(MHD_stop_daemon) *stop;
    __typeof__(MHD_get_connection_values) *values;
    __typeof__(MHD_get_connection_info) *info;
    __typeof__(MHD_suspend_connection) *suspend;
    __typeof__(MHD_resume_connection) *resume;
    __typeof__(MHD_create_response_from_buffer) *from_buffer;
    __typeof__(MHD_create_response_from_fd) *from_fd;
    __typeof__(MHD_create_response_from_callback) *from_callback;
    __typeof__(MHD_add_response_header) *add_header;
    __typeof__(MHD_queue_response) *queue;
    __typeof__(MHD_destroy_response) *destroy;
    int is_there;
};

const struct microhttpd *citable_microhttpd(void);

#endif
