#ifndef CITABLE_CTRANSFER_H
#define CITABLE_CTRANSFER_H

#include <stddef.h>

/// Unpacks a gzip file. Returns 0, 1 when it is no sound gzip, 2 when it unpacks to more than `limit`, 3 without memory.
/// `*out` is freed with citable_free.
int citable_gunzip(const unsigned char *in, size_t in_length, size_t limit, unsigned char **out, size_t *out_length);

/// Packs bytes as a gzip file, the same bytes always alike. Returns 0, or 3 when that failed. `*out` is freed with citable_free.
int citable_gzip(const unsigned char *in, size_t in_length, unsigned char **out, size_t *out_length);

/// The same by Brotli. Loads libbrotlienc at the first call; returns 1 when it is not on this machine.
int citable_brotli(const unsigned char *in, size_t in_length, unsigned char **out, size_t *out_length);

void citable_free(void *memory);

/// What may be asked of whom.
typedef struct {
    const char *url;
    /// Lines such as `Accept: application/json`, each ended by a line feed.
    const char *headers;
    long connect_milliseconds;
    long total_milliseconds;
    /// The most bytes of the decoded body.
    size_t limit;
    int allow_http;
    int allow_loopback;
    int allow_private;
    /// Makes it a POST; NULL for a GET.
    const unsigned char *body;
    size_t body_length;
} citable_request;

enum {
    CITABLE_OK = 0,
    /// The connection failed or broke: name, TLS, time, cut transfer; `message` says which.
    CITABLE_FAILED = 1,
    /// The address is not permitted; nothing was sent to it. `message` holds the address.
    CITABLE_ADDRESS = 2,
    /// The body is larger than the limit.
    CITABLE_TOO_LARGE = 3,
    /// There is no libcurl on this machine.
    CITABLE_NO_LIBRARY = 4,
    /// The whole time is used up.
    CITABLE_TIMEOUT = 5,
};

typedef struct {
    int result;
    long status;
    unsigned char *body;
    size_t body_length;
    /// The header lines of the last answer, each with its line break.
    char *headers;
    size_t headers_length;
    char message[256];
} citable_answer;

/// Makes one request and follows no redirect. Loads libcurl at the first call, so that builds never carry it.
void citable_transfer(const citable_request *request, citable_answer *answer);

void citable_answer_free(citable_answer *answer);

#endif
