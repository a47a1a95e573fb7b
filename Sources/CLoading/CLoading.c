#include "CLoading.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

int citable_load(const char *const *files, const citable_symbol *symbols) {
    void *library = NULL;
    for (; *files && !library; files++) library = dlopen(*files, RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int is_whole = 1;
    for (; symbols->name; symbols++) {
        void *address = dlsym(library, symbols->name);
        // A pointer to a function is no pointer to an object, so its bytes are copied.
        if (address) memcpy(symbols->place, &address, sizeof address);
        else is_whole = 0;
    }
    return is_whole;
}
