// Keeps a page up to date: asks for it again and swaps the parts marked `data-live` that have changed.
// Everything on the pages works without this script; then one has to reload.

const EVERY_MS = 1500;

/** A part in which somebody is writing or has opened something is left alone until they are done. */
function isBusy(part) {
  const typing = part.contains(document.activeElement) && document.activeElement.matches("textarea, input, select");
  return typing || part.querySelector("details.drawer[open], details.menu[open]") !== null;
}

/** Hides what only those need who have no script. */
function hideUnscripted(part) {
  for (const element of part.querySelectorAll("[data-unscripted]")) element.hidden = true;
}

function idsIn(part) {
  return new Set([...part.querySelectorAll("[id]")].map((element) => element.id));
}

function swap(part, fresh) {
  const known = idsIn(part);
  const opened = [...part.querySelectorAll("details[id][open]")].map((element) => element.id);
  hideUnscripted(fresh);
  part.replaceWith(fresh);
  for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  const arrived = [...fresh.querySelectorAll(".comment[id]")].filter((element) => !known.has(element.id));
  for (const element of arrived) element.classList.add("is-new");
  return arrived.length;
}

async function refresh() {
  if (document.visibilityState === "hidden") return;
  const answer = await fetch(location.pathname + location.search, {
    headers: { accept: "text/html" },
    cache: "no-cache",
  });
  if (!answer.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  let arrived = 0;
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = next.getElementById(part.id);
    if (fresh === null || fresh.innerHTML === part.dataset.shown || isBusy(part)) continue;
    fresh.dataset.shown = fresh.innerHTML;
    if (part.dataset.shown === undefined && fresh.innerHTML === part.innerHTML) continue;
    arrived += swap(part, fresh);
  }
  if (arrived > 0)
    document.getElementById("news").textContent = arrived === 1 ? "A new comment" : `${arrived} new comments`;
}

function watch() {
  // A server that is away, restarting perhaps, is asked again.
  const again = () => setTimeout(watch, EVERY_MS);
  refresh().then(again, again);
}

for (const field of document.querySelectorAll("select[data-submit]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}
hideUnscripted(document);
if (document.querySelector("[data-live]") !== null) setTimeout(watch, EVERY_MS);
