/** What a database URL asks for: a URL for each of its hosts, in their order, and whether only one that takes changes will do. */
export type DatabaseTarget = { urls: [string, ...string[]]; writable: boolean };

const PARTS = /^(?<scheme>postgres(?:ql)?:\/\/)(?<user>[^@/?]*@)?(?<hosts>[^/?]*)(?<path>\/[^?]*)?(?<query>\?.*)?$/;

/**
 * Reads a URL as libpq does (PostgreSQL, docs/libpq-connect): several hosts before the slash, each with its port, a socket's directory percent-encoded as a host or as `?host=`,
 * and `target_session_attrs`, of which `any`, `read-write` and `primary` make sense here. A sentence that completes "It must be …" where it cannot be read.
 */
export function databaseTarget(text: string): DatabaseTarget | { fault: string } {
  const { scheme, user = '', hosts = '', path = '', query = '' } = PARTS.exec(text)?.groups ?? {};
  const example = 'an address like postgres://user:password@host:5432/database';
  if (scheme === undefined) return { fault: example };
  const parameters = new URLSearchParams(query);
  const wanted = parameters.get('target_session_attrs') ?? 'any';
  if (!['any', 'read-write', 'primary'].includes(wanted))
    return { fault: 'an address with target_session_attrs=read-write, primary or any: a standby takes no changes' };
  if (parameters.get('host')?.includes(','))
    return { fault: 'an address with several hosts before the slash, as in postgres://user:password@one:5432,two:5432/database' };
  parameters.delete('target_session_attrs');
  const rest = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  // No URL has a user and no host, though libpq takes it; what `?host=` says counts before it.
  const [first, ...more] = hosts
    .split(',')
    .map((host) => `${scheme}${user}${host === '' && user !== '' ? 'localhost' : host}${path}${rest}`);
  const urls: [string, ...string[]] = [first ?? '', ...more];
  // An empty one among several would be this machine's socket to libpq, and is a slip to everybody else.
  const slip = more.length > 0 && hosts.split(',').some((host) => host === '');
  return slip || !urls.every((url) => URL.canParse(url)) ? { fault: example } : { urls, writable: wanted !== 'any' };
}
