package dev.tidemark.web.support;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** How a page answers a form. */
public final class FormResponse {

    private static final int UNPROCESSABLE = 422;

    private FormResponse() {}

    /** It is done; the browser goes on to an address of ours. */
    public static void seeOther(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
        faces.getExternalContext().setResponseHeader("Location", address);
        faces.responseComplete();
    }

    /** What was asked for cannot be while things are as they are; the page says why. */
    public static void conflict() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }

    /** What is shown may not be kept by anybody between here and the reader's eye, nor be shown again by the back button. */
    public static void noStore() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }

    /** The form comes back with its faults. */
    public static void unprocessable() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
    }
}
