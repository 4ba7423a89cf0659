import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hourMs, type Clock } from "../../core/clock.ts";
import type { ExpiringNames } from "../../core/expiring-names.ts";
import type { Viewer } from "../page.ts";
import { Seal } from "./seal.ts";

/** How long somebody is signed in, whatever they do meanwhile, in milliseconds. */
export const sessionMs = 8 * hourMs;

const SessionData = z.object({ key: z.string(), id: z.number(), login: z.string(), until: z.number() });

/** Somebody who is signed in. */
export interface Session {
  /** Tells it from all others. */
  readonly key: string;
  readonly viewer: Viewer;
  readonly until: number;
}

export interface SessionsDeps {
  /** A secret of the operator's. */
  readonly secret: string;
  /** Logins of the operators. */
  readonly operators: readonly string[];
  readonly clock: Clock;
  /** Sessions that were ended before their time, in whichever process. */
  readonly ended: ExpiringNames;
}

/**
 * Sessions are kept by the browsers, sealed: who it is, and until when. We keep none, but for those that somebody has
 * ended before their time.
 */
export class Sessions {
  readonly #seal: Seal;
  readonly #pendingSeal: Seal;
  readonly #formKey: Uint8Array;
  readonly #operators: ReadonlySet<string>;
  readonly #clock: Clock;
  readonly #ended: ExpiringNames;

  constructor({ secret, operators, clock, ended }: SessionsDeps) {
    this.#seal = new Seal(secret, "session");
    this.#pendingSeal = new Seal(secret, "sign-in");
    this.#formKey = new Uint8Array(hkdfSync("sha256", secret, "", "frontdesk dashboard: forms", 32));
    this.#operators = new Set(operators.map((it) => it.toLowerCase()));
    this.#clock = clock;
    this.#ended = ended;
  }

  /** What the browser keeps of a new session. Nothing of one before goes into it. */
  begin({ id, login }: { readonly id: number; readonly login: string }): string {
    const until = this.#clock().getTime() + sessionMs;
    return this.#seal.seal({ key: randomBytes(16).toString("base64url"), id, login, until });
  }

  /** The session that a browser sent; undefined where it is none of ours, over, or ended. */
  async find(sent: string | undefined): Promise<Session | undefined> {
    const { data } = SessionData.safeParse(sent === undefined ? undefined : this.#seal.open(sent));
    if (!data || data.until <= this.#clock().getTime() || (await this.#ended.has(data.key))) return undefined;
    const { key, id, login, until } = data;
    return { key, until, viewer: { id, login, isOperator: this.#operators.has(login.toLowerCase()) } };
  }

  async end({ key, until }: Session): Promise<void> {
    await this.#ended.add(key, until);
  }

  /** What the browser keeps until there is a session. It counts for none. */
  sealPending(pending: object): string {
    return this.#pendingSeal.seal(pending);
  }

  openPending(sent: string): unknown {
    return this.#pendingSeal.open(sent);
  }

  /** What the forms of a session send along: nobody who cannot read our pages in it can know it. */
  formToken({ key }: Session): string {
    return createHmac("sha256", this.#formKey).update(key).digest("base64url");
  }

  isFormToken(given: string, session: Session): boolean {
    const digest = (text: string) => createHmac("sha256", this.#formKey).update(text).digest();
    return timingSafeEqual(digest(given), digest(this.formToken(session)));
  }
}
