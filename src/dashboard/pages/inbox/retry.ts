import { html } from "hono/html";
import type { Inbox } from "../../../core/inbox.ts";
import type { Html } from "../../html.ts";
import type { SiteAction } from "../../page.ts";
import { deliveryPath } from "./shown-delivery.ts";

/** Puts a delivery that was given up back into the line, as `frontdesk inbox retry` does. */
export const retry: SiteAction<{ readonly inbox: Pick<Inbox, "retry"> }> = {
  path: "/-/inbox/:id/retry",
  audience: "operator",
  summary: "Puts a dead letter back into the line.",
  async act({ params: { id = "" }, reads, now }) {
    return (await reads.inbox.retry(id, now)) ? deliveryPath(id) : undefined;
  },
};

export function retryForm(id: string, formToken: string): Html {
  return html`<form method="post" action="${deliveryPath(id)}/retry">
    <input type="hidden" name="token" value="${formToken}" /><button>Try again</button>
  </form>`;
}
