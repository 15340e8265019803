package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.app.Role;
import dev.dateline.stream.StreamConfig;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMetricsEndpoint;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadsTest {
    @Test
    void thereIsAWorkloadForEachRole() {
        assertThat(Manifests.K8S
                        .resolve("base")
                        .toFile()
                        .list((folder, name) ->
                                Arrays.stream(Role.values()).anyMatch(role -> name.equals(name(role) + ".yaml"))))
                .hasSize(Role.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void probesAndPortAreThoseOfTheService(Role role) {
        Container container = container(role);

        assertThat(container.getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactly(
                        tuple("http", Properties.httpPort()), tuple("management", Properties.managementPort()));
        assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        assertThat(List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                .allSatisfy(probe ->
                        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management"));
    }

    /** Bare, the service listens to its own machine only. */
    @Test
    void theImageListensToOthers() throws IOException {
        assertThat(Files.readString(Path.of("deploy/image/Dockerfile")))
                .contains("QUARKUS_HTTP_HOST=0.0.0.0", "QUARKUS_MANAGEMENT_HOST=0.0.0.0")
                .contains("EXPOSE " + Properties.httpPort() + " " + Properties.managementPort());
    }

    @Test
    void metricsAreReachedOnTheManagementPortAndNowhereElse() {
        assertThat(Manifests.all(PodMonitor.class))
                .singleElement()
                .satisfies(monitor -> assertThat(monitor.getSpec().getPodMetricsEndpoints())
                        .extracting(PodMetricsEndpoint::getPort)
                        .containsExactly("management"));
        assertThat(Manifests.all(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().equals("dateline-scrape"))
                .singleElement()
                .satisfies(policy -> assertThat(
                                policy.getSpec().getIngress().get(0).getPorts())
                        .extracting(port -> port.getPort().getIntVal())
                        .containsExactly(Properties.managementPort()));
        assertThat(Manifests.read(Manifests.DEPLOY.resolve("prometheus/prometheus.yml")))
                .contains("dateline:" + Properties.managementPort());
    }

    @ParameterizedTest
    @EnumSource
    void theContainerCanDoNothingButItsWork(Role role) {
        PodSpec pod = pod(role);
        SecurityContext security = container(role).getSecurityContext();

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theGracePeriodIsLongerThanTheDrain(Role role) {
        Duration drain = Properties.mapping(StreamConfig.class).drainTimeout();

        assertThat(Duration.ofSeconds(pod(role).getTerminationGracePeriodSeconds()))
                .isGreaterThan(drain.plusSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void theHeapLeavesRoomInTheMemoryLimit(Role role) {
        Container container = container(role);
        Matcher heap = Pattern.compile("-Xmx(\\d+)m").matcher(env(container, "JAVA_TOOL_OPTIONS"));
        BigDecimal limit =
                Quantity.getAmountInBytes(container.getResources().getLimits().get("memory"));

        assertThat(heap.find()).isTrue();
        assertThat(Long.parseLong(heap.group(1)) << 20).isLessThanOrEqualTo(limit.longValueExact() / 2);
        assertThat(container.getResources().getRequests().get("memory"))
                .isEqualTo(container.getResources().getLimits().get("memory"));
    }

    @ParameterizedTest
    @EnumSource
    void theJavaOptionsAreUnderstood(Role role) throws Exception {
        ProcessBuilder java = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version");
        java.environment().put("JAVA_TOOL_OPTIONS", env(container(role), "JAVA_TOOL_OPTIONS"));

        assertThat(java.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void selectorsMeetTheLabelsOfTheRole(Role role) {
        Map<String, String> labels =
                Map.of("app.kubernetes.io/name", "dateline", "app.kubernetes.io/component", name(role));

        assertThat(workload(role).selector().getMatchLabels()).isEqualTo(labels);
        assertThat(Manifests.all(Service.class))
                .filteredOn(service -> service.getMetadata().getName().equals("dateline-" + name(role)))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.getSpec().getSelector()).isEqualTo(labels);
                    assertThat(service.getSpec()
                                    .getPorts()
                                    .get(0)
                                    .getTargetPort()
                                    .getStrVal())
                            .isEqualTo(role == Role.ENRICH ? "management" : "http");
                });
        assertThat(Manifests.all(PodDisruptionBudget.class))
                .filteredOn(budget -> budget.getMetadata().getName().equals("dateline-" + name(role)))
                .singleElement()
                .satisfies(budget -> assertThat(budget.getSpec().getSelector().getMatchLabels())
                        .isEqualTo(labels));
        assertThat(env(container(role), "DATELINE_ROLES")).isEqualTo(name(role));
    }

    @ParameterizedTest
    @EnumSource
    void theAccountIsThereAndHasNoToken(Role role) {
        assertThat(Manifests.all(ServiceAccount.class))
                .filteredOn(account ->
                        account.getMetadata().getName().equals(pod(role).getServiceAccountName()))
                .singleElement()
                .satisfies(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void storiesAreFoundUnderTheNameThatTheirPodHas() {
        StatefulSet stories = Manifests.one(Manifests.K8S.resolve("base/stories.yaml"), StatefulSet.class);
        Service named = Manifests.all(Service.class).stream()
                .filter(service ->
                        service.getMetadata().getName().equals(stories.getSpec().getServiceName()))
                .findFirst()
                .orElseThrow();
        String port = ":" + Properties.httpPort();

        assertThat(named.getSpec().getClusterIP()).isEqualTo("None");
        assertThat(env(container(Role.STORIES), "DATELINE_STORIES_ADVERTISED"))
                .isEqualTo("$(POD_NAME)." + named.getMetadata().getName() + ".$(POD_NAMESPACE).svc" + port);
        assertThat(env(container(Role.STORIES), "DATELINE_STREAM_INSTANCE")).isEqualTo("$(POD_NAME)");
        assertThat(env(container(Role.CONSOLE), "DATELINE_CONSOLE_STORIES_AT"))
                .isEqualTo(named.getMetadata().getName() + port);
    }

    @Test
    void theStateOfTheStoriesOutlivesItsPod() {
        StatefulSet stories = Manifests.one(Manifests.K8S.resolve("base/stories.yaml"), StatefulSet.class);
        String folder = env(container(Role.STORIES), "DATELINE_STORIES_STATE_DIR");

        assertThat(container(Role.STORIES).getVolumeMounts())
                .filteredOn(mount -> mount.getMountPath().equals(folder))
                .extracting(VolumeMount::getName)
                .isEqualTo(stories.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                        .toList());
    }

    @Test
    void aCopyOfTheStateHasAnInstanceToBeOn() {
        StatefulSet stories = Manifests.one(Manifests.K8S.resolve("base/stories.yaml"), StatefulSet.class);

        assertThat(Integer.parseInt(env(container(Role.STORIES), "DATELINE_STORIES_STANDBY_REPLICAS")))
                .isPositive()
                .isLessThan(stories.getSpec().getReplicas());
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** What a Deployment and a StatefulSet have in common. */
    private record Workload(LabelSelector selector, PodTemplateSpec template) {
        static Workload of(Object manifest) {
            if (manifest instanceof Deployment deployment) {
                return new Workload(
                        deployment.getSpec().getSelector(), deployment.getSpec().getTemplate());
            }
            StatefulSet set = (StatefulSet) manifest;
            return new Workload(set.getSpec().getSelector(), set.getSpec().getTemplate());
        }
    }

    private static Workload workload(Role role) {
        return Workload.of(Manifests.one(Manifests.K8S.resolve("base/" + name(role) + ".yaml"), Object.class));
    }

    private static PodSpec pod(Role role) {
        return workload(role).template().getSpec();
    }

    private static Container container(Role role) {
        return pod(role).getContainers().get(0);
    }

    private static String env(Container container, String name) {
        return container.getEnv().stream()
                .filter(each -> each.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
