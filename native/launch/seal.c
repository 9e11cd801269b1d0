// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "seal.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#include "sys.h"

#define SEALS (F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

int seal_self(char **argv, char **env, const char **what)
{
    *what = "/proc/self/exe";
    int self = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    if (self < 0) {
        return -1;
    }
    int seals = fcntl(self, F_GET_SEALS);
    if (seals >= 0 && (seals & SEALS) == SEALS) {
        close(self);
        return 0;
    }
    *what = "memfd_create";
    int copy = memfd_create("gantry-launch", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_EXEC);
    if (copy < 0 && errno == EINVAL) {
        copy = memfd_create("gantry-launch", MFD_CLOEXEC | MFD_ALLOW_SEALING); // before Linux 6.3
    }
    struct stat st;
    if (copy < 0 || fstat(self, &st) < 0) {
        return -1;
    }
    *what = "copy of the launcher";
    for (off_t done = 0; done < st.st_size;) {
        ssize_t n = sendfile(copy, self, &done, (size_t)(st.st_size - done));
        if (n <= 0) {
            errno = n == 0 ? EIO : errno;
            return -1;
        }
    }
    *what = "seals";
    if (fcntl(copy, F_ADD_SEALS, SEALS) < 0) {
        return -1;
    }
    *what = "execution of the sealed copy";
    syscall(SYS_execveat, copy, "", argv, env, AT_EMPTY_PATH);
    return -1;
}
