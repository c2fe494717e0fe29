package dev.tidemark.web.help;

/** An entry of the table of contents. */
public record Topic(String title, String path) {

    public String getAddress() {
        return ManualPage.address(path);
    }
}
