package dev.tidemark.web.help;

import java.util.List;

/** A section of the table of contents. @param title blank for topics before the first heading */
public record TopicGroup(String title, List<Topic> topics) {

    public TopicGroup {
        topics = List.copyOf(topics);
    }
}
