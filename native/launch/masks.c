// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "control.h"
#include "mounts.h"
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

// The host's null device, checked to be the real one: a link or file in its place would be laid bare by every mask (CVE-2025-31133).
static int null_device(const char *path)
{
    int fd = open("/dev/null", O_PATH | O_NOFOLLOW | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) < 0) {
        child_fail(STEP_MASK, errno, path);
    }
    if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(1, 3)) {
        child_fail(STEP_MASK, ENODEV, "/dev/null");
    }
    return fd;
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
        // One empty tmpfs serves all masked folders.
        int *from = S_ISDIR(st.st_mode) ? &empty : &null;
        if (*from < 0) {
            *from = S_ISDIR(st.st_mode) ? empty_folder(path) : null_device(path);
        }
        int tree = sys_open_tree(*from, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH);
        if (tree < 0 || sys_move_mount(tree, target) < 0) {
            child_fail(STEP_MASK, errno, path);
        }
        close(tree);
        close(target);
    }
    if (null >= 0) {
        close(null);
    }
    if (empty >= 0) {
        close(empty);
    }
}
