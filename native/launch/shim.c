// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "container.h"
#include "peer.h"
#include "pids.h"
#include "process.h"
#include "sys.h"

#define REQUEST_TIMEOUT_MS 30000

static struct shim shim;

static void socket_path(const struct shim *s, char *out, size_t size)
{
    snprintf(out, size, "%s/shim.sock", s->run_folder);
}

static void remove_socket(struct shim *s)
{
    if (s->listener >= 0) {
        close(s->listener);
        s->listener = -1;
        unlinkat(s->folder, "shim.sock", 0);
    }
}

// Gives the last frames a second to leave, since the process is about to end.
static void flush_briefly(struct client *c)
{
    uint64_t until = now_ns() + 1000000000ULL;
    for (client_flush(c); c->out_size > 0 && now_ns() < until; client_flush(c)) {
        struct pollfd p = {.fd = c->fd, .events = POLLOUT};
        poll(&p, 1, 100);
    }
}

// Lets the engine be the one to close, so that a GO it sends meanwhile does not fail and it reads FAILED in peace; half a second at most.
static void await_close(struct client *c)
{
    char ignored[64];
    shutdown(c->fd, SHUT_WR);
    struct pollfd p = {.fd = c->fd, .events = POLLIN};
    uint64_t until = now_ns() + 500000000ULL;
    while (!c->gone && now_ns() < until && poll(&p, 1, 500) > 0 && recv(c->fd, ignored, sizeof ignored, MSG_DONTWAIT) > 0) {
    }
}

_Noreturn void shim_abort(struct shim *s, const struct failure *why)
{
    struct task *t = &s->tasks[0];
    if (t->pid > 0) {
        kill(t->pid, SIGKILL); // our own child and not reaped yet, so the pid is still its
        waitpid(t->pid, NULL, 0);
    }
    if (s->plan != NULL) {
        cgroup_undo(s->plan, &s->made);
    }
    remove_socket(s);
    if (s->starter != NULL) {
        requests_send_failed(s->starter, why);
        flush_briefly(s->starter);
        await_close(s->starter);
    }
    _exit(1);
}

static _Noreturn void refuse(struct shim *s, enum step step, int err, const char *detail)
{
    struct failure f;
    failure_set(&f, step, err, detail);
    shim_abort(s, &f);
}

_Noreturn void shim_leave(struct shim *s)
{
    struct stat st;
    if (fstatat(s->folder, "exit", &st, AT_SYMLINK_NOFOLLOW) < 0) {
        exit_record_write(s);
    }
    remove_socket(s);
    _exit(0);
}

void shim_drop_plan(struct shim *s)
{
    munmap(s->plan, sizeof *s->plan);
    munmap(s->plan_bytes, PLAN_MAX);
    s->plan = NULL;
    s->plan_bytes = NULL;
}

static void leave_engine(int *connection)
{
    setsid();
    for (int signo = 1; signo < NSIG; signo++) {
        signal(signo, SIG_DFL);
    }
    // A shim ends when its container does, not when someone tidies up the session it was started in.
    const int ignored[] = {SIGPIPE, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2};
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) {
        signal(ignored[i], SIG_IGN);
    }
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    int kept = fcntl(*connection, F_DUPFD_CLOEXEC, 16);
    if (null < 0 || kept < 0 || chdir("/") < 0) {
        _exit(1);
    }
    for (int fd = 0; fd < 3; fd++) {
        if (dup2(null, fd) < 0) {
            _exit(1);
        }
    }
    if (dup3(kept, 3, O_CLOEXEC) < 0 || sys_close_range(4, ~0U, 0) < 0) {
        _exit(1);
    }
    *connection = 3;
    umask(077);
    // Children that enter a container before they drop their rights must not be traced or looked into from there.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NAME, "gantry-shim", 0, 0, 0);
}

