import { createHash } from "node:crypto";
import { join } from "node:path";
import { readChatAddresses } from "../../config/chat-addresses.ts";
import type { ActionRun } from "./action-report.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Workflows have no installation of an app of ours, and events name none. Everything that is kept, and what turns are
 * shared by, wants one: there is this one.
 */
const theInstallation = 1;

const usualMinutes = 5;
const maxMinutes = 60;

/** The run, or what is wrong with how it was called, in words for whoever wrote the workflow. */
export type FoundRun = { readonly run: ActionRun } | { readonly problem: string };

/**
 * What the runner and action.yml tell by environment variables.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export function readRun(variables: Variables, readFile: (path: string) => string): FoundRun {
  const event = variables["GITHUB_EVENT_NAME"] ?? "";
  const [owner = "", name = ""] = (variables["GITHUB_REPOSITORY"] ?? "").split("/");
  if (event === "" || owner === "" || name === "") {
    return problem(
      "GITHUB_EVENT_NAME or GITHUB_REPOSITORY is missing: `frontdesk action` is for a job of GitHub Actions (docs/how-to/actions.md). A server is started by `frontdesk start`",
    );
  }
  if (event === "pull_request_target") {
    return problem(
      "the workflow runs on `pull_request_target`, which gives strangers' pull requests a token that may write. Frontdesk needs it for nothing: take `pull_request` with `types: [closed, reopened]`",
    );
  }
  const token = variables["INPUT_TOKEN"] ?? "";
  if (token.trim() === "") {
    return problem(
      "the input `token` is empty. Leave it out for the token of the workflow, or give one of an App; secrets are empty in workflows of forks",
    );
  }
  const minutes = Number(variables["INPUT_MAX_MINUTES"] || usualMinutes);
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes > maxMinutes) {
    return problem(`the input \`max-minutes\` must be a number above 0, and ${maxMinutes} at most`);
  }
  const isDry = readSwitch(variables["INPUT_DRY_RUN"]);
  if (isDry === undefined) return problem("the input `dry-run` must be true or false");
  const chatUrl = variables["INPUT_CHAT_WEBHOOK_URL"] || undefined;
  const chat = chatUrl === undefined ? [] : readChatAddresses(chatUrl);
  if ("problem" in chat) return problem(`the input \`chat-webhook-url\` ${chat.problem}`);

  const read = readPayload(variables["GITHUB_EVENT_PATH"], readFile);
  if ("problem" in read) return read;
  const id = Number(variables["GITHUB_REPOSITORY_ID"] || idOf(read.payload));
  if (!Number.isSafeInteger(id) || id <= 0) {
    return problem("GITHUB_REPOSITORY_ID is missing, and the event does not name its repository either");
  }
  const defaultBranch = defaultBranchOf(read.payload);
  return {
    run: {
      event,
      payload: { ...read.payload, installation: { id: theInstallation } },
      delivery: deliveryOf(event, read.text, variables["GITHUB_RUN_ID"]),
      repository: { id, owner, name, installation: theInstallation },
      token: token.trim(),
      apiUrl: addressOf(variables["GITHUB_API_URL"], "https://api.github.com"),
      webUrl: addressOf(variables["GITHUB_SERVER_URL"], "https://github.com"),
      dataFolder: variables["INPUT_DATA_FOLDER"] || join(variables["RUNNER_TEMP"] || ".", "frontdesk"),
      chat,
      isDry,
      withinMs: minutes * 60_000,
      isDebug: variables["RUNNER_DEBUG"] === "1",
      isOnDefaultBranch: defaultBranch === undefined || variables["GITHUB_REF"] === `refs/heads/${defaultBranch}`,
    },
  };
}

/**
 * A workflow may run twice for an event, since somebody runs it again: it keeps the number of its run then. Without one,
 * as on a machine that is not GitHub's, the same file is the same event.
 */
function deliveryOf(event: string, text: string, runId: string | undefined): string {
  if (runId !== undefined && runId !== "") return `actions:${runId}`;
  return `actions:${createHash("sha256").update(`${event}\n${text}`).digest("hex").slice(0, 32)}`;
}

type Payload = Readonly<Record<string, unknown>>;

function readPayload(
  path: string | undefined,
  readFile: (path: string) => string,
): { readonly payload: Payload; readonly text: string } | { readonly problem: string } {
  if (path === undefined || path === "") return problem("GITHUB_EVENT_PATH is missing: it names the event's file");
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no reason is told";
    return problem(`the event's file, ${path}, cannot be read (${code})`);
  }
  try {
    const payload: unknown = JSON.parse(text);
    if (typeof payload === "object" && payload !== null && !Array.isArray(payload))
      return { payload: { ...payload }, text };
  } catch {
    // What is no JSON is told below; the parser's own words would repeat what stands there.
  }
  return problem(`the event's file, ${path}, holds no JSON object; run the workflow again`);
}

function repositoryOf(payload: Payload): Payload {
  const { repository } = payload;
  return typeof repository === "object" && repository !== null ? { ...repository } : {};
}

function idOf(payload: Payload): unknown {
  return repositoryOf(payload)["id"];
}

function defaultBranchOf(payload: Payload): string | undefined {
  const branch = repositoryOf(payload)["default_branch"];
  return typeof branch === "string" ? branch : undefined;
}

/** As YAML 1.2 has them, in any case: GitHub hands inputs on as text. */
function readSwitch(text: string | undefined): boolean | undefined {
  const word = (text ?? "").trim().toLowerCase();
  if (word === "" || word === "false") return false;
  return word === "true" ? true : undefined;
}

function addressOf(text: string | undefined, usual: string): string {
  return (text || usual).replace(/(?<!\/)\/+$/u, "");
}

function problem(text: string): { readonly problem: string } {
  return { problem: text };
}
