/** The token that a command reads GitHub with; undefined where none is set. */
export function tokenIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return (env["FRONTDESK_TOKEN"] || env["GITHUB_TOKEN"])?.trim() || undefined;
}
