// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Paths inside a container's root. Everything is resolved by the kernel with the root as its limit; nothing is joined by string.
#ifndef GANTRY_PATHS_H
#define GANTRY_PATHS_H

#include <stdbool.h>

// An O_PATH descriptor of `path` within `root`, or -1 with errno.
int path_open(int root, const char *path, int flags);
// Opens the folder that is to hold the last component, making missing folders (0755); `name` receives that component (at least 256 bytes).
int path_parent(int root, const char *path, char *name);
// An O_PATH descriptor of `path`; a folder or an empty file is made if nothing is there.
int path_ensure(int root, const char *path, bool folder);
// The path without doubled slashes, `.` and a slash at the end, for comparison only; `..` makes it fail. False: too long.
bool path_normal(const char *path, char *out, unsigned size);

#endif
