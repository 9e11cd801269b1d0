// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "plan.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include "cursor.h"
#include "plan_check.h"

enum rule { IN_START = 1, IN_EXEC = 2, ONE = 4 };

static const uint8_t RULES[TAG_LIMIT] = {
    [TAG_CONTAINER_ID] = IN_START | ONE,
    [TAG_RUN_FOLDER] = IN_START | ONE,
    [TAG_NAMESPACES] = IN_START | ONE,
    [TAG_JOIN] = IN_START,
    [TAG_UID_MAP] = IN_START,
    [TAG_GID_MAP] = IN_START,
    [TAG_LOWER] = IN_START,
    [TAG_UPPER] = IN_START | ONE,
    [TAG_WORK] = IN_START | ONE,
    [TAG_OVERLAY_OPTION] = IN_START,
    [TAG_ROOT_BIND] = IN_START | ONE,
    [TAG_ROOT_READONLY] = IN_START | ONE,
    [TAG_MOUNT_FS] = IN_START,
    [TAG_MOUNT_BIND] = IN_START,
    [TAG_DEVICE] = IN_START,
    [TAG_SYMLINK] = IN_START,
    [TAG_MASK] = IN_START,
    [TAG_READONLY] = IN_START,
    [TAG_HOSTNAME] = IN_START | ONE,
    [TAG_DOMAINNAME] = IN_START | ONE,
    [TAG_SYSCTL] = IN_START,
    [TAG_NETLINK] = IN_START,
    [TAG_CGROUP] = IN_START | IN_EXEC,
    [TAG_RLIMIT] = IN_START | IN_EXEC,
    [TAG_OOM_SCORE_ADJ] = IN_START | IN_EXEC | ONE,
    [TAG_CAPABILITIES] = IN_START | IN_EXEC | ONE,
    [TAG_NO_NEW_PRIVS] = IN_START | IN_EXEC | ONE,
    [TAG_SECCOMP] = IN_START | IN_EXEC | ONE,
    [TAG_USER] = IN_START | IN_EXEC | ONE,
    [TAG_GROUP] = IN_START | IN_EXEC,
    [TAG_WORKDIR] = IN_START | IN_EXEC | ONE,
    [TAG_ARGV] = IN_START | IN_EXEC,
    [TAG_ENV] = IN_START | IN_EXEC,
    [TAG_TTY] = IN_START | IN_EXEC | ONE,
    [TAG_STDIN] = IN_START | IN_EXEC | ONE,
    [TAG_LOG] = IN_START | ONE,
    [TAG_INIT] = IN_START | ONE,
    [TAG_EXEC_ID] = IN_EXEC | ONE,
    [TAG_UMASK] = IN_START | IN_EXEC | ONE,
};

// The next free element of a bounded array of the plan; NULL when it is full.
#define NEXT(p, array, count) ((p)->count < sizeof(p)->array / sizeof(p)->array[0] ? &(p)->array[(p)->count++] : NULL)

static bool text_list(const char **slot, struct cursor *v)
{
    if (slot == NULL) {
        return false;
    }
    *slot = cursor_zstr(v);
    return true;
}

static bool strings(const char **array, uint32_t *count, struct cursor *v)
{
    if (*count >= MAX_STRINGS) {
        return false;
    }
    array[(*count)++] = cursor_zstr(v);
    return true;
}

static bool id_map(struct plan_id_map *m, struct cursor *v)
{
    if (m == NULL) {
        return false;
    }
    m->inside = cursor_u32(v);
    m->outside = cursor_u32(v);
    m->count = cursor_u32(v);
    return true;
}

static bool mount_record(struct plan_mount *m, struct cursor *v, bool bind)
{
    if (m == NULL) {
        return false;
    }
    m->bind = bind;
    m->flags = cursor_u32(v);
    m->attr_set = cursor_u64(v);
    if (bind) {
        m->attr_clear = cursor_u64(v);
        m->propagation = cursor_u32(v);
        m->source = cursor_str(v);
        m->subpath = cursor_str(v);
        m->target = cursor_str(v);
    } else {
        m->fstype = cursor_str(v);
        m->source = cursor_str(v);
        m->target = cursor_str(v);
        m->data = cursor_str(v);
    }
    return true;
}

