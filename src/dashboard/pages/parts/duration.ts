import { html } from "hono/html";
import { sayDuration } from "../../../text/say-duration.ts";
import { saySpan } from "../../../text/say-time.ts";
import type { Html } from "../../html.ts";

const daySeconds = 86_400;

/** Calendar time in two units at most: `3 d 4 h`, `2 h 5 min`, `40 s`. */
export function saySeconds(seconds: number): string {
  if (seconds < daySeconds) return saySpan(seconds);
  const [days, hours] = [Math.floor(seconds / daySeconds), Math.floor((seconds % daySeconds) / 3600)];
  return hours === 0 || days >= 100 ? `${days} d` : `${days} d ${hours} h`;
}

/** What a figure comes to, in the words of reports: whoever reads both sees one number. */
export function spanOfFigure(seconds: number, isBusiness = false): Html {
  return withSeconds(seconds, sayDuration(seconds, isBusiness));
}

/** A span of calendar time with its exact seconds beside. */
export function calendarSpan(seconds: number): Html {
  return withSeconds(seconds, saySeconds(seconds));
}

/** A span of business time: a business day has as many hours as it has, so hours are not made days. */
export function businessSpan(seconds: number): Html {
  return withSeconds(seconds, saySpan(seconds));
}

function withSeconds(seconds: number, said: string): Html {
  return html`<data class="nowrap" value="${seconds}" title="${seconds} seconds">${said}</data>`;
}
