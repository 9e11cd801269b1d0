// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The cgroup records of a plan.
#ifndef GANTRY_CGROUP_H
#define GANTRY_CGROUP_H

#include "control.h"
#include "plan.h"

// Which folders the actions made, one bit an action.
struct cgroup_made {
    uint8_t bits[MAX_CGROUP_ACTIONS / 8];
};

// Carries out the actions for `pid`; false with `failure` filled in.
bool cgroup_run(const struct plan *p, pid_t pid, struct cgroup_made *made, struct failure *failure);
// Removes the folders made, last first. The processes in them must have been reaped.
void cgroup_undo(const struct plan *p, const struct cgroup_made *made);
// SIGKILL to all processes of a cgroup folder, again and again until it is empty or a second is over.
void cgroup_kill(const char *folder);

#endif
