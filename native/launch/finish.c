// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shim.h"
#include "sys.h"

static bool write_all(int fd, const char *text, size_t n)
{
    while (n > 0) {
        ssize_t w = write(fd, text, n);
        if (w < 0 && errno != EINTR) {
            return false;
        }
        if (w > 0) {
            text += w;
            n -= (size_t)w;
        }
    }
    return true;
}

bool exit_record_write(const struct shim *s)
{
    const struct task *t = &s->tasks[0];
    char text[512];
    int n = snprintf(text, sizeof text,
                     "gantry-exit 1\nid %s\npid %d\nstart-ticks %llu\nstarted-at %llu\nfinished-at %llu\ncode %u\nsignal %u\noom unknown\n", s->id,
                     t->pid, (unsigned long long)t->ticks, (unsigned long long)t->started, (unsigned long long)t->finished, t->code, t->signal);
    int folder = s->folder;
    int fd = openat(folder, "exit.tmp", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool ok = fd >= 0 && write_all(fd, text, (size_t)n) && fsync(fd) == 0;
    if (fd >= 0) {
        ok = close(fd) == 0 && ok;
    }
    return ok && renameat(folder, "exit.tmp", folder, "exit") == 0 && fsync(folder) == 0;
}

void container_ended(struct shim *s)
{
    struct task *first = &s->tasks[0];
    if (s->kill_cgroup[0] != 0) {
        cgroup_kill(s->kill_cgroup);
    }
    for (int i = 1; i < MAX_TASKS; i++) {
        struct task *t = &s->tasks[i];
        if (t->used && t->pidfd >= 0) {
            sys_pidfd_send_signal(t->pidfd, SIGKILL); // without a pid namespace of its own, an exec may outlive the first process
        }
    }
    output_drain(s, first);
    stdio_close(&first->io);
    log_close(&s->log);
    // A full disk must not keep the exit from those who wait; it is tried again when the shim leaves.
    exit_record_write(s);
    s->ended = true;
    for (int i = 0; i < MAX_CLIENTS; i++) {
        struct client *c = s->clients[i];
        if (c == NULL) {
            continue;
        }
        if (c->role == ROLE_WAIT) {
            requests_send_exit(c, first);
            c->closing = true;
        } else if (c->role == ROLE_ATTACH) {
            struct frame f;
            frame_begin(&f, FRAME_END);
            client_send(c, &f);
            c->closing = true;
        }
    }
}
