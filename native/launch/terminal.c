// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <limits.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <termios.h>

#include "control.h"
#include "mounts.h"
#include "paths.h"
#include "sys.h"

#ifndef TIOCGPTPEER
#define TIOCGPTPEER _IO('T', 0x41)
#endif

static int open_master(int root)
{
    // Not /dev/ptmx: that is a link of the image's or the plan's. The multiplexer of the container's own devpts, checked to be one.
    int master = sys_openat2(root, "dev/pts/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC, 0, RESOLVE_IN_ROOT | RESOLVE_NO_SYMLINKS);
    if (master < 0) {
        child_fail(STEP_CONSOLE, errno, "/dev/pts/ptmx");
    }
    struct statfs fs;
    if (fstatfs(master, &fs) < 0 || fs.f_type != DEVPTS_SUPER_MAGIC) {
        child_fail(STEP_CONSOLE, ENODEV, "/dev/pts/ptmx");
    }
    return master;
}

// Binds the slave by descriptor: its name in /dev/pts is never looked up (CVE-2025-52565).
static void bind_to_console(int slave, int root)
{
    char name[NAME_MAX + 1];
    int parent = path_parent(root, "/dev/console", name);
    if (parent < 0) {
        child_fail(STEP_CONSOLE, errno, "/dev/console");
    }
    int made = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made >= 0) {
        close(made);
    } else if (errno != EEXIST) {
        child_fail(STEP_CONSOLE, errno, "/dev/console");
    }
    // Without O_NOFOLLOW: together with O_PATH that would give the link itself instead of an error.
    int target = sys_openat2(parent, name, O_PATH | O_CLOEXEC, 0, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
    int tree = sys_open_tree(slave, "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH);
    if (target < 0 || tree < 0 || sys_move_mount(tree, target) < 0) {
        child_fail(STEP_CONSOLE, errno, "/dev/console");
    }
    close(tree);
    close(target);
    close(parent);
}

void terminal_open(const struct plan *p, int root, bool bind_console)
{
    int master = open_master(root);
    int unlock = 0;
    if (ioctl(master, TIOCSPTLCK, &unlock) < 0) {
        child_fail(STEP_CONSOLE, errno, "unlock");
    }
    int slave = ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave < 0) {
        child_fail(STEP_CONSOLE, errno, "slave");
    }
    struct winsize size = {.ws_row = p->rows, .ws_col = p->cols};
    if (p->rows != 0 && p->cols != 0 && ioctl(master, TIOCSWINSZ, &size) < 0) {
        child_fail(STEP_CONSOLE, errno, "size");
    }
    if (bind_console) {
        bind_to_console(slave, root);
    }
    control_report(CONTROL_TERMINAL, 0, master);
    close(master);
    for (int fd = 0; fd < 3; fd++) {
        if (dup2(slave, fd) < 0) {
            child_fail(STEP_CONSOLE, errno, "stdio");
        }
    }
    close(slave);
}

void terminal_control(void)
{
    if (ioctl(0, TIOCSCTTY, 0) < 0) {
        child_fail(STEP_CONSOLE, errno, "controlling terminal");
    }
}
