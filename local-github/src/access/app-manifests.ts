import { randomBytes } from "node:crypto";
import { z } from "zod";
import { GitHubError } from "../world/errors.ts";
import { registerApp } from "../world/installations.ts";
import type { App, Organization, User } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import type { UserAuthorizations } from "./user-authorizations.ts";

/** The flow has to be through within an hour: https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-flow */
const codeLifeMs = 3_600_000;

/** Always sent, and refused in a manifest: https://github.com/orgs/community/discussions/6972 */
const unsupportedEvents = ["installation", "installation_repositories"];

const level = z.enum(["read", "write", "admin"]);

/** https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-parameters */
const Manifest = z.object({
  name: z.string().max(34).optional(),
  url: z.url(),
  hook_attributes: z.object({ url: z.url(), active: z.boolean().default(true) }).optional(),
  redirect_url: z.url().optional(),
  callback_urls: z.array(z.url()).max(10).default([]),
  setup_url: z.url().optional(),
  description: z.string().default(""),
  public: z.boolean().default(false),
  default_events: z.array(z.string()).default([]),
  default_permissions: z.record(z.string(), level).default({}),
});

/** A GitHub App as somebody would like to register it. */
export type AppManifest = z.output<typeof Manifest>;

/** Apps that are registered from a manifest, and the codes by which their servers fetch the credentials, once. */
export class AppManifests {
  readonly #world: World;
  readonly #authorizations: UserAuthorizations;
  readonly #now: () => Date;
  readonly #codes = new Map<string, { readonly app: App; readonly until: number }>();

  constructor(world: World, authorizations: UserAuthorizations, now: () => Date) {
    this.#world = world;
    this.#authorizations = authorizations;
    this.#now = now;
  }

  /** Throws a refusal with GitHub's words where they are known. */
  read(json: string | undefined): AppManifest {
    const parsed = Manifest.safeParse(parseJson(json));
    if (!parsed.success) {
      const problems = parsed.error.issues.map((it) => `${it.path.join(".")}: ${it.message}`);
      throw refused(`Invalid GitHub App configuration. ${problems.join(". ")}`);
    }
    const events = parsed.data.default_events.filter((it) => unsupportedEvents.includes(it));
    if (events.length > 0) throw refused(`Default events unsupported: ${events.join(", ")}`);
    return parsed.data;
  }

  /** Registers the app under a name that nobody has yet, and gives the code that its server exchanges. */
  register(owner: User | Organization, manifest: AppManifest, name: string): string {
    const slug = slugOf(name);
    if (slug === "") throw refused("Name can't be blank");
    if (this.#world.all("App").some((it) => it.slug === slug)) throw refused("Name is already taken");
    const app = registerApp(this.#world, owner, {
      slug,
      name,
      permissions: manifest.default_permissions,
      events: manifest.default_events,
      webhook: {
        url: manifest.hook_attributes?.active === true ? manifest.hook_attributes.url : null,
        secret: randomBytes(20).toString("hex"),
      },
    });
    app.description = manifest.description;
    this.#authorizations.setCallbacks(app, manifest.callback_urls);
    const code = randomBytes(20).toString("hex");
    this.#codes.set(code, { app, until: this.#now().getTime() + codeLifeMs });
    return code;
  }

  /** The app of a code, which counts once. */
  exchange(code: string): { readonly app: App; readonly clientSecret: string } | undefined {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    if (known === undefined || known.until <= this.#now().getTime()) return undefined;
    return { app: known.app, clientSecret: this.#authorizations.clientSecretOf(known.app) };
  }
}

/** As the address of an app's page is made from its name. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

function parseJson(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    throw refused("Error processing your GitHub App manifest. It is no JSON");
  }
}

function refused(message: string): GitHubError {
  return new GitHubError("UNPROCESSABLE", message, 422);
}
