# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""The world container tests run in: a layer with the test payload, a spawner, plans with Docker's defaults."""
import os
import shutil
import subprocess
import tempfile
import time

import launch
from launch import Container, Plan

RDONLY, NOSUID, NODEV, NOEXEC, STRICTATIME = 1, 2, 4, 8, 0x20
CGROUPS = '/sys/fs/cgroup'
# In a user namespace no device can be made and no cgroup of the host's be changed.
ROOTLESS = open('/proc/self/uid_map').read().split() != ['0', '0', '4294967295']


class Skip(Exception):
    pass


def needs_devices():
    if ROOTLESS:
        raise Skip('a user namespace can make no devices and map no further ids')


class World:
    def __init__(self, binary, payload):
        self.folder = tempfile.mkdtemp(prefix='gantry-native-test-')
        self.binary = binary
        self.payload = payload
        self.layer = os.path.join(self.folder, 'layer')
        self.count = 0
        for d in ('bin', 'etc', 'proc', 'sys', 'dev', 'tmp', 'home/jane'):
            os.makedirs(os.path.join(self.layer, d))
        shutil.copy2(payload, os.path.join(self.layer, 'bin/testinit'))
        os.chmod(os.path.join(self.layer, 'bin/testinit'), 0o755)
        self.write('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\njane:x:1000:1001:Jane:/home/jane:/bin/sh\n')
        self.write('etc/group', 'root:x:0:\njane:x:1001:\naudio:x:29:jane,bob\nvideo:x:44:bob\n')
        self.write('bin/not-executable', 'text', 0o644)
        self.write('bin/bad-format', '\x7fnot a program', 0o755)
        self.spawner = launch.Spawner(binary, self.folder)

    def write(self, path, content, mode=0o644):
        full = os.path.join(self.layer, path)
        with open(full, 'w') as f:
            f.write(content)
        os.chmod(full, mode)

    def new_folder(self):
        self.count += 1
        d = os.path.join(self.folder, 'c%d' % self.count)
        for sub in ('run', 'upper', 'work'):
            os.makedirs(os.path.join(d, sub))
        os.chmod(os.path.join(d, 'run'), 0o700)
        return d

    def plan(self, *argv, tty=False):
        """A plan with what Docker gives a container by default, without a network."""
        d = self.new_folder()
        p = Plan()
        p.folder = d
        p.run = os.path.join(d, 'run')
        p.log_path = os.path.join(d, 'log')
        p.id('test-%d' % self.count).run_folder(p.run).namespaces(launch.ALL_NAMESPACES)
        p.lower(self.layer).upper(d + '/upper').work(d + '/work')
        p.fs('proc', '/proc', attr=NOSUID | NOEXEC | NODEV)
        p.fs('tmpfs', '/dev', 'mode=755,size=65536k', NOSUID | STRICTATIME)
        p.fs('devpts', '/dev/pts', 'newinstance,ptmxmode=0666,mode=0620,gid=5', NOSUID | NOEXEC)
        p.fs('sysfs', '/sys', attr=NOSUID | NOEXEC | NODEV | RDONLY)
        p.fs('tmpfs', '/sys/fs/cgroup', 'mode=755,size=64k', NOSUID | NOEXEC | NODEV)
        p.fs('mqueue', '/dev/mqueue', attr=NOSUID | NOEXEC | NODEV)
        p.fs('tmpfs', '/dev/shm', 'mode=1777,size=65536k', NOSUID | NOEXEC | NODEV)
        for name, major, minor in (('null', 1, 3), ('zero', 1, 5), ('full', 1, 7), ('random', 1, 8), ('urandom', 1, 9), ('tty', 5, 0)):
            if ROOTLESS:
                p.bind('/dev/' + name, '/dev/' + name)
            else:
                p.device('/dev/' + name, major, minor)
        for target, path in (('/proc/self/fd', '/dev/fd'), ('/proc/self/fd/0', '/dev/stdin'), ('/proc/self/fd/1', '/dev/stdout'),
                             ('/proc/self/fd/2', '/dev/stderr'), ('pts/ptmx', '/dev/ptmx')):
            p.symlink(target, path)
        for path in ('/proc/acpi', '/proc/asound', '/proc/interrupts', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/sched_debug',
                     '/proc/scsi', '/proc/timer_list', '/proc/timer_stats', '/sys/devices/virtual/powercap', '/sys/firmware'):
            p.mask(path)
        for path in ('/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'):
            p.readonly(path)
        p.hostname('box').caps(launch.DEFAULT_CAPS).env('PATH=/usr/bin:/bin').log(p.log_path)
        if tty:
            p.tty()
        return p.argv('testinit', *argv) if argv else p

    def exec_plan(self, exec_id, *argv):
        p = Plan().exec_id(exec_id).caps(launch.DEFAULT_CAPS).env('PATH=/usr/bin:/bin')
        return p.argv('testinit', *argv) if argv else p

    def start(self, plan, before_go=None):
        return Container(self.spawner, plan, plan.run, before_go)

    def run(self, plan):
        """Runs to the end, attached from the first byte: (code, signal, stdout, stderr)."""
        c = self.start(plan, lambda c: c.attach(6))
        out, err, kind, _ = c.early.streams()
        assert kind == launch.END, kind
        code, signal = c.exit()
        c.connection.close()
        c.early.close()
        return code, signal, out, err

    def output(self, *argv):
        code, _, out, err = self.run(self.plan(*argv))
        assert code == 0, (code, out, err)
        return out.decode()

    def failure(self, plan):
        """Starts what cannot start; returns the Failed. Nothing may be left behind."""
        try:
            c = self.start(plan)
        except launch.Failed as f:
            assert os.listdir(plan.run) == [], os.listdir(plan.run)
            return f
        c.connection.close()
        raise AssertionError('it started')

    def cgroup(self, plan, *controllers):
        """Adds cgroup records for a folder of this test; returns the folders."""
        folders = []
        for controller in controllers:
            parent = os.path.join(CGROUPS, controller)
            if ROOTLESS:
                raise Skip('no cgroups of its own in a user namespace')
            if not os.path.exists(os.path.join(parent, 'cgroup.procs')):
                raise Skip('no cgroup v1 %s controller' % controller)
            folder = os.path.join(parent, 'gantry-test-%d-%d' % (os.getpid(), self.count))
            folders.append(folder)
            plan.cgroup(1, folder)
        for folder in folders:
            plan.cgroup(3, folder)
        return folders

    def close(self):
        code = self.spawner.stop()
        assert not os.path.exists(self.spawner.path)
        assert code == 0, code
        mounts = [line.split()[4] for line in open('/proc/self/mountinfo')]
        left = [m for m in mounts if m.startswith(self.folder)]
        assert not left, left
        shutil.rmtree(self.folder)


def remove_cgroups(folders):
    for folder in folders:
        for _ in range(200):
            try:
                os.rmdir(folder)
                break
            except FileNotFoundError:
                break
            except OSError:
                time.sleep(0.01)


def until(condition, seconds=5):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.005)
    raise AssertionError('it did not happen within %s s' % seconds)


def read(path):
    with open(path, 'rb') as f:
        return f.read()


def alive(pid):
    try:
        with open('/proc/%d/stat' % pid) as f:
            return f.read().rpartition(')')[2].split()[0] not in 'ZX'
    except (FileNotFoundError, ProcessLookupError):
        return False


def shell(*args):
    return subprocess.run(args, check=True, capture_output=True, text=True).stdout
