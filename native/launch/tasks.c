// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pids.h"
#include "shim.h"
#include "sys.h"

void task_init(struct task *t)
{
    memset(t, 0, sizeof *t);
    t->used = true;
    t->phase = PHASE_CREATED;
    t->pidfd = t->control = -1;
    t->io = (struct stdio){.in = -1, .out = -1, .err = -1};
}

struct task *task_new(struct shim *s)
{
    for (int i = 1; i < MAX_TASKS; i++) {
        if (!s->tasks[i].used) {
            task_init(&s->tasks[i]);
            s->task_limit = i >= s->task_limit ? i + 1 : s->task_limit;
            return &s->tasks[i];
        }
    }
    return NULL;
}

struct task *task_find(struct shim *s, const char *id)
{
    if (id[0] == 0) {
        return &s->tasks[0];
    }
    for (int i = 1; i < MAX_TASKS; i++) {
        if (s->tasks[i].used && strcmp(s->tasks[i].id, id) == 0) {
            return &s->tasks[i];
        }
    }
    return NULL;
}

void task_free(struct task *t)
{
    stdio_close(&t->io);
    if (t->pidfd >= 0) {
        close(t->pidfd);
    }
    if (t->control >= 0) {
        close(t->control);
    }
    if (t->client != NULL) {
        t->client->task = NULL;
    }
    t->used = false;
}

// Never waits: what is in the container's cgroups, as helpers are, may be frozen; what is in its pid namespace may be traced.
static void reap(struct shim *s, pid_t pid)
{
    if (pid <= 0 || waitpid(pid, NULL, WNOHANG) != 0) {
        return;
    }
    if (s->leaving_count < MAX_TASKS) {
        s->leaving[s->leaving_count++] = pid;
    } else {
        waitpid(pid, NULL, 0);
    }
}

static void reap_helper(struct shim *s, struct task *t)
{
    reap(s, t->helper);
    t->helper = 0;
}

bool tasks_reap(struct shim *s)
{
    for (int i = s->leaving_count; i-- > 0;) {
        if (waitpid(s->leaving[i], NULL, WNOHANG) != 0) {
            s->leaving[i] = s->leaving[--s->leaving_count];
        }
    }
    bool more = s->leaving_count > 0;
    for (int i = 0; i < s->task_limit; i++) {
        struct task *t = &s->tasks[i];
        if (t->used && t->held) {
            task_exited(s, t);
            more = more || (t->used && t->held);
        }
    }
    return more;
}

static void take_terminal(struct task *t, int master)
{
    if (t->io.out >= 0 || fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK) < 0) {
        close(master);
        return;
    }
    t->io.out = master;
    if ((t->io.stdin_flags & STDIN_OPEN) != 0) {
        t->io.in = fcntl(master, F_DUPFD_CLOEXEC, 3);
    }
}

static void start_failed(struct shim *s, struct task *t)
{
    if (t == &s->tasks[0]) {
        shim_abort(s, &t->failure);
    }
    reap_helper(s, t);
    if (t->pid > 0) {
        kill(t->pid, SIGKILL); // our own child and not reaped yet, so the pid is still its
        reap(s, t->pid);
    }
    if (t->client != NULL) {
        requests_send_failed(t->client, &t->failure);
        t->client->closing = true;
    }
    task_free(t);
}

static void start_succeeded(struct shim *s, struct task *t)
{
    t->phase = PHASE_RUNNING;
    t->started = now_ns();
    reap_helper(s, t);
    if (t == &s->tasks[0]) {
        shim_drop_plan(s);
        if (s->starter != NULL) {
            requests_send_started(s->starter, t);
            s->starter->role = ROLE_WAIT;
            s->starter = NULL;
        }
    } else if (t->client != NULL) {
        requests_send_started(t->client, t);
    }
}

// The process of an exec shares its control socket, and a container may have taken it over: no other pid is believed.
static bool is_new_child(const struct shim *s, pid_t pid)
{
    for (int i = 0; i < s->task_limit; i++) {
        if (s->tasks[i].used && (s->tasks[i].pid == pid || s->tasks[i].helper == pid)) {
            return false;
        }
    }
    siginfo_t info;
    return pid > 0 && waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

void task_control(struct shim *s, struct task *t)
{
    struct control_message m;
    int fd;
    for (;;) {
        int got = control_receive(t->control, &m, &fd, false);
        // A container that has failed need not have ended yet. Of an exec, whose helper may still be to tell its pid, the end is awaited.
        if (got < 0 && !(t->failed && t == &s->tasks[0])) {
            return;
        }
        if (got <= 0) {
            break;
        }
        if (m.kind == CONTROL_TERMINAL && fd >= 0) {
            take_terminal(t, fd);
            fd = -1;
        } else if (m.kind == CONTROL_PROCESS && t->pid == 0 && is_new_child(s, m.pid)) {
            t->pid = m.pid;
            t->pidfd = sys_pidfd_open(m.pid);
            t->ticks = pid_start_ticks(m.pid);
        } else if (m.kind == CONTROL_EXECUTING) {
            t->executing = true;
        } else if (m.kind == CONTROL_FAILED && !t->failed) {
            t->failed = true;
            t->failure = m.failure;
        }
        if (fd >= 0) {
            close(fd);
        }
    }
    close(t->control);
    t->control = -1;
    if (!t->failed && (!t->executing || t->pidfd < 0)) {
        t->failed = true;
        failure_set(&t->failure, STEP_ABORTED, ECHILD, "the process ended before its program ran");
    }
    if (t->failed) {
        start_failed(s, t);
    } else {
        start_succeeded(s, t);
    }
}

static void remember(struct shim *s, const struct task *t)
{
    struct finished_exec *f = &s->finished[s->finished_next++ % MAX_FINISHED];
    memcpy(f->id, t->id, sizeof f->id);
    f->pid = t->pid;
    f->ticks = t->ticks;
    f->started = t->started;
    f->finished = t->finished;
    f->code = t->code;
    f->signal = t->signal;
}

void task_exited(struct shim *s, struct task *t)
{
    if (t->control >= 0) {
        task_control(s, t);
        if (!t->used) {
            return;
        }
        if (t->control >= 0) {
            t->held = true; // its helper has to leave first
            return;
        }
    }
    int status;
    if (waitpid(t->pid, &status, WNOHANG) != t->pid) {
        t->held = true; // its tracer has to let go first; its descriptor would say "ended" again and again
        return;
    }
    t->held = false;
    t->finished = now_ns();
    t->signal = WIFSIGNALED(status) ? (uint32_t)WTERMSIG(status) : 0;
    t->code = WIFSIGNALED(status) ? 128 + t->signal : (uint32_t)WEXITSTATUS(status);
    t->phase = PHASE_EXITED;
    close(t->pidfd);
    t->pidfd = -1;
    if (t == &s->tasks[0]) {
        container_ended(s);
        return;
    }
    output_drain(s, t);
    remember(s, t);
    if (t->client != NULL) {
        requests_send_exit(t->client, t);
        t->client->closing = true;
    }
    task_free(t);
}
