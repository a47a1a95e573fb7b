#define _GNU_SOURCE
#include "CTransfer.h"

#include "CLoading.h"
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

int citable_gzip(const unsigned char *in, size_t in_length, unsigned char **out, size_t *out_length) {
    if (in_length > 0x7fffffff) return 3;
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    // 15 bits of window; 16 more ask for a gzip header, which without a name and a time is always the same.
    if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 3;
    size_t capacity = deflateBound(&stream, (uLong)in_length);
    unsigned char *bytes = malloc(capacity);
    stream.next_in = (unsigned char *)in;
    stream.avail_in = (uInt)in_length;
    stream.next_out = bytes;
    stream.avail_out = (uInt)capacity;
    int is_done = bytes && deflate(&stream, Z_FINISH) == Z_STREAM_END;
    *out_length = stream.total_out;
    deflateEnd(&stream);
    if (!is_done) {
        free(bytes);
        return 3;
    }
    *out = bytes;
    return 0;
}

// Source: https://github.com/google/brotli, c/include/brotli/encode.h
static struct {
    int (*compress)(int quality, int window, int mode, size_t, const uint8_t *, size_t *, uint8_t *);
    size_t (*bound)(size_t);
    int is_there;
} brotli;

static void load(void) {
    static const char *const files[] = {"libbrotlienc.so.1", NULL};
    const citable_symbol symbols[] = {
        {"BrotliEncoderCompress", &brotli.compress},
        {"BrotliEncoderMaxCompressedSize", &brotli.bound},
        {NULL, NULL},
    };
    brotli.is_there = citable_load(files, symbols);
}

int citable_brotli(const unsigned char *in, size_t in_length, unsigned char **out, size_t *out_length) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    if (!brotli.is_there) return 1;
    // Quality 11 takes forty times as long as 9 for a twelfth of the bytes. A window as large as the text is enough.
    int window = 10;
    while (window < 22 && ((size_t)1 << window) < in_length) window++;
    size_t length = brotli.bound(in_length);
    unsigned char *bytes = length ? malloc(length) : NULL;
    if (!bytes || !brotli.compress(9, window, 1, in_length, in, &length, bytes)) {
        free(bytes);
        return 3;
    }
    *out = bytes;
    *out_length = length;
    return 0;
}
