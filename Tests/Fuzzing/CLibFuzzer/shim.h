#include <stddef.h>
#include <stdint.h>

/// libFuzzer's main program, for programs that have a `main` of their own, as every one that SwiftPM links.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
