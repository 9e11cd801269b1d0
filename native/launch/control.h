// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The control socket between a shim and a process it is starting (SOCK_SEQPACKET, CLOEXEC: a successful exec closes it).
#ifndef GANTRY_CONTROL_H
#define GANTRY_CONTROL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "protocol.h"

struct failure {
    uint16_t step;
    int32_t err;
    char detail[240];
};

enum control_kind {
    CONTROL_MAPPED = 1,  // shim → child: the id maps are written
    CONTROL_GO = 2,      // shim → child: cgroups are joined, the engine said GO
    CONTROL_TERMINAL = 3, // child → shim: the terminal's master, by SCM_RIGHTS
    CONTROL_PROCESS = 4, // exec helper → shim: the process is `pid`
    CONTROL_EXECUTING = 5, // child → shim: all but credentials and exec is done; a close from here on is success
    CONTROL_FAILED = 6,  // child → shim
};

struct control_message {
    uint8_t kind;
    int32_t pid;
    struct failure failure;
};

void failure_set(struct failure *f, enum step step, int err, const char *detail);

// Names the socket that child_fail reports to.
void control_use(int fd);
bool control_send(int fd, const struct control_message *m, int passed_fd);
// One message, without waiting if `wait` is false. 1 received, 0 the other side is gone, -1 nothing yet (EAGAIN) or broken.
int control_receive(int fd, struct control_message *m, int *passed_fd, bool wait);
// For the child: waits for one kind of message, exits quietly if the shim is gone.
void control_wait(enum control_kind kind);
void control_report(enum control_kind kind, pid_t pid, int passed_fd);
// True if the shim has vanished.
bool control_lost(void);
void control_close(void);

_Noreturn void child_fail(enum step step, int err, const char *detail);

#endif
