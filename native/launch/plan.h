// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// A launch plan or exec plan, decoded in place: every pointer points into the buffer it was decoded from.
#ifndef GANTRY_PLAN_H
#define GANTRY_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "protocol.h"

enum plan_kind { PLAN_START, PLAN_EXEC };

enum {
    MAX_JOINS = 8,
    MAX_ID_MAPS = 340,
    MAX_LOWERS = 500,
    MAX_OVERLAY_OPTIONS = 32,
    MAX_MOUNTS = 512,
    MAX_DEVICES = 512,
    MAX_SYMLINKS = 64,
    MAX_MASKS = 512,
    MAX_READONLY = 256,
    MAX_NET_ACTIONS = 256,
    MAX_CGROUP_ACTIONS = 256,
    MAX_RLIMITS = 16,
    MAX_GROUPS = 64,
    MAX_STRINGS = 16384,
    MAX_SECCOMP = 4096,
};

struct plan_join {
    uint32_t ns;
    uint32_t pid;
    uint64_t ticks;
    const char *path;
};

struct plan_id_map {
    uint32_t inside, outside, count;
};

struct plan_mount {
    bool bind;
    uint32_t flags;
    uint64_t attr_set, attr_clear;
    uint32_t propagation;
    const char *fstype, *source, *subpath, *target, *data;
};

struct plan_device {
    uint8_t type;
    uint32_t major, minor, mode, uid, gid;
    const char *path;
};

struct plan_symlink {
    const char *target, *path;
};

// A sysctl (message == NULL) or an rtnetlink request.
struct plan_net_action {
    const char *name, *value;
    uint8_t *message;
    uint32_t size;
    uint16_t index_offset;
};

struct plan_cgroup_action {
    uint8_t op;
    const char *path, *value;
};

struct plan_rlimit {
    uint32_t resource;
    uint64_t soft, hard;
};

struct plan_caps {
    uint64_t bounding, permitted, effective, inheritable, ambient;
};

struct plan_log {
    uint8_t driver;
    uint64_t max_size;
    uint32_t max_file;
    const char *path, *attrs;
};

struct plan {
    uint64_t seen; // one bit a tag
    const char *id, *run_folder, *exec_id;
    uint32_t namespaces;
    struct plan_join joins[MAX_JOINS];
    struct plan_id_map uid_maps[MAX_ID_MAPS], gid_maps[MAX_ID_MAPS];
    const char *lowers[MAX_LOWERS];
    const char *upper, *work, *root_bind;
    const char *overlay_options[MAX_OVERLAY_OPTIONS];
    bool root_readonly;
    struct plan_mount mounts[MAX_MOUNTS];
    struct plan_device devices[MAX_DEVICES];
    struct plan_symlink symlinks[MAX_SYMLINKS];
    const char *masks[MAX_MASKS];
    const char *readonly[MAX_READONLY];
    const char *hostname, *domainname;
    struct plan_net_action net_actions[MAX_NET_ACTIONS];
    struct plan_cgroup_action cgroup_actions[MAX_CGROUP_ACTIONS];
    struct plan_rlimit rlimits[MAX_RLIMITS];
    int32_t oom_score_adj;
    struct plan_caps caps;
    bool no_new_privs, init, tty;
    uint32_t seccomp_flags, seccomp_count;
    const uint8_t *seccomp;
    const char *user, *workdir;
    const char *groups[MAX_GROUPS];
    const char *argv[MAX_STRINGS + 1]; // NULL at the end
    const char *env[MAX_STRINGS + 2];  // room for HOME
    uint16_t rows, cols;
    uint8_t stdin_flags;
    struct plan_log log;
    uint32_t umask;
    uint32_t join_count, uid_map_count, gid_map_count, lower_count, overlay_option_count, mount_count, device_count, symlink_count,
        mask_count, readonly_count, net_action_count, cgroup_action_count, rlimit_count, group_count, argc, envc;
};

struct plan_error {
    int err;
    const char *detail;
};

static inline bool plan_has(const struct plan *p, enum tag tag)
{
    return p->seen >> tag & 1;
}

// Decodes `size` bytes at `data` into `plan` (zeroed by the caller). False: `error` says what is wrong.
bool plan_decode(uint8_t *data, size_t size, enum plan_kind kind, struct plan *plan, struct plan_error *error);

bool plan_id_valid(const char *id);

#endif
