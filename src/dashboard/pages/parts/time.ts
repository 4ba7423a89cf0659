import { html } from "hono/html";
import { sayTime, sayTimeInShort } from "../../../text/say-time.ts";
import { saySeconds } from "./duration.ts";
import type { Html } from "../../html.ts";

/** A time for people anywhere: `2026-03-03 14:00 UTC`, in full as a title. */
export function timeOf(at: Date): Html {
  return html`<time class="nowrap" datetime="${at.toISOString()}" title="${sayTime(at)}"
    >${sayTimeInShort(at)} UTC</time
  >`;
}

/** A day: `2026-03-03`. */
export function dayOf(at: Date): Html {
  return html`<time class="nowrap" datetime="${at.toISOString()}" title="${sayTime(at)}"
    >${at.toISOString().slice(0, 10)}</time
  >`;
}

/** How far away a time is: `in 3 h`, `2 d ago`. */
export function fromNow(at: Date, now: Date): Html {
  const seconds = Math.abs(at.getTime() - now.getTime()) / 1000;
  const said = at > now ? `in ${saySeconds(seconds)}` : `${saySeconds(seconds)} ago`;
  return html`<time datetime="${at.toISOString()}" title="${sayTime(at)}">${said}</time>`;
}
