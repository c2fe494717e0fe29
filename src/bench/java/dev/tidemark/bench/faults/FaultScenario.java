package dev.tidemark.bench.faults;

import dev.tidemark.it.FaultCluster;
import java.util.concurrent.TimeUnit;

/** What is broken, and how it is put in order again. */
enum FaultScenario {
    KILL("`kill -9` of alternating nodes") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.signal(node, "KILL");
            TimeUnit.SECONDS.sleep(5);
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
    DATABASE("crash and recovery of PostgreSQL") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.crashDatabase();
            TimeUnit.SECONDS.sleep(5);
        }
    },
    RESTART("orderly restart of alternating nodes") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.stop(node);
            cluster.start(node);
        }
    },
    MAIL("mail server that ends all connections for 10 s") {
        @Override
        void strike(FaultCluster cluster, String node) throws Exception {
            cluster.cutMail();
            TimeUnit.SECONDS.sleep(10);
            cluster.restoreMail();
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
