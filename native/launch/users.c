// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "users.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "paths.h"
#include "sys.h"

#define ID_LIMIT 2147483647ULL // above it, kernels and tools disagree about the sign (CVE-2024-40635)

struct field {
    const char *at;
    size_t size;
};

static bool field_is(struct field f, const char *text, size_t size)
{
    return f.size == size && memcmp(f.at, text, size) == 0;
}

// Digits only. 0 and *id set, EINVAL if it is no number, ERANGE if it is too large.
static int parse_id(struct field f, uint32_t *id)
{
    uint64_t v = 0;
    if (f.size == 0) {
        return EINVAL;
    }
    bool large = false;
    for (size_t i = 0; i < f.size; i++) {
        if (f.at[i] < '0' || f.at[i] > '9') {
            return EINVAL;
        }
        v = v * 10 + (uint64_t)(f.at[i] - '0');
        if (v > ID_LIMIT) {
            large = true;
            v = ID_LIMIT + 1;
        }
    }
    *id = (uint32_t)v;
    return large ? ERANGE : 0;
}

// The next line of `t` split at colons into at most `max` fields; false at the end. Overlong lines are passed over.
static bool next_line(struct text *t, struct field *fields, int max, int *count)
{
    while (t->size > 0) {
        const char *end = memchr(t->bytes, '\n', t->size);
        size_t length = end != NULL ? (size_t)(end - t->bytes) : t->size;
        const char *line = t->bytes;
        size_t skip = length + (end != NULL);
        t->bytes += skip;
        t->size -= skip;
        if (length == 0 || length > USERS_LINE_MAX || line[0] == '#') {
            continue;
        }
        *count = 0;
        const char *from = line;
        for (const char *p = line; *count < max; p++) {
            if (p == line + length || *p == ':') {
                fields[(*count)++] = (struct field){from, (size_t)(p - from)};
                from = p + 1;
                if (p == line + length) {
                    break;
                }
            }
        }
        return true;
    }
    return false;
}

static bool lists(struct field members, const char *name, size_t size)
{
    while (members.size > 0) {
        const char *comma = memchr(members.at, ',', members.size);
        size_t n = comma != NULL ? (size_t)(comma - members.at) : members.size;
        if (field_is((struct field){members.at, n}, name, size)) {
            return true;
        }
        size_t skip = n + (comma != NULL);
        members.at += skip;
        members.size -= skip;
    }
    return false;
}

static int add_group(struct identity *out, gid_t gid)
{
    for (uint32_t i = 0; i < out->group_count; i++) {
        if (out->groups[i] == gid) {
            return 0;
        }
    }
    if (out->group_count == USERS_GROUPS_MAX) {
        return E2BIG;
    }
    out->groups[out->group_count++] = gid;
    return 0;
}

// A group by name, else by number.
static int find_group(struct text group, struct field wanted, gid_t *gid)
{
    struct field f[4];
    int n;
    while (next_line(&group, f, 4, &n)) {
        uint32_t id;
        if (n >= 3 && field_is(f[0], wanted.at, wanted.size) && parse_id(f[2], &id) == 0) {
            *gid = id;
            return 0;
        }
    }
    int err = parse_id(wanted, gid);
    return err == EINVAL ? ENOENT : err;
}

// The user of passwd that has the name, or else the number, `wanted`.
static int find_user(struct text passwd, struct field wanted, struct identity *out, struct field *name)
{
    struct field f[7];
    int n;
    uint32_t number = 0;
    int err = parse_id(wanted, &number);
    if (err == ERANGE) {
        return ERANGE;
    }
    bool found = false;
    while (next_line(&passwd, f, 7, &n)) {
        uint32_t uid;
        uint32_t gid;
        if (n < 6 || parse_id(f[2], &uid) != 0 || parse_id(f[3], &gid) != 0) {
            continue;
        }
        bool by_name = field_is(f[0], wanted.at, wanted.size);
        if (!by_name && (found || err != 0 || uid != number)) {
            continue;
        }
        found = true;
        out->uid = uid;
        out->gid = gid;
        *name = f[0];
        size_t home = f[5].size < sizeof out->home ? f[5].size : 0;
        memcpy(out->home, f[5].at, home);
        out->home[home] = 0;
        if (by_name) {
            return 0;
        }
    }
    if (!found && err != 0) {
        return ENOENT;
    }
    if (!found) {
        out->uid = number;
    }
    return 0;
}

int users_resolve(struct text passwd, struct text group, const char *user, const char *const *extra, uint32_t extra_count, struct identity *out,
                  const char **culprit)
{
    memset(out, 0, sizeof *out);
    const char *colon = strchr(user, ':');
    struct field wanted = {user, colon != NULL ? (size_t)(colon - user) : strlen(user)};
    if (wanted.size == 0) {
        wanted = (struct field){"0", 1};
    }
    struct field name = {NULL, 0};
    *culprit = user;
    int err = find_user(passwd, wanted, out, &name);
    if (err != 0) {
        return err;
    }
    if (colon != NULL && colon[1] != 0) {
        err = find_group(group, (struct field){colon + 1, strlen(colon + 1)}, &out->gid);
        if (err != 0) {
            return err;
        }
    }
    err = add_group(out, out->gid);
    if ((colon == NULL || colon[1] == 0) && name.at != NULL) {
        struct text t = group;
        struct field f[4];
        int n;
        uint32_t gid;
        while (err == 0 && next_line(&t, f, 4, &n)) {
            if (n == 4 && parse_id(f[2], &gid) == 0 && lists(f[3], name.at, name.size)) {
                err = add_group(out, gid);
            }
        }
    }
    for (uint32_t i = 0; err == 0 && i < extra_count; i++) {
        gid_t gid;
        *culprit = extra[i];
        err = find_group(group, (struct field){extra[i], strlen(extra[i])}, &gid);
        if (err == 0) {
            err = add_group(out, gid);
        }
    }
    if (out->home[0] == 0) {
        strcpy(out->home, "/");
    }
    return err;
}

// A missing file is an empty one. Never blocks, and never leaves the root: the file may be a FIFO or a link (CVE-2024-9676).
static int read_file(int root, const char *path, char *buffer, struct text *out)
{
    *out = (struct text){buffer, 0};
    int fd = path_open(root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
    }
    struct stat st;
    int err = fstat(fd, &st) < 0 ? errno : S_ISREG(st.st_mode) ? 0 : EINVAL;
    while (err == 0) {
        ssize_t n = read(fd, buffer + out->size, USERS_FILE_MAX + 1 - out->size);
        if (n == 0) {
            break;
        }
        if (n < 0) {
            err = errno;
        } else {
            out->size += (size_t)n;
            err = out->size > USERS_FILE_MAX ? EFBIG : 0;
        }
    }
    close(fd);
    return err;
}

int users_lookup(int root, const char *user, const char *const *extra, uint32_t extra_count, struct identity *out, const char **culprit)
{
    static char passwd_bytes[USERS_FILE_MAX + 1];
    static char group_bytes[USERS_FILE_MAX + 1];
    struct text passwd;
    struct text group;
    *culprit = "/etc/passwd";
    int err = read_file(root, "/etc/passwd", passwd_bytes, &passwd);
    if (err == 0) {
        *culprit = "/etc/group";
        err = read_file(root, "/etc/group", group_bytes, &group);
    }
    return err != 0 ? err : users_resolve(passwd, group, user, extra, extra_count, out, culprit);
}
