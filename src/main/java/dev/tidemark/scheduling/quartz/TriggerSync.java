package dev.tidemark.scheduling.quartz;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.scheduling.timetable.Timetable;
import dev.tidemark.storage.run.RunHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Synchronizes the triggers of Quartz with the catalog, and recreates stuck ones: after database errors a trigger
 * can stay acquired indefinitely (<a href="https://github.com/quartz-scheduler/quartz/issues/1516">quartz#1516</a>).
 */
@ApplicationScoped
public class TriggerSync {

    /** Quartz recovers a misfired trigger within about a minute; one that is overdue by more than this is stuck. */
    private static final Duration STUCK_AFTER = Duration.ofMinutes(3);

    private static final Logger LOG = Logger.getLogger(TriggerSync.class.getName());

    private final ProbeCatalog catalog;
    private final RunHistory history;
    private final RunRequests requests;
    private final ScheduleSettings settings;
    private final Clock clock;
    private final Map<ProbeId, Instant> scheduledSince = new ConcurrentHashMap<>();

    @Inject
    public TriggerSync(
            ProbeCatalog catalog, RunHistory history, RunRequests requests, ScheduleSettings settings, Clock clock) {
        this.catalog = catalog;
        this.history = history;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /** One pass over all definitions; correct triggers are left unchanged. */
    void sync(Scheduler scheduler) throws SchedulerException {
        Set<JobKey> wanted = new HashSet<>();
        for (CatalogEntry entry : catalog.all()) {
            if (isServedHere(entry.probe())) {
                wanted.add(SlotJob.keyOf(entry.probe().id()));
                ensure(scheduler, entry.probe());
            }
        }
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(SlotJob.GROUP))) {
            if (!wanted.contains(key)) {
                scheduler.deleteJob(key);
            }
        }
    }

    boolean isServedHere(Probe probe) {
        return probe.enabled() && probe.locations().contains(settings.location());
    }

    private void ensure(Scheduler scheduler, Probe probe) throws SchedulerException {
        JobKey key = SlotJob.keyOf(probe.id());
        Trigger present = scheduler.getTrigger(triggerKey(key));
        if (!hasNext(probe)) {
            scheduler.deleteJob(key);
        } else if (present == null) {
            create(scheduler, probe);
        } else if (!signature(probe).equals(present.getDescription())) {
            scheduler.rescheduleJob(present.getKey(), trigger(key, probe));
            scheduledSince.put(probe.id(), clock.instant());
        } else {
            scheduledSince.putIfAbsent(probe.id(), present.getStartTime().toInstant());
            renewIfStuck(scheduler, probe, present);
        }
    }

    private void renewIfStuck(Scheduler scheduler, Probe probe, Trigger present) throws SchedulerException {
        if (isStuck(scheduler, present)) {
            LOG.warning(() -> "The trigger of probe " + probe.id() + " was stuck and has been recreated");
            scheduler.deleteJob(present.getJobKey());
            create(scheduler, probe);
        }
    }

    /**
     * Since when the probe has been scheduled here at its present times; empty if unknown. Earlier slots had other times: a change
     * of the definition or a new version of Tidemark moved them.
     */
    Optional<Instant> scheduledSince(ProbeId probe) {
        return Optional.ofNullable(scheduledSince.get(probe));
    }

    /** False after the last year of a cron expression: Quartz rejects a trigger that never fires. */
    private boolean hasNext(Probe probe) {
        return new Timetable(probe.cadence(), probe.id(), settings.location())
                .next(clock.instant())
                .isPresent();
    }

    private String signature(Probe probe) {
        return SlotTrigger.signature(probe.cadence(), probe.id(), settings.location());
    }

    private boolean isStuck(Scheduler scheduler, Trigger trigger) throws SchedulerException {
        boolean overdue = trigger.getNextFireTime() != null
                && trigger.getNextFireTime().toInstant().plus(STUCK_AFTER).isBefore(clock.instant());
        return overdue || scheduler.getTriggerState(trigger.getKey()) == Trigger.TriggerState.ERROR;
    }

    /** A probe without runs at this location runs at once, so that its author sees a result immediately. */
    private void create(Scheduler scheduler, Probe probe) throws SchedulerException {
        JobKey key = SlotJob.keyOf(probe.id());
        try {
            scheduler.scheduleJob(
                    JobBuilder.newJob(SlotJob.class)
                            .withIdentity(key)
                            .requestRecovery()
                            .build(),
                    trigger(key, probe));
        } catch (ObjectAlreadyExistsException e) {
            LOG.fine(() -> "Another node has already scheduled probe " + probe.id());
            return;
        }
        if (history.last(probe.id(), settings.location(), 1).isEmpty()) {
            requests.request(probe.id(), settings.location());
        }
    }

    private Trigger trigger(JobKey key, Probe probe) {
        return SlotTrigger.builder(probe.cadence(), probe.id(), settings.location(), clock.instant())
                .withIdentity(triggerKey(key))
                .forJob(key)
                .build();
    }

    private static TriggerKey triggerKey(JobKey key) {
        return new TriggerKey(key.getName(), key.getGroup());
    }
}
