// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The numbers of PROTOCOL.md. The Java side has its own copy; testdata/plan-v1.bin pins that both agree.
#ifndef GANTRY_PROTOCOL_H
#define GANTRY_PROTOCOL_H

#define PROTOCOL_VERSION 1
#define PLAN_VERSION 1
#define PLAN_MAGIC "GPLN"
#define PLAN_MAX (1024 * 1024)
#define FRAME_MAX (PLAN_MAX + 64)
#define STREAM_CHUNK 65536
#define ID_MAX 64
#define RUN_FOLDER_MAX 96

enum frame_type {
    FRAME_HELLO = 1,
    FRAME_START = 2,
    FRAME_GO = 3,
    FRAME_STATE = 10,
    FRAME_ATTACH = 11,
    FRAME_IN = 12,
    FRAME_CLOSE_STDIN = 13,
    FRAME_EXEC = 14,
    FRAME_EXEC_STATE = 15,
    FRAME_RESIZE = 16,
    FRAME_SIGNAL = 17,
    FRAME_WAIT = 18,
    FRAME_SOCKET = 19,
    FRAME_CREATED = 40,
    FRAME_STARTED = 41,
    FRAME_FAILED = 42,
    FRAME_EXIT = 43,
    FRAME_OK = 44,
    FRAME_ERROR = 45,
    FRAME_STATE_REPLY = 46,
    FRAME_ATTACHED = 47,
    FRAME_OUT = 48,
    FRAME_ERR = 49,
    FRAME_END = 50,
    FRAME_EXEC_STATE_REPLY = 51,
    FRAME_SOCKET_FD = 52,
};

enum step {
    STEP_PROTOCOL = 1,
    STEP_PLAN,
    STEP_RUN_FOLDER,
    STEP_NAMESPACE,
    STEP_IDMAP,
    STEP_CGROUP,
    STEP_ROOT,
    STEP_MOUNT,
    STEP_DEVICE,
    STEP_SYMLINK,
    STEP_MASK,
    STEP_READONLY,
    STEP_CONSOLE,
    STEP_PIVOT,
    STEP_HOSTNAME,
    STEP_NETLINK,
    STEP_SYSCTL,
    STEP_RLIMIT,
    STEP_OOM,
    STEP_USER,
    STEP_WORKDIR,
    STEP_CAPABILITIES,
    STEP_SECCOMP,
    STEP_STDIO,
    STEP_LOG,
    STEP_EXEC,
    STEP_ABORTED,
};

enum tag {
    TAG_CONTAINER_ID = 1,
    TAG_RUN_FOLDER = 2,
    TAG_NAMESPACES = 3,
    TAG_JOIN = 4,
    TAG_UID_MAP = 5,
    TAG_GID_MAP = 6,
    TAG_LOWER = 10,
    TAG_UPPER = 11,
    TAG_WORK = 12,
    TAG_OVERLAY_OPTION = 13,
    TAG_ROOT_BIND = 14,
    TAG_ROOT_READONLY = 15,
    TAG_MOUNT_FS = 20,
    TAG_MOUNT_BIND = 21,
    TAG_DEVICE = 22,
    TAG_SYMLINK = 23,
    TAG_MASK = 24,
    TAG_READONLY = 25,
    TAG_HOSTNAME = 30,
    TAG_DOMAINNAME = 31,
    TAG_SYSCTL = 32,
    TAG_NETLINK = 33,
    TAG_CGROUP = 34,
    TAG_RLIMIT = 40,
    TAG_OOM_SCORE_ADJ = 41,
    TAG_CAPABILITIES = 42,
    TAG_NO_NEW_PRIVS = 43,
    TAG_SECCOMP = 44,
    TAG_USER = 45,
    TAG_GROUP = 46,
    TAG_WORKDIR = 47,
    TAG_ARGV = 48,
    TAG_ENV = 49,
    TAG_TTY = 50,
    TAG_STDIN = 51,
    TAG_LOG = 52,
    TAG_INIT = 53,
    TAG_EXEC_ID = 54,
    TAG_UMASK = 55,
    TAG_LIMIT = 64, // all tags are below
};

enum mount_flag { MOUNT_RECURSIVE = 1, MOUNT_LATE = 2, MOUNT_OPTIONAL = 4 };
enum cgroup_op { CGROUP_MKDIR = 1, CGROUP_WRITE = 2, CGROUP_JOIN = 3 };
enum attach_flag { ATTACH_STDIN = 1, ATTACH_STDOUT = 2, ATTACH_STDERR = 4 };
enum stdin_flag { STDIN_OPEN = 1, STDIN_ONCE = 2 };
enum log_driver { LOG_NONE = 0, LOG_JSON_FILE = 1 };
enum phase { PHASE_CREATED = 1, PHASE_RUNNING = 2, PHASE_EXITED = 3 };

#endif