static bool device(struct plan_device *d, struct cursor *v)
{
    if (d == NULL) {
        return false;
    }
    d->type = cursor_u8(v);
    d->major = cursor_u32(v);
    d->minor = cursor_u32(v);
    d->mode = cursor_u32(v);
    d->uid = cursor_u32(v);
    d->gid = cursor_u32(v);
    d->path = cursor_str(v);
    return true;
}

static bool join(struct plan_join *j, struct cursor *v)
{
    if (j == NULL) {
        return false;
    }
    j->ns = cursor_u32(v);
    j->pid = cursor_u32(v);
    j->ticks = cursor_u64(v);
    j->path = cursor_str(v);
    return true;
}

static bool net_action(struct plan_net_action *a, struct cursor *v, bool netlink)
{
    if (a == NULL) {
        return false;
    }
    a->name = cursor_str(v);
    if (netlink) {
        a->index_offset = cursor_u16(v);
        a->size = (uint32_t)(v->end - v->at);
        a->message = cursor_take(v, a->size);
    } else {
        a->value = cursor_str(v);
    }
    return true;
}

static bool cgroup_action(struct plan_cgroup_action *a, struct cursor *v)
{
    if (a == NULL) {
        return false;
    }
    a->op = cursor_u8(v);
    a->path = cursor_str(v);
    a->value = cursor_str(v);
    return true;
}

static bool rlimit(struct plan_rlimit *r, struct cursor *v)
{
    if (r == NULL) {
        return false;
    }
    r->resource = cursor_u32(v);
    r->soft = cursor_u64(v);
    r->hard = cursor_u64(v);
    return true;
}

static void seccomp(struct plan *p, struct cursor *v)
{
    p->seccomp_flags = cursor_u32(v);
    uint64_t n = (uint64_t)(v->end - v->at);
    p->seccomp = cursor_take(v, n);
    p->seccomp_count = (uint32_t)(n / 8);
    if (n == 0 || n % 8 != 0 || p->seccomp_count > MAX_SECCOMP || (p->seccomp_flags & ~6U) != 0) {
        v->bad = true;
    }
}

static void caps(struct plan_caps *c, struct cursor *v)
{
    c->bounding = cursor_u64(v);
    c->permitted = cursor_u64(v);
    c->effective = cursor_u64(v);
    c->inheritable = cursor_u64(v);
    c->ambient = cursor_u64(v);
}

static void log_record(struct plan_log *l, struct cursor *v)
{
    l->driver = cursor_u8(v);
    l->max_size = cursor_u64(v);
    l->max_file = cursor_u32(v);
    l->path = cursor_str(v);
    l->attrs = cursor_str(v);
}

