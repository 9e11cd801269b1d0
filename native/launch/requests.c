// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <signal.h>
#include <sched.h>
#include <unistd.h>

#include "cursor.h"
#include "shim.h"
#include "sys.h"

void requests_send_exit(struct client *c, const struct task *t)
{
    struct frame f;
    frame_begin(&f, FRAME_EXIT);
    frame_u32(&f, t->code);
    frame_u32(&f, t->signal);
    frame_u64(&f, t->finished);
    client_send(c, &f);
}

void requests_send_started(struct client *c, const struct task *t)
{
    struct frame f;
    frame_begin(&f, FRAME_STARTED);
    frame_u32(&f, (uint32_t)t->pid);
    frame_u64(&f, t->ticks);
    frame_u64(&f, t->started);
    client_send(c, &f);
}

void requests_send_failed(struct client *c, const struct failure *failure)
{
    struct frame f;
    frame_begin(&f, FRAME_FAILED);
    frame_u16(&f, failure->step);
    frame_u32(&f, (uint32_t)failure->err);
    frame_str(&f, failure->detail);
    client_send(c, &f);
}

static void send_empty(struct client *c, enum frame_type type)
{
    struct frame f;
    frame_begin(&f, type);
    client_send(c, &f);
}

static void state(struct shim *s, struct client *c)
{
    const struct task *t = &s->tasks[0];
    struct frame f;
    frame_begin(&f, FRAME_STATE_REPLY);
    frame_u8(&f, (uint8_t)(t->phase == PHASE_EXITED && !s->ended ? PHASE_RUNNING : t->phase));
    frame_u32(&f, (uint32_t)t->pid);
    frame_u64(&f, t->ticks);
    frame_u64(&f, t->started);
    frame_u64(&f, t->finished);
    frame_u32(&f, t->code);
    frame_u32(&f, t->signal);
    frame_u32(&f, (uint32_t)s->self);
    frame_u64(&f, s->self_ticks);
    frame_u64(&f, s->log.dropped);
    frame_u32(&f, (uint32_t)s->log.last_error);
    frame_str(&f, s->id);
    client_send(c, &f);
}

static void exec_state(struct shim *s, struct client *c, const char *id)
{
    struct finished_exec found = {.pid = 0};
    enum phase phase = PHASE_EXITED;
    const struct task *t = id[0] != 0 ? task_find(s, id) : NULL;
    if (t != NULL) {
        found = (struct finished_exec){.pid = t->pid, .ticks = t->ticks, .started = t->started};
        phase = PHASE_RUNNING;
    } else {
        for (int i = 0; i < MAX_FINISHED && found.pid == 0; i++) {
            if (id[0] != 0 && strcmp(s->finished[i].id, id) == 0) {
                found = s->finished[i];
            }
        }
        if (found.pid == 0) {
            client_error(c, ENOENT, id);
            return;
        }
    }
    struct frame f;
    frame_begin(&f, FRAME_EXEC_STATE_REPLY);
    frame_u8(&f, (uint8_t)phase);
    frame_u32(&f, (uint32_t)found.pid);
    frame_u64(&f, found.ticks);
    frame_u64(&f, found.started);
    frame_u64(&f, found.finished);
    frame_u32(&f, found.code);
    frame_u32(&f, found.signal);
    client_send(c, &f);
}

static void attach(struct shim *s, struct client *c, uint8_t flags)
{
    c->task = &s->tasks[0];
    c->attach = flags;
    c->role = ROLE_ATTACH;
    send_empty(c, FRAME_ATTACHED);
    if (s->ended) {
        send_empty(c, FRAME_END);
        c->closing = true;
    }
}

// The live task a RESIZE or SIGNAL is meant for; NULL after an ERROR was sent.
static struct task *target(struct shim *s, struct client *c, const char *id)
{
    struct task *t = task_find(s, id);
    if (t == NULL) {
        bool finished = false;
        for (int i = 0; i < MAX_FINISHED; i++) {
            finished = finished || strcmp(s->finished[i].id, id) == 0;
        }
        client_error(c, finished ? ESRCH : ENOENT, id);
        return NULL;
    }
    if (t->phase == PHASE_EXITED) {
        client_error(c, ESRCH, id);
        return NULL;
    }
    return t;
}

static void resize(struct shim *s, struct client *c, const char *id, uint16_t rows, uint16_t cols)
{
    struct task *t = target(s, c, id);
    if (t == NULL) {
        return;
    }
    struct winsize size = {.ws_row = rows, .ws_col = cols};
    if (!t->io.tty || t->io.out < 0) {
        client_error(c, t->io.tty && t->phase == PHASE_CREATED ? EAGAIN : ENOTTY, id);
    } else if (ioctl(t->io.out, TIOCSWINSZ, &size) < 0) {
        client_error(c, errno, id);
    } else {
        send_empty(c, FRAME_OK);
    }
}

static void send_signal(struct shim *s, struct client *c, const char *id, uint32_t signo)
{
    struct task *t = target(s, c, id);
    if (t == NULL) {
        return;
    }
    if (signo < 1 || signo > 64) {
        client_error(c, EINVAL, "signal");
    } else if (t->pidfd < 0 || (t->phase == PHASE_CREATED && signo != SIGKILL)) {
        client_error(c, EAGAIN, id);
    } else if (sys_pidfd_send_signal(t->pidfd, (int)signo) < 0) {
        client_error(c, errno, id);
    } else {
        send_empty(c, FRAME_OK);
    }
}

