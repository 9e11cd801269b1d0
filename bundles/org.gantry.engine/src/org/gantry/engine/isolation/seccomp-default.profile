# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
#
# Which system calls a container may make. What no rule names is answered EPERM; what this list is too old to know, ENOSYS.
# A rule: what happens, conditions in brackets that must all hold, and the calls.
#   cap=A        the container has the capability            !cap=A    it has not
#   arch=a,b     the machine is one of these                 !arch=a,b it is none of them
#   kernel=4.8   the kernel is at least that old
#   argN<V argN=V argN>V argN&MASK=V                         the N-th argument, from 0

# AF_ALG (38) and AF_VSOCK (40) lead to the host's kernel and hypervisor. Two "not equal" in one rule would let both through.
allow [arg0<38] socket
allow [arg0=39] socket
allow [arg0>40] socket

# PER_LINUX, PER_LINUX32, UNAME26, both, and the question for the present one
allow [arg0=0] personality
allow [arg0=8] personality
allow [arg0=0x20000] personality
allow [arg0=0x20008] personality
allow [arg0=0xffffffff] personality

# No new namespaces without SYS_ADMIN. A filter cannot look into clone3's structure: ENOSYS makes C libraries fall back to clone.
allow [!cap=SYS_ADMIN !arch=s390,s390x arg0&0x7e020000=0] clone
allow [!cap=SYS_ADMIN arch=s390,s390x arg1&0x7e020000=0] clone
errno 38 [!cap=SYS_ADMIN] clone3
allow [cap=SYS_ADMIN] bpf clone clone3 fanotify_init fsconfig fsmount fsopen fspick lookup_dcookie lsm_get_self_attr
allow [cap=SYS_ADMIN] lsm_list_modules lsm_set_self_attr mount mount_setattr move_mount open_tree perf_event_open quotactl
allow [cap=SYS_ADMIN] quotactl_fd setdomainname sethostname setns syslog umount umount2 unshare

allow [cap=DAC_READ_SEARCH] open_by_handle_at
allow [cap=SYS_BOOT] reboot
allow [cap=SYS_CHROOT] chroot
allow [cap=SYS_MODULE] delete_module finit_module init_module
allow [cap=SYS_PACCT] acct
allow [cap=SYS_PTRACE] kcmp pidfd_getfd process_madvise process_vm_readv process_vm_writev ptrace
allow [cap=SYS_RAWIO] ioperm iopl
allow [cap=SYS_TIME] clock_settime clock_settime64 settimeofday stime
allow [cap=SYS_TTY_CONFIG] vhangup
allow [cap=SYS_NICE] get_mempolicy mbind set_mempolicy set_mempolicy_home_node
allow [cap=SYSLOG] syslog
allow [cap=BPF] bpf
allow [cap=PERFMON] perf_event_open

# older kernels let ptrace walk around a filter
allow [kernel=4.8] process_vm_readv process_vm_writev ptrace

allow [arch=amd64,x32] arch_prctl
allow [arch=amd64,x32,x86] modify_ldt
allow [arch=arm,arm64] arm_fadvise64_64 arm_sync_file_range breakpoint cacheflush set_tls sync_file_range2
allow [arch=ppc64le] swapcontext sync_file_range2
allow [arch=riscv64] riscv_flush_icache
allow [arch=s390,s390x] s390_pci_mmio_read s390_pci_mmio_write s390_runtime_instr

