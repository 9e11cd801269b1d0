// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include "control.h"
#include "mounts.h"
#include "paths.h"
#include "sys.h"

static void device_make(const struct plan_device *d, int root)
{
    char name[NAME_MAX + 1];
    int parent = path_parent(root, d->path, name);
    if (parent < 0) {
        child_fail(STEP_DEVICE, errno, d->path);
    }
    mode_t type = d->type == 'b' ? S_IFBLK : d->type == 'p' ? S_IFIFO : S_IFCHR;
    dev_t number = d->type == 'p' ? 0 : makedev(d->major, d->minor);
    if (mknodat(parent, name, type | d->mode, number) < 0) {
        // What is already there must be that very device, not a link or file of the image (CVE-2026-88264).
        struct stat st;
        int err = errno;
        if (err != EEXIST || fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) < 0 || (st.st_mode & S_IFMT) != type ||
            (d->type != 'p' && st.st_rdev != number)) {
            child_fail(STEP_DEVICE, err, d->path);
        }
    } else if (fchownat(parent, name, d->uid, d->gid, AT_SYMLINK_NOFOLLOW) < 0) {
        child_fail(STEP_DEVICE, errno, d->path);
    }
    close(parent);
}

void devices_make(const struct plan *p, int root)
{
    mode_t before = umask(0);
    for (uint32_t i = 0; i < p->device_count; i++) {
        device_make(&p->devices[i], root);
    }
    umask(before);
}

void symlinks_make(const struct plan *p, int root)
{
    for (uint32_t i = 0; i < p->symlink_count; i++) {
        const struct plan_symlink *l = &p->symlinks[i];
        char name[NAME_MAX + 1];
        int parent = path_parent(root, l->path, name);
        if (parent < 0) {
            child_fail(STEP_SYMLINK, errno, l->path);
        }
        if (symlinkat(l->target, parent, name) < 0) {
            char there[PATH_MAX];
            int err = errno;
            ssize_t n = err == EEXIST ? readlinkat(parent, name, there, sizeof there) : -1;
            if (n < 0 || (size_t)n != strlen(l->target) || memcmp(there, l->target, (size_t)n) != 0) {
                child_fail(STEP_SYMLINK, err, l->path);
            }
        }
        close(parent);
    }
}
