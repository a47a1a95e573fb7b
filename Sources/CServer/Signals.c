#define _GNU_SOURCE
#include "CServer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static int ends[2] = {-1, -1};
static volatile sig_atomic_t came;

static void note(int number) {
    int code = errno;
    // Who asks twice does not want to wait.
    if (came) _exit(128 + number);
    came = number;
    char byte = 0;
    ssize_t ignored = write(ends[1], &byte, 1);
    (void)ignored;
    errno = code;
}

int citable_stop_descriptor(void) {
    if (ends[0] >= 0) return ends[0];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    // A reader that goes away is an error of the call that writes to it.
    signal(SIGPIPE, SIG_IGN);
    return ends[0];
}

int citable_stop_signal(void) { return came; }