// Waits for HELLO and START; the plan is copied to plan_bytes. Returns its size, or ends the shim.
static size_t receive_plan(struct shim *s)
{
    struct client *c = s->starter;
    bool hello = false;
    uint64_t until = now_ns() + REQUEST_TIMEOUT_MS * 1000000ULL;
    client_flush(c);
    for (;;) {
        uint8_t type;
        uint8_t *payload;
        size_t n;
        enum frame_state there = frame_peek(c->in, c->in_size, &type, &payload, &n);
        if (there == FRAME_BROKEN) {
            refuse(s, STEP_PROTOCOL, EPROTO, "frame");
        }
        if (there == FRAME_COMPLETE && !hello) {
            if (type != FRAME_HELLO || n != 2 || payload[0] != PROTOCOL_VERSION || payload[1] != 0) {
                refuse(s, STEP_PROTOCOL, EPROTONOSUPPORT, "HELLO");
            }
            hello = true;
            client_consume(c, FRAME_HEADER + n);
            continue;
        }
        if (there == FRAME_COMPLETE) {
            if (type != FRAME_START || n > PLAN_MAX) {
                refuse(s, STEP_PROTOCOL, EPROTO, "START");
            }
            memcpy(s->plan_bytes, payload, n);
            client_consume(c, FRAME_HEADER + n);
            return n;
        }
        struct pollfd p = {.fd = c->fd, .events = POLLIN};
        if (poll(&p, 1, REQUEST_TIMEOUT_MS) <= 0 || now_ns() > until || !client_receive(c, CLIENT_IN)) {
            _exit(1);
        }
    }
}

static uint32_t outside_root(const struct plan_id_map *maps, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (maps[i].inside == 0) {
            return maps[i].outside;
        }
    }
    return 0;
}

static void keep_from_plan(struct shim *s)
{
    const struct plan *p = s->plan;
    strcpy(s->id, p->id);
    strcpy(s->run_folder, p->run_folder);
    s->namespaces = p->namespaces;
    for (uint32_t i = 0; i < p->join_count; i++) {
        s->namespaces |= p->joins[i].ns;
    }
    s->user_namespace = (p->namespaces & CLONE_NEWUSER) != 0;
    s->root_uid = outside_root(p->uid_maps, p->uid_map_count);
    s->root_gid = outside_root(p->gid_maps, p->gid_map_count);
    for (uint32_t i = 0; i < p->cgroup_action_count && (p->namespaces & CLONE_NEWPID) == 0; i++) {
        if (p->cgroup_actions[i].op == CGROUP_JOIN && strlen(p->cgroup_actions[i].path) < sizeof s->kill_cgroup) {
            strcpy(s->kill_cgroup, p->cgroup_actions[i].path);
            break;
        }
    }
}

static void prepare_run_folder(struct shim *s)
{
    char path[RUN_FOLDER_MAX + 16];
    s->folder = open(s->run_folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (s->folder < 0) {
        refuse(s, STEP_RUN_FOLDER, errno, s->run_folder);
    }
    socket_path(s, path, sizeof path);
    s->listener = peer_listen(path);
    if (s->listener < 0) {
        refuse(s, STEP_RUN_FOLDER, errno, path);
    }
    if (unlinkat(s->folder, "exit", 0) < 0 && errno != ENOENT) { // of an earlier run
        refuse(s, STEP_RUN_FOLDER, errno, path);
    }
    int err = log_open(&s->log, &s->plan->log);
    if (err != 0) {
        refuse(s, STEP_LOG, err, s->plan->log.path);
    }
}

static void write_id_map(struct shim *s, const char *file, const struct plan_id_map *maps, uint32_t count)
{
    char path[48];
    static char text[MAX_ID_MAPS * 36];
    size_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        n += (size_t)snprintf(text + n, sizeof text - n, "%u %u %u\n", maps[i].inside, maps[i].outside, maps[i].count);
    }
    snprintf(path, sizeof path, "/proc/%d/%s", s->tasks[0].pid, file);
    int err = file_write(path, text);
    if (err != 0) {
        refuse(s, STEP_IDMAP, err, file);
    }
}

