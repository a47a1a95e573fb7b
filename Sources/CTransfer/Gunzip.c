#include "CTransfer.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

int citable_gunzip(const unsigned char *in, size_t in_length, size_t limit, unsigned char **out, size_t *out_length) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    // 15 bits of window; 16 more ask for a gzip header.
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return 3;
    size_t capacity = 65536, length = 0;
    unsigned char *bytes = malloc(capacity);
    int result = bytes ? 1 : 3, state = Z_OK;
    stream.next_in = (unsigned char *)in;
    stream.avail_in = (uInt)(in_length > 0x7fffffff ? 0x7fffffff : in_length);
    while (bytes) {
        if (length == capacity) {
            unsigned char *more = realloc(bytes, capacity * 2);
            if (!more) {
                result = 3;
                break;
            }
            bytes = more;
            capacity *= 2;
        }
        stream.next_out = bytes + length;
        stream.avail_out = (uInt)(capacity - length);
        state = inflate(&stream, Z_NO_FLUSH);
        length = capacity - stream.avail_out;
        if (length > limit) {
            result = 2;
            break;
        }
        if (state == Z_STREAM_END) {
            // Whatever follows would be passed over.
            if (stream.avail_in == 0) result = 0;
            break;
        }
        if (state != Z_OK || (stream.avail_in == 0 && stream.avail_out != 0)) break;
    }
    inflateEnd(&stream);
    if (result != 0) {
        free(bytes);
        return result;
    }
    *out = bytes;
    *out_length = length;
    return 0;
}

void citable_free(void *memory) { free(memory); }
