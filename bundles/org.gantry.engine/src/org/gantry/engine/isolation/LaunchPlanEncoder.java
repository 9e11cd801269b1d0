// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.isolation;

/**
 * Writes plans in the launcher's binary format, version 1. Source: {@code native/PROTOCOL.md}, section 3; the file
 * {@code native/testdata/plan-v1.bin} pins it for both sides.
 */
public final class LaunchPlanEncoder {
    private static final int CONTAINER_ID = 1;
    private static final int RUN_FOLDER = 2;
    private static final int NAMESPACES = 3;
    private static final int JOIN = 4;
    private static final int UID_MAP = 5;
    private static final int GID_MAP = 6;
    private static final int LOWER = 10;
    private static final int UPPER = 11;
    private static final int WORK = 12;
    private static final int OVERLAY_OPTION = 13;
    private static final int ROOT_BIND = 14;
    private static final int ROOT_READONLY = 15;
    private static final int MOUNT_FS = 20;
    private static final int MOUNT_BIND = 21;
    private static final int DEVICE = 22;
    private static final int SYMLINK = 23;
    private static final int MASK = 24;
    private static final int READONLY = 25;
    private static final int HOSTNAME = 30;
    private static final int DOMAINNAME = 31;
    private static final int SYSCTL = 32;
    private static final int NETLINK = 33;
    private static final int LOG = 52;
    private static final int INIT = 53;
    private static final int EXEC_ID = 54;

    private static final int RECURSIVE = 1;
    private static final int LATE = 2;
    private static final int OPTIONAL = 4;
    private static final int JSON_FILE = 1;

    private LaunchPlanEncoder() {
    }

    /**
     * @return a START frame's payload
     * @throws org.gantry.engine.api.error.EngineException INVALID_PARAMETER when a text has a NUL or the whole is too large
     */
    public static byte[] encode(LaunchPlan plan) {
        PlanBuffer out = new PlanBuffer();
        ProcessPlanEncoder process = new ProcessPlanEncoder(out);
        process.header();
        process.text(CONTAINER_ID, plan.containerId());
        process.text(RUN_FOLDER, plan.runFolder());
        out.begin(NAMESPACES).u32(Namespace.bits(plan.namespaces())).end();
        for (NamespaceJoin join : plan.joins()) {
            out.begin(JOIN).u32(join.kind().bit()).u32(join.pid()).u64(join.startTicks()).string(join.path()).end();
        }
        idMap(out, UID_MAP, plan.uidMap());
        idMap(out, GID_MAP, plan.gidMap());
        root(process, plan.root());
        process.flag(ROOT_READONLY, plan.rootReadOnly());
        for (PlannedMount mount : plan.mounts()) {
            mount(out, mount);
        }
        for (DeviceNode device : plan.devices()) {
            out.begin(DEVICE).u8(device.type()).u32(device.major()).u32(device.minor()).u32(device.mode()).u32(device.uid())
                    .u32(device.gid()).string(device.path()).end();
        }
        for (SymbolicLink link : plan.links()) {
            out.begin(SYMLINK).string(link.target()).string(link.path()).end();
        }
        process.texts(MASK, plan.masked());
        process.texts(READONLY, plan.readOnly());
        process.optionalText(HOSTNAME, plan.hostname());
        process.optionalText(DOMAINNAME, plan.domainname());
        for (KernelSetting setting : plan.settings()) {
            setting(out, setting);
        }
        process.cgroups(plan.cgroups());
        process.process(plan.process());
        if (plan.log() != null) {
            out.begin(LOG).u8(JSON_FILE).u64(plan.log().maxSize()).u32(plan.log().maxFiles()).string(plan.log().path())
                    .string(plan.log().attributes()).end();
        }
        process.flag(INIT, plan.init());
        process.umask(plan.process());
        return out.toBytes();
    }

    /**
     * @return an EXEC frame's payload
     * @throws org.gantry.engine.api.error.EngineException as {@link #encode(LaunchPlan)}
     */
    public static byte[] encode(ExecPlan plan) {
        PlanBuffer out = new PlanBuffer();
        ProcessPlanEncoder process = new ProcessPlanEncoder(out);
        process.header();
        process.cgroups(plan.cgroups());
        process.process(plan.process());
        process.text(EXEC_ID, plan.execId());
        process.umask(plan.process());
        return out.toBytes();
    }

    private static void idMap(PlanBuffer out, int tag, Iterable<IdMapping> map) {
        for (IdMapping range : map) {
            out.begin(tag).u32(range.inside()).u32(range.outside()).u32(range.count()).end();
        }
    }

    private static void root(ProcessPlanEncoder out, RootFilesystem root) {
        switch (root) {
            case RootFilesystem.Overlay overlay -> {
                out.texts(LOWER, overlay.lower());
                out.optionalText(UPPER, overlay.upper());
                out.optionalText(WORK, overlay.work());
                out.texts(OVERLAY_OPTION, overlay.options());
            }
            case RootFilesystem.Folder folder -> out.text(ROOT_BIND, folder.folder());
        }
    }

    private static void mount(PlanBuffer out, PlannedMount mount) {
        switch (mount) {
            case PlannedMount.Filesystem fs -> out.begin(MOUNT_FS).u32((fs.late() ? LATE : 0) | (fs.optional() ? OPTIONAL : 0))
                    .u64(fs.attributes()).string(fs.type()).string(fs.source()).string(fs.target()).string(fs.data()).end();
            case PlannedMount.Bind bind -> out.begin(MOUNT_BIND)
                    .u32((bind.recursive() ? RECURSIVE : 0) | (bind.optional() ? OPTIONAL : 0)).u64(bind.setAttributes())
                    .u64(bind.clearAttributes()).u32(bind.propagation()).string(bind.source()).string(bind.subpath())
                    .string(bind.target()).end();
        }
    }

    private static void setting(PlanBuffer out, KernelSetting setting) {
        switch (setting) {
            case KernelSetting.Sysctl sysctl -> out.begin(SYSCTL).string(sysctl.name()).string(sysctl.value()).end();
            case KernelSetting.Netlink netlink -> out.begin(NETLINK).string(netlink.interfaceName()).u16(netlink.indexOffset())
                    .raw(netlink.message()).end();
        }
    }
}
