import { readFileSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import { type SecretKeys, clock, random } from './compose-context.ts';
import { databaseLog } from './compose-store.ts';
import { type Config, demoByDefault, isLoopback, mailOf, secretKeyOf } from './config.ts';
import { isHere } from './delivery/smtp-url.ts';
import type { Signing } from './doctor/check-sender-domain.ts';
import { type Installation, examine } from './doctor/examine.ts';
import { type TestMailOutcome, sendTestMail } from './doctor/send-test-mail.ts';
import type { Examined } from './domain/finding.ts';
import { openLog } from './log.ts';
import { acceptsDemo } from './operations/tenants/settle-demo.ts';
import { type Database, openDatabase } from './postgres/database.ts';
import { joinDatabase } from './postgres/embedded/source.ts';

export type Doctor = { examine(): Promise<Examined[]>; close(): Promise<void> };

/**
 * Opens a database to be looked at, and changes nothing in it, not even its version. Throws a sentence where there is none, or an embedded one cannot be
 * started.
 */
export async function openDoctor(config: Config): Promise<Doctor> {
  const log = openLog('error');
  const { connectionString, kept } = await joinDatabase(config, databaseLog(log), { makes: false });
  const db = openDatabase(connectionString, { maxConnections: 4, applicationName: 'adjourn doctor' });
  return {
    examine: async () =>
      await examine(await installationOf(config, { db, connectionString, secretKeys: [secretKeyOf(config), ...config.OLD_SECRET_KEYS] })),
    async close() {
      await db.destroy();
      await kept?.stop();
    },
  };
}

const underway = new Map<number, Promise<Examined[]>>();

/** What a server finds of its own installation, for a tenant's administrator. Who asks while one looks is told what that one finds. */
export async function examineFor(config: Config, about: AboutProcess, tenantId: number): Promise<Examined[]> {
  const looking = underway.get(tenantId) ?? installationOf(config, about).then((installation) => examine(installation, tenantId));
  underway.set(tenantId, looking);
  return await looking.finally(() => underway.delete(tenantId));
}

type AboutProcess = { db: Database; connectionString: string; secretKeys: SecretKeys; demo?: boolean };

/** How the doctor is to look at an installation of this configuration. `demo`: whether its secrets are accepted; asked of the database where it is not told. */
async function installationOf(config: Config, { db, connectionString, secretKeys, demo }: AboutProcess): Promise<Installation> {
  const accepted = demo ?? (await acceptsDemo({ db }, config.DEMO, demoByDefault(config)).catch(() => demoByDefault(config)));
  const most =
    Number(config.SMTP_URL === undefined ? Number.NaN : new URL(config.SMTP_URL).searchParams.get('maxConnections')) ||
    Number.POSITIVE_INFINITY;
  return {
    db,
    clock,
    connectionString,
    dataDir: config.DATA_DIR,
    embedded: config.DATABASE_URL === undefined,
    mail: {
      url: config.SMTP_URL,
      onThisMachine: config.SMTP_URL !== undefined && isHere(config.SMTP_URL),
      connections: Math.max(1, Math.min(config.WORKERS, most)),
      mail: mailOf(config, accepted),
    },
    signing: signingOf(config),
    publicUrl: config.PUBLIC_URL,
    onLoopback: isLoopback(config.HOST),
    secretKeys,
    lookup: new Resolver({ timeout: 3_000, tries: 2 }),
  };
}

/** Hands one mail over as notices are, from a mailbox. */
export async function sendTestMailBy(config: Config, mail: { from: string; to: string }): Promise<TestMailOutcome> {
  return await sendTestMail(mail, { url: config.SMTP_URL, signing: signingOf(config), clock, random });
}

function signingOf({ DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_FILE: file }: Config): Signing | null {
  return domain && selector && file ? { domain, selector, privateKeyPem: readFileSync(file, 'utf8') } : null;
}
