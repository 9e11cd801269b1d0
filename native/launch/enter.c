// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "credentials.h"
#include "mounts.h"
#include "process.h"
#include "shim.h"
#include "sys.h"

// The process of the exec, in the container's namespaces and the shim's own child. From its first instruction it has the container's rights
// and no more: a container with CAP_SYS_PTRACE can take it over.
static _Noreturn void run_process(const struct plan *p)
{
    if (setsid() < 0) {
        child_fail(STEP_STDIO, errno, "setsid");
    }
    if (p->tty) {
        terminal_control();
    }
    die_with_shim();
    process_execute(p);
}

// The helper: joins the cgroups, then the namespaces, takes the rights the process is to have and leaves it there. It stays in the host's pid
// namespace itself, so the container can neither see nor trace it while it has more.
static _Noreturn void run_helper(struct plan *p, const struct shim *s, int control, const int stdio[3])
{
    int pidfd = process_prepare(control, s->tasks[0].pidfd, stdio[0], stdio[1], stdio[2]);
    struct cgroup_made none;
    struct failure failure;
    if (!cgroup_run(p, getpid(), &none, &failure)) {
        child_fail(failure.step, failure.err, failure.detail);
    }
    int err = process_oom_score(getpid(), p);
    if (err != 0) {
        child_fail(STEP_OOM, err, "oom_score_adj");
    }
    if (setns(pidfd, (int)s->namespaces) < 0) {
        child_fail(STEP_NAMESPACE, errno, "container");
    }
    close(pidfd);
    if (s->user_namespace && (setresgid(0, 0, 0) < 0 || setresuid(0, 0, 0) < 0)) {
        child_fail(STEP_IDMAP, errno, "root of the user namespace");
    }
    int root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root < 0 || chdir("/") < 0) {
        child_fail(STEP_ROOT, errno, "/");
    }
    if (p->tty) {
        terminal_open(p, root, false);
    }
    close(root);
    process_resource_limits(p);
    process_enter(p);
    // Not clone3, which the usual filters refuse: they cannot look into its arguments.
    long pid = syscall(SYS_clone, (unsigned long)CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (pid < 0) {
        child_fail(STEP_NAMESPACE, errno, "clone");
    }
    if (pid == 0) {
        run_process(p);
    }
    control_report(CONTROL_PROCESS, (pid_t)pid, -1);
    _exit(0);
}

static void refuse(struct client *c, enum step step, int err, const char *detail)
{
    struct failure f;
    failure_set(&f, step, err, detail);
    requests_send_failed(c, &f);
    c->closing = true;
}

static bool id_used(struct shim *s, const char *id)
{
    for (int i = 0; i < MAX_FINISHED; i++) {
        if (strcmp(s->finished[i].id, id) == 0) {
            return true;
        }
    }
    return task_find(s, id) != NULL;
}

static void close_ends(int ends[3])
{
    for (int i = 0; i < 3; i++) {
        if (ends[i] >= 0) {
            close(ends[i]);
        }
    }
}

static void start(struct shim *s, struct client *c, struct plan *p)
{
    struct task *t = task_new(s);
    if (t == NULL) {
        refuse(c, STEP_NAMESPACE, EMFILE, "execs");
        return;
    }
    strcpy(t->id, p->exec_id);
    int ends[3];
    int control[2] = {-1, -1};
    int err = stdio_make(s, &t->io, p, ends);
    if (err == 0) {
        err = stdio_pair(control);
    }
    pid_t helper = -1;
    if (err == 0) {
        helper = fork();
        err = helper < 0 ? errno : 0;
    }
    if (helper == 0) {
        run_helper(p, s, control[1], ends);
    }
    close_ends(ends);
    if (err != 0) {
        if (control[0] >= 0) {
            close(control[0]);
            close(control[1]);
        }
        task_free(t);
        refuse(c, STEP_STDIO, err, "exec");
        return;
    }
    close(control[1]);
    t->control = control[0];
    t->helper = helper;
    t->client = c;
    c->task = t;
    c->role = ROLE_EXEC;
    c->attach = ATTACH_STDIN | ATTACH_STDOUT | ATTACH_STDERR;
}

void exec_start(struct shim *s, struct client *c, uint8_t *plan_bytes, size_t size)
{
    if (s->tasks[0].phase != PHASE_RUNNING) {
        refuse(c, STEP_NAMESPACE, s->tasks[0].phase == PHASE_CREATED ? EAGAIN : ESRCH, "container");
        return;
    }
    struct plan *p = mmap(NULL, sizeof *p, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) {
        refuse(c, STEP_PLAN, errno, "memory");
        return;
    }
    struct plan_error error;
    if (!plan_decode(plan_bytes, size, PLAN_EXEC, p, &error)) {
        refuse(c, STEP_PLAN, error.err, error.detail);
    } else if (id_used(s, p->exec_id)) {
        refuse(c, STEP_PLAN, EEXIST, p->exec_id);
    } else {
        start(s, c, p);
    }
    munmap(p, sizeof *p);
}
