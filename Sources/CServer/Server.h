#ifndef CITABLE_CSERVER_SERVER_H
#define CITABLE_CSERVER_SERVER_H

#include "CServer.h"

#include "Library.h"

#include <pthread.h>
#include <time.h>

/// A connection from its first byte on; owned by the list of the server.
struct peer {
    struct peer *next, *previous;
    int socket;
    /// Since when it has had nothing to do but send a request; 0 while it is answered.
    time_t waiting;
};

/// Somebody who listens for announcements.
struct listener {
    struct listener *next, *previous;
    citable_server *server;
    struct MHD_Connection *connection;
    /// The last announcement and the last ping that it was sent.
    unsigned long seen, pinged;
    int is_suspended;
    /// What remains to be sent of a message.
    char *text;
    size_t sent, length;
};

struct citable_server {
    const struct microhttpd *library;
    struct MHD_Daemon *daemon;
    citable_answerer answerer;
    void *context;
    /// Guards everything below.
    pthread_mutex_t lock;
    struct peer *peers;
    struct listener *listeners;
    char *announcement;
    unsigned long count, pings;
    time_t pinged;
    int is_closing;
};

struct citable_exchange_s {
    citable_server *server;
    struct MHD_Connection *connection;
    char *target;
    int has_begun;
    enum MHD_Result result;
};

/// Sends a response with header lines, and lets go of it.
void citable_queue(citable_exchange_t *exchange, int status, const char *headers, struct MHD_Response *response);

/// Lets everybody who waits for an event look again. The lock is held.
void citable_wake(citable_server *server);

#endif
