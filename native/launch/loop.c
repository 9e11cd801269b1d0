// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pids.h"
#include "peer.h"
#include "shim.h"

#define LINGER_NS (10ULL * 1000000000ULL)
#define REAP_AGAIN_MS 50

enum watch_kind { WATCH_LISTENER, WATCH_CLIENT, WATCH_CONTROL, WATCH_OUT, WATCH_ERR, WATCH_IN, WATCH_EXIT };

struct watch {
    enum watch_kind kind;
    struct client *client;
    struct task *task;
};

enum { MAX_WATCHES = 1 + MAX_CLIENTS + 5 * MAX_TASKS };

static struct pollfd polls[MAX_WATCHES];
static struct watch watches[MAX_WATCHES];
static nfds_t watch_count;

static void watch(int fd, short events, struct watch w)
{
    polls[watch_count] = (struct pollfd){.fd = fd, .events = events};
    watches[watch_count++] = w;
}

static bool stdin_wanted(const struct shim *s, const struct task *t)
{
    for (int i = 0; i < s->client_limit; i++) {
        const struct client *c = s->clients[i];
        if (c != NULL && c->task == t && c->stdin_blocked) {
            return true;
        }
    }
    return false;
}

static void watch_task(struct shim *s, struct task *t)
{
    // The order counts: a process's last words are read before its exit is looked at.
    if (t->control >= 0) {
        watch(t->control, POLLIN, (struct watch){.kind = WATCH_CONTROL, .task = t});
    }
    bool room = output_room(s, t) > 0;
    if (t->io.out >= 0 && room) {
        watch(t->io.out, POLLIN, (struct watch){.kind = WATCH_OUT, .task = t});
    }
    if (t->io.err >= 0 && room) {
        watch(t->io.err, POLLIN, (struct watch){.kind = WATCH_ERR, .task = t});
    }
    if (t->io.in >= 0 && stdin_wanted(s, t)) {
        watch(t->io.in, POLLOUT, (struct watch){.kind = WATCH_IN, .task = t});
    }
    if (t->pidfd >= 0 && !t->held) {
        watch(t->pidfd, POLLIN, (struct watch){.kind = WATCH_EXIT, .task = t});
    }
}

static void watch_all(struct shim *s)
{
    watch_count = 0;
    if (s->listener >= 0) {
        watch(s->listener, POLLIN, (struct watch){.kind = WATCH_LISTENER});
    }
    for (int i = 0; i < s->client_limit; i++) {
        struct client *c = s->clients[i];
        if (c == NULL || c->gone) {
            continue;
        }
        short events = (short)((c->closing || c->stdin_blocked ? 0 : POLLIN) | (c->out_size > 0 ? POLLOUT : 0));
        watch(c->fd, events, (struct watch){.kind = WATCH_CLIENT, .client = c});
    }
    for (int i = 0; i < s->task_limit; i++) {
        if (s->tasks[i].used) {
            watch_task(s, &s->tasks[i]);
        }
    }
}

static void accept_client(struct shim *s)
{
    int fd = accept4(s->listener, NULL, NULL, SOCK_CLOEXEC);
    if (fd < 0) {
        return;
    }
    struct client *c = peer_allowed(fd) ? client_new(fd) : NULL;
    if (c == NULL) {
        close(fd);
        return;
    }
    for (int i = 0; i < MAX_CLIENTS; i++) {
        if (s->clients[i] == NULL) {
            s->clients[i] = c;
            s->client_limit = i >= s->client_limit ? i + 1 : s->client_limit;
            return;
        }
    }
    client_error(c, EMFILE, "connections");
    client_flush(c);
    client_free(c);
}

static void handle_input(struct shim *s, struct client *c)
{
    if (!requests_handle(s, c)) {
        c->closing = true;
    }
}

static void client_event(struct shim *s, struct client *c, short events)
{
    if ((events & POLLIN) != 0 && !c->stdin_blocked && !c->closing) {
        bool streams = c->role == ROLE_ATTACH || c->role == ROLE_EXEC;
        bool more = client_receive(c, streams ? 2 * (STREAM_CHUNK + FRAME_HEADER) : CLIENT_IN);
        handle_input(s, c);
        if (!more && c == s->starter && s->tasks[0].control >= 0) {
            task_control(s, &s->tasks[0]); // if the child has failed, that is why the engine gives up, and it is still told
        }
        c->gone = c->gone || !more;
    } else if ((events & (POLLHUP | POLLERR)) != 0) {
        c->gone = true;
    }
}

