// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "cgroup.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "process.h"
#include "sys.h"

static void pause_ms(long ms)
{
    struct timespec t = {.tv_nsec = ms * 1000000};
    nanosleep(&t, NULL);
}

bool cgroup_run(const struct plan *p, pid_t pid, struct cgroup_made *made, struct failure *failure)
{
    char number[16];
    snprintf(number, sizeof number, "%d", pid);
    for (uint32_t i = 0; i < p->cgroup_action_count; i++) {
        const struct plan_cgroup_action *a = &p->cgroup_actions[i];
        char procs[PATH_MAX];
        int err = 0;
        switch (a->op) {
        case CGROUP_MKDIR:
            if (mkdir(a->path, 0755) == 0) {
                made->bits[i / 8] |= (uint8_t)(1U << (i % 8));
            } else if (errno != EEXIST) {
                err = errno;
            }
            break;
        case CGROUP_WRITE: err = file_write(a->path, a->value); break;
        default:
            if (snprintf(procs, sizeof procs, "%s/cgroup.procs", a->path) >= (int)sizeof procs) {
                err = ENAMETOOLONG;
            } else {
                err = file_write(procs, number);
            }
        }
        if (err != 0) {
            failure_set(failure, STEP_CGROUP, err, a->path);
            return false;
        }
    }
    return true;
}

void cgroup_undo(const struct plan *p, const struct cgroup_made *made)
{
    for (uint32_t i = p->cgroup_action_count; i-- > 0;) {
        if ((made->bits[i / 8] >> (i % 8) & 1) == 0) {
            continue;
        }
        // A reaped process leaves its cgroup a moment later.
        for (int tries = 0; rmdir(p->cgroup_actions[i].path) < 0 && errno == EBUSY && tries < 500; tries++) {
            pause_ms(2);
        }
    }
}

void cgroup_kill(const char *folder)
{
    char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/cgroup.procs", folder) >= (int)sizeof path) {
        return;
    }
    for (int round = 0; round < 500; round++) {
        int fd = open(path, O_RDONLY | O_CLOEXEC);
        if (fd < 0) {
            return;
        }
        char text[8192];
        ssize_t n = read(fd, text, sizeof text - 1);
        close(fd);
        if (n <= 0) {
            return;
        }
        text[n] = 0;
        for (char *line = text; *line != 0;) {
            char *end = strchr(line, '\n');
            if (end == NULL) {
                break; // cut off: it comes again in the next round
            }
            pid_t pid = (pid_t)strtol(line, NULL, 10);
            if (pid > 0) {
                kill(pid, SIGKILL);
            }
            line = end + 1;
        }
        pause_ms(2);
    }
}
