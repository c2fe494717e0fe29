package dev.tidemark.prober.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/**
 * Finds the element of a step: with a selector of Playwright, or by its accessible name with {@code name=Submit order}, which
 * Playwright offers for a known role only. Names are those of https://www.w3.org/TR/accname-1.2/: text, label, alt, aria-label.
 */
final class StepLocator {

    private static final String NAME = "name=";
    private static final String CHAIN = " >> ";

    /** Roles of elements that people click, fill in or look for; each one is another pass over the document. */
    private static final List<AriaRole> ROLES = List.of(
            AriaRole.BUTTON,
            AriaRole.LINK,
            AriaRole.TEXTBOX,
            AriaRole.SEARCHBOX,
            AriaRole.COMBOBOX,
            AriaRole.CHECKBOX,
            AriaRole.RADIO,
            AriaRole.SWITCH,
            AriaRole.SLIDER,
            AriaRole.SPINBUTTON,
            AriaRole.OPTION,
            AriaRole.LISTBOX,
            AriaRole.TAB,
            AriaRole.MENUITEM,
            AriaRole.MENUITEMCHECKBOX,
            AriaRole.MENUITEMRADIO,
            AriaRole.TREEITEM,
            AriaRole.HEADING,
            AriaRole.IMG,
            AriaRole.CELL,
            AriaRole.GRIDCELL,
            AriaRole.COLUMNHEADER,
            AriaRole.ROW,
            AriaRole.DIALOG);

    private StepLocator() {}

    /** All elements that match, in the order of the document. */
    static Locator all(Page page, String selector) {
        if (!selector.startsWith(NAME) && !selector.contains(CHAIN + NAME)) {
            return page.locator(selector);
        }
        Locator scope = page.locator("html");
        for (String part : selector.split(CHAIN)) {
            scope = part.startsWith(NAME) ? named(scope, part.substring(NAME.length())) : scope.locator(part);
        }
        return scope;
    }

    private static Locator named(Locator scope, String name) {
        Locator found = scope.getByLabel(name, new Locator.GetByLabelOptions().setExact(true))
                .or(scope.getByPlaceholder(name, new Locator.GetByPlaceholderOptions().setExact(true)));
        for (AriaRole role : ROLES) {
            found = found.or(scope.getByRole(
                    role, new Locator.GetByRoleOptions().setName(name).setExact(true)));
        }
        return found;
    }
}
