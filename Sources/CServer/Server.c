#define _GNU_SOURCE
#include "Server.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    /// Seconds that a client may take for the head of a request, and that a connection may stand still.
    PATIENCE = 10,
    MOST_CONNECTIONS = 2000,
    /// Bytes of memory per connection, which the head of a request must fit in.
    CONNECTION_MEMORY = 16384,
    SECONDS_BETWEEN_PINGS = 15,
};

static time_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

// MARK: Answers

void citable_queue(citable_exchange_t *exchange, int status, const char *headers, struct MHD_Response *response) {
    const struct microhttpd *library = exchange->server->library;
    if (!response) return;
    for (const char *line = headers; line && *line;) {
        const char *end = strchr(line, '\n');
        const char *colon = end ? memchr(line, ':', (size_t)(end - line)) : NULL;
        if (!colon) break;
        char *name = strndup(line, (size_t)(colon - line));
        const char *start = colon + 1 + (colon[1] == ' ');
        char *value = strndup(start, (size_t)(end - start));
        if (name && value) library->add_header(response, name, value);
        free(name);
        free(value);
        line = end + 1;
    }
    exchange->result = library->queue(exchange->connection, (unsigned)status, response);
    library->destroy(response);
}

void citable_send(
    citable_exchange_t *exchange, int status, const char *headers, const unsigned char *body, size_t length) {
    citable_queue(
        exchange, status, headers,
        exchange->server->library->from_buffer(length, (void *)(length ? body : (const void *)""), MHD_RESPMEM_MUST_COPY));
}

void citable_send_file(citable_exchange_t *exchange, int status, const char *headers, int descriptor, size_t length) {
    struct MHD_Response *response = exchange->server->library->from_fd(length, descriptor);
    if (!response) close(descriptor);
    citable_queue(exchange, status, headers, response);
}

// MARK: Connections

/// Whether bytes lie there that this side has not looked at: then it is not the other one that is slow.
static int has_unread(int socket) {
    int count = 0;
    return ioctl(socket, FIONREAD, &count) == 0 && count > 0;
}

void citable_server_tick(citable_server *server) {
    time_t time = now();
    pthread_mutex_lock(&server->lock);
    for (struct peer *peer = server->peers; peer; peer = peer->next)
        if (peer->waiting && time - peer->waiting > PATIENCE && !has_unread(peer->socket))
            shutdown(peer->socket, SHUT_RDWR);
    if (time - server->pinged >= SECONDS_BETWEEN_PINGS) {
        server->pinged = time;
        server->pings++;
        citable_wake(server);
    }
    pthread_mutex_unlock(&server->lock);
}

static void connection_changed(
    void *context, struct MHD_Connection *connection, void **own, enum MHD_ConnectionNotificationCode code) {
    citable_server *server = context;
    pthread_mutex_lock(&server->lock);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info = server->library->info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        struct peer *peer = info ? calloc(1, sizeof *peer) : NULL;
        if (peer) {
            peer->socket = info->connect_fd;
            peer->waiting = now();
            peer->next = server->peers;
            if (peer->next) peer->next->previous = peer;
            server->peers = peer;
        }
        *own = peer;
    } else if (*own) {
        struct peer *peer = *own;
        if (peer->previous) peer->previous->next = peer->next;
        if (peer->next) peer->next->previous = peer->previous;
        if (server->peers == peer) server->peers = peer->next;
        free(peer);
        *own = NULL;
    }
    pthread_mutex_unlock(&server->lock);
}

static void note_waiting(citable_server *server, struct MHD_Connection *connection, time_t since) {
    const union MHD_ConnectionInfo *info = server->library->info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    struct peer *peer = info ? info->socket_context : NULL;
    if (!peer) return;
    pthread_mutex_lock(&server->lock);
    peer->waiting = since;
    pthread_mutex_unlock(&server->lock);
}

static void *begin(void *context, const char *target, struct MHD_Connection *connection) {
    citable_exchange_t *exchange = calloc(1, sizeof *exchange);
    if (!exchange) return NULL;
    exchange->server = context;
    exchange->connection = connection;
    exchange->target = strdup(target);
    return exchange;
}

static void end(
    void *context, struct MHD_Connection *connection, void **own, enum MHD_RequestTerminationCode code) {
    (void)code;
    citable_exchange_t *exchange = *own;
    if (exchange) {
        free(exchange->target);
        free(exchange);
        *own = NULL;
    }
    note_waiting(context, connection, now());
}

struct gathering {
    citable_http_request *request;
    char *accept;
};

static enum MHD_Result gather(void *context, enum MHD_ValueKind kind, const char *name, const char *value) {
    (void)kind;
    struct gathering *own = context;
    citable_http_request *request = own->request;
    if (!value) return MHD_YES;
    if (!strcasecmp(name, "Accept")) {
        char *joined = NULL;
        if (asprintf(&joined, "%s%s%s", own->accept ? own->accept : "", own->accept ? ", " : "", value) < 0) return MHD_NO;
        free(own->accept);
        own->accept = joined;
    } else if (!strcasecmp(name, "Host")) {
        request->host = value;
        request->host_count++;
    } else if (!strcasecmp(name, "Origin")) {
        request->origin = value;
    } else if (!strcasecmp(name, "If-None-Match")) {
        request->if_none_match = value;
    } else if (!strcasecmp(name, "Sec-Fetch-Dest")) {
        request->fetch_destination = value;
    } else if (!strcasecmp(name, "Sec-Fetch-Site")) {
        request->fetch_site = value;
    } else if (!strcasecmp(name, "Sec-Fetch-Mode")) {
        request->fetch_mode = value;
    }
    return MHD_YES;
}

