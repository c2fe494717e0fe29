package dev.tidemark.storage.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.model.result.Artifact;
import dev.tidemark.model.result.Engine;
import dev.tidemark.model.result.Outcome;
import dev.tidemark.model.result.OutcomeType;
import dev.tidemark.model.result.RunResult;
import dev.tidemark.model.result.SampleResult;
import dev.tidemark.model.result.SampleWarning;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a result to a stream of bytes and reads it back, for results that are stored later. The details are those that the
 * tables keep.
 */
public final class RunResultCodec {

    private RunResultCodec() {}

    public static void write(RunResult result, DataOutput out) throws IOException {
        writeOutcome(result.outcome(), out);
        writeText(result.engine().browser(), out);
        writeText(result.engine().playwright(), out);
        writeText(result.engine().tidemark(), out);
        writeText(ProfileJson.of(result.profile()), out);
        out.writeDouble(result.cpuBenchmark());
        out.writeInt(result.samples().size());
        for (SampleResult sample : result.samples()) {
            writeSample(sample, out);
        }
    }

    /** @throws IOException if the bytes are not those of a result */
    public static RunResult read(DataInput in) throws IOException {
        Outcome outcome = readOutcome(in);
        Engine engine = new Engine(readText(in), readText(in), readText(in));
        var profile = ProfileJson.read(readText(in));
        double cpuBenchmark = in.readDouble();
        List<SampleResult> samples = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            samples.add(readSample(in));
        }
        return new RunResult(outcome, engine, profile, cpuBenchmark, samples);
    }

    public static void writeInstant(Instant at, DataOutput out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeInt(at.getNano());
    }

    public static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    public static void writeText(String text, DataOutput out) throws IOException {
        writeBytes(text.getBytes(UTF_8), out);
    }

    public static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), UTF_8);
    }

    private static void writeSample(SampleResult sample, DataOutput out) throws IOException {
        writeInstant(sample.startedAt(), out);
        out.writeLong(sample.duration().toMillis());
        writeOutcome(sample.outcome(), out);
        out.writeInt(sample.warnings().size());
        for (SampleWarning warning : sample.warnings()) {
            writeText(warning.name(), out);
        }
        writeBytes(SampleDetails.of(sample).zip(), out);
        out.writeInt(sample.artifacts().size());
        for (Artifact one : sample.artifacts()) {
            writeArtifact(one, out);
        }
    }

    private static SampleResult readSample(DataInput in) throws IOException {
        Instant startedAt = readInstant(in);
        Duration duration = Duration.ofMillis(in.readLong());
        Outcome outcome = readOutcome(in);
        Set<SampleWarning> warnings = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            warnings.add(SampleWarning.valueOf(readText(in)));
        }
        SampleDetails details = SampleDetails.unzip(readBytes(in));
        List<Artifact> artifacts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            artifacts.add(readArtifact(in));
        }
        return new SampleResult(
                startedAt,
                duration,
                outcome,
                warnings,
                details.toMeasurements(),
                details.toAbsences(),
                details.page(),
                artifacts);
    }

    private static void writeArtifact(Artifact one, DataOutput out) throws IOException {
        writeText(one.kind().name(), out);
        out.writeInt(one.n());
        out.writeDouble(one.atMillis());
        writeText(one.mediaType(), out);
        writeBytes(one.content(), out);
    }

    private static Artifact readArtifact(DataInput in) throws IOException {
        return new Artifact(
                Artifact.ArtifactType.valueOf(readText(in)),
                in.readInt(),
                in.readDouble(),
                readText(in),
                readBytes(in));
    }

    private static void writeOutcome(Outcome outcome, DataOutput out) throws IOException {
        writeText(outcome.kind().name(), out);
        writeText(outcome.detail(), out);
    }

    private static Outcome readOutcome(DataInput in) throws IOException {
        return new Outcome(OutcomeType.valueOf(readText(in)), readText(in));
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
