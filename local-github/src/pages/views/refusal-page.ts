import { html } from "hono/html";
import type { PageRequest } from "../visit.ts";
import { showPage } from "./layout.ts";

/** Says what was refused and why. What the visitor had written is shown, so that it is not lost. */
export async function refusalPage(c: PageRequest, status: 403 | 404 | 422, message: string): Promise<Response> {
  const form = c.req.method === "POST" ? await c.req.parseBody() : {};
  const written = typeof form["body"] === "string" ? form["body"] : "";
  const back = backFrom(c);
  return showPage(c, {
    title: "Not done",
    status,
    main: html`<div class="narrow">
      <h1>${status === 404 ? "Not found" : "That was refused"}</h1>
      <p class="message message-error" role="alert">${message}</p>
      ${
        written === ""
          ? ""
          : html`<label for="written">What you wrote</label
              ><textarea id="written" rows="8" readonly>${written}</textarea>`
      }
      <p><a href="${back}">Back</a></p>
    </div>`,
  });
}

/** The page the form was on, when it is one of ours. */
function backFrom(c: PageRequest): string {
  const referrer = URL.parse(c.req.header("referer") ?? "");
  return referrer === null || referrer.origin !== new URL(c.req.url).origin ? "/" : referrer.pathname + referrer.search;
}
