// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
#include "net.h"

#include <errno.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/vfs.h>

#include "control.h"
#include "mounts.h"
#include "sys.h"

static int netlink_open(void)
{
    struct sockaddr_nl address = {.nl_family = AF_NETLINK};
    int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0 /* NETLINK_ROUTE */);
    if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) < 0) {
        child_fail(STEP_NETLINK, errno, "socket");
    }
    return fd;
}

static int interface_index(int fd, const char *name)
{
    struct ifreq request = {0};
    if (strlen(name) >= sizeof request.ifr_name) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(request.ifr_name, name, strlen(name));
    return ioctl(fd, SIOCGIFINDEX, &request) < 0 ? -1 : request.ifr_ifindex;
}

// 0, or the errno the kernel answered.
static int netlink_request(int fd, struct plan_net_action *a, uint32_t sequence)
{
    struct nlmsghdr header;
    memcpy(&header, a->message, sizeof header);
    header.nlmsg_flags |= NLM_F_REQUEST | NLM_F_ACK;
    header.nlmsg_seq = sequence;
    header.nlmsg_pid = 0;
    memcpy(a->message, &header, sizeof header);
    if (a->name[0] != 0) {
        int index = interface_index(fd, a->name);
        if (index < 0) {
            return errno;
        }
        memcpy(a->message + a->index_offset, &index, sizeof index);
    }
    if (send(fd, a->message, a->size, 0) != (ssize_t)a->size) {
        return errno;
    }
    for (;;) {
        union {
            char bytes[8192];
            struct nlmsghdr header;
        } answer;
        ssize_t n = recv(fd, &answer, sizeof answer, 0);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < (ssize_t)sizeof answer.header) {
            return n < 0 ? errno : EBADMSG;
        }
        if (answer.header.nlmsg_seq == sequence && answer.header.nlmsg_type == NLMSG_ERROR) {
            struct nlmsgerr e;
            memcpy(&e, NLMSG_DATA(&answer.header), sizeof e);
            return -e.error;
        }
    }
}

// A proc mount nobody else can reach, so that no one can have put something over the file (CVE-2025-52881); where the kernel refuses one
// (a user namespace that does not own enough), the container's own /proc, checked to be procfs.
static int proc_open(int root)
{
    char message[64];
    int proc = fs_new("proc", "proc", "", MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC, message, sizeof message);
    if (proc < 0) {
        proc = sys_openat2(root, "proc", O_PATH | O_DIRECTORY | O_CLOEXEC, 0, RESOLVE_IN_ROOT | RESOLVE_NO_SYMLINKS);
        struct statfs fs;
        if (proc < 0 || fstatfs(proc, &fs) < 0 || fs.f_type != PROC_SUPER_MAGIC) {
            child_fail(STEP_SYSCTL, proc < 0 ? errno : ENODEV, "/proc");
        }
    }
    int sys = sys_openat2(proc, "sys", O_PATH | O_DIRECTORY | O_CLOEXEC, 0, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
    if (sys < 0) {
        child_fail(STEP_SYSCTL, errno, "/proc/sys");
    }
    close(proc);
    return sys;
}

static void sysctl_write(int sys, const struct plan_net_action *a)
{
    int fd = sys_openat2(sys, a->name, O_WRONLY | O_CLOEXEC, 0, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV);
    if (fd < 0 || write(fd, a->value, strlen(a->value)) < 0) {
        child_fail(STEP_SYSCTL, errno, a->name);
    }
    close(fd);
}

void net_actions_run(const struct plan *p, int root)
{
    int netlink = -1;
    int sys = -1;
    for (uint32_t i = 0; i < p->net_action_count; i++) {
        struct plan_net_action a = p->net_actions[i];
        if (a.message == NULL) {
            if (sys < 0) {
                sys = proc_open(root);
            }
            sysctl_write(sys, &a);
            continue;
        }
        if (netlink < 0) {
            netlink = netlink_open();
        }
        int err = netlink_request(netlink, &a, i + 1);
        if (err != 0) {
            char number[16];
            snprintf(number, sizeof number, "%u", i);
            child_fail(STEP_NETLINK, err, number);
        }
    }
    if (netlink >= 0) {
        close(netlink);
    }
    if (sys >= 0) {
        close(sys);
    }
}
