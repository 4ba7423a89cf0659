import { html } from "hono/html";
import type { Html } from "./html.ts";

const units: readonly (readonly [name: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A moment as a distance from now, with the exact time for who points at it or reads it by machine. */
export function timeAgo(iso: string, now: Date): Html {
  return html`<time datetime="${iso}" title="${iso}">${distance(iso, now)}</time>`;
}

function distance(iso: string, now: Date): string {
  const seconds = (Date.parse(iso) - now.getTime()) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit === undefined ? "just now" : words.format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** The day of a moment, such as `3 May 2026`, in UTC. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
