# SPDX-License-Identifier: EPL-2.0
# Copyright (c) 2026 Gantry contributors
"""What a plan asks for is what the process finds: mounts, devices, names, user, limits, network."""
import os
import re
import socket
import struct

import launch
from fixture import NODEV, NOEXEC, NOSUID, RDONLY, Skip, needs_devices, read, remove_cgroups, shell, until
from launch import CLONE


def test_namespaces_are_new(w):
    mine = {os.readlink('/proc/self/ns/' + n) for n in ('cgroup', 'ipc', 'mnt', 'net', 'pid', 'time', 'uts')}
    theirs = w.output('ns').split()
    assert len(theirs) == 8 and not mine & set(theirs), theirs
    assert os.readlink('/proc/self/ns/user') in theirs


def test_first_process_is_pid_1_with_its_names(w):
    assert 'pid=1 ' in w.output('id')
    code, _, out, _ = w.run(w.plan('hostname').domainname('example.org'))
    assert out == b'box example.org\n', out


def test_default_devices_and_links(w):
    needs_devices()
    out = w.output('stat', '/dev/null', '/dev/full', '/dev/tty', '/dev/fd', '/dev/ptmx')
    assert out.splitlines()[0] == '/dev/null c 0666 0:0 1:3 0', out
    assert '/dev/full c 0666 0:0 1:7' in out and '/dev/tty c 0666 0:0 5:0' in out and '/dev/fd l' in out
    assert w.output('readlink', '/dev/ptmx') == 'pts/ptmx\n'


def test_device_owner_and_mode(w):
    needs_devices()
    p = w.plan('stat', '/dev/mine', '/srv/new/fifo').device('/dev/mine', 1, 5, 0o640, 7, 8).device('/srv/new/fifo', 0, 0, 0o600, type_='p')
    assert w.run(p)[2] == b'/dev/mine c 0640 7:8 1:5 0\n/srv/new/fifo p 0600 0:0 0:0 0\n'


def test_mount_table(w):
    rows = {}
    for line in w.output('mounts').splitlines():
        fields = line.split()
        rows[fields[4]] = (fields[5], fields[fields.index('-') + 1])
    assert rows['/'][1] == 'overlay' and rows['/proc'][1] == 'proc' and 'nosuid' in rows['/proc'][0]
    assert rows['/sys'][0].startswith('ro,') and rows['/dev/shm'][1] == 'tmpfs' and rows['/dev/mqueue'][1] == 'mqueue'
    assert rows['/proc/sys'][0].startswith('ro,') and rows['/proc/keys'][1] != 'proc'
    assert not [r for r in rows if r.startswith(w.folder)], rows


def test_masks_and_readonly_paths(w):
    needs_devices()
    assert read('/proc/keys') != b'' and w.output('cat', '/proc/keys') == '' and w.output('cat', '/proc/timer_list') == ''
    assert w.output('ls', '/sys/firmware') == ''
    assert w.run(w.plan('write', '/proc/sys/kernel/hostname', 'x'))[0] == 30
    assert w.run(w.plan('write', '/proc/irq/default_smp_affinity', '3'))[0] in (30, 2)


def test_writes_go_to_the_upper_layer(w):
    p = w.plan('write', '/etc/new', 'hello')
    assert w.run(p)[0] == 0
    assert read(p.folder + '/upper/etc/new') == b'hello' and not os.path.exists(w.layer + '/etc/new')


def test_many_layers_topmost_first(w):
    p = w.plan('cat', '/which', '/deep')
    p.without(10)
    for i in range(100):
        d = '%s/l%d' % (p.folder, i)
        os.mkdir(d)
        with open(d + ('/which' if i < 99 else '/deep'), 'w') as f:
            f.write('%d\n' % i)
        p.lower(d)
    p.lower(w.layer)
    assert w.run(p)[2] == b'0\n99\n'


def test_layer_paths_longer_than_fsconfig_takes(w):
    p = w.plan('cat', '/f')
    deep = p.folder + '/' + '/'.join(['d' * 100] * 3) + '/a:b,c\\d'
    os.makedirs(deep)
    with open(deep + '/f', 'w') as f:
        f.write('long')
    p.without(10).lower(deep).lower(w.layer)
    assert w.run(p)[2] == b'long'


def test_more_layer_paths_than_mount_takes(w):
    p = w.plan('true').without(10)
    for i in range(490):
        p.lower('/' + 'd' * 300)
    f = w.failure(p)
    assert (f.step, f.errno, f.detail) == (7, 7, 'layers'), f


