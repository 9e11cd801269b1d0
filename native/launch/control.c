// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "control.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int control = -1;

void failure_set(struct failure *f, enum step step, int err, const char *detail)
{
    memset(f, 0, sizeof *f);
    f->step = (uint16_t)step;
    f->err = err;
    size_t n = strnlen(detail, sizeof f->detail - 1);
    memcpy(f->detail, detail, n);
}

void control_use(int fd)
{
    control = fd;
}

bool control_send(int fd, const struct control_message *m, int passed_fd)
{
    if (passed_fd < 0) {
        // A plain write: it is what a seccomp filter is surest to allow.
        return write(fd, m, sizeof *m) == (ssize_t)sizeof *m;
    }
    struct iovec iov = {.iov_base = (void *)(uintptr_t)m, .iov_len = sizeof *m};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } ancillary = {0};
    struct msghdr h = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
    struct cmsghdr *c = CMSG_FIRSTHDR(&h);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(c), &passed_fd, sizeof passed_fd);
    return sendmsg(fd, &h, MSG_NOSIGNAL) == (ssize_t)sizeof *m;
}

int control_receive(int fd, struct control_message *m, int *passed_fd, bool wait)
{
    struct iovec iov = {.iov_base = m, .iov_len = sizeof *m};
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } ancillary;
    struct msghdr h = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = ancillary.bytes, .msg_controllen = sizeof ancillary.bytes};
    *passed_fd = -1;
    ssize_t n;
    do {
        // ECONNRESET, given once, only says that the other side ended without reading all; its own messages are still there.
        n = recvmsg(fd, &h, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
    } while (n < 0 && (errno == EINTR || errno == ECONNRESET));
    if (n < 0) {
        return -1;
    }
    if (n == 0) {
        return 0;
    }
    struct cmsghdr *c = CMSG_FIRSTHDR(&h);
    if (c != NULL && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS && c->cmsg_len == CMSG_LEN(sizeof(int))) {
        memcpy(passed_fd, CMSG_DATA(c), sizeof *passed_fd);
    }
    if (n != (ssize_t)sizeof *m) {
        if (*passed_fd >= 0) {
            close(*passed_fd);
            *passed_fd = -1;
        }
        return 0;
    }
    m->failure.detail[sizeof m->failure.detail - 1] = 0;
    return 1;
}

void control_wait(enum control_kind kind)
{
    struct control_message m;
    int fd;
    if (control_receive(control, &m, &fd, true) != 1 || m.kind != kind) {
        _exit(1);
    }
}

void control_report(enum control_kind kind, pid_t pid, int passed_fd)
{
    struct control_message m = {.kind = (uint8_t)kind, .pid = pid};
    if (!control_send(control, &m, passed_fd)) {
        _exit(1);
    }
}

bool control_lost(void)
{
    char c;
    ssize_t n = recv(control, &c, 1, MSG_PEEK | MSG_DONTWAIT);
    return n == 0 || (n < 0 && errno == ECONNRESET);
}

void control_close(void)
{
    close(control);
    control = -1;
}

_Noreturn void child_fail(enum step step, int err, const char *detail)
{
    struct control_message m = {.kind = CONTROL_FAILED};
    failure_set(&m.failure, step, err, detail);
    control_send(control, &m, -1);
    _exit(1);
}
