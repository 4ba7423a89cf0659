import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An address cannot be listened on. The message says what to do. */
export class AddressError extends Error {
  override name = "AddressError";
}

/** An address to listen on, and by which settings it was chosen. */
export interface Address {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Names of the settings, for messages: `HOST` and `PORT`. */
  readonly settings: readonly [host: string, port: string];
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const reasons: Readonly<Record<string, (at: Address) => string>> = {
  EADDRINUSE: ({ settings: [, port] }) => `another program listens there. Stop it, or set ${port} to another one`,
  EACCES: ({ settings: [, port] }) => `this user may not listen there. Ports below 1024 are for root: set ${port}`,
  EADDRNOTAVAIL: ({ settings: [host] }) => `this machine has no such address. Set ${host} to one of its own`,
  ENOTFOUND: ({ settings: [host] }) => `there is no such host. Set ${host} to an address of this machine`,
};

/** Listens, and answers with the address at which to find it from this machine. Rejects with `AddressError`. */
export async function listen(server: Server, address: Address): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(toAddressError(error, address)));
    server.listen(address.port, address.host, resolve);
  });
  server.removeAllListeners("error");
  const { port } = server.address() as AddressInfo;
  return `http://${reachable(address.host)}:${port}`;
}

/** Ends a server: lets the requests under way end within so long, in milliseconds, and takes no more. */
export async function closeServer(server: Server, withinMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), withinMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}

function toAddressError(error: NodeJS.ErrnoException, address: Address): AddressError {
  const reason = reasons[error.code ?? ""]?.(address) ?? error.message;
  return new AddressError(`Cannot listen on ${inUrl(address.host)}:${address.port}: ${reason}.`, { cause: error });
}

function reachable(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "localhost" : inUrl(host);
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
