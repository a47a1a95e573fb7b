#define _GNU_SOURCE
#include "CTransfer.h"

#include "CLoading.h"
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

// libcurl with the libraries that it brings costs every start of a program some milliseconds; only a fetch needs it.
static struct {
    __typeof__(curl_global_init) *global_init;
    __typeof__(curl_easy_init) *init;
    __typeof__(curl_easy_setopt) *setopt;
    __typeof__(curl_easy_perform) *perform;
    __typeof__(curl_easy_getinfo) *getinfo;
    __typeof__(curl_easy_cleanup) *cleanup;
    __typeof__(curl_easy_strerror) *strerror;
    __typeof__(curl_slist_append) *append;
    __typeof__(curl_slist_free_all) *free_all;
    int is_there;
} library;

static void load(void) {
    static const char *const files[] = {"libcurl.so.4", NULL};
    const citable_symbol symbols[] = {
        {"curl_global_init", &library.global_init},
        {"curl_easy_init", &library.init},
        {"curl_easy_setopt", &library.setopt},
        {"curl_easy_perform", &library.perform},
        {"curl_easy_getinfo", &library.getinfo},
        {"curl_easy_cleanup", &library.cleanup},
        {"curl_easy_strerror", &library.strerror},
        {"curl_slist_append", &library.append},
        {"curl_slist_free_all", &library.free_all},
        {NULL, NULL},
    };
    library.is_there = citable_load(files, symbols) && library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
    const citable_request *request;
    citable_answer *answer;
    size_t capacity;
    int is_refused, is_too_large;
} transfer;

// Metadata services that clouds answer at outside the link-local network: Alibaba's in the shared network, Azure's at a public one.
static int is_metadata_v4(uint32_t address) { return address == 0x646464c8 || address == 0xa83f8110; }

static int is_permitted_v4(uint32_t address, const citable_request *request) {
    uint8_t first = (uint8_t)(address >> 24), second = (uint8_t)(address >> 16);
    if (is_metadata_v4(address)) return 0;
    if (first == 127) return request->allow_loopback;
    int is_private = first == 10 || (first == 172 && second >= 16 && second < 32) || (first == 192 && second == 168) ||
        (first == 100 && second >= 64 && second < 128);
    if (is_private) return request->allow_private;
    // This network, link-local with the metadata service, protocol assignments, benchmarks, multicast, reserved.
    return !(first == 0 || (first == 169 && second == 254) || (first == 192 && second == 0 && !((address >> 8) & 0xff)) ||
             (first == 198 && (second == 18 || second == 19)) || first >= 224);
}

static int is_permitted_v6(const uint8_t *a, const citable_request *request) {
    static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    static const uint8_t translated[12] = {0, 0x64, 0xff, 0x9b};
    static const uint8_t metadata[16] = {0xfd, 0x00, 0x0e, 0xc2, [14] = 0x02, [15] = 0x54};
    static const uint8_t zeros[15] = {0};
    uint32_t last = (uint32_t)a[12] << 24 | (uint32_t)a[13] << 16 | (uint32_t)a[14] << 8 | a[15];
    if (!memcmp(a, mapped, 12) || !memcmp(a, translated, 12)) return is_permitted_v4(last, request);
    if (!memcmp(a, zeros, 15) && a[15] == 1) return request->allow_loopback;
    if (a[0] == 0x20 && a[1] == 0x02)
        return is_permitted_v4((uint32_t)a[2] << 24 | (uint32_t)a[3] << 16 | (uint32_t)a[4] << 8 | a[5], request);
    // Addresses of the old IPv4 form, of a network's own translation, of Teredo tunnels, and Amazon's metadata service.
    if (!memcmp(a, zeros, 12) || !memcmp(a, "\0\x64\xff\x9b\0\1", 6) || !memcmp(a, "\x20\1\0\0", 4)) return 0;
    if (!memcmp(a, metadata, 16)) return 0;
    if ((a[0] & 0xfe) == 0xfc) return request->allow_private;
    return !((a[0] == 0xfe && (a[1] & 0xc0) == 0x80) || (a[0] == 0xfe && (a[1] & 0xc0) == 0xc0) || a[0] == 0xff);
}

