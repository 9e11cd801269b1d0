// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// What tells one process from a later one with the same pid.
#ifndef GANTRY_PIDS_H
#define GANTRY_PIDS_H

#include <stdint.h>
#include <sys/types.h>

// Field 22 of /proc/PID/stat, in clock ticks since boot; 0 if there is no such process.
uint64_t pid_start_ticks(pid_t pid);

uint64_t now_ns(void);

#endif
