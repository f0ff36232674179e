import { Hono, type MiddlewareHandler } from 'hono';
import type { DoorEnv, DoorOptions } from '../../api/http/door.ts';
import { namesThisMachine } from '../../api/http/own-machine.ts';
import { plainLine } from '../../domain/plain-text.ts';
import { readMail, readMailbox } from '../../operations/ledger/read-mailbox.ts';
import { presentLine, presentMail } from './present-mail.ts';

// The page asks again every few seconds, and a kept mail never changes.
const LINES_KEPT = 500;

/** The development mailbox's data: mounted only where nothing is sent and nobody but this machine can ask. */
export function mailbox({ context }: DoorOptions): Hono<DoorEnv> {
  const lines = new Map<number, Awaited<ReturnType<typeof presentLine>>>();
  const app = new Hono<DoorEnv>();
  app.use('/mailbox/*', forThisMachine);

  app.get('/mailbox/api/mails', async (c) => {
    const before = c.req.query('before');
    if (before !== undefined && !isId(before)) return c.json({ message: 'before must be the id of a mail.' }, 400);
    const page = await readMailbox(context, {
      before: before === undefined ? null : Number(before),
      to: plainLine(c.req.query('to') ?? ''),
    });
    const mails = [];
    for (const kept of page.mails) {
      const line = lines.get(kept.id) ?? (await presentLine(kept));
      lines.set(kept.id, line);
      mails.push(line);
    }
    for (const id of lines.keys()) {
      if (lines.size <= LINES_KEPT) break;
      lines.delete(id);
    }
    return c.json({ mails, nextBefore: page.nextBefore });
  });

  app.get('/mailbox/api/mails/:id', async (c) => {
    const id = c.req.param('id');
    const kept = isId(id) ? await readMail(context, Number(id)) : undefined;
    return kept ? c.json(await presentMail(kept)) : c.json({ message: 'There is no such mail.' }, 404);
  });
  return app;
}

/** Only under names that are always this machine: the mails hold links that act. */
const forThisMachine: MiddlewareHandler<DoorEnv> = async (c, next) => {
  if (!namesThisMachine(c)) return c.text('The development mailbox is open at localhost, 127.0.0.1 and [::1] only.', 403);
  await next();
};

function isId(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}
