// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// A tiny PID 1 for programs that are not made to be one: it passes signals on and reaps.
#ifndef GANTRY_INIT_H
#define GANTRY_INIT_H

// Returns in the process that is to become the program; the caller itself stays as PID 1 and never returns.
void init_fork(void);

#endif
