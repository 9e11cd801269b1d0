// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.product.tests.machine;

/** A user without rights, and a group, both made for a test and deleted with it. */
public final class TestUser implements AutoCloseable {
    private final String name = "gptest" + ProcessHandle.current().pid();
    private final String group = name + "g";

    public TestUser() {
        Needs.commands("useradd", "userdel", "groupadd", "groupdel", "setpriv");
        close();
        Command.of("groupadd", "--system", group).run().expect(0);
        Command.of("useradd", "--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", name).run().expect(0);
    }

    /** The group, which the user is not in. */
    public String group() {
        return group;
    }

    /** Words before a command that make it this user's. */
    public String[] alone() {
        return new String[] {"setpriv", "--reuid", name, "--regid", name, "--clear-groups"};
    }

    /** Words before a command that make it this user's, as a member of the group. */
    public String[] inGroup() {
        return new String[] {"setpriv", "--reuid", name, "--regid", name, "--groups", group};
    }

    @Override
    public void close() {
        Command.of("userdel", name).run();
        Command.of("groupdel", group).run();
    }
}
