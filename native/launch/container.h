// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// A container's first process, from clone to exec.
#ifndef GANTRY_CONTAINER_H
#define GANTRY_CONTAINER_H

#include "plan.h"

// Never returns: becomes the program, or reports a failure on `control`.
_Noreturn void container_run(struct plan *p, int control, int in, int out, int err);

// Opens and checks what a JOIN record names: a namespace file or a pidfd. -1 with errno.
int join_open(const struct plan_join *j);

#endif
