// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The launcher runs from a sealed copy of itself in memory, so that nothing in a container can write to it through /proc/PID/exe (CVE-2019-5736).
#ifndef GANTRY_SEAL_H
#define GANTRY_SEAL_H

// Returns in the sealed copy; anywhere else it executes that copy. -1 with errno and *what set if that does not work.
int seal_self(char **argv, char **env, const char **what);

#endif
