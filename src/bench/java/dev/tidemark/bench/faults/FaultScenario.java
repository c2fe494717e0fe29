package dev.tidemark.bench.faults;

import dev.tidemark.alerting.delivery.ScriptedMailServer.Trouble;
import dev.tidemark.it.FaultCluster;
import java.util.concurrent.TimeUnit;

/** What is broken, and how it is put in order again. */
enum FaultScenario {
    KILL("`kill -9` of alternating nodes") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.signal(node, "KILL");
            TimeUnit.SECONDS.sleep(20);
            cluster.stop(node);
            cluster.start(node);
        }
    },
    FREEZE("`SIGSTOP` of alternating nodes for 25 s") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.signal(node, "STOP");
            TimeUnit.SECONDS.sleep(25);
            cluster.signal(node, "CONT");
        }
    },
    LOCK("`SIGSTOP` for 25 s of a node that holds the lock of the schedule") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.freezeWithLock(node);
            TimeUnit.SECONDS.sleep(25);
            cluster.signal(node, "CONT");
        }
    },
    DATABASE("`kill -9` of all processes of PostgreSQL") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.database().crash();
            TimeUnit.SECONDS.sleep(5);
        }
    },
    FAILOVER("failover of PostgreSQL to a synchronous standby") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.failOver();
        }
    },
    NETWORK("silent network between a node and PostgreSQL for 30 s") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.network(node).swallow();
            TimeUnit.SECONDS.sleep(30);
            cluster.network(node).repair();
        }
    },
    MAIL("mail server that disconnects before its reply for 60 s") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.mail().suffer(Trouble.CUT_BEFORE_250);
            TimeUnit.SECONDS.sleep(60);
            cluster.mail().suffer(Trouble.NONE);
        }
    },
    RESTART("orderly restart of alternating nodes") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.stop(node);
            cluster.start(node);
        }
    },
    REDEPLOY("redeployment on alternating nodes") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.redeploy(node);
        }
    };

    private final String description;

    FaultScenario(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    abstract void strike(FaultCluster cluster, String node) throws Exception;
}
