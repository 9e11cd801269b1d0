// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "testinit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/utsname.h>
#include <unistd.h>

int cmd_env(int argc, char **argv)
{
    for (char **e = environ; *e != NULL; e++) {
        if (argc < 2) {
            puts(*e);
        } else if (strncmp(*e, argv[1], strlen(argv[1])) == 0 && (*e)[strlen(argv[1])] == '=') {
            puts(*e + strlen(argv[1]) + 1);
        }
    }
    return 0;
}

int cmd_readlink(int argc, char **argv)
{
    char target[PATH_MAX];
    (void)argc;
    ssize_t n = readlink(argv[1], target, sizeof target);
    if (n < 0) {
        die(argv[1]);
    }
    printf("%.*s\n", (int)n, target);
    return 0;
}

// kind mode uid:gid rdev size, for each argument; a missing one gives "missing".
int cmd_stat(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct stat st;
        if (lstat(argv[i], &st) < 0) {
            printf("%s %s\n", argv[i], errno == ENOENT ? "missing" : strerror(errno));
            continue;
        }
        char kind = S_ISREG(st.st_mode) ? 'f' : S_ISDIR(st.st_mode) ? 'd' : S_ISLNK(st.st_mode) ? 'l' : S_ISCHR(st.st_mode) ? 'c' :
                    S_ISBLK(st.st_mode) ? 'b' : S_ISFIFO(st.st_mode) ? 'p' : 's';
        printf("%s %c %04o %u:%u %u:%u %lld\n", argv[i], kind, st.st_mode & 07777U, st.st_uid, st.st_gid, major(st.st_rdev), minor(st.st_rdev),
               (long long)st.st_size);
    }
    return 0;
}

int cmd_ls(int argc, char **argv)
{
    (void)argc;
    struct dirent **entries;
    int n = scandir(argv[1], &entries, NULL, alphasort);
    if (n < 0) {
        die(argv[1]);
    }
    for (int i = 0; i < n; i++) {
        if (strcmp(entries[i]->d_name, ".") != 0 && strcmp(entries[i]->d_name, "..") != 0) {
            puts(entries[i]->d_name);
        }
    }
    return 0;
}

int cmd_isatty(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    printf("%d %d %d\n", isatty(0), isatty(1), isatty(2));
    return 0;
}

static void status_lines(const char *const *prefixes)
{
    FILE *f = fopen("/proc/self/status", "re");
    char line[512];
    if (f == NULL) {
        die("/proc/self/status");
    }
    while (fgets(line, sizeof line, f) != NULL) {
        for (const char *const *p = prefixes; *p != NULL; p++) {
            if (strncmp(line, *p, strlen(*p)) == 0) {
                fputs(line, stdout);
            }
        }
    }
    fclose(f);
}

int cmd_caps(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    static const char *const WANTED[] = {"Cap", "NoNewPrivs", "Seccomp:", NULL};
    status_lines(WANTED);
    return 0;
}

// The open descriptors, without the one that reads the folder.
int cmd_fds(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    DIR *d = opendir("/proc/self/fd");
    if (d == NULL) {
        die("/proc/self/fd");
    }
    for (struct dirent *e = readdir(d); e != NULL; e = readdir(d)) {
        if (e->d_name[0] != '.' && atoi(e->d_name) != dirfd(d)) {
            char target[PATH_MAX];
            ssize_t n = readlinkat(dirfd(d), e->d_name, target, sizeof target);
            printf("%s %.*s\n", e->d_name, n < 0 ? 0 : (int)n, target);
        }
    }
    closedir(d);
    return 0;
}

int cmd_pwd(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    char where[PATH_MAX];
    if (getcwd(where, sizeof where) == NULL) {
        die("getcwd");
    }
    puts(where);
    return 0;
}

int cmd_id(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    gid_t groups[1024];
    int n = getgroups(1024, groups);
    printf("uid=%u euid=%u gid=%u egid=%u groups=", getuid(), geteuid(), getgid(), getegid());
    for (int i = 0; i < n; i++) {
        printf("%s%u", i > 0 ? "," : "", groups[i]);
    }
    printf(" pid=%d umask=%04o\n", getpid(), umask(0));
    return 0;
}

int cmd_hostname(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    struct utsname u;
    uname(&u);
    printf("%s %s\n", u.nodename, u.domainname);
    return 0;
}

int cmd_ns(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    static const char *const NAMES[] = {"cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char path[64];
        char target[64];
        snprintf(path, sizeof path, "/proc/self/ns/%s", NAMES[i]);
        ssize_t n = readlink(path, target, sizeof target);
        printf("%.*s\n", n < 0 ? 0 : (int)n, target);
    }
    return 0;
}

static int print_file(const char *path)
{
    char bytes[65536];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        die(path);
    }
    for (ssize_t n = read(fd, bytes, sizeof bytes); n > 0; n = read(fd, bytes, sizeof bytes)) {
        fwrite(bytes, 1, (size_t)n, stdout);
    }
    close(fd);
    return 0;
}

int cmd_mounts(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return print_file("/proc/self/mountinfo");
}

// The names of the network links.
int cmd_links(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    return print_file("/proc/net/dev");
}

int cmd_rlimits(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    for (int i = 0; i < (int)RLIM_NLIMITS; i++) {
        struct rlimit r;
        getrlimit((__rlimit_resource_t)i, &r);
        printf("%d %lld %lld\n", i, (long long)r.rlim_cur, (long long)r.rlim_max);
    }
    return 0;
}

int cmd_winsize(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    struct winsize w;
    if (ioctl(0, TIOCGWINSZ, &w) < 0) {
        die("TIOCGWINSZ");
    }
    printf("%u %u\n", w.ws_row, w.ws_col);
    return 0;
}

static volatile sig_atomic_t watched_enough;

static void stop_watching(int signo)
{
    (void)signo;
    watched_enough = 1;
}

// Until SIGTERM: all effective capabilities that any other process was ever seen with, and whether one was seen without a filter.
int cmd_watch_rights(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    signal(SIGTERM, stop_watching);
    unsigned long long all = 0;
    int unfiltered = 0;
    int seen = 0;
    int highest = 1;
    printf("watching\n");
    fflush(stdout);
    while (!watched_enough) {
        // new ones come with rising pids
        for (int pid = highest > 8 ? highest - 6 : 2; pid < highest + 8 && !watched_enough; pid++) {
            char path[32];
            char text[4096];
            snprintf(path, sizeof path, "/proc/%d/status", pid);
            int fd = open(path, O_RDONLY | O_CLOEXEC);
            ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
            if (fd >= 0) {
                close(fd);
            }
            if (n <= 0) {
                continue;
            }
            text[n] = 0;
            highest = pid > highest ? pid : highest;
            const char *caps = strstr(text, "CapEff:");
            const char *filter = strstr(text, "Seccomp:");
            if (caps != NULL && filter != NULL && strstr(text, "State:\tZ") == NULL && strstr(text, "State:\tX") == NULL) {
                all |= strtoull(caps + 7, NULL, 16);
                unfiltered |= strtol(filter + 8, NULL, 10) == 0;
                seen++;
            }
        }
    }
    printf("caps %016llx unfiltered %d seen %d\n", all, unfiltered, seen > 0);
    return 0;
}