// The stdin pipe has room again, or is closed.
static void unblock(struct shim *s, const struct task *t)
{
    for (int i = 0; i < s->client_limit; i++) {
        struct client *c = s->clients[i];
        if (c == NULL || c->task != t || !c->stdin_blocked) {
            continue;
        }
        c->stdin_blocked = false;
        handle_input(s, c);
        // What a client sent before it went is still taken from its socket.
        while (c->gone && !c->stdin_blocked && !c->closing && client_receive(c, CLIENT_IN) && c->in_size > 0) {
            size_t before = c->in_size;
            handle_input(s, c);
            if (c->in_size == before) {
                break;
            }
        }
    }
}

static void drop_client(struct shim *s, int i)
{
    struct client *c = s->clients[i];
    s->clients[i] = NULL;
    if (c->role == ROLE_EXEC || c->role == ROLE_ATTACH) {
        input_client_gone(c);
    }
    if (c->task != NULL && c->task->client == c) {
        c->task->client = NULL;
    }
    if (s->starter == c) {
        s->starter = NULL;
    }
    client_free(c);
}

static void sweep_clients(struct shim *s)
{
    for (int i = 0; i < s->client_limit; i++) {
        struct client *c = s->clients[i];
        if (c == NULL) {
            continue;
        }
        client_flush(c);
        if (c->stdin_blocked && (c->task == NULL || (c->task->io.in < 0 && c->task->phase != PHASE_CREATED))) {
            c->stdin_blocked = false; // nobody will read it any more
            handle_input(s, c);
            client_flush(c);
        }
        if ((c->closing && c->out_size == 0) || (c->gone && !c->stdin_blocked)) {
            drop_client(s, i);
        }
    }
    while (s->client_limit > 0 && s->clients[s->client_limit - 1] == NULL) {
        s->client_limit--;
    }
    while (s->task_limit > 1 && !s->tasks[s->task_limit - 1].used) {
        s->task_limit--;
    }
}

// The program's first output can be seen before the close that tells of its exec, since poll looks at one after the other; STARTED goes first.
static void output_event(struct shim *s, struct task *t, bool error_stream)
{
    if (t->used && t->control >= 0) {
        task_control(s, t);
    }
    if (t->used && t->control < 0) {
        output_pump(s, t, error_stream, false);
    }
}

static void dispatch(struct shim *s, const struct watch *w, short events)
{
    struct task *t = w->task;
    switch (w->kind) {
    case WATCH_LISTENER: accept_client(s); break;
    case WATCH_CLIENT: client_event(s, w->client, events); break;
    case WATCH_CONTROL:
        if (t->used && t->control >= 0) {
            task_control(s, t);
        }
        break;
    case WATCH_OUT:
    case WATCH_ERR:
        output_event(s, t, w->kind == WATCH_ERR);
        break;
    case WATCH_IN: unblock(s, t); break;
    case WATCH_EXIT:
        if (t->used && t->pidfd >= 0) {
            task_exited(s, t);
        }
        break;
    }
}

static void start_progress(struct shim *s)
{
    struct task *first = &s->tasks[0];
    if (first->phase != PHASE_CREATED || s->go_passed) {
        return;
    }
    struct failure f;
    if (s->go) {
        s->go_passed = true;
        struct control_message go = {.kind = CONTROL_GO};
        control_send(first->control, &go, -1); // if the child has died, its control socket tells
    } else if (s->starter == NULL) {
        failure_set(&f, STEP_ABORTED, EPIPE, "the engine's connection ended before GO");
        shim_abort(s, &f);
    }
}

static bool finished(const struct shim *s, uint64_t since)
{
    if (!s->ended) {
        return false;
    }
    if (now_ns() - since > LINGER_NS) {
        return true;
    }
    for (int i = 0; i < s->client_limit; i++) {
        if (s->clients[i] != NULL && s->clients[i]->out_size > 0) {
            return false;
        }
    }
    for (int i = 1; i < s->task_limit; i++) {
        if (s->tasks[i].used) {
            return false;
        }
    }
    return true;
}

_Noreturn void loop_run(struct shim *s)
{
    uint64_t ended_at = 0;
    for (;;) {
        start_progress(s);
        bool reap_again = tasks_reap(s);
        watch_all(s);
        int n = poll(polls, watch_count, reap_again ? REAP_AGAIN_MS : s->ended ? 1000 : -1);
        for (nfds_t i = 0; i < watch_count && n > 0; i++) {
            if (polls[i].revents != 0) {
                dispatch(s, &watches[i], polls[i].revents);
            }
        }
        log_flush(&s->log);
        sweep_clients(s);
        if (s->ended && ended_at == 0) {
            ended_at = now_ns();
        }
        if (finished(s, ended_at)) {
            shim_leave(s);
        }
    }
}
