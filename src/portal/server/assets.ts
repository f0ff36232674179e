import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { DoorEnv } from '../../api/http/door.ts';

/**
 * The files that the pages are made of, below /assets, named by the hash of what is in them. Read once: they are a megabyte, and a file opened for
 * each request of each client that is slow to read is a descriptor each.
 */
export function assets(root: string): Hono<DoorEnv> {
  const files = new Map(namesIn(join(root, 'assets')).map((name) => [name, readFileSync(join(root, 'assets', name))]));
  const app = new Hono<DoorEnv>();
  app.get('/assets/:name', (c, next) => {
    const name = c.req.param('name');
    const body = files.get(name);
    if (!body) return next();
    return Promise.resolve(
      c.body(body, 200, {
        'content-type': getMimeType(name) ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-length': String(body.length),
      }),
    );
  });
  return app;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch (error) {
    // Without a build the pages say so.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
