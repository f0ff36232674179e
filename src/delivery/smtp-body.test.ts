import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import DataStream from 'nodemailer/lib/smtp-connection/data-stream';
import { expect, test } from 'vitest';
import { writeBody } from './smtp-body.ts';

/** The bytes on the wire, as the library alone would send them. */
async function byLibrary(raw: Buffer): Promise<string> {
  const stream = new DataStream();
  stream.end(raw);
  return (await buffer(stream)).toString('latin1');
}

async function ours(raw: Buffer): Promise<string> {
  const stream = new DataStream();
  writeBody(stream, raw);
  return (await buffer(stream)).toString('latin1');
}

test('whatever a message holds, the bytes on the wire are those the library would send', async () => {
  const piece = fc.constantFrom('\r\n', '\r\n', '.', '..', 'a', 'é', 'some words ', '\n', '\r', '\r\n.\r\n');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
      const raw = Buffer.from(pieces.join(''));
      // Lone CR and LF that no dot follows are none of our business: composed messages have none.
      fc.pre(!/\r(?![\n.])|(?<!\r)\n(?!\.)/.test(pieces.join('')));
      expect(await ours(raw)).toBe(await byLibrary(raw));
    }),
    { numRuns: 500 },
  );
});

test('a dot after a lone CR or LF never reaches the wire as the end of the message', async () => {
  for (const raw of ['a\n.\nMAIL FROM:<x>', 'a\r.\rMAIL FROM:<x>', 'a\n.\r\nb', '.\r\nb', 'a\r\n.\r\nb']) {
    const wire = await ours(Buffer.from(raw));
    expect(wire.slice(0, -5)).not.toMatch(/(?:^|[\r\n])\.[\r\n]/);
    expect(wire).toMatch(/\r\n\.\r\n$/);
  }
});

test('a clean message leaves in one piece', () => {
  const pieces: (Buffer | null)[] = [];
  const destination = { push: (chunk: Buffer | null) => pieces.push(chunk), end: () => expect.unreachable() };
  writeBody(destination, Buffer.from('Subject: hello\r\n\r\n.hidden\r\nthere\r\n'));
  expect(pieces.map(String)).toEqual(['Subject: hello\r\n\r\n..hidden\r\nthere\r\n.\r\n', 'null']);
});
