# syntax=docker/dockerfile:1
# Production images on Node 24, without root: --target api, worker or web.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim AS runtime
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node -m 0700 /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY legal legal
COPY faq faq
USER node
VOLUME /data

FROM runtime AS api
EXPOSE 3000 3001
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--initial-old-space-size=192", "dist/apps/api/src/main.js"]

FROM runtime AS worker
# The worker has no port: it is healthy while its process works off the queue, which it ends when it cannot.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "process.exit(require('node:fs').readFileSync('/proc/1/cmdline', 'utf8').includes('worker') ? 0 : 1)"]
CMD ["node", "--initial-old-space-size=192", "dist/apps/worker/src/main.js"]

# TLS in front of the API, which serves the portal itself: every page carries a nonce of its own.
FROM caddy:2-alpine AS web
# A copy has no file capabilities, which a container without any would not be allowed to use.
RUN cp /usr/bin/caddy /usr/local/bin/caddy && install -d -o 1000 -g 1000 /data /config
COPY docker/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000
EXPOSE 8443 8444
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s --retries=3 \
  CMD ["wget", "-q", "--no-check-certificate", "-O", "/dev/null", "https://localhost:8443/health/live"]
CMD ["/usr/local/bin/caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