// The shim steps into the network namespace and out again; it has one thread, so nothing else can happen there.
static void open_socket(struct shim *s, struct client *c, int domain, int type, int protocol)
{
    struct task *t = &s->tasks[0];
    if (t->pidfd < 0) {
        client_error(c, ESRCH, "socket");
        return;
    }
    int own = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    if (own < 0 || setns(t->pidfd, CLONE_NEWNET) < 0) {
        client_error(c, errno, "network namespace");
        if (own >= 0) {
            close(own);
        }
        return;
    }
    int fd = socket(domain, type | SOCK_CLOEXEC, protocol);
    int err = fd < 0 ? errno : 0;
    if (setns(own, CLONE_NEWNET) < 0) {
        _exit(1); // cannot happen; a shim that stays in there would be wrong in every later request
    }
    close(own);
    if (err == 0) {
        err = client_pass_fd(c, FRAME_SOCKET_FD, fd);
        close(fd);
    }
    if (err != 0) {
        client_error(c, err, "socket");
    }
}

static void wait_exit(struct shim *s, struct client *c)
{
    c->role = ROLE_WAIT;
    if (s->ended) {
        requests_send_exit(c, &s->tasks[0]);
        c->closing = true;
    }
}

static bool malformed(struct client *c)
{
    client_error(c, EPROTO, "frame");
    return false;
}

static bool request(struct shim *s, struct client *c, uint8_t type, uint8_t *payload, size_t n)
{
    struct cursor v = {payload, payload + n, false};
    const char *id;
    uint32_t a;
    uint32_t b;
    uint32_t d;
    switch (type) {
    case FRAME_STATE:
        if (n != 0) {
            return malformed(c);
        }
        state(s, c);
        return true;
    case FRAME_ATTACH:
        a = cursor_u8(&v);
        if (!cursor_done(&v) || a == 0 || a > 7) {
            return malformed(c);
        }
        attach(s, c, (uint8_t)a);
        return true;
    case FRAME_EXEC: exec_start(s, c, payload, n); return true;
    case FRAME_EXEC_STATE:
        id = cursor_str(&v);
        if (!cursor_done(&v)) {
            return malformed(c);
        }
        exec_state(s, c, id);
        return true;
    case FRAME_RESIZE:
        id = cursor_str(&v);
        a = cursor_u16(&v);
        b = cursor_u16(&v);
        if (!cursor_done(&v)) {
            return malformed(c);
        }
        resize(s, c, id, (uint16_t)a, (uint16_t)b);
        return true;
    case FRAME_SIGNAL:
        id = cursor_str(&v);
        a = cursor_u32(&v);
        if (!cursor_done(&v)) {
            return malformed(c);
        }
        send_signal(s, c, id, a);
        return true;
    case FRAME_WAIT:
        if (n != 0) {
            return malformed(c);
        }
        wait_exit(s, c);
        return true;
    case FRAME_SOCKET:
        a = cursor_u32(&v);
        b = cursor_u32(&v);
        d = cursor_u32(&v);
        if (!cursor_done(&v)) {
            return malformed(c);
        }
        open_socket(s, c, (int)a, (int)b, (int)d);
        return true;
    default: return malformed(c);
    }
}

// On a connection that carries streams. False in *ok: broken. Returns true when the frame is used up.
static bool stream_frame(struct shim *s, struct client *c, uint8_t type, const uint8_t *payload, size_t n, bool *ok)
{
    *ok = true;
    bool input = (c->attach & ATTACH_STDIN) != 0;
    if (type == FRAME_IN && input && n <= STREAM_CHUNK) {
        return input_pump(s, c, payload, n);
    }
    if (type == FRAME_CLOSE_STDIN && input && n == 0) {
        if (c->task != NULL) {
            input_close(c->task);
        }
        return true;
    }
    *ok = malformed(c);
    return true;
}

bool requests_handle(struct shim *s, struct client *c)
{
    while (!c->closing) {
        uint8_t type;
        uint8_t *payload;
        size_t n;
        enum frame_state there = frame_peek(c->in, c->in_size, &type, &payload, &n);
        if (there == FRAME_INCOMPLETE) {
            return true;
        }
        if (there == FRAME_BROKEN) {
            return malformed(c);
        }
        bool ok = true;
        bool used = true;
        switch (c->role) {
        case ROLE_NEW:
            ok = type == FRAME_HELLO && n == 2 && payload[0] == PROTOCOL_VERSION && payload[1] == 0;
            if (!ok) {
                client_error(c, EPROTONOSUPPORT, "HELLO");
            }
            c->role = ROLE_REQUESTS;
            break;
        case ROLE_REQUESTS: ok = request(s, c, type, payload, n); break;
        case ROLE_START:
            ok = (type == FRAME_GO && n == 0) || malformed(c);
            s->go = s->go || ok;
            break;
        case ROLE_ATTACH:
        case ROLE_EXEC: used = stream_frame(s, c, type, payload, n, &ok); break;
        case ROLE_WAIT: ok = malformed(c); break;
        }
        if (!ok) {
            return false;
        }
        if (!used) {
            return true;
        }
        client_consume(c, FRAME_HEADER + n);
    }
    return true;
}
