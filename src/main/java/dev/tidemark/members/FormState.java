package dev.tidemark.members;

import dev.tidemark.document.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One form as it was typed, with its faults at its fields. Passwords are not given back. */
public final class FormState {

    private static final Set<String> SECRET = Set.of("password", "oldPassword", "again");

    private final String form;
    private final UnaryOperator<String> typed;
    private final Map<String, List<String>> faults = new LinkedHashMap<>();

    private FormState(String form, UnaryOperator<String> typed) {
        this.form = form;
        this.typed = typed;
    }

    static FormState untouched() {
        return new FormState("", name -> "");
    }

    /** @param typed gives what stands in the input of that name; null for nothing */
    static FormState of(String form, UnaryOperator<String> typed) {
        return new FormState(form, typed);
    }

    /** @param id of the input; empty for what concerns none */
    public record Told(String id, String detail) {}

    boolean is(String other) {
        return form.equals(other);
    }

    String value(String name) {
        String value = SECRET.contains(name) ? null : typed.apply(name);
        return value == null ? "" : value;
    }

    /** What is typed, secret or not; empty for nothing. */
    String secret(String name) {
        String value = typed.apply(name);
        return value == null ? "" : value;
    }

    void add(String name, String detail) {
        faults.computeIfAbsent(name, none -> new ArrayList<>()).add(detail);
    }

    void addAll(List<Fault> found) {
        found.forEach(fault -> add(fault.place().pointer().replaceFirst("^/", ""), fault.detail()));
    }

    boolean isRight() {
        return faults.isEmpty();
    }

    String at(String name) {
        return String.join(". ", faults.getOrDefault(name, List.of()));
    }

    List<Told> all() {
        List<Told> all = new ArrayList<>();
        faults.forEach((name, details) ->
                details.forEach(detail -> all.add(new Told(name.isEmpty() ? "" : form + "-" + name, detail))));
        return all;
    }
}
