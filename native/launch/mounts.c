// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include "control.h"
#include "mounts.h"
#include "paths.h"
#include "sys.h"

bool fs_options(int fs, const char *data)
{
    char option[512];
    while (*data != 0) {
        size_t n = strcspn(data, ",");
        if (n >= sizeof option) {
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(option, data, n);
        option[n] = 0;
        data += n + (data[n] == ',');
        if (n == 0) {
            continue;
        }
        char *value = strchr(option, '=');
        if (value != NULL) {
            *value++ = 0;
        }
        unsigned command = value != NULL ? FSCONFIG_SET_STRING : FSCONFIG_SET_FLAG;
        if (sys_fsconfig(fs, command, option, value, 0) < 0) {
            return false;
        }
    }
    return true;
}

int fs_new(const char *fstype, const char *source, const char *data, unsigned attr, char *message, unsigned size)
{
    message[0] = 0;
    int fs = sys_fsopen(fstype);
    if (fs < 0) {
        return -1;
    }
    int tree = -1;
    if ((source[0] == 0 || sys_fsconfig(fs, FSCONFIG_SET_STRING, "source", source, 0) == 0) && fs_options(fs, data) &&
        sys_fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0) {
        tree = sys_fsmount(fs, attr);
    }
    int err = errno;
    if (tree < 0) {
        ssize_t n = read(fs, message, size - 1);
        message[n > 0 ? n : 0] = 0;
    }
    close(fs);
    errno = err;
    return tree;
}

static _Noreturn void mount_failed(const struct plan_mount *m, int err, const char *message)
{
    char detail[480];
    snprintf(detail, sizeof detail, "%s%s%s", m->target, message[0] != 0 ? ": " : "", message);
    child_fail(STEP_MOUNT, err, detail);
}

static int new_filesystem(const struct plan_mount *m)
{
    char message[200];
    int tree = fs_new(m->fstype, m->source, m->data, (unsigned)m->attr_set, message, sizeof message);
    if (tree < 0 && !((m->flags & MOUNT_OPTIONAL) != 0 && errno == ENODEV)) {
        mount_failed(m, errno, message);
    }
    return tree;
}

// A detached copy of the source's mount, its attributes set before anyone can see it.
static int bind_tree(const struct plan_mount *m)
{
    int source = open(m->source, O_PATH | O_CLOEXEC);
    if (source >= 0 && m->subpath[0] != 0) {
        int within = path_open(source, m->subpath, O_PATH);
        int err = errno;
        close(source);
        errno = err;
        source = within;
    }
    if (source < 0) {
        if ((m->flags & MOUNT_OPTIONAL) != 0 && errno == ENOENT) {
            return -1;
        }
        mount_failed(m, errno, m->source);
    }
    unsigned recursive = (m->flags & MOUNT_RECURSIVE) != 0 ? AT_RECURSIVE : 0;
    int tree = sys_open_tree(source, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH | recursive);
    if (tree < 0) {
        mount_failed(m, errno, m->source);
    }
    close(source);
    struct mount_attr attr = {
        .attr_set = m->attr_set,
        .attr_clr = m->attr_clear,
        .propagation = m->propagation != 0 ? m->propagation : MS_PRIVATE,
    };
    if (sys_mount_setattr(tree, recursive, &attr) < 0) {
        mount_failed(m, errno, "mount_setattr");
    }
    return tree;
}

static bool is_folder(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && S_ISDIR(st.st_mode);
}

// A mount over procfs would let an image or volume fake what the kernel says there (CVE-2019-16884).
static void refuse_proc(const struct plan_mount *m, int target, bool folder)
{
    char normal[PATH_MAX];
    if (!path_normal(m->target, normal, sizeof normal)) {
        mount_failed(m, EINVAL, "");
    }
    if (!m->bind && strcmp(normal, "/proc") == 0 && strcmp(m->fstype, "proc") == 0) {
        return;
    }
    struct statfs fs;
    bool on_proc = strcmp(normal, "/proc") == 0 || strncmp(normal, "/proc/", 6) == 0 ||
                   (fstatfs(target, &fs) == 0 && fs.f_type == PROC_SUPER_MAGIC);
    if (on_proc && (folder || !m->bind)) {
        mount_failed(m, EPERM, "");
    }
}

static int shared_trees[MAX_MOUNTS]; // descriptor + 1 of a tree that mounts_open_shared has made

void mounts_open_shared(const struct plan *p)
{
    for (uint32_t i = 0; i < p->mount_count; i++) {
        if (p->mounts[i].bind && p->mounts[i].propagation != 0) {
            shared_trees[i] = bind_tree(&p->mounts[i]) + 1;
        }
    }
}

static void mount_one(const struct plan_mount *m, int shared, int root)
{
    int tree = !m->bind ? new_filesystem(m) : m->propagation != 0 ? shared - 1 : bind_tree(m);
    if (tree < 0) {
        return;
    }
    bool folder = !m->bind || is_folder(tree);
    int target = path_ensure(root, m->target, folder);
    if (target < 0) {
        mount_failed(m, errno, "");
    }
    refuse_proc(m, target, folder);
    if (sys_move_mount(tree, target) < 0) {
        mount_failed(m, errno, "");
    }
    close(target);
    close(tree);
}

void mounts_make(const struct plan *p, int root, bool late)
{
    for (uint32_t i = 0; i < p->mount_count; i++) {
        if (((p->mounts[i].flags & MOUNT_LATE) != 0) == late) {
            mount_one(&p->mounts[i], shared_trees[i], root);
        }
    }
}
