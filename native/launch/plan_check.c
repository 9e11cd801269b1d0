// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "plan_check.h"

#include <errno.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "sys.h"

#define ALL_NAMESPACES \
    ((uint32_t)(CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWTIME))

static const char *const NAMES[TAG_LIMIT] = {
    [TAG_CONTAINER_ID] = "CONTAINER_ID",
    [TAG_RUN_FOLDER] = "RUN_FOLDER",
    [TAG_NAMESPACES] = "NAMESPACES",
    [TAG_JOIN] = "JOIN",
    [TAG_UID_MAP] = "UID_MAP",
    [TAG_GID_MAP] = "GID_MAP",
    [TAG_LOWER] = "LOWER",
    [TAG_UPPER] = "UPPER",
    [TAG_WORK] = "WORK",
    [TAG_OVERLAY_OPTION] = "OVERLAY_OPTION",
    [TAG_ROOT_BIND] = "ROOT_BIND",
    [TAG_ROOT_READONLY] = "ROOT_READONLY",
    [TAG_MOUNT_FS] = "MOUNT_FS",
    [TAG_MOUNT_BIND] = "MOUNT_BIND",
    [TAG_DEVICE] = "DEVICE",
    [TAG_SYMLINK] = "SYMLINK",
    [TAG_MASK] = "MASK",
    [TAG_READONLY] = "READONLY",
    [TAG_HOSTNAME] = "HOSTNAME",
    [TAG_DOMAINNAME] = "DOMAINNAME",
    [TAG_SYSCTL] = "SYSCTL",
    [TAG_NETLINK] = "NETLINK",
    [TAG_CGROUP] = "CGROUP",
    [TAG_RLIMIT] = "RLIMIT",
    [TAG_OOM_SCORE_ADJ] = "OOM_SCORE_ADJ",
    [TAG_CAPABILITIES] = "CAPABILITIES",
    [TAG_NO_NEW_PRIVS] = "NO_NEW_PRIVS",
    [TAG_SECCOMP] = "SECCOMP",
    [TAG_USER] = "USER",
    [TAG_GROUP] = "GROUP",
    [TAG_WORKDIR] = "WORKDIR",
    [TAG_ARGV] = "ARGV",
    [TAG_ENV] = "ENV",
    [TAG_TTY] = "TTY",
    [TAG_STDIN] = "STDIN",
    [TAG_LOG] = "LOG",
    [TAG_INIT] = "INIT",
    [TAG_EXEC_ID] = "EXEC_ID",
    [TAG_UMASK] = "UMASK",
};

const char *plan_tag_name(uint16_t tag)
{
    return tag < TAG_LIMIT && NAMES[tag] != NULL ? NAMES[tag] : "tag";
}

static bool refuse(struct plan_error *error, int err, enum tag tag)
{
    *error = (struct plan_error){err, plan_tag_name(tag)};
    return false;
}

