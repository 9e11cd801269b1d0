// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "null.h"

#include <errno.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "sys.h"

static int close_keeping_errno(int fd)
{
    int err = errno;
    close(fd);
    errno = err;
    return -1;
}

int null_mount(void)
{
    int fd = open("/dev/null", O_PATH | O_NOFOLLOW | O_CLOEXEC);
    struct stat st;
    if (fd < 0) {
        return -1;
    }
    if (fstat(fd, &st) < 0) {
        return close_keeping_errno(fd);
    }
    if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(1, 3)) {
        errno = ENODEV;
        return close_keeping_errno(fd);
    }
    int tree = sys_open_tree(fd, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH);
    struct mount_attr attr = {.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC, .propagation = MS_PRIVATE};
    close_keeping_errno(fd);
    if (tree >= 0 && sys_mount_setattr(tree, 0, &attr) < 0) {
        return close_keeping_errno(tree);
    }
    return tree;
}

int null_open(void)
{
    int tree = null_mount();
    if (tree < 0) {
        return -1;
    }
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", tree);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    close_keeping_errno(tree);
    return fd;
}
