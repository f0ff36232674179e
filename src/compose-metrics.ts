import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Metrics } from './api/http/metrics.ts';
import { hashSecret, isSecretOf } from './crypto/secret.ts';
import type { WorkerFigures } from './delivery/figures.ts';
import type { Clock } from './domain/clock.ts';
import { COUNTED, type LedgerFigures, readFigures } from './ledger/read-figures.ts';
import { connectionsOf } from './postgres/connections.ts';
import type { Database } from './postgres/database.ts';

export type MeasuredProcess = {
  db: Database;
  clock: Clock;
  /** METRICS_TOKEN. */
  token: string | undefined;
  /** What its worker has done, where it has one that speaks. */
  worker(): WorkerFigures | undefined;
  ready(): boolean;
};

/** Whoever asks within this time is told what the one before was told. */
const KEPT_MS = 5_000;

/** All that a process tells of itself and its database. What it asks the database is asked once in five seconds, and costs the same with any number of deliveries. */
export function measure(about: MeasuredProcess): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addLedgerFigures(registry, about);
  addWorkerFigures(registry, about);
  const hash = about.token === undefined ? null : hashSecret(about.token).toString('hex');
  return { registry, isToken: hash === null ? null : (shown) => isSecretOf(hash, shown) };
}

function addLedgerFigures(registry: Registry, { db, clock }: MeasuredProcess): void {
  let kept: { at: number; figures: Promise<LedgerFigures | undefined> } | undefined;
  const read = () => {
    if (kept === undefined || performance.now() - kept.at > KEPT_MS) {
      const figures = readFigures(db, clock.now()).catch(() => undefined);
      kept = { at: performance.now(), figures };
    }
    return kept.figures;
  };
  /** A figure that is not told while the database does not answer: zero would be a lie. */
  const gauge = (name: string, help: string, from: (gauge: Gauge, figures: LedgerFigures) => void, labelNames: string[] = []) => {
    const made: Gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        made.reset();
        const figures = await read();
        if (figures) from(made, figures);
        else if (labelNames.length === 0) made.remove();
      },
    });
  };
  const age = (since: Temporal.Instant | null) => (since === null ? 0 : Math.max(0, clock.now().since(since).total('seconds')));

  new Gauge({
    name: 'adjourn_ledger_readable',
    help: '1 when the figures below could be read from the database within two seconds',
    registers: [registry],
    async collect() {
      this.set((await read()) ? 1 : 0);
    },
  });
  gauge(
    'adjourn_notices',
    `Notices of all tenants by state, at most ${COUNTED} of each; those sent are counted by adjourn_attempts_total`,
    (made, { queued, awaitingRetry, sending, failed, bounced }) => {
      for (const [state, count] of Object.entries({ queued, awaiting_retry: awaitingRetry, sending, failed, bounced }))
        made.set({ state }, count);
    },
    ['state'],
  );
  gauge(
    'adjourn_oldest_due_notice_age_seconds',
    'For how long the notice has been due that is due the longest; 0: none is',
    (made, { oldestDueAt }) => made.set(age(oldestDueAt)),
  );
  gauge('adjourn_oldest_due_webhook_age_seconds', 'The same of messages to other programs', (made, { oldestWebhookDueAt }) =>
    made.set(age(oldestWebhookDueAt)),
  );
  gauge(
    'adjourn_expansion_lag_seconds',
    'Age of the oldest change whose notices are not all written; 0: none is',
    (made, { oldestPlanAt }) => made.set(age(oldestPlanAt)),
  );
  gauge(
    'adjourn_plans',
    `Changes whose notices are not all written, at most ${COUNTED}; failing: could not be written at the last try`,
    (made, { plans, plansFailed }) => {
      made.set({ state: 'pending' }, plans - plansFailed);
      made.set({ state: 'failing' }, plansFailed);
    },
    ['state'],
  );
  gauge('adjourn_workers', 'Workers on this database whose lease stands', (made, { workers }) => made.set(workers));
}

function addWorkerFigures(registry: Registry, { db, worker, ready }: MeasuredProcess): void {
  const counter = (name: string, help: string, counts: (figures: WorkerFigures) => Record<string, number>) => {
    const made: Counter = new Counter({
      name,
      help,
      labelNames: ['outcome'],
      registers: [registry],
      collect() {
        made.reset();
        for (const [outcome, count] of Object.entries(counts(worker() ?? NONE))) made.inc({ outcome }, count);
      },
    });
  };
  counter('adjourn_attempts_total', 'Tries of this process to hand over a mail, by outcome', ({ attempts }) => attempts);
  counter(
    'adjourn_webhook_tries_total',
    'Tries of this process to hand over a message to another program',
    ({ webhookTries }) => webhookTries,
  );
  const gauge = (name: string, help: string, value: () => number) =>
    void new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge('adjourn_worker_ready', '1 when the worker of this process holds its lease', () => (ready() ? 1 : 0));
  gauge('adjourn_mail_server_usable', '0 while the mail server could not be used at the last try; why is in /readyz?verbose', () =>
    worker()?.mailServer ? 0 : 1,
  );
  gauge(
    'adjourn_smtp_connections_allowed',
    'Connections to the mail server that this process allows itself: fewer where the server refuses more',
    () => worker()?.smtpConnections ?? 0,
  );
  gauge(
    'adjourn_worker_eventloop_lag_max_seconds',
    "The longest delay of the worker's event loop since it last spoke, half a second ago",
    () => worker()?.loopDelaySeconds ?? 0,
  );
  const pools: Gauge = new Gauge({
    name: 'adjourn_database_connections',
    help: 'Connections of a pool to the database; waiting: callers that wait for one',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, connections] of Object.entries({ server: connectionsOf(db), worker: worker()?.connections ?? NONE.connections })) {
        for (const [state, count] of Object.entries(connections)) pools.set({ pool, state }, count);
      }
    },
  });
}

const NONE: WorkerFigures = {
  attempts: { sent: 0, deferred: 0, refused: 0, lost: 0 },
  webhookTries: { delivered: 0, failed: 0 },
  connections: { open: 0, idle: 0, waiting: 0 },
  mailServer: null,
  smtpConnections: 0,
  loopDelaySeconds: 0,
};
