# Image of Tidemark: mvn -Pdist package && docker build -t tidemark .
# The manual (installation.md) describes settings, volumes and the sandbox of the browser.
FROM debian:bookworm-slim

COPY target/tidemark_*_amd64.deb /tmp/tidemark.deb
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        /tmp/tidemark.deb chromium-headless-shell fonts-liberation openjdk-17-jre-headless tini \
    && rm -rf /tmp/tidemark.deb /var/lib/apt/lists/*

# Only the container itself is on its loopback: the calibration probe measures a page of this Tidemark.
ENV HOME=/var/lib/tidemark TIDEMARK_HTTP_HOST=0.0.0.0 TIDEMARK_ALLOW_NETWORKS=127.0.0.1/32
USER tidemark
WORKDIR /var/lib/tidemark
VOLUME /var/lib/tidemark
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=15s --start-period=180s CMD ["tidemark", "status"]
# Browsers leave orphans; tini as process 1 reaps them.
ENTRYPOINT ["/usr/bin/tini", "--", "tidemark"]
CMD ["server"]
