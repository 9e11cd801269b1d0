// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// A container's first process, from clone to exec.
#ifndef GANTRY_CONTAINER_H
#define GANTRY_CONTAINER_H

#include "plan.h"

// Never returns: becomes the program, or reports a failure on `control`. joins[i] is what the i-th JOIN record names, opened by the shim:
// a child that is born into another pid namespace could no longer look up a pid.
_Noreturn void container_run(struct plan *p, const int *joins, int control, const int stdio[3]);

// Opens and checks what a JOIN record names: a namespace file or a pidfd. -1 with errno.
int join_open(const struct plan_join *j);

#endif
