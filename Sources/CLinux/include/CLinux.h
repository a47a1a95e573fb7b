#ifndef CITABLE_CLINUX_H
#define CITABLE_CLINUX_H

/// A place of its own for each thread, empty at first, for the parser's memory: the parser asks for memory several hundred times for
/// each text and hands no context to whom it asks, so the way to it must be short, and Swift has no variables of a thread.
void **citable_thread_place(void);

/// From now on memory of a megabyte or more goes back to the system when it is freed (mallopt). Left to itself the allocator keeps
/// ever larger pieces. And the memory of a thread is asked for 32 megabytes at a time, not page by page: it counts when it is used.
void citable_set_up_memory(void);

/// Opens a file for reading and writing that has no name, so that nothing is left of it whatever happens (open with O_TMPFILE, which
/// not every file system knows). The descriptor, or -1 with errno.
int citable_open_unnamed(const char *folder);

/// Exchanges two paths in one step (renameat2 with RENAME_EXCHANGE). 0, or -1 with errno.
int citable_exchange(const char *one, const char *other);

/// Removes a folder with everything in it, following no symbolic link. 0, or -1 with errno.
int citable_remove_tree(const char *path);

#endif
