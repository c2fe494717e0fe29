package dev.tidemark.scheduling.quartz;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.RunHistory;
import dev.tidemark.storage.run.RunTicket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quartz.JobBuilder;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/** Requests runs on demand. */
@ApplicationScoped
public class RunRequests {

    /** Above the default priority of Quartz (5): runs on demand take precedence over scheduled ones. */
    private static final int PRIORITY = 10;

    private static final Logger LOG = Logger.getLogger(RunRequests.class.getName());

    private final RunHistory history;
    private final SchedulerLifecycle lifecycle;
    private final ScheduleSettings settings;
    private final Clock clock;

    @Inject
    public RunRequests(RunHistory history, SchedulerLifecycle lifecycle, ScheduleSettings settings, Clock clock) {
        this.history = history;
        this.lifecycle = lifecycle;
        this.settings = settings;
        this.clock = clock;
    }

    /** The location of this node: the default for requests without a location. */
    public LocationName nodeLocation() {
        return settings.location();
    }

    /**
     * Queues a run of the probe at the location, ahead of scheduled runs. A node of that location starts it at once, or within
     * seconds if it is another node.
     */
    public RunId request(ProbeId probe, LocationName location) {
        Optional<RunTicket> ticket = Optional.empty();
        while (ticket.isEmpty()) {
            ticket = history.claim(new Slot(probe, location, clock.instant().truncatedTo(ChronoUnit.MILLIS)), true);
        }
        RunId run = ticket.get().run();
        if (location.equals(settings.location())) {
            lifecycle.running().ifPresent(scheduler -> enqueue(scheduler, run));
        }
        return run;
    }

    /** Schedules a queued run in Quartz, unless it is already scheduled. */
    void enqueue(Scheduler scheduler, RunId run) {
        try {
            scheduler.scheduleJob(
                    JobBuilder.newJob(RequestedRunJob.class)
                            .withIdentity(RequestedRunJob.keyOf(run))
                            .requestRecovery()
                            .build(),
                    TriggerBuilder.newTrigger()
                            .withIdentity(run.toString(), RequestedRunJob.GROUP)
                            .withPriority(PRIORITY)
                            .startNow()
                            .build());
        } catch (ObjectAlreadyExistsException e) {
            LOG.finest(() -> "Run " + run + " is already scheduled in Quartz");
        } catch (SchedulerException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "Run " + run + " could not be handed to Quartz and stays queued; retrying in a few seconds");
        }
    }
}
