// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "null.h"
#include "shim.h"

static uint8_t chunk[STREAM_CHUNK];

int stdio_pair(int pair[2])
{
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0 ? errno : 0;
}

static int make_pipe(int *read_end, int *write_end, int *ours)
{
    int fds[2];
    if (pipe2(fds, O_CLOEXEC) < 0) {
        return errno;
    }
    *read_end = fds[0];
    *write_end = fds[1];
    return fcntl(*ours, F_SETFL, O_NONBLOCK) < 0 ? errno : 0;
}

// The container's root must own them, or it could not give them to its user.
static int give_pipes(const struct shim *s, const struct stdio *io, const int child[3])
{
    for (int i = io->in >= 0 ? 0 : 1; i < 3 && s->user_namespace; i++) {
        if (fchown(child[i], s->root_uid, s->root_gid) < 0) {
            return errno;
        }
    }
    return 0;
}

int stdio_make(const struct shim *s, struct stdio *io, const struct plan *p, int child[3])
{
    *io = (struct stdio){.in = -1, .out = -1, .err = -1, .tty = p->tty, .stdin_flags = p->stdin_flags};
    child[0] = child[1] = child[2] = -1;
    if (p->tty) {
        return 0;
    }
    int err;
    if ((p->stdin_flags & STDIN_OPEN) != 0) {
        err = make_pipe(&child[0], &io->in, &io->in);
    } else {
        child[0] = null_open();
        err = child[0] < 0 ? errno : 0;
    }
    if (err == 0) {
        err = make_pipe(&io->out, &child[1], &io->out);
    }
    if (err == 0) {
        err = make_pipe(&io->err, &child[2], &io->err);
    }
    return err != 0 ? err : give_pipes(s, io, child);
}

static void shut(int *fd)
{
    if (*fd >= 0) {
        close(*fd);
        *fd = -1;
    }
}

void stdio_close(struct stdio *io)
{
    shut(&io->in);
    shut(&io->out);
    shut(&io->err);
}

static bool receives(const struct client *c, const struct task *t, bool error_stream)
{
    if (c == NULL || c->task != t || (c->role != ROLE_ATTACH && c->role != ROLE_EXEC)) {
        return false;
    }
    return (c->attach & (error_stream && !t->io.tty ? ATTACH_STDERR : ATTACH_STDOUT)) != 0;
}

size_t output_room(const struct shim *s, const struct task *t)
{
    size_t room = STREAM_CHUNK;
    for (int i = 0; i < MAX_CLIENTS; i++) {
        const struct client *c = s->clients[i];
        if (receives(c, t, false) || receives(c, t, true)) {
            size_t its = client_room(c);
            room = its < room ? its : room;
        }
    }
    return room < 4096 ? 0 : room; // no dribbling when a client is nearly full
}

bool output_pump(struct shim *s, struct task *t, bool error_stream, bool draining)
{
    int *fd = error_stream ? &t->io.err : &t->io.out;
    size_t room = draining ? STREAM_CHUNK : output_room(s, t);
    if (*fd < 0 || room == 0) {
        return false;
    }
    ssize_t n = read(*fd, chunk, room);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
        return false;
    }
    bool first = t == &s->tasks[0];
    if (n <= 0) {
        // EIO is how a terminal says that its last user is gone.
        shut(fd);
        if (first) {
            log_finish(&s->log, error_stream);
        }
        return false;
    }
    for (int i = 0; i < MAX_CLIENTS; i++) {
        if (receives(s->clients[i], t, error_stream)) {
            client_stream(s->clients[i], error_stream ? FRAME_ERR : FRAME_OUT, chunk, (size_t)n);
        }
    }
    if (first) {
        log_write(&s->log, error_stream, chunk, (size_t)n);
    }
    return true;
}

void output_drain(struct shim *s, struct task *t)
{
    // Bounded: a process outside the container that holds the pipe could fill it for ever.
    for (int i = 0; i < 64 && output_pump(s, t, false, true); i++) {
    }
    for (int i = 0; i < 64 && output_pump(s, t, true, true); i++) {
    }
    if (t == &s->tasks[0]) {
        log_finish(&s->log, 0);
        log_finish(&s->log, 1);
    }
}

void input_close(struct task *t)
{
    if (!t->io.tty) {
        shut(&t->io.in);
    }
}

bool input_pump(struct shim *s, struct client *c, const uint8_t *bytes, size_t n)
{
    (void)s;
    struct task *t = c->task;
    while (c->in_done < n) {
        if (t == NULL || t->io.in < 0) {
            if (t != NULL && t->phase == PHASE_CREATED && t->io.tty) {
                c->stdin_blocked = true; // the terminal is still to come
                return false;
            }
            return true; // no stdin, or closed: dropped
        }
        ssize_t w = write(t->io.in, bytes + c->in_done, n - c->in_done);
        if (w < 0 && errno == EINTR) {
            continue;
        }
        if (w < 0 && errno == EAGAIN) {
            c->stdin_blocked = true;
            return false;
        }
        if (w < 0) {
            shut(&t->io.in);
            return true;
        }
        c->in_done += (size_t)w;
    }
    return true;
}

void input_client_gone(struct client *c)
{
    struct task *t = c->task;
    if (t == NULL || (c->attach & ATTACH_STDIN) == 0) {
        return;
    }
    if (c->role == ROLE_EXEC || (t->io.stdin_flags & STDIN_ONCE) != 0) {
        input_close(t);
    }
}
