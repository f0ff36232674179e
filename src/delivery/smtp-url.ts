/** Whether TLS must be: a password does not travel in the clear, unless it stays on this machine. */
export function needsTls(url: string): boolean {
  const { protocol, username } = new URL(url);
  return protocol === 'smtp:' && username !== '' && !isHere(url);
}

/**
 * The URL as nodemailer takes it. A server on this machine need not prove who it is, unless the URL asks for it: nobody stands between, and Debian's Postfix
 * offers TLS with a certificate that it signed itself. Any other must.
 */
export function withTls(given: string): string {
  const url = new URL(given);
  if (isHere(given) && !url.searchParams.has('tls.rejectUnauthorized')) url.searchParams.set('tls.rejectUnauthorized', 'false');
  return url.href;
}

/** Whether a mail server is on this machine: nobody stands between. */
export function isHere(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
