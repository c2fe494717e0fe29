package dev.tidemark.scheduling.quartz;

import java.util.Map;
import java.util.function.Supplier;
import org.quartz.Job;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;

/** Creates the jobs of Quartz with the beans that they need. */
record QuartzJobFactory(Map<Class<? extends Job>, Supplier<Job>> makers) implements JobFactory {

    @Override
    public Job newJob(TriggerFiredBundle bundle, Scheduler scheduler) throws SchedulerException {
        Supplier<Job> maker = makers.get(bundle.getJobDetail().getJobClass());
        if (maker == null) {
            throw new SchedulerException(
                    "Unknown job class: " + bundle.getJobDetail().getJobClass());
        }
        return maker.get();
    }
}
