// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "users.h"

static const char PASSWD[] = "# comment\nroot:x:0:0:root:/root:/bin/sh\n\nbroken\njane:x:1000:1001:J:/home/jane:/bin/sh\n7:x:70:71::/seven:/bin/sh\n"
                             "huge:x:2147483648:1::/:/bin/sh\nminus:x:-1:1::/:\nnoend:x:5:6::/noend";
static const char GROUP[] = "root:x:0:\naudio:x:29:jane,bob\nvideo:x:44:bob\nwheel:x:10:root,jane\nbad:x:x:jane\nbig:x:4294967295:jane\nshort:x:3";

static struct identity who;
static const char *culprit;

static int resolve(const char *user, const char *const *extra, uint32_t n)
{
    size_t p = strlen(PASSWD);
    size_t g = strlen(GROUP);
    char *passwd = (char *)copy(PASSWD, p);
    char *group = (char *)copy(GROUP, g);
    int err = users_resolve((struct text){passwd, p}, (struct text){group, g}, user, extra, n, &who, &culprit);
    free(passwd);
    free(group);
    return err;
}

static bool groups_are(uint32_t n, const gid_t *expected)
{
    return who.group_count == n && memcmp(who.groups, expected, n * sizeof *expected) == 0;
}

#define GROUPS(...) groups_are(sizeof((gid_t[]){__VA_ARGS__}) / sizeof(gid_t), (gid_t[]){__VA_ARGS__})

static void names_and_numbers(void)
{
    CHECK(resolve("", NULL, 0) == 0 && who.uid == 0 && who.gid == 0 && strcmp(who.home, "/root") == 0 && GROUPS(0, 10));
    CHECK(resolve("jane", NULL, 0) == 0 && who.uid == 1000 && who.gid == 1001 && strcmp(who.home, "/home/jane") == 0 && GROUPS(1001, 29, 10));
    CHECK(resolve("1000", NULL, 0) == 0 && who.uid == 1000 && who.gid == 1001 && GROUPS(1001, 29, 10));
    CHECK(resolve("1000:29", NULL, 0) == 0 && who.uid == 1000 && who.gid == 29 && GROUPS(29));
    CHECK(resolve("jane:video", NULL, 0) == 0 && who.gid == 44 && GROUPS(44));
    CHECK(resolve("jane:", NULL, 0) == 0 && who.gid == 1001);
    CHECK(resolve(":video", NULL, 0) == 0 && who.uid == 0 && who.gid == 44);
    CHECK(resolve("4242", NULL, 0) == 0 && who.uid == 4242 && who.gid == 0 && strcmp(who.home, "/") == 0 && GROUPS(0));
    CHECK(resolve("4242:4343", NULL, 0) == 0 && who.gid == 4343);
    CHECK(resolve("7", NULL, 0) == 0 && who.uid == 70); // the name wins over the number
    CHECK(resolve("noend", NULL, 0) == 0 && who.uid == 5 && strcmp(who.home, "/noend") == 0);
}

static void refusals(void)
{
    CHECK(resolve("nobody", NULL, 0) == ENOENT);
    CHECK(resolve("jane:nogroup", NULL, 0) == ENOENT);
    CHECK(resolve("broken", NULL, 0) == ENOENT);
    CHECK(resolve("2147483647", NULL, 0) == 0);
    CHECK(resolve("2147483648", NULL, 0) == ERANGE);
    CHECK(resolve("4294967296", NULL, 0) == ERANGE);
    CHECK(resolve("18446744073709551616", NULL, 0) == ERANGE);
    CHECK(resolve("65536:99999999999", NULL, 0) == ERANGE);
    CHECK(resolve("huge", NULL, 0) == ENOENT);
    CHECK(resolve("minus", NULL, 0) == ENOENT);
    CHECK(resolve("-1", NULL, 0) == ENOENT);
    CHECK(resolve("0x10", NULL, 0) == ENOENT);
    CHECK(resolve(" 0", NULL, 0) == ENOENT);
}

static void extra_groups(void)
{
    const char *const extra[] = {"video", "4711", "video"};
    CHECK(resolve("jane:audio", extra, 3) == 0 && GROUPS(29, 44, 4711));
    const char *const bad[] = {"nope"};
    CHECK(resolve("jane", bad, 1) == ENOENT && strcmp(culprit, "nope") == 0);
}

static void hostile_files(void)
{
    // 5,000 groups that all list the user: bounded, not a crash.
    static char group[1 << 18];
    size_t n = 0;
    for (int i = 0; i < 5000; i++) {
        n += (size_t)snprintf(group + n, sizeof group - n, "g%d:x:%d:jane\n", i, 10000 + i);
    }
    CHECK(users_resolve((struct text){PASSWD, strlen(PASSWD)}, (struct text){group, n}, "jane", NULL, 0, &who, &culprit) == E2BIG);
    // Bytes at random, never out of bounds.
    uint32_t random = 7;
    for (int round = 0; round < 5000; round++) {
        size_t size = strlen(PASSWD);
        char *damaged = (char *)copy(PASSWD, size);
        for (int k = 0; k < 8; k++) {
            random = random * 1664525U + 1013904223U;
            damaged[(random >> 8) % size] = "\n:,\0x9"[random >> 24 & 3];
        }
        users_resolve((struct text){damaged, size}, (struct text){damaged, size}, "jane", NULL, 0, &who, &culprit);
        free(damaged);
    }
}

static void files_that_are_none(void)
{
    char folder[] = "/tmp/gantry-users-XXXXXX";
    if (mkdtemp(folder) == NULL) {
        abort();
    }
    int root = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    CHECK(users_lookup(root, "", NULL, 0, &who, &culprit) == 0 && who.uid == 0 && strcmp(who.home, "/") == 0);
    CHECK(users_lookup(root, "jane", NULL, 0, &who, &culprit) == ENOENT);
    CHECK(mkdirat(root, "etc", 0755) == 0 && mkfifoat(root, "etc/passwd", 0644) == 0);
    CHECK(users_lookup(root, "", NULL, 0, &who, &culprit) == EINVAL && strcmp(culprit, "/etc/passwd") == 0); // and no hang
    unlinkat(root, "etc/passwd", 0);
    // A link to the host's file is followed within the root, where there is none.
    CHECK(symlinkat("/etc/hostname", root, "etc/passwd") == 0);
    CHECK(users_lookup(root, "", NULL, 0, &who, &culprit) == 0 && strcmp(who.home, "/") == 0);
    unlinkat(root, "etc/passwd", 0);
    int fd = openat(root, "etc/passwd", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    CHECK(ftruncate(fd, USERS_FILE_MAX + 1) == 0);
    close(fd);
    CHECK(users_lookup(root, "", NULL, 0, &who, &culprit) == EFBIG);
    unlinkat(root, "etc/passwd", 0);
    unlinkat(root, "etc", AT_REMOVEDIR);
    close(root);
    rmdir(folder);
}

const struct test USERS_TESTS[] = {
    {"users: names and numbers", names_and_numbers},
    {"users: refusals", refusals},
    {"users: extra groups", extra_groups},
    {"users: hostile files", hostile_files},
    {"users: files that are none", files_that_are_none},
    {NULL, NULL},
};
