// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "init.h"

#include <errno.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "control.h"
#include "sys.h"

// Ends as the program ended: its exit code, or 128 + signal.
static void reap(pid_t program)
{
    for (;;) {
        int status;
        pid_t pid = waitpid(-1, &status, WNOHANG);
        if (pid <= 0) {
            return;
        }
        if (pid == program) {
            _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
        }
    }
}

void init_fork(void)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    pid_t program = fork();
    if (program < 0) {
        child_fail(STEP_EXEC, errno, "fork");
    }
    if (program == 0) {
        // A group of its own in the foreground, so that the terminal's signals reach it once and not through PID 1 again.
        setpgid(0, 0);
        if (isatty(0)) {
            tcsetpgrp(0, getpid());
        }
        sigprocmask(SIG_SETMASK, &before, NULL);
        return;
    }
    control_close();
    for (;;) {
        siginfo_t info;
        int signo = sigwaitinfo(&all, &info);
        if (signo == SIGCHLD) {
            reap(program);
        } else if (signo > 0) {
            kill(program, signo);
        }
    }
}
