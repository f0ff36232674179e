/**
 * Why a mail server was of no use, as against what it thinks of one mail: in words of our own, with no more of the server's or the system's than a code, so that
 * it may stand in a log. What an operator can do about it stands in docs/operations.md.
 */
export function troubleOf(error: unknown): string {
  const { code, originalCode, command, responseCode, message, timeoutType } = error as Record<string, unknown>;
  const said = typeof message === 'string' ? message : '';
  const codes = [originalCode, code].filter((each) => typeof each === 'string').map(String);
  if (codes.includes('EAUTH') || codes.includes('ENOAUTH') || codes.includes('EOAUTH2') || SIGN_IN.includes(Number(responseCode)))
    return `it does not accept our user and password${numbered(responseCode)}`;
  // Of STARTTLS the library keeps the words alone (OpenSSL's, RFC 5280 §6), of a connection that begins with TLS the code.
  if (codes.some((each) => CERTIFICATE.test(each)) || /\bcertificate\b|\baltnames\b/i.test(said)) return 'its certificate does not hold';
  if (
    codes.includes('ETLS') ||
    codes.includes('EREQUIRETLS') ||
    codes.includes('EPROTO') ||
    codes.some((each) => each.startsWith('ERR_SSL'))
  )
    return `no encrypted connection comes about${numbered(responseCode)}`;
  if (codes.includes('EDNS') || codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN')) return 'its name is not found';
  if (codes.includes('ECONNREFUSED')) return 'nobody listens there (ECONNREFUSED)';
  if (codes.includes('ETIMEDOUT') || typeof timeoutType === 'string') return 'it does not answer in time';
  if (typeof responseCode === 'number') return `it answers ${responseCode}${command === 'CONN' ? ' when we connect' : ''}`;
  const system = codes.find((each) => /^E[A-Z]+$/.test(each));
  return `the connection breaks${system === undefined ? '' : ` (${system})`}`;
}

// RFC 4954 §6: authentication required, too weak, failed, encryption required.
const SIGN_IN = [530, 534, 535, 538];

const CERTIFICATE = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(?:GET|VERIFY)/;

function numbered(responseCode: unknown): string {
  return typeof responseCode === 'number' ? ` (${responseCode})` : '';
}
