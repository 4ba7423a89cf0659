import { isLoopback } from "../config/loopback.ts";

/** What the form of the setup page asks, as it was sent. */
export interface SentForm {
  readonly name?: string;
  readonly publicUrl?: string;
  readonly webUrl?: string;
  /** Login of an organization; empty: the app is the visitor's own. */
  readonly organization?: string;
  readonly boards?: string;
  readonly keep?: string;
}

/** What somebody chose, checked. */
export interface Wishes {
  readonly name: string;
  readonly publicUrl: string;
  readonly webUrl: string;
  readonly organization: string | undefined;
  readonly hasBoards: boolean;
  /** In the data folder, or by whoever copies them from the terminal. */
  readonly keep: "folder" | "terminal";
}

/** What is wrong, by field, in words for the person. */
export type Problems = Partial<Record<"name" | "publicUrl" | "webUrl" | "organization" | "boards", string>>;

/** GitHub's limit: https://docs.github.com/en/apps/creating-github-apps/registering-a-github-app/registering-a-github-app */
const maxName = 34;

/** Reads the form. `webUrl` is the GitHub that the environment names, which the form does not ask then. */
export function readWishes(
  sent: SentForm,
  webUrl: string | undefined,
): { readonly wishes: Wishes } | { readonly problems: Problems } {
  const name = (sent.name ?? "").trim();
  const organization = (sent.organization ?? "").trim().replace(/^@/u, "");
  const github = addressOf(webUrl ?? sent.webUrl ?? "https://github.com");
  const here = addressOf(sent.publicUrl ?? "");
  const hasBoards = sent.boards === "on";
  const problems: Problems = {
    ...((name === "" || name.length > maxName) && { name: `Give it a name of at most ${maxName} characters.` }),
    ...(github === undefined && {
      webUrl: "Write an address such as https://github.com or https://github.example.com.",
    }),
    ...publicUrlProblem(here, github),
    ...(!/^(?:[a-z\d](?:-?[a-z\d]){0,38})?$/iu.test(organization) && {
      organization: "Write the organization's login, as it stands in its address on GitHub.",
    }),
    ...(hasBoards && organization === "" && { boards: "Boards are an organization's: name it, or leave this out." }),
  };
  if (github === undefined || here === undefined || Object.keys(problems).length > 0) return { problems };
  const keep = sent.keep === "terminal" ? "terminal" : "folder";
  return {
    wishes: {
      name,
      publicUrl: here.origin,
      webUrl: github.href.replace(/(?<!\/)\/+$/u, ""),
      organization: organization === "" ? undefined : organization,
      hasBoards,
      keep,
    },
  };
}

function publicUrlProblem(here: URL | undefined, github: URL | undefined): Problems {
  const say = (publicUrl: string): Problems => ({ publicUrl });
  if (here === undefined)
    return say("Write where GitHub and people reach this server, such as https://frontdesk.example.com.");
  if (here.pathname !== "/" || here.search !== "" || here.hash !== "") {
    return say("Leave the path out: Frontdesk is at the root of its host.");
  }
  const isHere = isLoopback(here.hostname);
  if (github !== undefined && !isReached(here.origin, github.origin)) {
    return say(
      "GitHub cannot reach this machine by that name. Write its public address, or that of a tunnel that leads here (docs/how-to/install-the-app.md).",
    );
  }
  if (here.protocol !== "https:" && !isHere) {
    return say(
      "It has to begin with https://: people sign in there, and webhooks carry what private repositories say.",
    );
  }
  return {};
}

/** Whether a GitHub can reach a server by this address: this machine's own names lead nowhere from elsewhere. */
export function isReached(publicUrl: string, webUrl: string): boolean {
  return !isLoopback(new URL(publicUrl).hostname) || isLoopback(new URL(webUrl).hostname);
}

/** Where a GitHub's REST API is, by its web address: https://docs.github.com/en/enterprise-server/rest/quickstart and https://docs.github.com/en/enterprise-cloud@latest/admin/data-residency/about-github-enterprise-cloud-with-data-residency */
export function apiUrlOf(webUrl: string): string {
  const { protocol, host, hostname } = new URL(webUrl);
  if (hostname === "github.com" || hostname.endsWith(".ghe.com")) return `${protocol}//api.${host}`;
  return `${webUrl}/api/v3`;
}

/** Where GitHub takes a manifest: https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest */
export function newAppAddress(
  { webUrl, organization }: Pick<Wishes, "webUrl" | "organization">,
  state: string,
): string {
  const path = organization === undefined ? "/settings/apps/new" : `/organizations/${organization}/settings/apps/new`;
  return `${webUrl}${path}?state=${state}`;
}

function addressOf(text: string): URL | undefined {
  const url = URL.parse(text.trim());
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === "" ? url : undefined;
}
