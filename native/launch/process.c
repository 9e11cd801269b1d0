// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "process.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "control.h"
#include "credentials.h"
#include "paths.h"
#include "sys.h"

#define CONTROL_FD 3
#define KEPT_FD 4

int process_prepare(int control, int kept, int in, int out, int err)
{
    control_use(control);
    // Out of the way of the numbers that are filled below.
    if (kept >= 0) {
        kept = fcntl(kept, F_DUPFD_CLOEXEC, 16);
        if (kept < 0) {
            child_fail(STEP_STDIO, errno, "dup");
        }
    }
    int from[3] = {in, out, err};
    for (int fd = 0; fd < 3; fd++) {
        if (from[fd] >= 0 && dup2(from[fd], fd) < 0) {
            child_fail(STEP_STDIO, errno, "dup2");
        }
    }
    if (control != CONTROL_FD) {
        if (dup3(control, CONTROL_FD, O_CLOEXEC) < 0) {
            child_fail(STEP_STDIO, errno, "dup3");
        }
        control_use(CONTROL_FD);
    }
    if (kept >= 0 && dup3(kept, KEPT_FD, O_CLOEXEC) < 0) {
        child_fail(STEP_STDIO, errno, "dup3");
    }
    if (sys_close_range(kept >= 0 ? KEPT_FD + 1 : KEPT_FD, ~0U, 0) < 0) {
        child_fail(STEP_STDIO, errno, "close_range");
    }
    for (int signo = 1; signo < NSIG; signo++) {
        signal(signo, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    return kept >= 0 ? KEPT_FD : -1;
}

int file_write(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return errno;
    }
    int err = write(fd, text, strlen(text)) < 0 ? errno : 0;
    close(fd);
    return err;
}

int process_oom_score(pid_t pid, const struct plan *p)
{
    if (!plan_has(p, TAG_OOM_SCORE_ADJ)) {
        return 0;
    }
    char path[48];
    char text[16];
    snprintf(path, sizeof path, "/proc/%d/oom_score_adj", pid);
    snprintf(text, sizeof text, "%d", p->oom_score_adj);
    return file_write(path, text);
}

void process_resource_limits(const struct plan *p)
{
    for (uint32_t i = 0; i < p->rlimit_count; i++) {
        struct rlimit limit = {p->rlimits[i].soft, p->rlimits[i].hard};
        if (setrlimit((__rlimit_resource_t)p->rlimits[i].resource, &limit) < 0) {
            char number[16];
            snprintf(number, sizeof number, "%u", p->rlimits[i].resource);
            child_fail(STEP_RLIMIT, errno, number);
        }
    }
}

// The folder is opened within the root and without magic links, so /proc/self/fd/N is no way out (CVE-2024-21626); getcwd then confirms it.
static void enter_workdir(const struct plan *p, int root)
{
    const char *path = p->workdir != NULL && p->workdir[0] != 0 ? p->workdir : "/";
    int fd = path_open(root, path, O_PATH | O_DIRECTORY);
    if (fd < 0 || fchdir(fd) < 0) {
        child_fail(STEP_WORKDIR, errno, path);
    }
    close(fd);
    char where[PATH_MAX];
    if (syscall(SYS_getcwd, where, sizeof where) < 0 || where[0] != '/') {
        child_fail(STEP_WORKDIR, EXDEV, path);
    }
}

// So that the user may open /dev/stdout: pipes and the terminal belong to it; the shared null device does not.
static void give_stdio(const struct plan *p, const struct identity *who)
{
    for (int fd = 0; fd < 3; fd++) {
        struct stat st;
        if (fstat(fd, &st) < 0) {
            child_fail(STEP_STDIO, errno, "fstat");
        }
        bool own = S_ISFIFO(st.st_mode) || (p->tty && S_ISCHR(st.st_mode));
        if (own && st.st_uid != who->uid && fchown(fd, who->uid, p->tty ? (gid_t)-1 : who->gid) < 0) {
            child_fail(STEP_STDIO, errno, "owner");
        }
    }
}

static const char *environment(const struct plan *p, const char *name)
{
    size_t n = strlen(name);
    const char *value = NULL;
    for (uint32_t i = 0; i < p->envc; i++) {
        if (strncmp(p->env[i], name, n) == 0 && p->env[i][n] == '=') {
            value = p->env[i] + n + 1;
        }
    }
    return value;
}

// execve along PATH. A file that may not be run is remembered, since a later one may do; the errno to report is set at the end.
static int execute(const struct plan *p)
{
    const char *program = p->argv[0];
    char **argv = (char **)(uintptr_t)p->argv;
    char **env = (char **)(uintptr_t)p->env;
    if (program[0] == 0) {
        return ENOENT;
    }
    if (strchr(program, '/') != NULL) {
        execve(program, argv, env);
        return errno;
    }
    const char *path = environment(p, "PATH");
    if (path == NULL) {
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    }
    int result = ENOENT;
    for (;;) {
        size_t n = strcspn(path, ":");
        char candidate[PATH_MAX];
        int length = snprintf(candidate, sizeof candidate, "%.*s/%s", n > 0 ? (int)n : 1, n > 0 ? path : ".", program);
        if (n < sizeof candidate && length > 0 && (size_t)length < sizeof candidate) {
            execve(candidate, argv, env);
            struct stat st;
            if (errno == EACCES && stat(candidate, &st) == 0 && S_ISDIR(st.st_mode)) {
                errno = ENOENT;
            }
            if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) {
                return errno;
            }
            if (errno == EACCES) {
                result = EACCES;
            }
        }
        if (path[n] == 0) {
            return result;
        }
        path += n + 1;
    }
}

void process_enter(struct plan *p)
{
    static struct identity who;
    static char home[USERS_HOME_MAX + 8];
    int root = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        child_fail(STEP_ROOT, errno, "/");
    }
    const char *culprit;
    int err = users_lookup(root, p->user != NULL ? p->user : "", p->groups, p->group_count, &who, &culprit);
    if (err != 0) {
        child_fail(STEP_USER, err, culprit);
    }
    if (environment(p, "HOME") == NULL) {
        snprintf(home, sizeof home, "HOME=%s", who.home);
        p->env[p->envc++] = home;
    }
    give_stdio(p, &who);
    enter_workdir(p, root);
    close(root);
    umask(p->umask);
    control_report(CONTROL_EXECUTING, 0, -1);
    credentials_drop(p, &who);
}

_Noreturn void process_execute(const struct plan *p)
{
    child_fail(STEP_EXEC, execute(p), p->argv[0]);
}
