#include "CServer.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char script[] = {
#embed "client/preview.js"
};
static const unsigned char style[] = {
#embed "client/preview.css"
};

const unsigned char *citable_client_file(int index, size_t *length) {
    *length = index == 0 ? sizeof script : sizeof style;
    return index == 0 ? script : style;
}
