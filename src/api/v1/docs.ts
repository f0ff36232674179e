import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Hono } from 'hono';
import type { DoorEnv } from '../http/door.ts';

/** Pictures of the page are data in its stylesheet. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; " +
  "frame-ancestors 'none'";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Adjourn API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The description is at /api/v1/openapi.json; this page shows it with JavaScript.</noscript>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

// No validator of strangers is asked, and a key that is typed in is not kept.
const START = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  displayOperationId: true,
  validatorUrl: null,
  persistAuthorization: false,
});
`;

const PACKAGED = { 'swagger-ui.css': 'text/css; charset=utf-8', 'swagger-ui-bundle.js': 'text/javascript; charset=utf-8' };

/** The description of our own API as a page to browse and try: /docs. All of it comes from here, and nothing in it is inline. */
export function docs(): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  app.get('/docs', (c) => c.html(PAGE, 200, { 'content-security-policy': POLICY }));
  app.get('/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  for (const [name, type] of Object.entries(PACKAGED)) {
    app.get(`/docs/${name}`, async (c) => {
      const zipped = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
      // Half a megabyte instead of two, made once and kept; who cannot read it gets the file.
      let body = packed.get(name);
      if (zipped && !body) packed.set(name, (body = readPackaged(name).then((file) => promisify(gzip)(file))));
      return c.body(await (zipped && body ? body : readPackaged(name)), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=3600',
        vary: 'accept-encoding',
        ...(zipped && { 'content-encoding': 'gzip' }),
      });
    });
  }
  return app;
}

function readPackaged(name: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(fileURLToPath(import.meta.resolve(`swagger-ui-dist/${name}`)));
}
