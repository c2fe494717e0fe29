/**
 * Fills the fields of forms: what each kind of field holds, in which form, and whether it holds it afterwards. Does not
 * execute other steps (page). Entry point: {@code FieldFiller}.
 */
package dev.tidemark.prober.form;