def test_empty_part_of_the_search_path_is_the_workdir(w):
    p = w.plan().without(49).env('PATH=').workdir('/bin').argv('testinit', 'pwd')
    assert w.run(p)[2] == b'/bin\n'


def test_root_bind_and_readonly_root(w):
    p = w.plan('write', '/etc/x', 'y').without(10, 11, 12).root_bind(w.layer).root_readonly()
    assert w.run(p)[0] == 30
    assert w.run(w.plan('write', '/etc/x', 'y').root_readonly())[0] == 30
    assert w.run(w.plan('write', '/dev/shm/x', 'y').root_readonly())[0] == 0


def test_binds(w):
    d = w.new_folder()
    os.makedirs(d + '/volume/sub')
    with open(d + '/volume/sub/f', 'w') as f:
        f.write('content')
    p = w.plan('cat', '/data/sub/f', '/one/file', '/sub/f').bind(d + '/volume', '/data').bind(d + '/volume/sub/f', '/one/file')
    p.bind(d + '/volume', '/sub', subpath='sub')
    assert w.run(p)[2] == b'content' * 3
    assert w.run(w.plan('write', '/data/x', 'y').bind(d + '/volume', '/data', set_=RDONLY))[0] == 30
    assert w.run(w.plan('write', '/data/x', 'y').bind(d + '/volume', '/data'))[0] == 0
    assert read(d + '/volume/x') == b'y'
    f = w.failure(w.plan('true').bind(d + '/missing', '/data'))
    assert (f.step, f.errno) == (8, 2), f
    assert w.run(w.plan('true').bind(d + '/missing', '/data', flags=4))[0] == 0


def test_recursive_readonly_bind(w):
    d = w.new_folder()
    os.makedirs(d + '/v/inner')
    shell('mount', '-t', 'tmpfs', 'x', d + '/v/inner')
    try:
        assert w.run(w.plan('write', '/v/inner/x', 'y').bind(d + '/v', '/v', set_=RDONLY, flags=1))[0] == 30
        assert w.run(w.plan('write', '/v/inner/x', 'y').bind(d + '/v', '/v', flags=1))[0] == 0
        assert w.run(w.plan('stat', '/v/inner/x').bind(d + '/v', '/v'))[2] == b'/v/inner/x missing\n'
    finally:
        shell('umount', d + '/v/inner')


def test_slave_propagation_reaches_the_container(w):
    d = w.new_folder()
    os.makedirs(d + '/v/inner')
    shell('mount', '--bind', d + '/v', d + '/v')
    shell('mount', '--make-shared', d + '/v')
    try:
        c = w.start(w.plan('sleep', '30').bind(d + '/v', '/v', flags=1, propagation=0x80000))
        shell('mount', '-t', 'tmpfs', 'x', d + '/v/inner')
        assert ' /v/inner ' in open('/proc/%d/mountinfo' % c.pid).read()
        c.signal(9)
        c.exit()
        shell('umount', d + '/v/inner')
    finally:
        shell('umount', d + '/v')


def test_late_cgroup_mount_shows_the_container_only(w):
    p = w.plan('cat', '/sys/fs/cgroup/pids/cgroup.procs', '/proc/self/cgroup')
    folders = w.cgroup(p, 'pids')
    p.fs('cgroup', '/sys/fs/cgroup/pids', 'pids', NOSUID | NOEXEC | NODEV | RDONLY, flags=2)
    try:
        code, _, out, err = w.run(p)
        lines = out.decode().splitlines()
        assert lines[0] == '1', (out, err)
        assert [l for l in lines if re.search(':pids:/$', l)], lines
    finally:
        remove_cgroups(folders)


def test_user_group_and_home(w):
    assert w.output('id').startswith('uid=0 euid=0 gid=0 egid=0 groups=0 ')
    assert b'uid=1000 euid=1000 gid=1001 egid=1001 groups=29,1001 ' in w.run(w.plan('id').user('jane'))[2]
    assert b'uid=1000 euid=1000 gid=44 egid=44 groups=44 ' in w.run(w.plan('id').user('1000:video'))[2]
    assert b'groups=29,44,1001,4711 ' in w.run(w.plan('id').user('jane').group('video').group('4711'))[2]
    assert w.run(w.plan('env', 'HOME').user('jane'))[2] == b'/home/jane\n'
    assert w.run(w.plan('env', 'HOME').user('12345'))[2] == b'/\n'
    assert w.run(w.plan('env', 'HOME').user('jane').env('HOME=/x'))[2] == b'/x\n'
    f = w.failure(w.plan('id').user('nobody-here'))
    assert (f.step, f.errno, f.detail) == (20, 2, 'nobody-here'), f


