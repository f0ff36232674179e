/** Where nodemailer wants the message: its DataStream, which leads to the socket. */
export type Destination = {
  /** Through its own transform: line ends made CRLF, dots doubled, the end marked. */
  end(raw: Buffer): unknown;
  /** Past its transform, straight on; null: that was all. */
  push(chunk: Buffer | null): unknown;
};

const CRLF = Buffer.from('\r\n');
const END = Buffer.from('.\r\n');
const AFTER_LF = Buffer.from('\n.');
const AFTER_CR = Buffer.from('\r.');

/**
 * Writes a message and the line with the dot that ends it (RFC 5321 §4.1.1.4), doubling the dot of lines that begin with one (§4.5.2),
 * as one piece and one system call. The library's transform does the same byte by byte, for a tenth of a millisecond each mail; it still
 * gets every message in which a dot follows a lone CR or LF, where a server may see an end that we did not mean.
 */
export function writeBody(destination: Destination, raw: Buffer): void {
  const pieces = dotted(raw);
  if (!pieces) return void destination.end(raw);
  if (!raw.subarray(-2).equals(CRLF)) pieces.push(CRLF);
  pieces.push(END);
  destination.push(Buffer.concat(pieces));
  destination.push(null);
}

/** The message cut before each dot to be doubled, those dots put in; undefined when a dot follows a lone CR or LF. */
function dotted(raw: Buffer): Buffer[] | undefined {
  if (raw.includes(AFTER_CR) || raw[0] === 0x2e) return undefined;
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = raw.indexOf(AFTER_LF); at !== -1; at = raw.indexOf(AFTER_LF, at + 1)) {
    if (raw[at - 1] !== 0x0d) return undefined;
    pieces.push(raw.subarray(from, at + 2));
    from = at + 1;
  }
  pieces.push(raw.subarray(from));
  return pieces;
}
