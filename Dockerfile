# syntax=docker/dockerfile:1
# docker build -t frontdesk .
# What runs needs no compiler and no shell: the packages are JavaScript alone, so that one build serves each processor.

FROM --platform=$BUILDPLATFORM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY local-github/package.json local-github/
# The image has its own Node; the optional one is for machines whose Node is too old.
RUN npm ci --omit=dev --omit=optional --workspaces=false --include-workspace-root --ignore-scripts --no-audit --no-fund \
 && mkdir --parents --mode=700 /made/data

FROM node:24.21.0-bookworm-slim
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Frontdesk" \
      org.opencontainers.image.description="Technical support on GitHub Discussions" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
ENV NODE_ENV=production DATA_FOLDER=/data PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json app.yml LICENSE ./
COPY bin bin
COPY src src
# By number, so that Kubernetes can see that it is not root (runAsNonRoot). It may write to /data and /tmp alone, and nobody
# else may look into /data: a folder's mode is kept only where it is within what is copied.
COPY --from=packages --chown=1000:1000 /made /
USER 1000:1000
VOLUME /data
EXPOSE 3000
# Whether the process lives. A worker answers at METRICS_PORT. Without --start-interval, which Podman's older builders refuse.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "const { ROLE, PORT, METRICS_PORT } = process.env; fetch(`http://localhost:${ROLE === 'worker' ? METRICS_PORT : PORT}/healthz`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Node itself is the main process, so that it hears SIGTERM.
ENTRYPOINT ["node", "bin/frontdesk.js"]
CMD ["start"]