// Asked with the address that will really be connected to, after the name was resolved: a name that resolves to
// something else the second time gains nothing.
static curl_socket_t open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    transfer *own = data;
    char text[INET6_ADDRSTRLEN] = "?";
    int is_permitted = 0;
    if (address->family == AF_INET) {
        struct sockaddr_in *v4 = (struct sockaddr_in *)&address->addr;
        inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text);
        is_permitted = is_permitted_v4(ntohl(v4->sin_addr.s_addr), own->request);
    } else if (address->family == AF_INET6) {
        struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&address->addr;
        inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text);
        is_permitted = is_permitted_v6(v6->sin6_addr.s6_addr, own->request);
    }
    if (!is_permitted) {
        own->is_refused = 1;
        snprintf(own->answer->message, sizeof own->answer->message, "%s", text);
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *data) {
    transfer *own = data;
    citable_answer *answer = own->answer;
    size_t length = size * count;
    if (length > own->request->limit - answer->body_length) {
        own->is_too_large = 1;
        return 0;
    }
    if (answer->body_length + length > own->capacity) {
        size_t capacity = (answer->body_length + length) * 2;
        unsigned char *more = realloc(answer->body, capacity);
        if (!more) return 0;
        answer->body = more;
        own->capacity = capacity;
    }
    memcpy(answer->body + answer->body_length, bytes, length);
    answer->body_length += length;
    return length;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *data) {
    citable_answer *answer = ((transfer *)data)->answer;
    size_t length = size * count;
    if (answer->headers_length + length > 65536) return 0;
    // Another status line begins another answer, such as the one after `100 Continue`.
    if (length > 5 && !memcmp(bytes, "HTTP/", 5)) answer->headers_length = 0;
    char *more = realloc(answer->headers, answer->headers_length + length);
    if (!more) return 0;
    memcpy(more + answer->headers_length, bytes, length);
    answer->headers = more;
    answer->headers_length += length;
    return length;
}

static void finish(CURL *curl, CURLcode code, transfer *own, const char *details) {
    citable_answer *answer = own->answer;
    library.getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
    if (code == CURLE_OK) return;
    if (own->is_refused) {
        answer->result = CITABLE_ADDRESS;
        return;
    }
    answer->result = own->is_too_large ? CITABLE_TOO_LARGE
        : code == CURLE_OPERATION_TIMEDOUT ? CITABLE_TIMEOUT
                                           : CITABLE_FAILED;
    const char *text = details[0] ? details : library.strerror(code);
    snprintf(answer->message, sizeof answer->message, "%s", text);
}

void citable_transfer(const citable_request *request, citable_answer *answer) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    memset(answer, 0, sizeof *answer);
    pthread_once(&once, load);
    CURL *curl = library.is_there ? library.init() : NULL;
    if (!curl) {
        answer->result = CITABLE_NO_LIBRARY;
        return;
    }
    transfer own = {request, answer, 0, 0, 0};
    char details[CURL_ERROR_SIZE] = "";
    struct curl_slist *headers = NULL;
    for (const char *line = request->headers, *end; (end = strchr(line, '\n')); line = end + 1) {
        char *copy = strndup(line, (size_t)(end - line));
        if (copy) headers = library.append(headers, copy);
        free(copy);
    }
    library.setopt(curl, CURLOPT_URL, request->url);
    library.setopt(curl, CURLOPT_HTTPHEADER, headers);
    library.setopt(curl, CURLOPT_PROTOCOLS_STR, request->allow_http ? "http,https" : "https");
    library.setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    if (request->body) {
        library.setopt(curl, CURLOPT_POST, 1L);
        library.setopt(curl, CURLOPT_POSTFIELDS, request->body);
        library.setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body_length);
    }
    // A proxy would be asked for the name, and the address behind it could not be looked at.
    library.setopt(curl, CURLOPT_PROXY, "");
    library.setopt(curl, CURLOPT_NOPROXY, "*");
    library.setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    library.setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
    library.setopt(curl, CURLOPT_NOSIGNAL, 1L);
    library.setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    library.setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    library.setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    library.setopt(curl, CURLOPT_TIMEOUT_MS, request->total_milliseconds);
    library.setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    library.setopt(curl, CURLOPT_OPENSOCKETDATA, &own);
    library.setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    library.setopt(curl, CURLOPT_WRITEDATA, &own);
    library.setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    library.setopt(curl, CURLOPT_HEADERDATA, &own);
    library.setopt(curl, CURLOPT_ERRORBUFFER, details);
    finish(curl, library.perform(curl), &own, details);
    library.cleanup(curl);
    library.free_all(headers);
}

void citable_answer_free(citable_answer *answer) {
    free(answer->body);
    free(answer->headers);
    memset(answer, 0, sizeof *answer);
}
