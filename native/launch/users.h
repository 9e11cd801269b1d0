// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// Who a user string is, by the container's own passwd and group files, which are hostile input.
#ifndef GANTRY_USERS_H
#define GANTRY_USERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { USERS_FILE_MAX = 1024 * 1024, USERS_LINE_MAX = 65536, USERS_GROUPS_MAX = 1024, USERS_HOME_MAX = 1024 };

struct identity {
    uid_t uid;
    gid_t gid;
    gid_t groups[USERS_GROUPS_MAX];
    uint32_t group_count;
    char home[USERS_HOME_MAX];
};

struct text {
    const char *bytes;
    size_t size;
};

// Resolves `user` ("", name, uid, either with :group) and the `extra` groups. 0, or an errno with `*culprit` set to the string that failed.
int users_resolve(struct text passwd, struct text group, const char *user, const char *const *extra, uint32_t extra_count, struct identity *out,
                  const char **culprit);

// The same with /etc/passwd and /etc/group within `root`.
int users_lookup(int root, const char *user, const char *const *extra, uint32_t extra_count, struct identity *out, const char **culprit);

#endif
