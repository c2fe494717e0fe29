package dev.tidemark.storage.spool;

import dev.tidemark.model.result.LocationName;
import dev.tidemark.model.result.ProbeId;
import dev.tidemark.model.result.RunId;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.Slot;
import dev.tidemark.storage.run.RunResultCodec;
import dev.tidemark.storage.run.RunTicket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A result that has not been stored yet, with the ticket that permits it and the time at which the run ended. */
public record SpooledResult(RunTicket ticket, RunResult result, Instant finishedAt) {

    /** The first bytes of a file; another format has another number. */
    private static final int FORMAT = 0x544D5301;

    private static final int HASH_BYTES = 32;

    /** The same result without HAR, filmstrip and screenshots. */
    SpooledResult withoutArtifacts() {
        List<SampleResult> samples = result.samples().stream()
                .map(sample -> sample.withArtifacts(List.of()))
                .toList();
        RunResult small =
                new RunResult(result.outcome(), result.engine(), result.profile(), result.cpuBenchmark(), samples);
        return new SpooledResult(ticket, small, finishedAt);
    }

    /** Sorts by planned time: the first bits of the id of a run are that time. */
    String name() {
        return name(ticket);
    }

    static String name(RunTicket ticket) {
        return ticket.run() + "-" + ticket.attempt();
    }

    /** The bytes with their SHA-256 in front. */
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            RunResultCodec.writeText(ticket.run().toString(), out);
            RunResultCodec.writeText(ticket.slot().probe().slug(), out);
            RunResultCodec.writeText(ticket.slot().location().name(), out);
            RunResultCodec.writeInstant(ticket.slot().plannedAt(), out);
            out.writeInt(ticket.attempt());
            RunResultCodec.writeInstant(finishedAt, out);
            RunResultCodec.write(result, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] content = bytes.toByteArray();
        byte[] all = Arrays.copyOf(hash(content), HASH_BYTES + content.length);
        System.arraycopy(content, 0, all, HASH_BYTES, content.length);
        return all;
    }

    /** @throws IOException if the bytes are damaged or of another format */
    static SpooledResult of(byte[] bytes) throws IOException {
        if (bytes.length < HASH_BYTES) {
            throw new IOException("the file is too short");
        }
        byte[] content = Arrays.copyOfRange(bytes, HASH_BYTES, bytes.length);
        if (!Arrays.equals(hash(content), Arrays.copyOf(bytes, HASH_BYTES))) {
            throw new IOException("the checksum does not match");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("the format is of another version");
            }
            RunId run = RunId.parse(RunResultCodec.readText(in));
            Slot slot = new Slot(
                    new ProbeId(RunResultCodec.readText(in)),
                    new LocationName(RunResultCodec.readText(in)),
                    RunResultCodec.readInstant(in));
            RunTicket ticket = new RunTicket(run, slot, in.readInt());
            Instant finishedAt = RunResultCodec.readInstant(in);
            return new SpooledResult(ticket, RunResultCodec.read(in), finishedAt);
        } catch (RuntimeException e) {
            throw new IOException("the content cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
