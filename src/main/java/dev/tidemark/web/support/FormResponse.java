package dev.tidemark.web.support;

import dev.tidemark.platform.http.BasePath;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** Responses of pages to submitted forms. */
public final class FormResponse {

    private static final int UNPROCESSABLE = 422;

    private FormResponse() {}

    /** Redirects to another page of the product after success. */
    public static void seeOther(String address) {
        FacesContext faces = FacesContext.getCurrentInstance();
        BasePath base = new BasePath(faces.getExternalContext().getApplicationContextPath());
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
        faces.getExternalContext().setResponseHeader("Location", base.link(address));
        faces.responseComplete();
    }

    /** Sets status 409: the request conflicts with the current state, and the page explains why. */
    public static void conflict() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_CONFLICT);
    }

    /** Forbids caching, because the page shows a secret. */
    public static void noStore() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }

    /** Sets status 422: the form is shown again with its errors. */
    public static void unprocessable() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
    }
}
