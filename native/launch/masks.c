// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "control.h"
#include "mounts.h"
#include "null.h"
#include "paths.h"
#include "sys.h"

void paths_make_readonly(const struct plan *p, int root)
{
    for (uint32_t i = 0; i < p->readonly_count; i++) {
        const char *path = p->readonly[i];
        int target = path_open(root, path, O_PATH);
        if (target < 0) {
            if (errno == ENOENT) {
                continue;
            }
            child_fail(STEP_READONLY, errno, path);
        }
        int tree = sys_open_tree(target, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH | AT_RECURSIVE);
        struct mount_attr attr = {.attr_set = MOUNT_ATTR_RDONLY};
        if (tree < 0 || sys_mount_setattr(tree, AT_RECURSIVE, &attr) < 0 || sys_move_mount(tree, target) < 0) {
            child_fail(STEP_READONLY, errno, path);
        }
        close(tree);
        close(target);
    }
}

static int empty_folder(const char *path)
{
    char message[64];
    int fd = fs_new("tmpfs", "tmpfs", "ro,size=0,nr_inodes=1", MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC,
                    message, sizeof message);
    if (fd < 0) {
        child_fail(STEP_MASK, errno, path);
    }
    return fd;
}

static int null_device(const char *path)
{
    int fd = null_mount();
    if (fd < 0) {
        child_fail(STEP_MASK, errno, errno == ENODEV ? "/dev/null" : path);
    }
    return fd;
}

// What lies over the first of its kind is copied for the others: Linux before 6.15 copies no mount that lies nowhere yet.
static void cover(int target, int *first, int (*make)(const char *), const char *path)
{
    int tree = *first < 0 ? make(path) : sys_open_tree(*first, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH);
    if (tree < 0 || sys_move_mount(tree, target) < 0) {
        child_fail(STEP_MASK, errno, path);
    }
    if (*first < 0) {
        *first = tree;
    } else {
        close(tree);
    }
}

void paths_mask(const struct plan *p, int root)
{
    int null = -1;
    int empty = -1;
    for (uint32_t i = 0; i < p->mask_count; i++) {
        const char *path = p->masks[i];
        int target = path_open(root, path, O_PATH);
        if (target < 0) {
            if (errno == ENOENT) {
                continue;
            }
            child_fail(STEP_MASK, errno, path);
        }
        struct stat st;
        if (fstat(target, &st) < 0) {
            child_fail(STEP_MASK, errno, path);
        }
        if (S_ISDIR(st.st_mode)) {
            cover(target, &empty, empty_folder, path);
        } else {
            cover(target, &null, null_device, path);
        }
        close(target);
    }
    if (null >= 0) {
        close(null);
    }
    if (empty >= 0) {
        close(empty);
    }
}
