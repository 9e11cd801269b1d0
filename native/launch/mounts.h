// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The mounts of a container: its root, what lies on it, and the step into it. For the child only: trouble ends the process through child_fail.
#ifndef GANTRY_MOUNTS_H
#define GANTRY_MOUNTS_H

#include <stdbool.h>

#include "plan.h"

// Mounts the root on the run folder and returns its descriptor.
int root_mount(const struct plan *p);
void root_pivot(int root);
void root_make_readonly(int root);

// Copies the sources of binds that are to see, or show, later mounts. Before root_mount, which cuts this mount namespace off from the host's.
void mounts_open_shared(const struct plan *p);
// The mounts of the plan that are late, or that are not.
void mounts_make(const struct plan *p, int root, bool late);

// Adds `data` (comma separated) to a filesystem context; false with errno.
bool fs_options(int fs, const char *data);
// A detached mount of a new filesystem, or -1 with errno; the kernel's own message, if any, goes to `message`.
int fs_new(const char *fstype, const char *source, const char *data, unsigned attr, char *message, unsigned size);

void paths_make_readonly(const struct plan *p, int root);
void paths_mask(const struct plan *p, int root);

void devices_make(const struct plan *p, int root);
void symlinks_make(const struct plan *p, int root);

// Opens a terminal in the container's devpts, sends its master to the shim and makes its slave fds 0–2. With `bind_console`, the slave
// also appears at /dev/console.
void terminal_open(const struct plan *p, int root, bool bind_console);
// Makes the terminal of fd 0 the controlling one of this process, a session leader.
void terminal_control(void);

#endif
