// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 Gantry contributors
package org.gantry.engine.server.create;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.gantry.engine.api.container.ContainerSpec;
import org.gantry.engine.api.container.HostSpec;
import org.gantry.engine.api.container.MountSpec;
import org.gantry.engine.api.container.RestartPolicy;
import org.gantry.engine.server.route.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateReaderTest {
    private static ContainerSpec read(String json) {
        try {
            return CreateReader.read(new ObjectMapper().readTree(json), "web");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static HostSpec host(String hostConfig) {
        return read("{\"Image\":\"a\",\"HostConfig\":" + hostConfig + "}").host();
    }

    private static String refusal(String json) {
        return assertThrows(ApiException.class, () -> read(json)).getMessage();
    }

    /** What docker 28.2 sends for {@code docker run -it a} beside what is asked for: everything at its default. */
    @Test
    void theClientsDefaultsAreOurs() {
        ContainerSpec spec = read("""
                {"Hostname":"","Domainname":"","User":"","AttachStdin":true,"AttachStdout":true,"AttachStderr":true,"Tty":true,
                "OpenStdin":true,"StdinOnce":true,"Env":null,"Cmd":null,"Image":"a","Volumes":{},"WorkingDir":"","Entrypoint":null,
                "OnBuild":null,"Labels":{},"HostConfig":{"Binds":null,"ContainerIDFile":"","LogConfig":{"Type":"","Config":{}},
                "NetworkMode":"bridge","PortBindings":{},"RestartPolicy":{"Name":"no","MaximumRetryCount":0},"AutoRemove":false,
                "VolumeDriver":"","VolumesFrom":null,"ConsoleSize":[24,80],"CapAdd":null,"CapDrop":null,"CgroupnsMode":"","Dns":[],
                "DnsOptions":[],"DnsSearch":[],"ExtraHosts":null,"GroupAdd":null,"IpcMode":"","Cgroup":"","Links":null,"OomScoreAdj":0,
                "PidMode":"","Privileged":false,"PublishAllPorts":false,"ReadonlyRootfs":false,"SecurityOpt":null,"UTSMode":"",
                "UsernsMode":"","ShmSize":0,"Isolation":"","CpuShares":0,"Memory":0,"NanoCpus":0,"CgroupParent":"","BlkioWeight":0,
                "BlkioWeightDevice":[],"BlkioDeviceReadBps":[],"BlkioDeviceWriteBps":[],"BlkioDeviceReadIOps":[],
                "BlkioDeviceWriteIOps":[],"CpuPeriod":0,"CpuQuota":0,"CpuRealtimePeriod":0,"CpuRealtimeRuntime":0,"CpusetCpus":"",
                "CpusetMems":"","Devices":[],"DeviceCgroupRules":null,"DeviceRequests":null,"MemoryReservation":0,"MemorySwap":0,
                "MemorySwappiness":-1,"OomKillDisable":false,"PidsLimit":0,"Ulimits":[],"CpuCount":0,"CpuPercent":0,"IOMaximumIOps":0,
                "IOMaximumBandwidth":0,"MaskedPaths":null,"ReadonlyPaths":null},
                "NetworkingConfig":{"EndpointsConfig":{"bridge":{"IPAMConfig":null,"Links":null,"Aliases":null,"MacAddress":"",
                "DriverOpts":null,"NetworkID":"","EndpointID":"","Gateway":"","IPAddress":"","IPPrefixLen":0,"IPv6Gateway":"",
                "GlobalIPv6Address":"","GlobalIPv6PrefixLen":0,"DNSNames":null}}}}""");
        assertEquals("web", spec.name());
        assertTrue(spec.openStdin() && spec.stdinOnce() && spec.process().tty());
        assertNull(spec.process().command());
        assertNull(spec.process().entrypoint());
        assertEquals(HostSpec.DEFAULT, spec.host());
    }

    @Test
    void whatIsGivenArrives() {
        ContainerSpec spec = read("""
                {"image":"a:1","Cmd":"one","Entrypoint":["sh","-c"],"Env":["A=b","C"],"User":"1:2","WorkingDir":"/w","Labels":{"k":"v"},
                "StopSignal":"SIGINT","StopTimeout":3,"Hostname":"h","Domainname":"d","Volumes":{"/anon":{},"/data":{}},
                "HostConfig":{"Binds":["/src:/data:ro","cache:/cache"],"Tmpfs":{"/tmp":"size=1m"},"ReadonlyRootfs":true,
                "Mounts":[{"Type":"volume","Source":"v","Target":"/v","ReadOnly":true},
                {"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":4096,"Mode":511}}],
                "CapAdd":["NET_ADMIN"],"CapDrop":["ALL"],"SecurityOpt":["no-new-privileges","seccomp=unconfined","label=disable"],
                "RestartPolicy":{"Name":"on-failure","MaximumRetryCount":4},"CpuQuota":50000,"Memory":1048576,"MemorySwap":-1,
                "PidsLimit":9,"ExtraHosts":["a:1.2.3.4"],"Dns":["9.9.9.9"],"Init":true,"ShmSize":77,"GroupAdd":["audio"],
                "LogConfig":{"Type":"none","Config":{}},"NetworkMode":"host"}}""");
        assertEquals(List.of("one"), spec.process().command());
        assertEquals(List.of("sh", "-c"), spec.process().entrypoint());
        assertEquals(List.of("A=b", "C"), spec.process().env());
        assertEquals(Map.of("k", "v"), spec.labels());
        assertEquals(3, spec.stopTimeoutSeconds());
        HostSpec host = spec.host();
        assertEquals(List.of(new MountSpec(MountSpec.Type.BIND, "/src", "/data", true, ""),
                new MountSpec(MountSpec.Type.VOLUME, "cache", "/cache", false, ""),
                new MountSpec(MountSpec.Type.VOLUME, "v", "/v", true, ""),
                new MountSpec(MountSpec.Type.TMPFS, "", "/t", false, "size=4096,mode=777"),
                new MountSpec(MountSpec.Type.TMPFS, "", "/tmp", false, "size=1m"),
                new MountSpec(MountSpec.Type.VOLUME, "", "/anon", false, "")), host.mounts());
        assertEquals(new RestartPolicy(RestartPolicy.Mode.ON_FAILURE, 4), host.restart());
        assertEquals(500_000_000, host.limits().nanoCpus());
        assertEquals(-1, host.limits().memorySwap());
        assertEquals(9, host.limits().pids());
        assertTrue(host.security().noNewPrivileges() && host.security().seccompUnconfined() && host.security().readOnlyRoot());
        assertEquals(List.of("a:1.2.3.4"), host.hostnames());
        assertEquals("none", host.log().driver());
        assertEquals("host", host.networkMode());
        assertTrue(host.init());
    }

    @Test
    void anEmptyEntrypointTakesTheImagesAway() {
        assertEquals(List.of(), read("{\"Image\":\"a\",\"Entrypoint\":[\"\"]}").process().entrypoint());
        assertEquals(List.of(), read("{\"Image\":\"a\",\"Entrypoint\":[]}").process().entrypoint());
        assertEquals("none", read("{\"Image\":\"a\",\"NetworkDisabled\":true}").host().networkMode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"PortBindings\":{\"80/tcp\":[{\"HostPort\":\"80\"}]}}", "{\"PublishAllPorts\":true}",
        "{\"Devices\":[{\"PathOnHost\":\"/dev/fuse\"}]}", "{\"PidMode\":\"host\"}", "{\"IpcMode\":\"host\"}", "{\"MaskedPaths\":[]}",
        "{\"Ulimits\":[{\"Name\":\"nofile\"}]}", "{\"Sysctls\":{\"a\":\"b\"}}", "{\"OomScoreAdj\":1}", "{\"MemorySwappiness\":60}",
        "{\"SecurityOpt\":[\"seccomp={}\"]}", "{\"SecurityOpt\":[\"label=type:x\"]}", "{\"Runtime\":\"kata\"}",
        "{\"Mounts\":[{\"Type\":\"npipe\",\"Target\":\"/x\"}]}", "{\"Binds\":[\"/a:/b:rshared\"]}", "{\"memoryreservation\":5}"})
    void whatWouldSilentlyBeMissingIsRefused(String hostConfig) {
        String message = assertThrows(ApiException.class, () -> host(hostConfig)).getMessage();
        assertTrue(message.startsWith("Cannot create the container: ") && message.endsWith("not supported by this engine yet")
                || message.contains("bind, volume and tmpfs are"), message);
    }

    @Test
    void aRefusalNamesTheField() {
        assertEquals("Cannot create the container: publishing ports (HostConfig.PortBindings) is not supported by this engine yet",
                refusal("{\"Image\":\"a\",\"HostConfig\":{\"PortBindings\":{\"80/tcp\":null}}}"));
        assertTrue(refusal("{\"Image\":\"a\",\"Healthcheck\":{\"Test\":[\"CMD\",\"true\"]}}").contains("Healthcheck"));
        read("{\"Image\":\"a\",\"Healthcheck\":{\"Test\":[\"NONE\"]}}");
        assertTrue(refusal("{\"Image\":\"a\",\"NetworkingConfig\":{\"EndpointsConfig\":{\"n\":{\"IPAMConfig\":"
                + "{\"IPv4Address\":\"1.2.3.4\"}}}}}").contains("IPAMConfig.IPv4Address"));
    }

    @Test
    void nonsenseIsRefusedInDockersWords() {
        assertEquals("no image specified", refusal("{}"));
        assertTrue(refusal("{\"Image\":\"a\",\"Cmd\":{}}").startsWith("invalid JSON: "));
        assertEquals("can't create 'AutoRemove' container with restart policy",
                assertThrows(ApiException.class, () -> host("{\"AutoRemove\":true,\"RestartPolicy\":{\"Name\":\"always\"}}")).getMessage());
        assertTrue(assertThrows(ApiException.class, () -> host("{\"RestartPolicy\":{\"Name\":\"maybe\"}}")).getMessage()
                .startsWith("invalid restart policy: unknown policy 'maybe'"));
        assertEquals("Duplicate mount point: /a",
                assertThrows(ApiException.class, () -> host("{\"Binds\":[\"/x:/a\",\"/y:/a\"]}")).getMessage());
        assertThrows(ApiException.class, () -> host("{\"Binds\":[\"/x:relative\"]}"));
        assertThrows(ApiException.class, () -> host("{\"Binds\":[\"/x:/a:sometimes\"]}"));
        assertThrows(ApiException.class, () -> host("{\"Memory\":-5}"));
        assertThrows(ApiException.class, () -> host("{\"NanoCpus\":5,\"CpuQuota\":5}"));
        JsonNode list = new ObjectMapper().createArrayNode();
        assertThrows(ApiException.class, () -> CreateReader.read(list, ""));
    }
}
