package dev.tidemark.alerting.notification;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A row of {@code rendered_mail}, once for all notifications that deliver it. */
@Entity
@Table(name = "rendered_mail")
class RenderedMailEntity {

    @Id
    private UUID id;

    private String text;
    private String html;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "rendered_mail_image", joinColumns = @JoinColumn(name = "mail_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "png")
    private Map<String, byte[]> images = new TreeMap<>();

    protected RenderedMailEntity() {}

    /** @param id the incident id of the notifications that contain it */
    RenderedMailEntity(UUID id, RenderedMail mail) {
        this.id = id;
        text = mail.text();
        html = mail.html();
        images.putAll(mail.images());
    }

    RenderedMail toRecord() {
        return new RenderedMail(text, html, images);
    }
}
