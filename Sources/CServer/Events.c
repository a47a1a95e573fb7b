#define _GNU_SOURCE
#include "Server.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void forget(void *context) {
    struct listener *listener = context;
    citable_server *server = listener->server;
    pthread_mutex_lock(&server->lock);
    if (listener->previous) listener->previous->next = listener->next;
    if (listener->next) listener->next->previous = listener->previous;
    if (server->listeners == listener) server->listeners = listener->next;
    pthread_mutex_unlock(&server->lock);
    free(listener->text);
    free(listener);
}

static ssize_t read_events(void *context, uint64_t position, char *buffer, size_t room) {
    (void)position;
    struct listener *listener = context;
    citable_server *server = listener->server;
    pthread_mutex_lock(&server->lock);
    ssize_t count = 0;
    if (listener->sent == listener->length) {
        free(listener->text);
        listener->text = NULL;
        listener->sent = listener->length = 0;
        if (listener->seen != server->count) {
            listener->seen = server->count;
            if (asprintf(&listener->text, "data: %s\n\n", server->announcement) < 0) listener->text = NULL;
        } else if (listener->pinged != server->pings) {
            listener->text = strdup(":\n\n");
        }
        listener->pinged = server->pings;
        if (listener->text) listener->length = strlen(listener->text);
    }
    if (server->is_closing) {
        count = MHD_CONTENT_READER_END_OF_STREAM;
    } else if (listener->sent < listener->length) {
        size_t rest = listener->length - listener->sent;
        count = (ssize_t)(rest < room ? rest : room);
        memcpy(buffer, listener->text + listener->sent, (size_t)count);
        listener->sent += (size_t)count;
    } else {
        listener->is_suspended = 1;
        server->library->suspend(listener->connection);
    }
    pthread_mutex_unlock(&server->lock);
    return count;
}

void citable_send_events(citable_exchange_t *exchange, const char *headers) {
    citable_server *server = exchange->server;
    struct listener *listener = calloc(1, sizeof *listener);
    if (!listener) return;
    listener->server = server;
    listener->connection = exchange->connection;
    pthread_mutex_lock(&server->lock);
    listener->pinged = server->pings;
    listener->next = server->listeners;
    if (listener->next) listener->next->previous = listener;
    server->listeners = listener;
    pthread_mutex_unlock(&server->lock);
    struct MHD_Response *response =
        server->library->from_callback(MHD_SIZE_UNKNOWN, 1024, read_events, listener, forget);
    if (!response) forget(listener);
    citable_queue(exchange, MHD_HTTP_OK, headers, response);
}

void citable_wake(citable_server *server) {
    for (struct listener *listener = server->listeners; listener; listener = listener->next) {
        if (!listener->is_suspended) continue;
        listener->is_suspended = 0;
        server->library->resume(listener->connection);
    }
}

void citable_server_announce(citable_server *server, const char *text) {
    char *copy = strdup(text);
    if (!copy) return;
    pthread_mutex_lock(&server->lock);
    free(server->announcement);
    server->announcement = copy;
    server->count++;
    citable_wake(server);
    pthread_mutex_unlock(&server->lock);
}
