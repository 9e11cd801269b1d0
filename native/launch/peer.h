// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Unix socket ends: who may talk, and where one listens.
#ifndef GANTRY_PEER_H
#define GANTRY_PEER_H

#include <stdbool.h>

// The peer has this process's uid, or is root.
bool peer_allowed(int fd);
// A listening socket at `path`, mode 0600. What a dead process left there is replaced; a live one gives EADDRINUSE. -1 with errno.
int peer_listen(const char *path);

#endif