def test_user_may_reopen_its_stdout(w):
    assert w.run(w.plan('write', '/dev/stdout', 'x').user('jane'))[:3] == (0, 0, b'x')


def test_workdir_is_made_and_umask(w):
    p = w.plan('pwd').workdir('/srv/deep/folder').user('jane')
    assert w.run(p)[2] == b'/srv/deep/folder\n'
    st = os.stat(p.folder + '/upper/srv/deep/folder')
    assert (st.st_uid, st.st_mode & 0o777) == (0, 0o755)
    assert b'umask=0022' in w.run(w.plan('id'))[2] and b'umask=0077' in w.run(w.plan('id').umask(0o77))[2]


def test_rlimits_and_oom_score(w):
    out = w.run(w.plan('rlimits').rlimit(7, 100, 200).rlimit(4, 0, 0))[2].decode().splitlines()
    assert out[7] == '7 100 200' and out[4] == '4 0 0', out
    assert w.run(w.plan('cat', '/proc/self/oom_score_adj').oom(500))[2] == b'500\n'


def caps(out):
    return {k: int(v, 16) for k, v in re.findall(r'^(\w+):\s+([0-9a-f]+)$', out.decode(), re.M)}


def test_capabilities_of_root_and_user(w):
    d = launch.DEFAULT_CAPS
    assert caps(w.run(w.plan('caps'))[2]) == {'CapInh': 0, 'CapPrm': d, 'CapEff': d, 'CapBnd': d, 'CapAmb': 0, 'NoNewPrivs': 0, 'Seccomp': 0}
    c = caps(w.run(w.plan('caps').user('jane').no_new_privs())[2])
    assert (c['CapPrm'], c['CapEff'], c['CapBnd'], c['NoNewPrivs']) == (0, 0, d, 1), c
    p = w.plan('caps').user('jane').without(42)
    c = caps(w.run(p.caps(d, d, d, 0x400, 0x400))[2])
    assert (c['CapPrm'], c['CapAmb'], c['CapInh']) == (0x400, 0x400, 0x400), c
    c = caps(w.run(w.plan('caps').without(42).caps(0))[2])
    assert (c['CapPrm'], c['CapBnd']) == (0, 0), c


SYS_KEYCTL = 250


def deny(number):
    """A filter that answers one system call with EPERM + 41 and allows all others."""
    return b''.join(struct.pack('<HBBI', *i) for i in ((0x20, 0, 0, 0), (0x15, 0, 1, number), (6, 0, 0, 0x50000 | 42), (6, 0, 0, 0x7fff0000)))


def test_seccomp_with_and_without_no_new_privs(w):
    for change in (lambda p: p, lambda p: p.no_new_privs(), lambda p: p.user('jane'), lambda p: p.user('jane').no_new_privs(), lambda p: p.init()):
        out = w.run(change(w.plan('syscall', 'keyctl', 'getpid').seccomp(deny(SYS_KEYCTL))))[2]
        assert out == b'keyctl errno 42\ngetpid ok\n', out
    c = caps(w.run(w.plan('caps').seccomp(deny(SYS_KEYCTL)))[2])
    assert c['Seccomp'] == 2 and c['CapEff'] == launch.DEFAULT_CAPS, c


def nlmsg(kind, flags, body):
    return struct.pack('<IHHII', 16 + len(body), kind, flags, 0, 0) + body


def attr(kind, data):
    return struct.pack('<HH', 4 + len(data), kind) + data + b'\0' * (-len(data) % 4)


def link_up():
    return nlmsg(16, 0, struct.pack('<BBHiII', 0, 0, 0, 0, 1, 1))


def test_netlink_lo_up_and_address(w):
    p = w.plan('sleep', '60').netlink(link_up(), 'lo', 20)
    address = socket.inet_aton('10.9.8.7')
    p.netlink(nlmsg(20, 0x600, struct.pack('<BBBBI', 2, 24, 0, 0, 0) + attr(2, address) + attr(1, address)), 'lo', 20)
    p.sysctl('net/ipv4/ip_default_ttl', '77')
    c = w.start(p)
    server = c.exec(w.exec_plan('server', 'listen', '8080'))
    assert server.expect(launch.OUT) == b'ready\n'
    x = c.exec(w.exec_plan('e1', 'cat', '/proc/sys/net/ipv4/ip_default_ttl'))
    assert x.streams()[0] == b'77\n'
    x = c.exec(w.exec_plan('e2', 'connect', '10.9.8.7', '8080', 'hello'))
    assert x.streams()[0] == b'hello'
    c.signal(9)
    c.exit()