// A pid namespace is joined here, by the parent: it counts for children only.
static void open_joins(struct shim *s, int *joins)
{
    for (uint32_t i = 0; i < s->plan->join_count; i++) {
        const struct plan_join *j = &s->plan->joins[i];
        joins[i] = join_open(j);
        if (joins[i] < 0 || (j->ns == CLONE_NEWPID && setns(joins[i], CLONE_NEWPID) < 0)) {
            refuse(s, STEP_NAMESPACE, errno, j->path[0] != 0 ? j->path : "pid");
        }
    }
}

static void close_all(const int *fds, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (fds[i] >= 0) {
            close(fds[i]);
        }
    }
}

static void clone_container(struct shim *s)
{
    struct task *t = &s->tasks[0];
    struct plan *p = s->plan;
    int ends[3];
    int control[2];
    int joins[MAX_JOINS];
    open_joins(s, joins);
    int err = stdio_make(s, &t->io, p, ends);
    if (err == 0) {
        err = stdio_pair(control);
    }
    if (err != 0) {
        refuse(s, STEP_STDIO, err, "pipes");
    }
    // The cgroup namespace is unshared by the child, once it is in its cgroups.
    struct clone_args args = {
        .flags = (p->namespaces & ~(uint64_t)CLONE_NEWCGROUP) | CLONE_PIDFD,
        .pidfd = (uint64_t)(uintptr_t)&t->pidfd,
        .exit_signal = SIGCHLD,
    };
    long pid = sys_clone3(&args);
    if (pid == 0) {
        container_run(p, joins, control[1], ends);
    }
    if (pid < 0) {
        refuse(s, STEP_NAMESPACE, errno, "clone");
    }
    t->pid = (pid_t)pid;
    t->ticks = pid_start_ticks(t->pid);
    t->control = control[0];
    close(control[1]);
    close_all(ends, 3);
    close_all(joins, p->join_count);
}

static void tell_created(struct shim *s)
{
    const struct task *t = &s->tasks[0];
    struct frame f;
    frame_begin(&f, FRAME_CREATED);
    frame_u32(&f, (uint32_t)t->pid);
    frame_u64(&f, t->ticks);
    frame_u32(&f, (uint32_t)s->self);
    frame_u64(&f, s->self_ticks);
    client_send(s->starter, &f);
    client_flush(s->starter);
}

static void configure_child(struct shim *s)
{
    struct task *t = &s->tasks[0];
    struct plan *p = s->plan;
    if (s->user_namespace) {
        write_id_map(s, "uid_map", p->uid_maps, p->uid_map_count);
        write_id_map(s, "gid_map", p->gid_maps, p->gid_map_count);
        struct control_message mapped = {.kind = CONTROL_MAPPED};
        control_send(t->control, &mapped, -1);
    }
    tell_created(s);
    int err = process_oom_score(t->pid, p);
    if (err != 0) {
        refuse(s, STEP_OOM, err, "oom_score_adj");
    }
    struct failure f;
    if (!cgroup_run(p, t->pid, &s->made, &f)) {
        shim_abort(s, &f);
    }
}

static void *map(size_t size)
{
    void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) {
        _exit(1);
    }
    return p;
}

_Noreturn void shim_run(int connection)
{
    struct shim *s = &shim;
    leave_engine(&connection);
    s->listener = -1;
    s->log.fd = -1;
    s->self = getpid();
    s->self_ticks = pid_start_ticks(s->self);
    s->task_limit = 1;
    task_init(&s->tasks[0]);
    s->starter = client_new(connection);
    if (s->starter == NULL) {
        _exit(1);
    }
    s->plan_bytes = map(PLAN_MAX);
    size_t size = receive_plan(s);
    s->starter->role = ROLE_START;
    s->clients[0] = s->starter;
    s->client_limit = 1;

    struct plan *p = map(sizeof *p);
    struct plan_error error;
    if (!plan_decode(s->plan_bytes, size, PLAN_START, p, &error)) {
        refuse(s, STEP_PLAN, error.err, error.detail);
    }
    s->plan = p;
    keep_from_plan(s);
    prepare_run_folder(s);
    clone_container(s);
    configure_child(s);
    if (!requests_handle(s, s->starter)) { // GO may already lie in the buffer
        refuse(s, STEP_PROTOCOL, EPROTO, "GO");
    }
    loop_run(s);
}
