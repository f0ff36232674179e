import { folded } from '../domain/people/address.ts';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type MimeNode, Splitter, type SplitterChunk } from '@zone-eu/mailsplit';
import addressparser from 'nodemailer/lib/addressparser';
import { parseHeaderValue } from 'nodemailer/lib/mime-funcs';

/** A leaf of a mail's MIME tree. */
export type Part = {
  /** In lower case, without parameters. */
  type: string;
  /** Of its Content-Type: names in lower case, values as written. */
  parameters: Record<string, string>;
  /** In lower case; null where the part has none. */
  disposition: string | null;
  filename: string | null;
  /** Its place: under the root's which child, and so on; empty where the root itself is the leaf. */
  path: number[];
  /** The multipart subtypes it lies in, outermost first. */
  within: string[];
  /** Decoded. */
  content: Buffer;
};

/** A mail as far as a calendar client looks at it. Addresses are in lower case. */
export type Mail = {
  from: string[];
  to: string[];
  subject: string;
  messageId: string | null;
  /** The values of a header of the mail itself, decoded (RFC 2047), in the order they stand in. */
  header(name: string): string[];
  parts: Part[];
};

/** As many parts as a mail for calendars can have and mean something. */
const MAX_PARTS = 200;

/** Takes a mail apart (RFC 5322, RFC 2045 to 2047). What is no mail gives one without parts. Rejects when it has more than 200 parts. */
export async function readMail(raw: Uint8Array): Promise<Mail> {
  const leaves: { node: MimeNode; body: Buffer[] }[] = [];
  let root: MimeNode | undefined;
  const splitter = Readable.from([raw], { objectMode: false }).pipe(new Splitter({ ignoreEmbedded: true, maxChildNodes: MAX_PARTS }));
  for await (const chunk of splitter as AsyncIterable<SplitterChunk>) {
    if (chunk.type === 'node') {
      root ??= chunk;
      if (chunk.multipart === false) leaves.push({ node: chunk, body: [] });
    } else if (chunk.type === 'body') {
      leaves.at(-1)?.body.push(chunk.value);
    }
  }
  const places = placesOf(leaves.map(({ node }) => node));
  return {
    from: addressesIn(root, 'from'),
    to: addressesIn(root, 'to'),
    subject: headerOf(root, 'subject'),
    messageId: headerOf(root, 'message-id') || null,
    header: (name) => headersOf(root, name),
    parts: await Promise.all(leaves.map(async ({ node, body }, index) => partOf(node, await decoded(node, body), places[index] ?? []))),
  };
}

function partOf(node: MimeNode, content: Buffer, path: number[]): Part {
  const within: string[] = [];
  for (let parent = node.parentNode; parent !== false; parent = parent.parentNode) within.unshift(parent.multipart || 'rfc822');
  const { params } = parseHeaderValue((node.headers && node.headers.getFirst('Content-Type')) || '');
  return {
    type: node.contentType || 'text/plain',
    parameters: Object.fromEntries(Object.entries(params).map(([name, value]) => [name.toLowerCase(), String(value)])),
    disposition: node.disposition || null,
    filename: node.filename || null,
    path,
    within,
    content,
  };
}

async function decoded(node: MimeNode, body: Buffer[]): Promise<Buffer> {
  const decoder = node.getDecoder();
  decoder.end(Buffer.concat(body));
  return await buffer(decoder);
}

/** Which child of its parent each node is, from the root down; children are numbered in the order in which they or what is in them first came. */
function placesOf(nodes: MimeNode[]): number[][] {
  const children = new Map<MimeNode, MimeNode[]>();
  const place = (node: MimeNode): number[] => {
    const parent = node.parentNode;
    if (parent === false) return [];
    const siblings = children.get(parent) ?? [];
    children.set(parent, siblings);
    if (!siblings.includes(node)) siblings.push(node);
    return [...place(parent), siblings.indexOf(node)];
  };
  return nodes.map(place);
}

function headerOf(root: MimeNode | undefined, name: string): string {
  return headersOf(root, name)[0] ?? '';
}

function headersOf(root: MimeNode | undefined, name: string): string[] {
  return root === undefined || root.headers === false ? [] : root.headers.getDecoded(name).map(({ value }) => value);
}

function addressesIn(root: MimeNode | undefined, name: string): string[] {
  return addressparser(headerOf(root, name), { flatten: true }).map(({ address }) => folded(address));
}
