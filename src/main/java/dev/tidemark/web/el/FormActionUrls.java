package dev.tidemark.web.el;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Submits forms to the URL that the browser shows, so that an invalid form keeps its URL. */
public class FormActionUrls extends ViewHandlerWrapper {

    public FormActionUrls(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Object uri = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        boolean itself = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        if (uri == null || !itself) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? uri.toString() : uri + "?" + query;
    }
}
