// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The last stretch of a process in its namespaces, the same for a container's first process and for an exec.
#ifndef GANTRY_PROCESS_H
#define GANTRY_PROCESS_H

#include <sys/types.h>

#include "plan.h"

// Descriptors 0–2 = the given ones (those < 0: left alone), everything else but `control` (moved to 3) and `kept` (if >= 0; its new number
// is returned) closed; signals as after a login. The given descriptors are all above 2.
int process_prepare(int control, int kept, int in, int out, int err);
void process_resource_limits(const struct plan *p);
// From outside the namespaces; 0 or errno.
int process_oom_score(pid_t pid, const struct plan *p);
// Takes the plan's user, folder, rights and filter, with its root as the process's root.
void process_enter(struct plan *p);
// Becomes the program of the plan.
_Noreturn void process_execute(const struct plan *p);
// Writes text to a file of the host; 0 or errno.
int file_write(const char *path, const char *text);

#endif