// False: too many records of this tag. A malformed value is left in v->bad.
static bool record(struct plan *p, uint16_t tag, struct cursor *v)
{
    struct plan_symlink *link;
    switch (tag) {
    case TAG_CONTAINER_ID: p->id = cursor_zstr(v); return true;
    case TAG_RUN_FOLDER: p->run_folder = cursor_zstr(v); return true;
    case TAG_NAMESPACES: p->namespaces = cursor_u32(v); return true;
    case TAG_JOIN: return join(NEXT(p, joins, join_count), v);
    case TAG_UID_MAP: return id_map(NEXT(p, uid_maps, uid_map_count), v);
    case TAG_GID_MAP: return id_map(NEXT(p, gid_maps, gid_map_count), v);
    case TAG_LOWER: return text_list(NEXT(p, lowers, lower_count), v);
    case TAG_UPPER: p->upper = cursor_zstr(v); return true;
    case TAG_WORK: p->work = cursor_zstr(v); return true;
    case TAG_OVERLAY_OPTION: return text_list(NEXT(p, overlay_options, overlay_option_count), v);
    case TAG_ROOT_BIND: p->root_bind = cursor_zstr(v); return true;
    case TAG_ROOT_READONLY: p->root_readonly = true; return true;
    case TAG_MOUNT_FS: return mount_record(NEXT(p, mounts, mount_count), v, false);
    case TAG_MOUNT_BIND: return mount_record(NEXT(p, mounts, mount_count), v, true);
    case TAG_DEVICE: return device(NEXT(p, devices, device_count), v);
    case TAG_SYMLINK:
        link = NEXT(p, symlinks, symlink_count);
        if (link == NULL) {
            return false;
        }
        link->target = cursor_str(v);
        link->path = cursor_str(v);
        return true;
    case TAG_MASK: return text_list(NEXT(p, masks, mask_count), v);
    case TAG_READONLY: return text_list(NEXT(p, readonly, readonly_count), v);
    case TAG_HOSTNAME: p->hostname = cursor_zstr(v); return true;
    case TAG_DOMAINNAME: p->domainname = cursor_zstr(v); return true;
    case TAG_SYSCTL: return net_action(NEXT(p, net_actions, net_action_count), v, false);
    case TAG_NETLINK: return net_action(NEXT(p, net_actions, net_action_count), v, true);
    case TAG_CGROUP: return cgroup_action(NEXT(p, cgroup_actions, cgroup_action_count), v);
    case TAG_RLIMIT: return rlimit(NEXT(p, rlimits, rlimit_count), v);
    case TAG_OOM_SCORE_ADJ: p->oom_score_adj = (int32_t)cursor_u32(v); return true;
    case TAG_CAPABILITIES: caps(&p->caps, v); return true;
    case TAG_NO_NEW_PRIVS: p->no_new_privs = true; return true;
    case TAG_SECCOMP: seccomp(p, v); return true;
    case TAG_USER: p->user = cursor_zstr(v); return true;
    case TAG_GROUP: return text_list(NEXT(p, groups, group_count), v);
    case TAG_WORKDIR: p->workdir = cursor_zstr(v); return true;
    case TAG_ARGV: return strings(p->argv, &p->argc, v);
    case TAG_ENV: return strings(p->env, &p->envc, v);
    case TAG_TTY:
        p->tty = true;
        p->rows = cursor_u16(v);
        p->cols = cursor_u16(v);
        return true;
    case TAG_STDIN: p->stdin_flags = cursor_u8(v); return true;
    case TAG_LOG: log_record(&p->log, v); return true;
    case TAG_INIT: p->init = true; return true;
    case TAG_EXEC_ID: p->exec_id = cursor_zstr(v); return true;
    case TAG_UMASK: p->umask = cursor_u32(v); return true;
    default: v->bad = true; return true;
    }
}

static bool refuse(struct plan_error *error, int err, const char *detail)
{
    *error = (struct plan_error){err, detail};
    return false;
}

bool plan_decode(uint8_t *data, size_t size, enum plan_kind kind, struct plan *plan, struct plan_error *error)
{
    struct cursor c = {data, data + size, false};
    const uint8_t *magic = cursor_take(&c, 4);
    if (size > PLAN_MAX || magic == NULL || memcmp(magic, PLAN_MAGIC, 4) != 0) {
        return refuse(error, EINVAL, "magic");
    }
    uint16_t version = cursor_u16(&c);
    if (c.bad || version != PLAN_VERSION) {
        return refuse(error, EPROTONOSUPPORT, "version");
    }
    plan->umask = 022;
    uint8_t wanted = kind == PLAN_START ? IN_START : IN_EXEC;
    while (c.at < c.end) {
        uint16_t tag = cursor_u16(&c);
        uint32_t length = cursor_u32(&c);
        uint8_t *value = cursor_take(&c, length);
        if (c.bad) {
            return refuse(error, EINVAL, "record length");
        }
        if (tag >= TAG_LIMIT || (RULES[tag] & wanted) == 0) {
            return refuse(error, ENOMSG, "tag");
        }
        if ((RULES[tag] & ONE) != 0 && plan_has(plan, tag)) {
            return refuse(error, EINVAL, "second copy of a record");
        }
        plan->seen |= 1ULL << tag;
        struct cursor v = {value, value + length, false};
        if (!record(plan, tag, &v)) {
            return refuse(error, E2BIG, plan_tag_name(tag));
        }
        if (!cursor_done(&v)) {
            return refuse(error, EINVAL, plan_tag_name(tag));
        }
    }
    return kind == PLAN_START ? plan_check_start(plan, error) : plan_check_exec(plan, error);
}
