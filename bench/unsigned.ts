/** How much memory uploads take that nobody has signed, each held just short of its end. */
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { openDesk } from "./desk.ts";
import { print } from "./figures.ts";

const uploads = 60;
/** Just below GitHub's largest. */
const length = 25 * 1024 * 1024;
const heldMs = 8_000;

const desk = await openDesk([]);
try {
  desk.install();
  await desk.settle();
  await sleep(2_000);
  const before = await desk.app.memory();
  const statuses: Record<string, number> = {};
  const note = (status: number | string) => void (statuses[status] = (statuses[status] ?? 0) + 1);
  const held = Array.from({ length: uploads }, () => {
    const headers = {
      "content-type": "application/json",
      "content-length": length,
      "x-github-event": "push",
      "x-github-delivery": crypto.randomUUID(),
      "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
    };
    const upload = request(desk.webhook.url, { method: "POST", headers });
    upload.on("response", (answer) => note(answer.statusCode ?? 0)).on("error", () => undefined);
    upload.write(Buffer.alloc(length - 1));
    return upload;
  });
  await sleep(heldMs);
  const after = await desk.app.memory();
  const ready = await fetch(`${desk.app.url}/readyz`);
  print("resident before", `${before?.now.toFixed(0) ?? "?"} MB`);
  print(
    `with ${uploads} uploads of 25 MB, ${heldMs / 1_000} s later`,
    `${after?.now.toFixed(0) ?? "?"} MB, at most ${after?.most.toFixed(0) ?? "?"} MB`,
  );
  print("answered by then", JSON.stringify(statuses));
  print("/readyz meanwhile", String(ready.status));
  for (const upload of held) upload.destroy();
} finally {
  await desk.close();
}
