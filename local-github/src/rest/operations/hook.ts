import type { RestAnswer } from "../../request-context.ts";
import type { App } from "../../world/objects.ts";
import type { WebhookDelivery } from "../../webhooks/webhook-delivery.ts";
import { ok, pageOf } from "../answers.ts";
import { appOperation, mustFind, type RestOperation, type RestRequest } from "../rest-operation.ts";

const DOCS = "apps/webhooks#";
type AppRequest = RestRequest & { readonly app: App };

/** Where an app's webhooks go, what was sent, and sending it again. */
export const hookOperations: readonly RestOperation[] = [
  appOperation("GET /app/hook/config", `${DOCS}get-a-webhook-configuration-for-an-app`, ({ app }) => ok(toConfig(app))),
  appOperation("PATCH /app/hook/config", `${DOCS}update-a-webhook-configuration-for-an-app`, (request) => {
    const { app, input, webhooks } = request;
    webhooks.setTarget(app, {
      url: input.optionalText("url") ?? app.webhook.url,
      secret: input.optionalText("secret") ?? app.webhook.secret,
    });
    return ok(toConfig(app));
  }),
  appOperation("GET /app/hook/deliveries", `${DOCS}list-deliveries-for-an-app-webhook`, listDeliveries),
  appOperation("GET /app/hook/deliveries/{delivery_id}", `${DOCS}get-a-delivery-for-an-app-webhook`, (request) =>
    ok(toDelivery(findDelivery(request))),
  ),
  appOperation(
    "POST /app/hook/deliveries/{delivery_id}/attempts",
    `${DOCS}redeliver-a-delivery-for-an-app-webhook`,
    (request) => {
      request.webhooks.redeliverSoon(findDelivery(request).id);
      return { status: 202, body: {} };
    },
  ),
];

function toConfig(app: App): Record<string, unknown> {
  return { content_type: "json", insecure_ssl: "0", secret: "********", url: app.webhook.url ?? "" };
}

function findDelivery(request: AppRequest): WebhookDelivery {
  const delivery = request.webhooks.find(Number(request.parameters["delivery_id"]));
  return mustFind(delivery?.appId === request.app.databaseId ? delivery : undefined);
}

/** Newest first, paged by cursor: the id of the last one seen. */
function listDeliveries(request: AppRequest): RestAnswer {
  const { query, webhooks, app, world, path } = request;
  const { perPage } = pageOf(query);
  const wanted = query.get("status");
  const before = Number(query.get("cursor")?.replace(/^v1_/u, "") ?? Number.POSITIVE_INFINITY);
  const matching = webhooks.list(app).filter((delivery) => {
    const isSuccess = delivery.statusCode >= 200 && delivery.statusCode < 400;
    return delivery.id < before && (wanted === null || (wanted === "success") === isSuccess);
  });
  const shown = matching.slice(0, perPage);
  const next = new URLSearchParams(query);
  next.set("cursor", `v1_${shown.at(-1)?.id ?? 0}`);
  const link = `<${world.origin}${path}?${next.toString()}>; rel="next"`;
  return { status: 200, body: shown.map(toDeliveryItem), ...(matching.length > perPage ? { headers: { link } } : {}) };
}

function toDeliveryItem(delivery: WebhookDelivery): Record<string, unknown> {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

function toDelivery(delivery: WebhookDelivery): Record<string, unknown> {
  return {
    ...toDeliveryItem(delivery),
    url: delivery.url,
    request: { headers: delivery.request.headers, payload: JSON.parse(delivery.request.body) as unknown },
    response: { headers: delivery.response.headers, payload: delivery.response.body },
  };
}
