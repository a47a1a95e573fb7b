#ifndef CITABLE_CSERVER_H
#define CITABLE_CSERVER_H

#include <stddef.h>

/// A running HTTP server. One thread of its own waits for all connections, so that a slow one holds up no other.
typedef struct citable_server citable_server;

/// One request that waits for its answer.
typedef struct citable_exchange_s citable_exchange_t;

/// What a request says. Texts are as they were sent, null when they weren't, and live as long as the call.
typedef struct {
    const char *method;
    /// Path and query, nothing decoded.
    const char *target;
    const char *host;
    /// Every `Accept` line, joined by commas.
    const char *accept;
    const char *origin;
    const char *if_none_match;
    const char *fetch_destination;
    const char *fetch_site;
    const char *fetch_mode;
    /// How many `Host` lines there are.
    int host_count;
} citable_http_request;

/// Answers a request by exactly one of the `citable_send` calls, on the server's thread.
typedef void (*citable_answerer)(void *context, const citable_http_request *request, citable_exchange_t *exchange);

enum {
    CITABLE_SERVER_OK = 0,
    /// There is no libmicrohttpd on this machine.
    CITABLE_SERVER_NO_LIBRARY = 1,
    /// The name or address to listen on is none of this machine; `code` holds no errno.
    CITABLE_SERVER_NO_ADDRESS = 2,
    /// A system call failed; `code` holds its errno.
    CITABLE_SERVER_FAILED = 3,
};

typedef struct {
    int result;
    int code;
    /// The port that is listened on.
    int port;
} citable_server_start_result;

/// Listens on an address; port 0 lets the system choose. Loads libmicrohttpd at the first call. Null after a failure.
citable_server *citable_server_start(
    const char *address, int port, citable_answerer answerer, void *context, citable_server_start_result *result);

/// Closes every connection and waits for the server's thread.
void citable_server_stop(citable_server *server);

/// Sends a text to everybody who listens for events, and to those who come later.
void citable_server_announce(citable_server *server, const char *text);

/// Closes connections that have not sent a whole request for too long, and writes to those that listen for events, so that
/// the ones nobody reads any more end. To be called about once a second.
void citable_server_tick(citable_server *server);

/// Bytes as the answer; they are copied. `headers` are lines `Name: value`, each ended by a line feed.
void citable_send(
    citable_exchange_t *exchange, int status, const char *headers, const unsigned char *body, size_t length);

/// A file as the answer; the descriptor belongs to the server from then on.
void citable_send_file(citable_exchange_t *exchange, int status, const char *headers, int descriptor, size_t length);

/// The stream of announcements as the answer. Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
void citable_send_events(citable_exchange_t *exchange, const char *headers);

/// Lets the first SIGINT or SIGTERM make the returned descriptor readable and a second one end the process at once.
/// -1 with errno after a failure.
int citable_stop_descriptor(void);

/// The signal that came, or 0.
int citable_stop_signal(void);

/// A file that the server adds to pages: 0 the script, 1 its style sheet.
const unsigned char *citable_client_file(int index, size_t *length);

#endif