def test_sysctl_is_the_containers_own(w):
    before = read('/proc/sys/kernel/shmmni')
    assert w.run(w.plan('cat', '/proc/sys/kernel/shmmni').sysctl('kernel/shmmni', '123'))[2] == b'123\n'
    assert read('/proc/sys/kernel/shmmni') == before
    f = w.failure(w.plan('true').sysctl('net/no/such', '1'))
    assert (f.step, f.errno, f.detail) == (17, 2, 'net/no/such'), f


def test_netlink_errors_are_reported(w):
    f = w.failure(w.plan('true').sysctl('kernel/shmmni', '123').netlink(link_up(), 'eth7', 20))
    assert (f.step, f.errno, f.detail) == (16, 19, '1'), f


def test_veth_moved_in_before_go(w):
    name = 'gt%d' % (os.getpid() % 100000)
    # In a network namespace of its own, never in the host's.
    if os.system('unshare -n true') != 0:
        raise Skip('unshare -n does not work')

    def wire(c):
        shell('nsenter', '--net=/proc/%d/ns/net' % c.pid, 'ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0')
        return c.attach()
    if os.system('command -v ip >/dev/null') != 0:
        raise Skip('no ip command')
    c = w.start(w.plan('links').netlink(link_up(), 'eth0', 20), wire)
    out = c.early.streams()[0]
    assert b'eth0:' in out and c.exit() == (0, 0), out


def test_joining_namespaces_of_another_container(w):
    a = w.start(w.plan('sleep', '60'))
    p = w.plan('ns').without(3, 30).namespaces(CLONE['mnt'] | CLONE['uts'] | CLONE['cgroup'] | CLONE['time'])
    p.join(CLONE['net'], a.pid, a.ticks).join(CLONE['ipc'], path='/proc/%d/ns/ipc' % a.pid).join(CLONE['pid'], a.pid, a.ticks)
    out = w.run(p)[2].decode().split()
    for n in ('net', 'ipc', 'pid'):
        assert os.readlink('/proc/%d/ns/%s' % (a.pid, n)) in out, (n, out)
    p = w.plan('ns').without(3, 30).namespaces(CLONE['mnt']).join(CLONE['net'], a.pid, a.ticks + 1)
    f = w.failure(p)
    assert (f.step, f.errno) == (4, 3), f
    a.signal(9)
    a.exit()


def test_host_pid_namespace_is_cleaned_through_the_cgroup(w):
    p = w.plan('exit', '5').without(3).namespaces(launch.ALL_NAMESPACES & ~CLONE['pid'])
    folders = w.cgroup(p, 'pids')
    try:
        c = w.start(p.without(48).argv('testinit', 'trap-exit', '5'), lambda c: c.attach())
        c.early.expect(launch.OUT)
        x = c.exec(w.exec_plan('e', 'sleep', '60').cgroup(3, folders[0]))
        c.signal(15)
        assert c.exit() == (5, 0)
        assert x.exit() == (137, 9)
        until(lambda: read(folders[0] + '/cgroup.procs') == b'')
    finally:
        remove_cgroups(folders)


def test_user_namespace(w):
    needs_devices()
    p = w.plan('id')
    p.without(3, 22, 10, 11, 12).namespaces(launch.ALL_NAMESPACES | CLONE['user']).uid_map(0, 100000, 65536).gid_map(0, 100000, 65536)
    p.root_bind(w.layer)
    os.chmod(w.folder, 0o755)
    for d in (p.folder, p.run):
        os.chmod(d, 0o755)
    for name in ('null', 'zero'):
        p.bind('/dev/' + name, '/dev/' + name)
    c = w.start(p, lambda c: (c.attach(), read('/proc/%d/uid_map' % c.pid).split()))
    assert c.early[1] == [b'0', b'100000', b'65536']
    out, err, _, _ = c.early[0].streams()
    assert out.startswith(b'uid=0 euid=0 gid=0'), (out, err)
    assert c.exit() == (0, 0)