static enum MHD_Result answer(
    void *context, struct MHD_Connection *connection, const char *path, const char *method, const char *version,
    const char *upload, size_t *upload_size, void **own) {
    (void)path;
    (void)version;
    (void)upload;
    citable_server *server = context;
    citable_exchange_t *exchange = *own;
    if (!exchange || !exchange->target) return MHD_NO;
    int has_body = strcmp(method, "GET") && strcmp(method, "HEAD");
    if (!exchange->has_begun) {
        exchange->has_begun = 1;
        note_waiting(server, connection, 0);
        // Of what else may come with a body, the body is not waited for.
        if (!has_body) return MHD_YES;
    }
    *upload_size = 0;
    citable_http_request request = {.method = method, .target = exchange->target};
    struct gathering gathering = {.request = &request};
    server->library->values(connection, MHD_HEADER_KIND, gather, &gathering);
    request.accept = gathering.accept;
    exchange->result = MHD_NO;
    server->answerer(server->context, &request, exchange);
    free(gathering.accept);
    return exchange->result;
}

/// Addresses are decoded once, by who answers.
static size_t leave_encoded(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

static void say_nothing(void *context, const char *format, va_list values) {
    (void)context;
    (void)format;
    (void)values;
}

// MARK: Start and stop

static int listen_on(const char *address, int port, citable_server_start_result *result) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE}, *found = NULL;
    char service[16];
    snprintf(service, sizeof service, "%d", port);
    if (getaddrinfo(address, service, &hints, &found) != 0 || !found) {
        result->result = CITABLE_SERVER_NO_ADDRESS;
        return -1;
    }
    int descriptor = -1;
    for (struct addrinfo *next = found; next; next = next->ai_next) {
        descriptor = socket(next->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        int yes = 1;
        if (descriptor >= 0 && setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
            bind(descriptor, next->ai_addr, next->ai_addrlen) == 0 && listen(descriptor, 511) == 0)
            break;
        result->code = errno;
        if (descriptor >= 0) close(descriptor);
        descriptor = -1;
    }
    freeaddrinfo(found);
    struct sockaddr_storage own;
    socklen_t length = sizeof own;
    if (descriptor < 0 || getsockname(descriptor, (struct sockaddr *)&own, &length) != 0) {
        result->result = CITABLE_SERVER_FAILED;
        return -1;
    }
    result->port = ntohs(
        own.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&own)->sin6_port : ((struct sockaddr_in *)&own)->sin_port);
    return descriptor;
}

/// A connection and the file that it is sent take two descriptors.
static void allow_descriptors(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    rlim_t wanted = 3 * MOST_CONNECTIONS;
    if (limit.rlim_cur >= wanted) return;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    setrlimit(RLIMIT_NOFILE, &limit);
}

citable_server *citable_server_start(
    const char *address, int port, citable_answerer answerer, void *context, citable_server_start_result *result) {
    memset(result, 0, sizeof *result);
    const struct microhttpd *library = citable_microhttpd();
    if (!library) {
        result->result = CITABLE_SERVER_NO_LIBRARY;
        return NULL;
    }
    allow_descriptors();
    int descriptor = listen_on(address, port, result);
    if (descriptor < 0) return NULL;
    citable_server *server = calloc(1, sizeof *server);
    if (server) {
        server->library = library;
        server->answerer = answerer;
        server->context = context;
        server->pinged = now();
        pthread_mutex_init(&server->lock, NULL);
        unsigned flags = MHD_USE_POLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
        server->daemon = library->start(
            flags, 0, NULL, NULL, answer, server, MHD_OPTION_EXTERNAL_LOGGER, say_nothing, NULL,
            MHD_OPTION_LISTEN_SOCKET, descriptor,
            MHD_OPTION_CONNECTION_LIMIT, (unsigned)MOST_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)PATIENCE,
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_URI_LOG_CALLBACK, begin, server,
            MHD_OPTION_NOTIFY_COMPLETED, end, server, MHD_OPTION_NOTIFY_CONNECTION, connection_changed, server,
            MHD_OPTION_UNESCAPE_CALLBACK, leave_encoded, NULL, MHD_OPTION_END);
    }
    if (server && server->daemon) return server;
    result->result = CITABLE_SERVER_FAILED;
    result->code = errno ? errno : ENOMEM;
    close(descriptor);
    if (server) pthread_mutex_destroy(&server->lock);
    free(server);
    return NULL;
}

void citable_server_stop(citable_server *server) {
    pthread_mutex_lock(&server->lock);
    server->is_closing = 1;
    citable_wake(server);
    pthread_mutex_unlock(&server->lock);
    server->library->stop(server->daemon);
    pthread_mutex_destroy(&server->lock);
    free(server->announcement);
    free(server);
}
