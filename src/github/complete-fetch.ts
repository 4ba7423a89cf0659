/** How long we wait for an answer. GitHub itself gives up after ten seconds. */
const patienceMs = 20_000;

/**
 * `fetch` that resolves only when the whole answer is here. Octokit takes a body that was cut short for an empty one
 * (a GraphQL answer becomes `undefined`, REST data `""`); here it is a network error, which reads repeat.
 */
export async function completeFetch(url: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
  const body = await answer.arrayBuffer();
  const { status, statusText, headers } = answer;
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  const complete = new Response(hasBody ? body : null, { status, statusText, headers });
  // Octokit reads where redirects led to; a made Response has no address of its own.
  return Object.defineProperty(complete, "url", { value: answer.url });
}

/** `fetch` for large downloads: resolves with the headers, and leaves the body to be read as it comes. */
export async function streamingFetch(url: string, init?: RequestInit): Promise<Response> {
  const headersInTime = new AbortController();
  const timer = setTimeout(() => headersInTime.abort(), patienceMs);
  try {
    return await fetch(url, { ...init, signal: headersInTime.signal });
  } finally {
    clearTimeout(timer);
  }
}
