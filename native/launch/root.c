// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "control.h"
#include "mounts.h"
#include "sys.h"

// fsconfig takes no longer string than this, the NUL included.
#define FSCONFIG_TEXT 256
// Nor mount(2) longer options than a page.
#define OPTIONS_MAX 4096

static void escape(char *out, size_t size, size_t *n, const char *text)
{
    for (; *text != 0 && *n + 3 < size; text++) {
        if (strchr("\\,:", *text) != NULL) {
            out[(*n)++] = '\\';
        }
        out[(*n)++] = *text;
    }
    out[*n] = 0;
}

// For kernels without `lowerdir+`, and for folders too long for fsconfig: one option string, which the kernel limits to a page.
static int overlay_classic(const struct plan *p)
{
    static char data[8192];
    size_t n = (size_t)snprintf(data, sizeof data, "lowerdir=");
    for (uint32_t i = 0; i < p->lower_count && n < OPTIONS_MAX; i++) {
        if (i > 0) {
            data[n++] = ':';
        }
        escape(data, sizeof data - 4, &n, p->lowers[i]);
    }
    const char *keys[] = {",upperdir=", ",workdir="};
    const char *values[] = {p->upper, p->work};
    for (int i = 0; i < 2 && p->upper != NULL; i++) {
        n += (size_t)snprintf(data + n, sizeof data - n, "%s", keys[i]);
        if (n >= sizeof data) {
            break;
        }
        escape(data, sizeof data, &n, values[i]);
    }
    for (uint32_t i = 0; i < p->overlay_option_count && n < sizeof data; i++) {
        n += (size_t)snprintf(data + n, sizeof data - n, ",%s", p->overlay_options[i]);
    }
    if (n >= OPTIONS_MAX) {
        child_fail(STEP_ROOT, E2BIG, "layers");
    }
    if (mount("overlay", p->run_folder, "overlay", 0, data) < 0) {
        child_fail(STEP_ROOT, errno, p->upper != NULL ? p->upper : p->lowers[0]);
    }
    return open(p->run_folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static _Noreturn void overlay_failed(int fs, const char *what)
{
    int err = errno;
    char text[240];
    char detail[480];
    ssize_t n = read(fs, text, sizeof text - 1); // the kernel's own words, such as "e overlay: ..."
    text[n > 0 ? n : 0] = 0;
    snprintf(detail, sizeof detail, "%s%s%s", what, n > 0 ? ": " : "", text);
    child_fail(STEP_ROOT, err, detail);
}

static bool too_long(const struct plan *p)
{
    for (uint32_t i = 0; i < p->lower_count; i++) {
        if (strlen(p->lowers[i]) >= FSCONFIG_TEXT) {
            return true;
        }
    }
    return p->upper != NULL && (strlen(p->upper) >= FSCONFIG_TEXT || strlen(p->work) >= FSCONFIG_TEXT);
}

// A detached overlay, or -1 if it has to be mounted the classic way.
static int overlay_detached(const struct plan *p)
{
    if (too_long(p)) {
        return -1;
    }
    int fs = sys_fsopen("overlay");
    if (fs < 0) {
        child_fail(STEP_ROOT, errno, "overlay");
    }
    if (sys_fsconfig(fs, FSCONFIG_SET_STRING, "source", "overlay", 0) < 0) {
        overlay_failed(fs, "source");
    }
    for (uint32_t i = 0; i < p->lower_count; i++) {
        if (sys_fsconfig(fs, FSCONFIG_SET_STRING, "lowerdir+", p->lowers[i], 0) == 0) {
            continue;
        }
        if (errno == EINVAL && i == 0) {
            close(fs);
            return -1;
        }
        overlay_failed(fs, p->lowers[i]);
    }
    if (p->upper != NULL && sys_fsconfig(fs, FSCONFIG_SET_STRING, "upperdir", p->upper, 0) < 0) {
        overlay_failed(fs, p->upper);
    }
    if (p->work != NULL && sys_fsconfig(fs, FSCONFIG_SET_STRING, "workdir", p->work, 0) < 0) {
        overlay_failed(fs, p->work);
    }
    for (uint32_t i = 0; i < p->overlay_option_count; i++) {
        if (!fs_options(fs, p->overlay_options[i])) {
            overlay_failed(fs, p->overlay_options[i]);
        }
    }
    if (sys_fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) < 0) {
        overlay_failed(fs, "overlay");
    }
    int tree = sys_fsmount(fs, 0);
    if (tree < 0) {
        overlay_failed(fs, "overlay");
    }
    close(fs);
    return tree;
}

static void refuse_symlink(int root, const char *name)
{
    struct stat st;
    if (fstatat(root, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode)) {
        child_fail(STEP_MOUNT, ELOOP, name);
    }
}

int root_mount(const struct plan *p)
{
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) {
        child_fail(STEP_ROOT, errno, "/");
    }
    int tree;
    if (p->root_bind != NULL) {
        tree = sys_open_tree(AT_FDCWD, p->root_bind, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
        if (tree < 0) {
            child_fail(STEP_ROOT, errno, p->root_bind);
        }
    } else {
        tree = overlay_detached(p);
    }
    if (tree < 0) {
        tree = overlay_classic(p);
    } else {
        int at = open(p->run_folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
        if (at < 0 || sys_move_mount(tree, at) < 0) {
            child_fail(STEP_ROOT, errno, p->run_folder);
        }
        close(at);
    }
    refuse_symlink(tree, "proc");
    refuse_symlink(tree, "sys");
    return tree;
}

void root_pivot(int root)
{
    if (fchdir(root) < 0 || sys_pivot_root(".", ".") < 0) {
        child_fail(STEP_PIVOT, errno, "pivot_root");
    }
    if (umount2(".", MNT_DETACH) < 0) {
        child_fail(STEP_PIVOT, errno, "old root");
    }
    if (chdir("/") < 0) {
        child_fail(STEP_PIVOT, errno, "/");
    }
}

void root_make_readonly(int root)
{
    struct mount_attr attr = {.attr_set = MOUNT_ATTR_RDONLY};
    if (sys_mount_setattr(root, 0, &attr) < 0) {
        child_fail(STEP_ROOT, errno, "read-only");
    }
}