allow _llseek _newselect accept accept4 access adjtimex alarm bind brk cachestat capget capset chdir chmod chown chown32
allow clock_adjtime clock_adjtime64 clock_getres clock_getres_time64 clock_gettime clock_gettime64 clock_nanosleep
allow clock_nanosleep_time64 close close_range connect copy_file_range creat dup dup2 dup3 epoll_create epoll_create1
allow epoll_ctl epoll_ctl_old epoll_pwait epoll_pwait2 epoll_wait epoll_wait_old eventfd eventfd2 execve execveat exit
allow exit_group faccessat faccessat2 fadvise64 fadvise64_64 fallocate fanotify_mark fchdir fchmod fchmodat fchmodat2 fchown
allow fchown32 fchownat fcntl fcntl64 fdatasync fgetxattr flistxattr flock fork fremovexattr fsetxattr fstat fstat64 fstatat64
allow fstatfs fstatfs64 fsync ftruncate ftruncate64 futex futex_requeue futex_time64 futex_wait futex_waitv futex_wake
allow futimesat get_robust_list get_thread_area getcpu getcwd getdents getdents64 getegid getegid32 geteuid geteuid32 getgid
allow getgid32 getgroups getgroups32 getitimer getpeername getpgid getpgrp getpid getppid getpriority getrandom getresgid
allow getresgid32 getresuid getresuid32 getrlimit getrusage getsid getsockname getsockopt gettid gettimeofday getuid getuid32
allow getxattr getxattrat inotify_add_watch inotify_init inotify_init1 inotify_rm_watch io_cancel io_destroy io_getevents
allow io_pgetevents io_pgetevents_time64 io_setup io_submit ioctl ioprio_get ioprio_set ipc kill landlock_add_rule
allow landlock_create_ruleset landlock_restrict_self lchown lchown32 lgetxattr link linkat listen listmount listxattr
allow listxattrat llistxattr lremovexattr lseek lsetxattr lstat lstat64 madvise map_shadow_stack membarrier memfd_create
allow memfd_secret mincore mkdir mkdirat mknod mknodat mlock mlock2 mlockall mmap mmap2 mprotect mq_getsetattr mq_notify
allow mq_open mq_timedreceive mq_timedreceive_time64 mq_timedsend mq_timedsend_time64 mq_unlink mremap mseal msgctl msgget
allow msgrcv msgsnd msync munlock munlockall munmap name_to_handle_at nanosleep newfstatat open openat openat2 pause
allow pidfd_open pidfd_send_signal pipe pipe2 pkey_alloc pkey_free pkey_mprotect poll ppoll ppoll_time64 prctl pread64 preadv
allow preadv2 prlimit64 process_mrelease pselect6 pselect6_time64 pwrite64 pwritev pwritev2 read readahead readlink readlinkat
allow readv recv recvfrom recvmmsg recvmmsg_time64 recvmsg remap_file_pages removexattr removexattrat rename renameat
allow renameat2 restart_syscall riscv_hwprobe rmdir rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo
allow rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64 rt_tgsigqueueinfo sched_get_priority_max
allow sched_get_priority_min sched_getaffinity sched_getattr sched_getparam sched_getscheduler sched_rr_get_interval
allow sched_rr_get_interval_time64 sched_setaffinity sched_setattr sched_setparam sched_setscheduler sched_yield seccomp
allow select semctl semget semop semtimedop semtimedop_time64 send sendfile sendfile64 sendmmsg sendmsg sendto set_robust_list
allow set_thread_area set_tid_address setfsgid setfsgid32 setfsuid setfsuid32 setgid setgid32 setgroups setgroups32 setitimer
allow setpgid setpriority setregid setregid32 setresgid setresgid32 setresuid setresuid32 setreuid setreuid32 setrlimit setsid
allow setsockopt setuid setuid32 setxattr setxattrat shmat shmctl shmdt shmget shutdown sigaltstack signalfd signalfd4
allow sigprocmask sigreturn socketcall socketpair splice stat stat64 statfs statfs64 statmount statx symlink symlinkat sync
allow sync_file_range syncfs sysinfo tee tgkill time timer_create timer_delete timer_getoverrun timer_gettime timer_gettime64
allow timer_settime timer_settime64 timerfd_create timerfd_gettime timerfd_gettime64 timerfd_settime timerfd_settime64 times
allow tkill truncate truncate64 ugetrlimit umask uname unlink unlinkat uretprobe utime utimensat utimensat_time64 utimes vfork
allow vmsplice wait4 waitid waitpid write writev
