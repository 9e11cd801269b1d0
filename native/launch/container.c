// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "container.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "control.h"
#include "init.h"
#include "mounts.h"
#include "net.h"
#include "paths.h"
#include "pids.h"
#include "process.h"
#include "sys.h"

int join_open(const struct plan_join *j)
{
    if (j->path[0] != 0) {
        return open(j->path, O_RDONLY | O_CLOEXEC);
    }
    int fd = sys_pidfd_open((pid_t)j->pid);
    if (fd >= 0 && pid_start_ticks((pid_t)j->pid) != j->ticks) {
        close(fd);
        errno = ESRCH;
        return -1;
    }
    return fd;
}

static void join_namespaces(const struct plan *p, const int *joins)
{
    for (uint32_t i = 0; i < p->join_count; i++) {
        const struct plan_join *j = &p->joins[i];
        if (j->ns == CLONE_NEWPID) {
            continue; // the shim joined it before the clone
        }
        if (setns(joins[i], (int)j->ns) < 0) {
            child_fail(STEP_NAMESPACE, errno, j->path[0] != 0 ? j->path : "pid");
        }
    }
}

// Made now: later the root may be read-only.
static void make_workdir(const struct plan *p, int root)
{
    if (p->workdir == NULL || p->workdir[0] == 0) {
        return;
    }
    int fd = path_ensure(root, p->workdir, true);
    if (fd < 0) {
        child_fail(STEP_WORKDIR, errno, p->workdir);
    }
    close(fd);
}

static void name_host(const struct plan *p)
{
    if (p->hostname != NULL && sethostname(p->hostname, strlen(p->hostname)) < 0) {
        child_fail(STEP_HOSTNAME, errno, p->hostname);
    }
    if (p->domainname != NULL && setdomainname(p->domainname, strlen(p->domainname)) < 0) {
        child_fail(STEP_HOSTNAME, errno, p->domainname);
    }
}

_Noreturn void container_run(struct plan *p, const int *joins, int control, const int stdio[3])
{
    control_use(control);
    if (setsid() < 0) {
        child_fail(STEP_STDIO, errno, "setsid");
    }
    if ((p->namespaces & CLONE_NEWUSER) != 0) {
        control_wait(CONTROL_MAPPED);
        if (setresgid(0, 0, 0) < 0 || setresuid(0, 0, 0) < 0) {
            child_fail(STEP_IDMAP, errno, "root of the user namespace");
        }
    }
    join_namespaces(p, joins);
    process_prepare(control, -1, stdio[0], stdio[1], stdio[2]);
    umask(022);
    mounts_open_shared(p);
    int root = root_mount(p);
    mounts_make(p, root, false);
    devices_make(p, root);
    symlinks_make(p, root);
    make_workdir(p, root);
    paths_make_readonly(p, root);
    paths_mask(p, root);
    if (p->tty) {
        terminal_open(p, root, true);
        terminal_control();
    }
    root_pivot(root);
    name_host(p);

    control_wait(CONTROL_GO);
    if ((p->namespaces & CLONE_NEWCGROUP) != 0 && unshare(CLONE_NEWCGROUP) < 0) {
        child_fail(STEP_NAMESPACE, errno, "cgroup");
    }
    mounts_make(p, root, true);
    net_actions_run(p, root);
    if (p->root_readonly) {
        root_make_readonly(root);
    }
    close(root);
    process_resource_limits(p);
    process_enter(p);
    if (p->init) {
        init_fork();
    }
    process_execute(p);
}
