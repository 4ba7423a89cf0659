import { html } from "hono/html";
import type { AppChange } from "../../clock/app-change.ts";
import type { ClockMove } from "../../clock/movable-clock.ts";
import type { Visit } from "../visit.ts";
import type { Html } from "./elements.ts";

/** A way to move the clock that the page offers. */
interface OfferedMove {
  /** The form's value. */
  readonly by: string;
  readonly label: string;
  readonly to: Date;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** The hour of the day, in UTC, at which a working day begins here. */
const morning = 9;

/** What the page offers at a time. */
export function movesFrom(now: Date): readonly OfferedMove[] {
  const after = (ms: number) => new Date(now.getTime() + ms);
  return [
    { by: "15m", label: "15 minutes", to: after(15 * minuteMs) },
    { by: "1h", label: "1 hour", to: after(hourMs) },
    { by: "morning", label: "Next working day", to: nextMorning(now) },
    { by: "1d", label: "1 day", to: after(dayMs) },
    { by: "1w", label: "1 week", to: after(7 * dayMs) },
  ];
}

function nextMorning(now: Date): Date {
  const today = Math.floor(now.getTime() / dayMs) * dayMs + morning * hourMs;
  // Of four mornings in a row, one is later than now and on no weekend.
  const mornings = [0, 1, 2, 3].map((days) => new Date(today + days * dayMs));
  return mornings.find((at) => at > now && !isWeekend(at)) ?? now;
}

function isWeekend(at: Date): boolean {
  return at.getUTCDay() === 0 || at.getUTCDay() === 6;
}

/** The clock with its buttons, and what apps did while it was moved. */
export function clockView({ world, clock }: Visit): Html {
  const now = world.now();
  const move = clock.lastMove;
  return html`<div class="narrow">
    <h1>The clock</h1>
    <p class="lead">
      Move the time of this world forward to see what falls due. Apps go along, and the clock never goes back.
    </p>
    <div id="clock" data-live>
      <p class="clock-face"><time datetime="${now.toISOString()}">${shownTime(now)}</time></p>
      <p class="quiet">${lead(now.getTime() - world.unmovedNow().getTime())}</p>
      ${move?.state === "under way" ? progress(now, move) : buttons(now)}
    </div>
    <div id="moved" data-live>${move === undefined ? "" : moveView(move)}</div>
  </div>`;
}

function buttons(now: Date): Html {
  return html`<form method="post" action="/-/clock">
    <fieldset class="clock-moves">
      <legend>Move it forward</legend>
      ${movesFrom(now).map(
        ({ by, label, to }) =>
          html`<button class="button" name="by" value="${by}">
            <span>${label}</span> <span class="quiet">${shownTime(to)}</span>
          </button>`,
      )}
    </fieldset>
  </form>`;
}

function progress(now: Date, { from, to }: ClockMove): Html {
  const whole = to.getTime() - from.getTime();
  return html`<label for="on-its-way">On its way to ${shownTime(to)}</label>
    <progress id="on-its-way" max="${whole}" value="${now.getTime() - from.getTime()}"></progress>
    <p class="quiet" data-unscripted>Reload the page to see how far it is.</p>`;
}

function moveView({ from, to, changes, state, failure }: ClockMove): Html {
  const none = state === "under way" ? "Nothing fell due so far." : "Nothing fell due on the way.";
  return html`<section aria-labelledby="what-happened">
    <h2 id="what-happened">What happened between ${shownTime(from)} and ${shownTime(to)}</h2>
    ${state === "broken off" ? html`<p class="message message-error">The move was broken off on its way. ${failure ?? ""}</p>` : ""}
    ${
      changes.length === 0
        ? html`<p class="quiet">${none}</p>`
        : html`<ol class="rows happened">
            ${changes.map(changeRow)}
          </ol>`
    }
  </section>`;
}

function changeRow({ at, by, number, title, path, what }: AppChange): Html {
  return html`<li class="row">
    <time class="quiet" datetime="${at.toISOString()}">${shownTime(at)}</time>
    <div class="row-main">
      <a class="row-title" href="${path}">${title}</a>
      <p class="quiet">#${number} · ${by} ${what}</p>
    </div>
  </li>`;
}

/** How far this clock is ahead of the machine's, in words. */
function lead(ms: number): string {
  const hours = Math.round(ms / hourMs);
  if (hours === 0)
    return ms < minuteMs ? "As on this machine." : `${Math.round(ms / minuteMs)} minutes ahead of this machine.`;
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [days > 0 ? counted(days, "day") : "", rest > 0 ? counted(rest, "hour") : ""].filter((it) => it !== "");
  return `${parts.join(" and ")} ahead of this machine.`;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Such as `Mon 30 Nov, 16:02 UTC`. */
export function shownTime(at: Date): string {
  const day = at.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  return `${day.replace(",", "")}, ${at.toISOString().slice(11, 16)} UTC`;
}
