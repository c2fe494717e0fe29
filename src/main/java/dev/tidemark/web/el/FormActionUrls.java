package dev.tidemark.web.el;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Sends forms to the address that the browser shows, so that a form with faults keeps its address. */
public class FormActionUrls extends ViewHandlerWrapper {

    public FormActionUrls(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Object shown = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        boolean itself = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        if (shown == null || !itself) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? shown.toString() : shown + "?" + query;
    }
}
