#ifndef CITABLE_CLOADING_H
#define CITABLE_CLOADING_H

/// A function of a library, and the pointer that gets its address.
typedef struct {
    const char *name;
    void *place;
} citable_symbol;

/// Loads the first of the files that is there and looks up its functions: what only one command needs must cost no other one its start.
///
/// - files: names as the loader knows them, NULL behind the last.
/// - symbols: a name of NULL behind the last.
/// Returns whether all of them are there; pointers to others are left as they are.
int citable_load(const char *const *files, const citable_symbol *symbols);

#endif
