// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "paths.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#include "sys.h"

#define IN_ROOT (RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS)

int path_open(int root, const char *path, int flags)
{
    int fd;
    do {
        // EAGAIN: a rename or mount elsewhere raced with the walk.
        fd = sys_openat2(root, path, (unsigned)flags | O_CLOEXEC, 0, IN_ROOT);
    } while (fd < 0 && errno == EAGAIN);
    return fd;
}

static size_t trimmed_length(const char *path)
{
    size_t n = strlen(path);
    while (n > 0 && path[n - 1] == '/') {
        n--;
    }
    return n;
}

// Makes `name` in the folder `parent` and opens it, never through a link.
static int make_folder(int parent, const char *name)
{
    if (mkdirat(parent, name, 0755) < 0 && errno != EEXIST) {
        return -1;
    }
    return sys_openat2(parent, name, O_PATH | O_DIRECTORY | O_CLOEXEC, 0, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
}

int path_parent(int root, const char *path, char *name)
{
    char prefix[PATH_MAX];
    size_t length = trimmed_length(path);
    if (length == 0 || length >= sizeof prefix) {
        errno = length == 0 ? EBUSY : ENAMETOOLONG;
        return -1;
    }
    memcpy(prefix, path, length);
    prefix[length] = 0;
    char *last = strrchr(prefix, '/');
    const char *component = last == NULL ? prefix : last + 1;
    if (strlen(component) > NAME_MAX || strcmp(component, "..") == 0 || strcmp(component, ".") == 0) {
        errno = EINVAL;
        return -1;
    }
    strcpy(name, component);
    if (last == NULL) {
        return path_open(root, "/", O_PATH | O_DIRECTORY);
    }
    *last = 0;
    int parent = path_open(root, prefix[0] == 0 ? "/" : prefix, O_PATH | O_DIRECTORY);
    if (parent >= 0 || errno != ENOENT) {
        return parent;
    }
    // Some folder on the way is missing: walk down, making what is not there in the folder reached so far.
    parent = path_open(root, "/", O_PATH | O_DIRECTORY);
    for (char *p = prefix; parent >= 0 && *p != 0;) {
        p += strspn(p, "/");
        char *end = p + strcspn(p, "/");
        if (end == p) {
            break;
        }
        char saved = *end;
        *end = 0;
        int next = path_open(root, prefix, O_PATH | O_DIRECTORY);
        if (next < 0 && errno == ENOENT) {
            next = make_folder(parent, p);
        }
        int err = errno;
        close(parent);
        errno = err;
        parent = next;
        *end = saved;
        p = end;
    }
    return parent;
}

int path_ensure(int root, const char *path, bool folder)
{
    int fd = path_open(root, path, O_PATH | (folder ? O_DIRECTORY : 0));
    if (fd >= 0 || errno != ENOENT) {
        return fd;
    }
    char name[NAME_MAX + 1];
    int parent = path_parent(root, path, name);
    if (parent < 0) {
        return -1;
    }
    if (folder) {
        fd = make_folder(parent, name);
    } else {
        int made = sys_openat2(parent, name, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0644,
                               RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
        if (made >= 0) {
            close(made);
            fd = sys_openat2(parent, name, O_PATH | O_CLOEXEC, 0, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
        }
    }
    int err = errno;
    close(parent);
    errno = err;
    return fd;
}

bool path_normal(const char *path, char *out, unsigned size)
{
    size_t n = 0;
    for (const char *p = path; *p != 0;) {
        p += strspn(p, "/");
        size_t length = strcspn(p, "/");
        if (length == 2 && p[0] == '.' && p[1] == '.') {
            return false;
        }
        if (length > 0 && !(length == 1 && p[0] == '.')) {
            if (n + length + 2 > size) {
                return false;
            }
            out[n++] = '/';
            memcpy(out + n, p, length);
            n += length;
        }
        p += length;
    }
    if (n == 0) {
        out[n++] = '/';
    }
    out[n] = 0;
    return true;
}
