import { html } from "hono/html";
import type { DiscussionCategory } from "../../world/objects.ts";
import type { Html } from "./html.ts";

/**
 * A small drawing from `assets/signs.svg`, as decoration beside words. Emoji would need a font that servers and
 * containers lack.
 */
export function sign(name: string): Html {
  return html`<svg class="sign" aria-hidden="true"><use href="/-/signs.svg#${name}" /></svg>`;
}

const drawn = new Set(["mega", "speech_balloon", "bulb", "pray", "raised_hands", "ballot_box"]);

/** The sign of a category by its emoji; a speech balloon for those that are not drawn. */
export function categorySign({ emoji }: DiscussionCategory): Html {
  const name = emoji.replaceAll(":", "");
  return sign(drawn.has(name) ? name : "speech_balloon");
}
