# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""A client of the launch protocol (PROTOCOL.md), for tests: plans, frames, spawner and shim connections."""
import os
import socket
import struct
import subprocess

CLONE = {'mnt': 0x20000, 'cgroup': 0x2000000, 'uts': 0x4000000, 'ipc': 0x8000000, 'user': 0x10000000, 'pid': 0x20000000,
         'net': 0x40000000, 'time': 0x80}
ALL_NAMESPACES = sum(v for k, v in CLONE.items() if k != 'user')

HELLO, START, GO = 1, 2, 3
STATE, ATTACH, IN, CLOSE_STDIN, EXEC, EXEC_STATE, RESIZE, SIGNAL, WAIT, SOCKET = range(10, 20)
(CREATED, STARTED, FAILED, EXIT, OK, ERROR, STATE_REPLY, ATTACHED, OUT, ERR, END, EXEC_STATE_REPLY, SOCKET_FD) = range(40, 53)

STEPS = ('? protocol plan run-folder namespace idmap cgroup root mount device symlink mask readonly console pivot hostname netlink sysctl rlimit '
         'oom user workdir capabilities seccomp stdio log exec aborted').split()
DEFAULT_CAPS = 0xa80425fb
ALL_CAPS = (1 << 41) - 1


def text(s):
    b = s if isinstance(s, bytes) else s.encode()
    return struct.pack('<H', len(b) + 1) + b + b'\0'


def ztext(s):
    return (s if isinstance(s, bytes) else s.encode()) + b'\0'


class Plan:
    def __init__(self):
        self.records = []

    def raw(self, tag, value=b''):
        self.records.append((tag, value))
        return self

    def id(self, s): return self.raw(1, ztext(s))
    def run_folder(self, s): return self.raw(2, ztext(s))
    def namespaces(self, bits): return self.raw(3, struct.pack('<I', bits))
    def join(self, ns, pid=0, ticks=0, path=''): return self.raw(4, struct.pack('<IIQ', ns, pid, ticks) + text(path))
    def uid_map(self, a, b, n): return self.raw(5, struct.pack('<III', a, b, n))
    def gid_map(self, a, b, n): return self.raw(6, struct.pack('<III', a, b, n))
    def lower(self, s): return self.raw(10, ztext(s))
    def upper(self, s): return self.raw(11, ztext(s))
    def work(self, s): return self.raw(12, ztext(s))
    def overlay_option(self, s): return self.raw(13, ztext(s))
    def root_bind(self, s): return self.raw(14, ztext(s))
    def root_readonly(self): return self.raw(15)

    def fs(self, fstype, target, data='', attr=0, flags=0, source=None):
        return self.raw(20, struct.pack('<IQ', flags, attr) + text(fstype) + text(fstype if source is None else source) + text(target) + text(data))

    def bind(self, source, target, set_=0, clear=0, flags=0, propagation=0, subpath=''):
        return self.raw(21, struct.pack('<IQQI', flags, set_, clear, propagation) + text(source) + text(subpath) + text(target))

    def device(self, path, major, minor, mode=0o666, uid=0, gid=0, type_='c'):
        return self.raw(22, struct.pack('<BIIIII', ord(type_), major, minor, mode, uid, gid) + text(path))

    def symlink(self, target, path): return self.raw(23, text(target) + text(path))
    def mask(self, s): return self.raw(24, ztext(s))
    def readonly(self, s): return self.raw(25, ztext(s))
    def hostname(self, s): return self.raw(30, ztext(s))
    def domainname(self, s): return self.raw(31, ztext(s))
    def sysctl(self, name, value): return self.raw(32, text(name) + text(value))
    def netlink(self, message, ifname='', offset=0): return self.raw(33, text(ifname) + struct.pack('<H', offset) + message)
    def cgroup(self, op, path, value=''): return self.raw(34, bytes([op]) + text(path) + text(value))
    def rlimit(self, resource, soft, hard): return self.raw(40, struct.pack('<IQQ', resource, soft, hard))
    def oom(self, v): return self.raw(41, struct.pack('<i', v))

    def caps(self, bounding, permitted=None, effective=None, inheritable=0, ambient=0):
        permitted = bounding if permitted is None else permitted
        effective = permitted if effective is None else effective
        return self.raw(42, struct.pack('<QQQQQ', bounding, permitted, effective, inheritable, ambient))

    def no_new_privs(self): return self.raw(43)
    def seccomp(self, program, flags=0): return self.raw(44, struct.pack('<I', flags) + program)
    def user(self, s): return self.raw(45, ztext(s))
    def group(self, s): return self.raw(46, ztext(s))
    def workdir(self, s): return self.raw(47, ztext(s))

    def argv(self, *args):
        for a in args:
            self.raw(48, ztext(a))
        return self

    def env(self, s): return self.raw(49, ztext(s))
    def tty(self, rows=24, cols=80): return self.raw(50, struct.pack('<HH', rows, cols))
    def stdin(self, flags=1): return self.raw(51, bytes([flags]))

    def log(self, path, driver=1, max_size=0, max_file=1, attrs=''):
        return self.raw(52, struct.pack('<BQI', driver, max_size, max_file) + text(path) + text(attrs))

    def init(self): return self.raw(53)
    def exec_id(self, s): return self.raw(54, ztext(s))
    def umask(self, v): return self.raw(55, struct.pack('<I', v))

    def without(self, *tags):
        self.records = [r for r in self.records if r[0] not in tags]
        return self

    def encode(self):
        return b'GPLN' + struct.pack('<H', 1) + b''.join(struct.pack('<HI', t, len(v)) + v for t, v in self.records)


