package dev.tidemark.it;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Adds an offset to {@code System.currentTimeMillis()}, {@code Clock.systemUTC()} and {@code new Date()}.
 *
 * @param packages with slashes; other classes stay as they are
 */
record ClockOffsetTransformer(List<String> packages, long offsetMillis) implements ClassFileTransformer {

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
        if (name == null || packages.stream().noneMatch(name::startsWith)) {
            return null;
        }
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ShiftedClass(writer, offsetMillis), 0);
        return writer.toByteArray();
    }

    /** All methods of a class. */
    static final class ShiftedClass extends ClassVisitor {

        private final long offsetMillis;

        ShiftedClass(ClassVisitor next, long offsetMillis) {
            super(Opcodes.ASM9, next);
            this.offsetMillis = offsetMillis;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new ShiftedMethod(super.visitMethod(access, name, descriptor, signature, exceptions), offsetMillis);
        }
    }

    /** The calls in a method. */
    static final class ShiftedMethod extends MethodVisitor {

        private static final String CLOCK = "java/time/Clock";

        private final long offsetMillis;

        ShiftedMethod(MethodVisitor next, long offsetMillis) {
            super(Opcodes.ASM9, next);
            this.offsetMillis = offsetMillis;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String call = owner + "." + name + descriptor;
            if (call.equals("java/util/Date.<init>()V")) {
                visitShiftedMillis();
                super.visitMethodInsn(opcode, owner, name, "(J)V", false);
            } else if (call.equals("java/lang/System.currentTimeMillis()J")) {
                visitShiftedMillis();
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                if (call.equals(CLOCK + ".systemUTC()Ljava/time/Clock;")) {
                    visitShift();
                }
            }
        }

        private void visitShiftedMillis() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "currentTimeMillis", "()J", false);
            visitLdcInsn(offsetMillis);
            visitInsn(Opcodes.LADD);
        }

        private void visitShift() {
            String duration = "java/time/Duration";
            visitLdcInsn(offsetMillis);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, duration, "ofMillis", "(J)L" + duration + ";", false);
            super.visitMethodInsn(
                    Opcodes.INVOKESTATIC, CLOCK, "offset", "(L" + CLOCK + ";L" + duration + ";)L" + CLOCK + ";", false);
        }
    }
}
