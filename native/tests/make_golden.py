# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""Writes testdata/plan-v1.bin and plan-v1.txt: every record of a launch plan once, in tag order. Run it only to change the format."""
import os
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, 'containers'))
from launch import CLONE, Plan  # noqa: E402

LINK_UP = struct.pack('<IHHII', 32, 16, 5, 0, 0) + struct.pack('<BBHiII', 0, 0, 0, 0, 1, 1)

p = Plan()
lines = []


def add(line, method, *args, **named):
    method(*args, **named)
    lines.append('%2d  %s' % (p.records[-1][0], line))


add('CONTAINER_ID "golden-1"', p.id, 'golden-1')
add('RUN_FOLDER "/run/gantry/golden-1"', p.run_folder, '/run/gantry/golden-1')
add('NAMESPACES 0x66020080 (mnt, cgroup, uts, pid, net, time; not ipc, not user)', p.namespaces,
    CLONE['mnt'] | CLONE['cgroup'] | CLONE['uts'] | CLONE['pid'] | CLONE['net'] | CLONE['time'])
add('JOIN ipc 0x8000000, pid 4711, ticks 123456789, path ""', p.join, CLONE['ipc'], 4711, 123456789)
add('LOWER "/layers/top"', p.lower, '/layers/top')
add('LOWER "/layers/bottom"', p.lower, '/layers/bottom')
add('UPPER "/c/upper"', p.upper, '/c/upper')
add('WORK "/c/work"', p.work, '/c/work')
add('OVERLAY_OPTION "metacopy=on"', p.overlay_option, 'metacopy=on')
add('ROOT_READONLY', p.root_readonly)
add('MOUNT_FS flags 0, attr 0x0e, fstype "proc", source "proc", target "/proc", data ""', p.fs, 'proc', '/proc', attr=0xe)
add('MOUNT_FS flags 6 (late, optional), attr 0x0f, fstype "cgroup", source "cgroup", target "/sys/fs/cgroup/pids", data "pids"', p.fs, 'cgroup',
    '/sys/fs/cgroup/pids', 'pids', attr=0xf, flags=6)
add('MOUNT_BIND flags 1, attr set 1, attr clear 2, propagation 0x80000, source "/volumes/data", subpath "sub/dir", target "/data"', p.bind,
    '/volumes/data', '/data', 1, 2, 1, 0x80000, 'sub/dir')
add("DEVICE type 'c' (99), major 1, minor 3, mode 0666 (438), uid 0, gid 5, path \"/dev/null\"", p.device, '/dev/null', 1, 3, gid=5)
add('SYMLINK target "/proc/self/fd", path "/dev/fd"', p.symlink, '/proc/self/fd', '/dev/fd')
add('MASK "/proc/kcore"', p.mask, '/proc/kcore')
add('READONLY "/proc/sys"', p.readonly, '/proc/sys')
add('HOSTNAME "golden"', p.hostname, 'golden')
add('DOMAINNAME "example.org"', p.domainname, 'example.org')
add('SYSCTL "net/ipv4/ip_forward" = "1"', p.sysctl, 'net/ipv4/ip_forward', '1')
add('NETLINK ifname "lo", offset 20, message of 32 bytes: nlmsghdr{len 32, type 16, flags 5, seq 0, pid 0}, ifinfomsg{0, 0, 0, index 0, flags 1, change 1}',
    p.netlink, LINK_UP, 'lo', 20)
add('CGROUP op 1, path "/sys/fs/cgroup/pids/g", value ""', p.cgroup, 1, '/sys/fs/cgroup/pids/g')
add('CGROUP op 2, path "/sys/fs/cgroup/pids/g/pids.max", value "100"', p.cgroup, 2, '/sys/fs/cgroup/pids/g/pids.max', '100')
add('CGROUP op 3, path "/sys/fs/cgroup/pids/g", value ""', p.cgroup, 3, '/sys/fs/cgroup/pids/g')
add('RLIMIT resource 7, soft 1024, hard 2^64-1', p.rlimit, 7, 1024, (1 << 64) - 1)
add('OOM_SCORE_ADJ -500', p.oom, -500)
add('CAPABILITIES bounding 0xa80425fb, permitted 0xa80425fb, effective 0x25fb, inheritable 0, ambient 0x400', p.caps, 0xa80425fb, 0xa80425fb, 0x25fb, 0,
    0x400)
add('NO_NEW_PRIVS', p.no_new_privs)
add('SECCOMP flags 2, 1 instruction: code 6, jt 0, jf 0, k 0x7fff0000', p.seccomp, struct.pack('<HBBI', 6, 0, 0, 0x7fff0000), 2)
add('USER "jane:audio"', p.user, 'jane:audio')
add('GROUP "video"', p.group, 'video')
add('WORKDIR "/srv/\u00fcml" (UTF-8)', p.workdir, '/srv/\u00fcml')
for a in ('sh', '-c', ''):
    add('ARGV "%s"' % a, p.argv, a)
add('ENV "PATH=/bin"', p.env, 'PATH=/bin')
add('ENV "EMPTY="', p.env, 'EMPTY=')
add('TTY rows 24, cols 80', p.tty, 24, 80)
add('STDIN flags 3', p.stdin, 3)
add('LOG driver 1, max size 10485760, max file 3, path "/c/json.log", attrs "{\\"a\\":\\"b\\"}"', p.log, '/c/json.log', 1, 10485760, 3, '{"a":"b"}')
add('INIT', p.init)
add('UMASK 022 (18)', p.umask, 0o22)

out = os.path.join(HERE, '..', 'testdata')
with open(os.path.join(out, 'plan-v1.bin'), 'wb') as f:
    f.write(p.encode())
with open(os.path.join(out, 'plan-v1.txt'), 'w') as f:
    f.write('The records of plan-v1.bin, in the order of the file: "GPLN", u16 1, then (tag, name, values):\n\n')
    f.write('\n'.join(lines) + '\n\n%d bytes in all. Format: ../PROTOCOL.md section 3. The id maps (tags 5, 6) and'
            ' ROOT_BIND (14) cannot stand in this plan: they\n'
            'need the user namespace or exclude LOWER.\n' % len(p.encode()))