bool plan_id_valid(const char *id)
{
    size_t n = strlen(id);
    return n >= 1 && n <= ID_MAX &&
           strspn(id, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.-") == n;
}

static bool absolute(const char *path)
{
    return path[0] == '/';
}

static bool single_bit(uint32_t v)
{
    return v != 0 && (v & (v - 1)) == 0;
}

static bool check_process(const struct plan *p, struct plan_error *error)
{
    if (!plan_has(p, TAG_CAPABILITIES)) {
        return refuse(error, ENODATA, TAG_CAPABILITIES);
    }
    if (p->argc == 0) {
        return refuse(error, ENODATA, TAG_ARGV);
    }
    for (uint32_t i = 0; i < p->envc; i++) {
        const char *eq = strchr(p->env[i], '=');
        if (eq == NULL || eq == p->env[i]) {
            return refuse(error, EINVAL, TAG_ENV);
        }
    }
    for (uint32_t i = 0; i < p->rlimit_count; i++) {
        if (p->rlimits[i].resource >= RLIM_NLIMITS || p->rlimits[i].soft > p->rlimits[i].hard) {
            return refuse(error, EINVAL, TAG_RLIMIT);
        }
    }
    for (uint32_t i = 0; i < p->cgroup_action_count; i++) {
        const struct plan_cgroup_action *a = &p->cgroup_actions[i];
        if (a->op < CGROUP_MKDIR || a->op > CGROUP_JOIN || !absolute(a->path)) {
            return refuse(error, EINVAL, TAG_CGROUP);
        }
    }
    if (p->workdir != NULL && p->workdir[0] != 0 && !absolute(p->workdir)) {
        return refuse(error, EINVAL, TAG_WORKDIR);
    }
    if (p->umask > 0777) {
        return refuse(error, EINVAL, TAG_UMASK);
    }
    if ((p->stdin_flags & ~(STDIN_OPEN | STDIN_ONCE)) != 0) {
        return refuse(error, EINVAL, TAG_STDIN);
    }
    return true;
}

static bool check_paths(const struct plan *p, struct plan_error *error)
{
    for (uint32_t i = 0; i < p->mount_count; i++) {
        const struct plan_mount *m = &p->mounts[i];
        bool known = (m->flags & ~(MOUNT_RECURSIVE | MOUNT_LATE | MOUNT_OPTIONAL)) == 0;
        if (!known || !absolute(m->target) || (m->bind && (!absolute(m->source) || (m->flags & MOUNT_LATE) != 0)) ||
            (m->bind && m->propagation != 0 && m->propagation != MS_SLAVE && m->propagation != MS_SHARED)) {
            return refuse(error, EINVAL, m->bind ? TAG_MOUNT_BIND : TAG_MOUNT_FS);
        }
    }
    for (uint32_t i = 0; i < p->device_count; i++) {
        const struct plan_device *d = &p->devices[i];
        if (strchr("cbp", d->type) == NULL || d->type == 0 || (d->mode & ~07777U) != 0 || !absolute(d->path)) {
            return refuse(error, EINVAL, TAG_DEVICE);
        }
    }
    for (uint32_t i = 0; i < p->symlink_count; i++) {
        if (!absolute(p->symlinks[i].path) || p->symlinks[i].target[0] == 0) {
            return refuse(error, EINVAL, TAG_SYMLINK);
        }
    }
    for (uint32_t i = 0; i < p->mask_count; i++) {
        if (!absolute(p->masks[i])) {
            return refuse(error, EINVAL, TAG_MASK);
        }
    }
    for (uint32_t i = 0; i < p->readonly_count; i++) {
        if (!absolute(p->readonly[i])) {
            return refuse(error, EINVAL, TAG_READONLY);
        }
    }
    for (uint32_t i = 0; i < p->net_action_count; i++) {
        const struct plan_net_action *a = &p->net_actions[i];
        if (a->message == NULL) {
            if (a->name[0] == 0 || absolute(a->name) || strstr(a->name, "..") != NULL) {
                return refuse(error, EINVAL, TAG_SYSCTL);
            }
            continue;
        }
        uint32_t stated = 0;
        if (a->size >= 16) {
            memcpy(&stated, a->message, sizeof stated);
        }
        if (a->size < 16 || stated != a->size || (a->name[0] != 0 && (uint32_t)a->index_offset + 4 > a->size)) {
            return refuse(error, EINVAL, TAG_NETLINK);
        }
    }
    return true;
}

static bool check_namespaces(const struct plan *p, struct plan_error *error)
{
    uint32_t all = p->namespaces;
    if ((all & ~ALL_NAMESPACES) != 0 || (all & CLONE_NEWNS) == 0) {
        return refuse(error, EINVAL, TAG_NAMESPACES);
    }
    for (uint32_t i = 0; i < p->join_count; i++) {
        const struct plan_join *j = &p->joins[i];
        bool by_path = j->path[0] != 0;
        if (!single_bit(j->ns) || (j->ns & ~(ALL_NAMESPACES & ~(uint32_t)(CLONE_NEWNS | CLONE_NEWUSER))) != 0 || (all & j->ns) != 0 ||
            (by_path ? j->pid != 0 || j->ticks != 0 || !absolute(j->path) : j->pid == 0)) {
            return refuse(error, EINVAL, TAG_JOIN);
        }
        all |= j->ns;
    }
    bool user = (p->namespaces & CLONE_NEWUSER) != 0;
    if (user && (p->uid_map_count == 0 || p->gid_map_count == 0)) {
        return refuse(error, ENODATA, TAG_UID_MAP);
    }
    if (!user && (p->uid_map_count != 0 || p->gid_map_count != 0)) {
        return refuse(error, EINVAL, TAG_UID_MAP);
    }
    if ((p->hostname != NULL || p->domainname != NULL) && (p->namespaces & CLONE_NEWUTS) == 0) {
        return refuse(error, EINVAL, TAG_HOSTNAME);
    }
    if (p->init && (p->namespaces & CLONE_NEWPID) == 0) {
        return refuse(error, EINVAL, TAG_INIT);
    }
    return true;
}

bool plan_check_start(const struct plan *p, struct plan_error *error)
{
    if (p->id == NULL) {
        return refuse(error, ENODATA, TAG_CONTAINER_ID);
    }
    if (!plan_id_valid(p->id)) {
        return refuse(error, EINVAL, TAG_CONTAINER_ID);
    }
    if (p->run_folder == NULL) {
        return refuse(error, ENODATA, TAG_RUN_FOLDER);
    }
    if (!absolute(p->run_folder) || strlen(p->run_folder) > RUN_FOLDER_MAX) {
        return refuse(error, EINVAL, TAG_RUN_FOLDER);
    }
    if (!plan_has(p, TAG_NAMESPACES)) {
        return refuse(error, ENODATA, TAG_NAMESPACES);
    }
    bool overlay = p->lower_count > 0;
    if (overlay == (p->root_bind != NULL)) {
        return refuse(error, overlay ? EINVAL : ENODATA, TAG_LOWER);
    }
    if ((p->upper == NULL) != (p->work == NULL) || (p->upper != NULL && !overlay)) {
        return refuse(error, EINVAL, TAG_UPPER);
    }
    if (plan_has(p, TAG_LOG) &&
        (p->log.driver > LOG_JSON_FILE || (p->log.driver == LOG_JSON_FILE && (!absolute(p->log.path) || p->log.max_file == 0 ||
                                                                           p->log.max_file > 1000)))) {
        return refuse(error, EINVAL, TAG_LOG);
    }
    return check_namespaces(p, error) && check_paths(p, error) && check_process(p, error);
}

bool plan_check_exec(const struct plan *p, struct plan_error *error)
{
    if (p->exec_id == NULL) {
        return refuse(error, ENODATA, TAG_EXEC_ID);
    }
    if (!plan_id_valid(p->exec_id)) {
        return refuse(error, EINVAL, TAG_EXEC_ID);
    }
    for (uint32_t i = 0; i < p->cgroup_action_count; i++) {
        if (p->cgroup_actions[i].op != CGROUP_JOIN) {
            return refuse(error, EINVAL, TAG_CGROUP);
        }
    }
    return check_process(p, error);
}
