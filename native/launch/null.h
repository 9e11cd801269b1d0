// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The host's null device for containers: as stdin, and over masked files. Its inode is the host's own, so a container gets it only through
// a mount that is read-only: reading and writing it is allowed there, changing its mode, owner or times is not.
#ifndef GANTRY_NULL_H
#define GANTRY_NULL_H

// A detached read-only mount of it, checked to be the real one (CVE-2025-31133); -1 with errno.
int null_mount(void);
// It, open for reading; -1 with errno.
int null_open(void);

#endif
