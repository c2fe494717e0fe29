package dev.tidemark.web.dashboard;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * MicroProfile Health on the port of the product, because the server exposes it on its management port only. Format:
 * https://download.eclipse.org/microprofile/microprofile-health-4.0.1/
 */
@WebServlet(
        name = "health",
        urlPatterns = {"/health", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Instance<HealthCheck> checks;

    @Inject
    public HealthServlet(@Any Instance<HealthCheck> checks) {
        this.checks = checks;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HealthCheckResponse> answers = new ArrayList<>();
        if (!request.getServletPath().endsWith("/ready")) {
            checks.select(Liveness.Literal.INSTANCE).forEach(check -> answers.add(ask(check)));
        }
        if (!request.getServletPath().endsWith("/live")) {
            checks.select(Readiness.Literal.INSTANCE).forEach(check -> answers.add(ask(check)));
        }
        boolean up = answers.stream().allMatch(answer -> answer.getStatus() == Status.UP);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(document(up, answers));
    }

    /** A check that throws counts as down. */
    private static HealthCheckResponse ask(HealthCheck check) {
        try {
            return check.call();
        } catch (RuntimeException failed) {
            return HealthCheckResponse.named(check.getClass().getSimpleName())
                    .down()
                    .withData("reason", String.valueOf(failed.getMessage()))
                    .build();
        }
    }

    private static JsonObject document(boolean up, List<HealthCheckResponse> answers) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        answers.forEach(answer -> list.add(entry(answer)));
        return Json.createObjectBuilder()
                .add("status", up ? "UP" : "DOWN")
                .add("checks", list)
                .build();
    }

    private static JsonObject entry(HealthCheckResponse answer) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        answer.getData().ifPresent(facts -> facts.forEach((name, value) -> data.add(name, String.valueOf(value))));
        JsonObject facts = data.build();
        JsonObjectBuilder entry = Json.createObjectBuilder()
                .add("name", answer.getName())
                .add("status", answer.getStatus().name());
        return (facts.isEmpty() ? entry : entry.add("data", facts)).build();
    }
}
