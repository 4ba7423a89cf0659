import type { DeliveryAttempt, WebhookConfig } from "../../core/app-health.ts";
import { ok, problem, warning, type Finding } from "../finding.ts";

const check = "webhooks";
const webhookPath = "/api/github/webhooks";

export interface WebhookFacts {
  readonly config: WebhookConfig;
  /** Newest first. */
  readonly attempts: readonly DeliveryAttempt[];
  /** Where people reach us, if that is set. */
  readonly publicUrl: string | undefined;
  /** The app's settings page. */
  readonly settingsUrl: string;
  /** Whether the newest webhook that GitHub says was answered well is in our inbox; undefined where we cannot know. */
  readonly isNewestOurs: boolean | undefined;
}

/** After so many failed attempts and no good one, nothing gets through. */
const fewest = 3;

/** Whether webhooks come in: where GitHub sends them, how we answered, and whether they are in our inbox. */
export function checkWebhooks(facts: WebhookFacts): readonly Finding[] {
  const findings = [...checkConfig(facts), ...checkAttempts(facts)];
  return findings.length > 0 ? findings : [ok(check, `They come to ${facts.config.url}, and are in the inbox.`)];
}

function checkConfig({ config, publicUrl, settingsUrl }: WebhookFacts): readonly Finding[] {
  const wanted = `${publicUrl ?? "https://HOST"}${webhookPath}`;
  const url = URL.parse(config.url);
  if (!url) {
    return [
      problem(
        check,
        "GitHub sends none: the app has no webhook URL.",
        `Set it on ${settingsUrl} to ${wanted}, and make it active.`,
      ),
    ];
  }
  const findings: Finding[] = [];
  if (!url.pathname.endsWith(webhookPath)) {
    findings.push(
      problem(check, `They go to ${url.href}, where nobody takes them.`, `Set the URL on ${settingsUrl} to ${wanted}`),
    );
  } else if (publicUrl !== undefined && URL.parse(publicUrl)?.host !== url.host) {
    findings.push(
      warning(
        check,
        `They go to ${url.host}, and PUBLIC_URL is ${publicUrl}.`,
        `If that is no second name of this server, set the URL on ${settingsUrl} to ${wanted}`,
      ),
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    findings.push(
      warning(check, "They go over http, where others can read them.", `Use https in the URL on ${settingsUrl}.`),
    );
  }
  if (!config.isJson) {
    findings.push(
      problem(check, "They come as forms, which are turned away.", `Choose application/json on ${settingsUrl}.`),
    );
  }
  if (!config.hasSecret) {
    findings.push(
      problem(
        check,
        "GitHub does not sign them, so that they are turned away.",
        `Set the webhook secret on ${settingsUrl} to WEBHOOK_SECRET.`,
      ),
    );
  }
  if (!config.isVerified) {
    findings.push(
      warning(check, "GitHub does not look at the server's certificate.", `Enable SSL verification on ${settingsUrl}.`),
    );
  }
  return findings;
}

function checkAttempts({ attempts, config, settingsUrl, isNewestOurs }: WebhookFacts): readonly Finding[] {
  const [newest] = attempts;
  if (!newest) {
    const what = "GitHub has sent none within the last three days.";
    return [
      warning(
        check,
        what,
        `If something happened in the repositories since, look whether the webhook is active on ${settingsUrl}.`,
      ),
    ];
  }
  const failing = attempts.findIndex((it) => isGood(it));
  const failed = failing === -1 ? attempts.length : failing;
  if (failed >= fewest) {
    const what = `The last ${failed} did not get through: ${newest.status} (${newest.statusCode}).`;
    return [problem(check, what, hint(newest, config.url, settingsUrl))];
  }
  if (isNewestOurs === false) {
    return [
      problem(
        check,
        "GitHub was told that they were accepted, and the newest is not in this database.",
        `Another server took it: look whether ${config.url} leads here, and whether DATA_FOLDER and DATABASE_URL are those of the app.`,
      ),
    ];
  }
  const lost = lostOf(attempts);
  if (lost === 0) return [];
  return [
    warning(
      check,
      `${lost} of the last ${new Set(attempts.map((it) => it.guid)).size} did not get through.`,
      "The app asks for them again each hour; what GitHub has tried four times it leaves alone: see Advanced → Recent deliveries on the app's settings page.",
    ),
  ];
}

/** Webhooks without a good attempt. */
function lostOf(attempts: readonly DeliveryAttempt[]): number {
  const byGuid = Map.groupBy(attempts, (it) => it.guid);
  return [...byGuid.values()].filter((them) => !them.some((it) => isGood(it))).length;
}

function isGood({ statusCode }: DeliveryAttempt): boolean {
  return statusCode >= 200 && statusCode < 300;
}

/** https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/troubleshooting-webhooks */
function hint({ statusCode: code, status }: DeliveryAttempt, url: string, settingsUrl: string): string {
  // GitHub counts what it could not reach as a 5xx of its own.
  if (code === 0 || /connect|timed out/i.test(status)) {
    return `GitHub does not reach ${url}: look at its name, the certificate, the firewall, and whether the app runs.`;
  }
  if (code === 400 || code === 401) {
    return `Set the webhook secret on ${settingsUrl} and WEBHOOK_SECRET to the same. If they are, a proxy changes the body.`;
  }
  if (code === 404) return `Something else answers at ${url}: look where the proxy sends it, and at the path.`;
  if (code === 413) return "The proxy in front lets no bodies of this size through: allow 25 MB.";
  if (code === 503) return "The app answers that it is not ready: GET /readyz says why.";
  return `Is the app running? The proxy at ${url} does not reach it.`;
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname);
}