class Closed(Exception):
    pass


class Failed(Exception):
    def __init__(self, payload):
        self.step, self.errno = struct.unpack_from('<HI', payload)
        self.detail = payload[8:-1].decode(errors='replace')
        super().__init__('%s: %s: %s' % (STEPS[self.step], os.strerror(self.errno), self.detail))


class Connection:
    def __init__(self, path, hello=True):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(20)
        self.socket.connect(path)
        self.buffer = b''
        self.fds = []
        if hello:
            self.send(HELLO, struct.pack('<H', 1))
            kind, payload = self.receive()
            assert (kind, payload) == (HELLO, b'\1\0'), (kind, payload)

    def send(self, kind, payload=b''):
        self.socket.sendall(struct.pack('<IB', len(payload) + 1, kind) + payload)

    def more(self):
        data, fds, _, _ = socket.recv_fds(self.socket, 1 << 18, 4)
        self.fds += fds
        if not data:
            raise Closed()
        self.buffer += data

    def receive(self):
        while len(self.buffer) < 4 or len(self.buffer) < 4 + struct.unpack_from('<I', self.buffer)[0]:
            self.more()
        n = struct.unpack_from('<I', self.buffer)[0]
        frame, self.buffer = self.buffer[4:4 + n], self.buffer[4 + n:]
        return frame[0], frame[1:]

    def expect(self, *kinds):
        kind, payload = self.receive()
        if kind == FAILED and FAILED not in kinds:
            raise Failed(payload)
        assert kind in kinds, 'frame %d %r, expected %r' % (kind, payload, kinds)
        return payload

    def exit(self):
        """Waits for EXIT: (code, signal)."""
        return struct.unpack_from('<II', self.expect(EXIT))

    def streams(self):
        """Reads OUT and ERR to END or EXIT: (stdout, stderr, last kind, last payload)."""
        out, err = [], []
        while True:
            kind, payload = self.receive()
            if kind == OUT:
                out.append(payload)
            elif kind == ERR:
                err.append(payload)
            else:
                return b''.join(out), b''.join(err), kind, payload

    def at_end(self):
        try:
            while True:
                self.more()
        except (Closed, ConnectionResetError):
            return True

    def close(self):
        self.socket.close()


class Spawner:
    def __init__(self, binary, folder):
        self.path = os.path.join(folder, 'spawner.sock')
        self.process = subprocess.Popen([binary, 'spawner', self.path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        assert line == b'gantry-spawner 1\n', line

    def connect(self):
        return Connection(self.path)

    def stop(self):
        self.process.stdin.close()
        code = self.process.wait(10)
        self.process.stdout.close()
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class Container:
    """A started container: the start connection, and new ones to its shim."""
    def __init__(self, spawner, plan, run_folder, before_go=None):
        self.run_folder = run_folder
        self.connection = spawner.connect()
        self.connection.send(START, plan.encode())
        self.pid, self.ticks, self.shim, self.shim_ticks = struct.unpack('<IQIQ', self.connection.expect(CREATED))
        self.early = before_go(self) if before_go else None
        try:
            self.connection.send(GO)
        except BrokenPipeError:
            pass  # it failed meanwhile, and says so
        self.connection.expect(STARTED)

    def shim_connection(self):
        return Connection(os.path.join(self.run_folder, 'shim.sock'))

    def request(self, kind, payload, *expected):
        c = self.shim_connection()
        try:
            c.send(kind, payload)
            return c.expect(*expected)
        finally:
            c.close()

    def attach(self, flags=6):
        c = self.shim_connection()
        c.send(ATTACH, bytes([flags]))
        c.expect(ATTACHED)
        return c

    def signal(self, signo, target=''):
        self.request(SIGNAL, text(target) + struct.pack('<I', signo), OK)

    def exec(self, plan):
        c = self.shim_connection()
        c.send(EXEC, plan.encode())
        c.pid = struct.unpack_from('<I', c.expect(STARTED))[0]
        return c

    def exit(self):
        return self.connection.exit()
