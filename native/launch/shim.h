// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
// The state of a shim. One process, one thread, one instance; everything is of fixed size.
#ifndef GANTRY_SHIM_H
#define GANTRY_SHIM_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "cgroup.h"
#include "client.h"
#include "control.h"
#include "log.h"
#include "plan.h"

enum { MAX_CLIENTS = 128, MAX_TASKS = 65, MAX_FINISHED = 256 };

// The shim's ends of a process's stdio; -1 = closed.
struct stdio {
    int in, out, err;
    bool tty;
    uint8_t stdin_flags;
    bool close_in; // once the pipe has room: CLOSE_STDIN came
};

// A process of the container that the shim is parent of: tasks[0] is the first one, the others are execs.
struct task {
    bool used;
    enum phase phase;
    char id[ID_MAX + 1]; // exec id; "" for the first process
    pid_t helper;        // exec: the process that joined the namespaces, until it is reaped
    pid_t pid;           // 0 = not known yet
    int pidfd;
    int control; // -1 once the program runs
    bool executing, failed;
    bool held; // it has ended, but cannot be reaped yet
    struct failure failure;
    uint64_t ticks, started, finished;
    uint32_t code, signal;
    struct stdio io;
    struct client *client; // exec: the connection that asked for it, while it lives
};

struct finished_exec {
    char id[ID_MAX + 1];
    pid_t pid;
    uint64_t ticks, started, finished;
    uint32_t code, signal;
};

struct shim {
    char id[ID_MAX + 1];
    char run_folder[RUN_FOLDER_MAX + 1];
    int folder;             // the run folder itself: its path may soon name the folder of another run
    char kill_cgroup[1024]; // "" if the container has a pid namespace of its own
    uint32_t namespaces;    // created or joined: what an exec has to enter
    bool user_namespace;
    uid_t root_uid; // who the container's root is outside
    gid_t root_gid;
    pid_t self;
    uint64_t self_ticks;
    int listener;
    bool go;                  // the engine said GO
    bool go_passed;           // and the child knows
    bool ended;               // the exit was recorded and announced
    struct plan *plan;        // until the program runs
    uint8_t *plan_bytes;
    struct cgroup_made made;
    struct client *starter;   // the connection the plan came on
    struct log log;
    struct task tasks[MAX_TASKS];
    struct client *clients[MAX_CLIENTS];
    struct finished_exec finished[MAX_FINISHED]; // a ring
    uint32_t finished_next;
    int task_limit, client_limit; // what lies beyond is unused
    pid_t leaving[MAX_TASKS];     // children that nobody asks about any more; a frozen one, say, ends only later
    int leaving_count;
};

// shim.c: turns the calling process into the shim of the plan that comes on `connection`.
_Noreturn void shim_run(int connection);
void shim_drop_plan(struct shim *s);
// Ends a start that did not succeed: nothing is left, the engine is told, the shim exits.
_Noreturn void shim_abort(struct shim *s, const struct failure *why);

// After the end: the socket goes, and the shim with it.
_Noreturn void shim_leave(struct shim *s);

// loop.c
_Noreturn void loop_run(struct shim *s);

// requests.c: handles the complete frames a client has sent; false: the client broke the protocol (it was told).
bool requests_handle(struct shim *s, struct client *c);
void requests_send_exit(struct client *c, const struct task *t);
void requests_send_started(struct client *c, const struct task *t);
void requests_send_failed(struct client *c, const struct failure *f);

// streams.c
// Makes the pipes of a process; child[] receives its ends (-1: it will open a terminal). 0 or errno.
int stdio_make(const struct shim *s, struct stdio *io, const struct plan *p, int child[3]);
void stdio_close(struct stdio *io);
int stdio_pair(int pair[2]); // the control socket
// How much may be read from this task's output now without any client overflowing; 0 = hold it back.
size_t output_room(const struct shim *s, const struct task *t);
// Reads once. False: no more will come (the descriptor is closed) or, when draining, nothing is there.
bool output_pump(struct shim *s, struct task *t, bool error_stream, bool draining);
void output_drain(struct shim *s, struct task *t);
// Writes the IN frame at the start of the client's input to its task. True: done with the frame.
bool input_pump(struct shim *s, struct client *c, const uint8_t *bytes, size_t n);
void input_close(struct task *t);
void input_client_gone(struct client *c);

// tasks.c
struct task *task_find(struct shim *s, const char *id);
void task_init(struct task *t);
struct task *task_new(struct shim *s); // an exec's; NULL: too many
void task_control(struct shim *s, struct task *t);
void task_exited(struct shim *s, struct task *t);
void task_free(struct task *t);
// Reaps what could not be reaped when it ended. True: some of it still cannot, and no descriptor tells when.
bool tasks_reap(struct shim *s);

// enter.c: carries out an EXEC request.
void exec_start(struct shim *s, struct client *c, uint8_t *plan_bytes, size_t size);

// finish.c
void container_ended(struct shim *s);
bool exit_record_write(const struct shim *s);

#endif
