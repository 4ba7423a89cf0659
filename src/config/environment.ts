import { z } from "zod";
import { usualRetention } from "../core/retention.ts";
import { roles } from "../core/role.ts";

const port = z.coerce
  .number({ error: "must be a port number" })
  .int("must be a port number")
  .min(0, "must be a port number from 0 to 65535")
  .max(65535, "must be a port number from 0 to 65535");

const days = z.coerce
  .number({ error: "must be a number of days" })
  .int("must be a whole number of days")
  .min(1, "must be a day or more")
  .max(36_500, "must be 36500 days or less");

/** What the operator sets by environment variables. Each description is the manual of its variable. */
export const Environment = z.object({
  APP_ID: z
    .string({ error: "is missing: it is the number on the app's settings page" })
    .regex(/^\d+$/, "must be the app's number, digits only")
    .describe("The app's number, from its settings page."),
  PRIVATE_KEY: z.string().optional().describe("The app's private key: the PEM text, or the same in base64."),
  PRIVATE_KEY_PATH: z.string().optional().describe("A file that holds the private key, instead of `PRIVATE_KEY`."),
  WEBHOOK_SECRET: z
    .string({ error: "is missing: without it anybody could send us webhooks" })
    .min(8, "must have at least 8 characters")
    .refine((it) => it !== "development", 'must not be "development", which everybody knows')
    .describe("The secret that GitHub signs webhooks with, as set on the app's settings page."),
  GITHUB_API_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .default("https://api.github.com")
    .describe("The REST API of your GitHub; GraphQL is found from it."),
  GITHUB_WEB_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .default("https://github.com")
    .describe("Where people see your GitHub; links are made from it."),
  GITHUB_RATE_LIMITS: z
    .enum(["on", "off"], { error: "must be on or off" })
    .default("on")
    .describe(
      "Whether your GitHub has [rate limits](../operating/one-machine.md#githubs-limits). `off` is for a GitHub Enterprise Server whose administrator has not switched them on: as much is asked at once as there is to ask. What GitHub asks us to wait is waited all the same.",
    ),
  ONBOARDING: z
    .enum(["on", "off"], { error: "must be on or off" })
    .default("on")
    .describe(
      "Whether a repository that comes without a `.github/frontdesk.yml` gets [one pull request with it](../how-to/onboarding.md), and is in shadow mode until there is one. `off`: it is served by the defaults at once, and so are all that have not been asked yet.",
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .optional()
    .describe(
      "Where people and their programs reach this server, such as `https://frontdesk.example.com`: addresses of calendars and of the dashboard are made from it. Without it they are told from the path on, and nobody can sign in.",
    ),
  CLIENT_ID: z
    .string()
    .regex(/^[\w.-]{1,100}$/, "must be the app's client ID, as its settings page shows it")
    .optional()
    .describe(
      "The app's client ID, from its settings page. With it, `CLIENT_SECRET` and `PUBLIC_URL`, people sign in to the dashboard with GitHub; without, only public pages are shown.",
    ),
  CLIENT_SECRET: z
    .string()
    .min(8, "must be a client secret, as the app's settings page makes it")
    .optional()
    .describe(
      "A client secret of the app, made on its settings page. Sessions of the dashboard are sealed by it as well.",
    ),
  OPERATORS: z
    .string()
    .optional()
    .describe(
      "Logins on GitHub, with commas between them, of those who may see the dashboard's inbox and try its deliveries again. They see what all deliveries say, those of private repositories as well.",
    ),
  TRUSTED_PROXIES: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must be 0 or more")
    .max(10, "must be 10 or less")
    .default(0)
    .describe(
      "How many proxies of yours stand in front of this server, each of which adds the address it hears from to `X-Forwarded-For`. Requests are limited by address; with 0 that header is not believed.",
    ),
  ROLE: z
    .enum(roles, { error: "must be all, web or worker" })
    .default("all")
    .describe(
      "What this process does; `--role` of `frontdesk start` says the same. `all`; `web`: takes webhooks and serves pages; `worker`: works on what came, and the schedule. Others than `all` take `DATABASE_URL`.",
    ),
  HOST: z.string().min(1).default("0.0.0.0").describe("The address to listen on."),
  PORT: port.default(3000).describe("The port to listen on; 0 picks a free one."),
  DATA_FOLDER: z
    .string()
    .min(1)
    .default(".frontdesk")
    .describe("Where the database is kept, unless `DATABASE_URL` names a server."),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/./, "must be an address such as `postgres://user:password@host:5432/database`")
    .optional()
    .describe(
      "A PostgreSQL database, `postgres://user:password@host:5432/database`, instead of a file in the data folder: any number of processes can then share the work. It is a secret.",
    ),
  METRICS_PORT: port
    .optional()
    .describe(
      "The port of a second listener, with `/metrics` for Prometheus, `/healthz` and `/readyz`; 0 picks a free one. Without it there are no metrics.",
    ),
  METRICS_HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .describe(
      "The address of that listener. Nobody has to sign in there: give it one that only your own machines reach, such as `0.0.0.0` in a container whose port is not published.",
    ),
  SHUTDOWN_SECONDS: z.coerce
    .number({ error: "must be a number of seconds" })
    .min(1, "must be 1 or more")
    .max(600, "must be 600 or less")
    .default(8)
    .describe(
      "How long a stop (SIGTERM, SIGINT) lets deliveries in progress end. What has not ended by then is given back and taken up by other processes, or after the next start. Keep it two seconds below the time after which your supervisor kills: 10 seconds of Docker's, 90 of systemd's, 30 of Kubernetes'.",
    ),
  EMBEDDINGS_URL: z
    .url({ protocol: /^https?$/, error: "must be a URL" })
    .optional()
    .describe(
      "A server of OpenAI's embeddings API, such as `http://localhost:11434/v1`. Search then also [compares by meaning](../explanation/search.md#a-language-model-of-your-own); docs, answered threads and questions are sent to it. Without it nothing leaves the machine.",
    ),
  EMBEDDINGS_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The model to ask that server for. Without `EMBEDDINGS_URL`: the path of a folder with [an ONNX sentence model](../explanation/search.md#a-model-in-the-process), which then runs in this process; nothing leaves the machine.",
    ),
  EMBEDDINGS_KEY: z.string().optional().describe("The key to show to that server, if it wants one."),
  CHAT_WEBHOOK_URL: z
    .string()
    .optional()
    .describe(
      "An incoming webhook of Slack, Microsoft Teams (Workflows), Mattermost or another that takes Slack's messages. Escalations with `webhook: true` are posted to it. `owner/name=https://… owner/*=https://… *=https://…` has one for each repository or owner. It is a secret, so it does not stand in a config.",
    ),
  KEEP_DELIVERIES_DAYS: days
    .default(usualRetention.deliveries)
    .describe(
      "For how many days after they are done deliveries are kept: what webhooks said, what was planned, and what came of it.",
    ),
  KEEP_CLOSED_THREADS_DAYS: days
    .optional()
    .describe(
      "For how many days after a discussion was closed its timeline, clocks, bookings, ratings and suggestions are kept. Reports of times before count it no more. Without it: as long as the repository is served.",
    ),
  KEEP_WORDS_DAYS: days
    .optional()
    .describe(
      "For how many days what askers wrote with `/rate`, and what helpers noted with `/interviewed`, is kept. Ratings stay. Without it: as long as the repository is served.",
    ),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
    .default("info")
    .describe("How much is logged."),
});

/** The environment variables that are read, for the docs. */
export const environment = Environment.shape;
