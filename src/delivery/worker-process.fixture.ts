import { randomBytes, randomUUID } from 'node:crypto';
import { TEMPLATE_VERSION, TZ_VERSION, createComposer } from './email/compose-email.ts';
import { createSmtpTransport } from './smtp-transport.ts';
import { startWorker } from './worker.ts';
import { openDatabase } from '../postgres/database.ts';

/*
 * A worker in a process of its own, to be killed: node worker-process.fixture.ts DATABASE_URL SMTP_URL NOW CONNECTIONS LEASE
 * (NOW: the instant its clock stands at; LEASE: its times, as JSON).
 */
const [databaseUrl = '', smtpUrl = '', now = '', connections = '', lease = ''] = process.argv.slice(2);
const quiet = () => {};

startWorker({
  db: openDatabase(databaseUrl),
  listenTo: null,
  clock: { now: () => Temporal.Instant.from(now) },
  random: { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) },
  links: { sign: () => '', read: () => null },
  transport: createSmtpTransport({ url: smtpUrl, connections: Number(connections) }),
  compose: createComposer(),
  composedWith: { templateVersion: TEMPLATE_VERSION, tzVersion: TZ_VERSION },
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  publicUrl: 'https://events.example.org',
  concurrency: Number(connections),
  soleWorker: false,
  leaseTimes: JSON.parse(lease),
});
