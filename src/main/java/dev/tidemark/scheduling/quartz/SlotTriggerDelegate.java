package dev.tidemark.scheduling.quartz;

import java.sql.Connection;
import org.quartz.JobDetail;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.TriggerPersistenceDelegate;
import org.quartz.spi.OperableTrigger;

/** Stores slot triggers: what they need is in the columns of every trigger, so that there is no further table. */
public final class SlotTriggerDelegate implements TriggerPersistenceDelegate {

    /** At most eight characters. */
    private static final String TYPE = "SLOT";

    @Override
    public void initialize(String tablePrefix, String schedulerName) {
        // There is no further table.
    }

    @Override
    public boolean canHandleTriggerType(OperableTrigger trigger) {
        return trigger instanceof SlotTrigger;
    }

    @Override
    public String getHandledTriggerTypeDiscriminator() {
        return TYPE;
    }

    @Override
    public int insertExtendedTriggerProperties(
            Connection connection, OperableTrigger trigger, String state, JobDetail job) {
        return 1;
    }

    @Override
    public int updateExtendedTriggerProperties(
            Connection connection, OperableTrigger trigger, String state, JobDetail job) {
        return 1;
    }

    @Override
    public int deleteExtendedTriggerProperties(Connection connection, TriggerKey key) {
        return 0;
    }

    @Override
    public TriggerPropertyBundle loadExtendedTriggerProperties(Connection connection, TriggerKey key) {
        return new TriggerPropertyBundle(SlotTrigger.schedule(), null, null);
    }
}
