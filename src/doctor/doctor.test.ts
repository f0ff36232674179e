import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addEvent, openWorld } from '../../test/harness/world.ts';
import { proofOf } from '../crypto/proof.ts';
import type { Examined } from '../domain/finding.ts';
import { registerWorker } from '../ledger/leases.ts';
import { compareIdentity } from '../operations/tenants/compare-identity.ts';
import { settleIdentity } from '../operations/tenants/settle-identity.ts';
import { openDatabase } from '../postgres/database.ts';
import { readServer } from '../postgres/read-server.ts';
import { CLOCK_FINDINGS, checkClock, judgeClock } from './check-clock.ts';
import { type AboutDatabase, DATABASE_FINDINGS, checkDatabase, judgeDatabase } from './check-database.ts';
import { DISK_FINDINGS, checkDisk } from './check-disk.ts';
import { IDENTITY_FINDINGS, checkIdentity } from './check-identity.ts';
import { LEDGER_FINDINGS, checkLedger } from './check-ledger.ts';
import { MAIL_SERVER_FINDINGS, checkMailServer } from './check-mail-server.ts';
import { ADDRESS_FINDINGS, checkPublicAddress } from './check-public-address.ts';
import { type Lookup, SENDER_FINDINGS, checkSenderDomains } from './check-sender-domain.ts';
import { TIME_ZONE_FINDINGS, checkTimeZones } from './check-time-zones.ts';
import { EXAMINE_FINDINGS, bounded, examine } from './examine.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(String(Temporal.Now.instant()));
});
afterAll(() => world.close());

const provoked = new Set<string>();
const namesIn = (examined: Examined) => {
  const names = examined.findings.map(({ name }) => name);
  for (const name of names) provoked.add(name);
  return names;
};

test('database: as it is in tests it is found careless; what else can be is found, too', async () => {
  const there = await checkDatabase(world.db, { connectionString: world.connectionString });
  expect(namesIn(there)).toEqual(['database_not_durable']);
  expect(there.facts).toMatchObject({ encoding: 'UTF8', role: 'primary', time_outs: 'in force' });
  const state = await readServer(world.db);
  const about: AboutDatabase = { missing: [], lacks: [], unknown: [], isHere: true };
  const judged = (changes: Partial<typeof state>, more: Partial<AboutDatabase> = {}) =>
    namesIn(judgeDatabase({ ...state, fsync: true, fullPageWrites: true, synchronousCommit: 'on', ...changes }, { ...about, ...more }));
  expect(judged({})).toEqual([]);
  expect(judged({ versionNumber: 140_000 })).toEqual(['database_too_old']);
  expect(judged({ encoding: 'LATIN1' })).toEqual(['database_not_utf8']);
  expect(judged({ inRecovery: true })).toEqual(['database_read_only']);
  expect(judged({ waitsForStandbys: true, standbys: 0 })).toEqual(['database_without_standby']);
  expect(judged({ autovacuum: false })).toEqual(['database_not_cleaned']);
  expect(judged({ oldestTransactionSeconds: 3_600 })).toEqual(['database_old_transaction']);
  expect(judged({ connections: 90, maxConnections: 100 })).toEqual(['database_connections_short']);
  expect(judged({ encrypted: false }, { isHere: false })).toEqual(['database_unencrypted']);
  expect(judged({}, { missing: ['lock_timeout (0)'] })).toEqual(['database_settings_missing']);
});

test('database: one that nobody answers for, one of another version, one whose role has lost its settings, one that is read-only', async () => {
  const nobody = openDatabase('postgres://127.0.0.1:9/none');
  const there = await checkDatabase(nobody, { connectionString: 'postgres://127.0.0.1:9/none' });
  await nobody.destroy();
  expect([namesIn(there), there.findings[0]?.says]).toEqual([
    ['database_unreachable'],
    'The database cannot be used: nobody listens there.',
  ]);
  await sql`update migrations set file = '0001_other.sql' where number = 1`.execute(world.db);
  const other = await checkDatabase(world.db, { connectionString: world.connectionString });
  await sql`update migrations set file = '0001_spine.sql' where number = 1`.execute(world.db);
  expect(namesIn(other)).toEqual(['database_of_older_version', 'database_of_newer_version', 'database_not_durable']);
  const url = new URL(world.connectionString);
  url.searchParams.set('options', '-c lock_timeout=0 -c default_transaction_read_only=on');
  const stripped = openDatabase(url.href);
  const without = await checkDatabase(stripped, { connectionString: url.href });
  await stripped.destroy();
  expect(namesIn(without)).toEqual(['database_read_only', 'database_settings_missing', 'database_not_durable']);
});

test('clock: one that differs from the database’s; a database far away', async () => {
  expect(namesIn(await checkClock(world.db, { now: () => Temporal.Now.instant() }))).toEqual([]);
  const late = await checkClock(world.db, { now: () => Temporal.Now.instant().subtract({ seconds: 7 }) });
  expect([namesIn(late), late.findings[0]?.says]).toEqual([
    ['clock_differs'],
    expect.stringMatching(/^The database's clock is [67]\.\d seconds ahead of ours/),
  ]);
  expect(namesIn(judgeClock({ aheadMs: 3, latencyMs: 55 }))).toEqual(['database_slow']);
});

test('time zones: those of Node know rules of 2024 and 2025; older ones are found', () => {
  expect(namesIn(checkTimeZones())).toEqual([]);
  expect(namesIn(checkTimeZones(() => '+06:00', '2023c'))).toEqual(['time_zones_old']);
});

test('disk: full, filling, and a secret key that others can read', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'adjourn-doctor-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const space = (free: number) => async () => ({ free, total: 1e11 });
  expect(namesIn(await checkDisk({ dataDir, embedded: true }, space(5e10)))).toEqual([]);
  expect(namesIn(await checkDisk({ dataDir, embedded: true }, space(1e9)))).toEqual(['disk_filling']);
  expect(namesIn(await checkDisk({ dataDir, embedded: true }, space(1e6)))).toEqual(['disk_full']);
  expect(namesIn(await checkDisk({ dataDir, embedded: false }))).toEqual([]);
  writeFileSync(join(dataDir, 'secret-key'), 'k');
  chmodSync(join(dataDir, 'secret-key'), 0o644);
  expect(namesIn(await checkDisk({ dataDir, embedded: false }))).toEqual(['secret_key_open']);
});

test('identity: another key, another address', async () => {
  const [mine, other] = ['k'.repeat(32), 'o'.repeat(32)];
  const publicUrl = 'https://events.example.org';
  await settleIdentity(world.context, { secretKeys: [mine], publicUrl, address: publicUrl, part: 'server', takes: true });
  const compared = async (secretKeys: string[], url: string | undefined) =>
    namesIn(checkIdentity(await compareIdentity(world.context, { secretKeys, publicUrl: url })));
  expect(await compared([mine], publicUrl)).toEqual([]);
  expect(await compared([other, mine], undefined)).toEqual([]);
  expect(await compared([other], 'https://elsewhere.example.org')).toEqual(['secret_key_differs', 'public_url_differs']);
});

test('notices: nobody hands over, one has waited long, a plan fails', async () => {
  const looked = async () => namesIn(await checkLedger(world.db, world.clock));
  expect(await looked()).toEqual(['nobody_hands_over']);
  await registerWorker(world.db, crypto.randomUUID(), 60, world.clock.now());
  const { id } = await addEvent(world);
  expect(await looked()).toEqual([]);
  world.clock.advance({ minutes: 10 });
  await sql`update outbox set state = 'pending', expanded_at = null, attempts = 2 where event_id = ${id}`.execute(world.db);
  expect(await looked()).toEqual(['notices_wait', 'plans_fail']);
  await sql`delete from outbox`.execute(world.db);
  await sql`delete from deliveries`.execute(world.db);
});

test('mail server: none, one that is not there, refuses us, or speaks otherwise than it is spoken to', async () => {
  const url = (of: string) => ({ url: of, connections: 1, mail: 'sent' as const, onThisMachine: true });
  expect(namesIn(await checkMailServer({ url: undefined, connections: 1, mail: 'none', onThisMachine: true }, world.clock))).toEqual([
    'mail_server_missing',
  ]);
  expect(namesIn(await checkMailServer(url('smtp://127.0.0.1:9'), world.clock))).toEqual(['mail_server_unreachable']);
  const strict = await startSmtpServer({ tls: 'starttls', auth: { user: 'mina', password: 'right' } });
  onTestFinished(() => strict.close());
  expect(namesIn(await checkMailServer(url(`smtp://mina:wrong@127.0.0.1:${strict.port}`), world.clock))).toEqual(['mail_server_sign_in']);
  const wrongPort = await checkMailServer(url(`smtps://127.0.0.1:${strict.port}`), world.clock);
  expect(namesIn(wrongPort)).toEqual(['mail_server_encryption']);
  const unsigned = await checkMailServer(url(`${strict.url}?tls.rejectUnauthorized=true`), world.clock);
  expect([namesIn(unsigned), JSON.stringify(unsigned)]).toEqual([['mail_server_certificate'], expect.not.stringContaining('right')]);
  const good = await checkMailServer(url(strict.url), world.clock, strict.certificate);
  expect([namesIn(good), good.facts]).toEqual([[], expect.objectContaining({ encrypted: true, certificate_ends: '2049-01-01T00:00:00Z' })]);
  const late = { now: () => Temporal.Instant.from('2048-12-20T00:00:00Z') };
  expect(namesIn(await checkMailServer(url(strict.url), late, strict.certificate))).toEqual(['mail_certificate_ends']);
});

test('mail server: what it limits: the size of a message and connections at once; and none of it encrypted', async () => {
  const small = await startSmtpServer({ size: 200_000 });
  onTestFinished(() => small.close());
  let open = 0;
  small.behave(({ stage }) => (stage === 'connect' && ++open > 2 ? { code: 421, text: '4.7.0 too many' } : 'accept'));
  const looked = await checkMailServer({ url: small.url, connections: 5, mail: 'sent', onThisMachine: true }, world.clock);
  expect([namesIn(looked), looked.facts]).toEqual([
    ['mail_size_small', 'mail_connections_few'],
    expect.objectContaining({ connections: '2 of 5 tried', size_mb: 0.2 }),
  ]);
  small.behave(() => 'accept');
  const elsewhere = await checkMailServer({ url: small.url, connections: 1, mail: 'sent', onThisMachine: false }, world.clock);
  expect(namesIn(elsewhere)).toEqual(['mail_size_small', 'mail_server_unencrypted']);
});

const PEM = (bits: number) =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** A resolver that knows these names. */
function zoneOf(texts: Record<string, string[]>, exchanges: Record<string, string[]> = {}): Lookup {
  const nothing = () => Promise.reject(Object.assign(new Error('nothing there'), { code: 'ENODATA' }));
  return {
    resolveTxt: async (name) => texts[name]?.map((text) => [text.slice(0, 200), text.slice(200)]) ?? nothing(),
    resolveMx: async (name) => exchanges[name]?.map((exchange) => ({ exchange, priority: 10 })) ?? nothing(),
  };
}

test('sender domains: what one publishes of who sends for it, of our key, and of what is to become of the rest', async () => {
  const key = PEM(2048);
  const signing = { domain: 'harbour.house', selector: 's1', privateKeyPem: key.privateKey };
  const senders = ['events@news.harbour.house', 'events@adjourn.example'];
  const good = {
    'news.harbour.house': ['v=spf1 mx -all', 'something else'],
    '_dmarc.harbour.house': ['v=DMARC1; p=none'],
    's1._domainkey.harbour.house': [`v=DKIM1; k=rsa; p=${key.publicKey.toString('base64')}`],
  };
  const mx = { 'news.harbour.house': ['mail.harbour.house'] };
  const looked = async (texts: object, exchanges = mx, sign: typeof signing | null = signing, of = senders) =>
    namesIn(await checkSenderDomains(of, sign, zoneOf(texts as Record<string, string[]>, exchanges)));
  expect(await looked(good)).toEqual([]);
  expect(await looked({}, mx, null, ['events@adjourn.example'])).toEqual([]);
  expect(await looked({}, { 'news.harbour.house': ['.'] })).toEqual([
    'spf_missing',
    'dmarc_missing',
    'mail_exchange_missing',
    'dkim_missing',
  ]);
  expect(await looked({ ...good, 'news.harbour.house': ['v=spf1 mx', 'v=spf1 a'] })).toEqual(['spf_twice']);
  expect(await looked(good, mx, null)).toEqual(['dkim_unset']);
  const weak = PEM(1024);
  expect(await looked(good, mx, { ...signing, privateKeyPem: weak.privateKey })).toEqual(['dkim_differs', 'dkim_weak']);
  expect(
    await looked({ ...good, 's1._domainkey.other.house': good['s1._domainkey.harbour.house'] }, mx, { ...signing, domain: 'other.house' }),
  ).toEqual(['dkim_not_aligned']);
  const broken: Lookup = {
    resolveTxt: () => Promise.reject(new Error('SERVFAIL')),
    resolveMx: () => Promise.reject(new Error('SERVFAIL')),
  };
  expect(namesIn(await checkSenderDomains(senders.slice(0, 1), null, broken))).toEqual(['dkim_unset', 'names_unresolved']);
});

test('public address: unset, nobody there, no good certificate, somebody else, no encryption, and this installation', async () => {
  const key = 'k'.repeat(32);
  const answers = (proof: (challenge: string) => string) => async (input: string | URL | Request) => {
    const challenge = new URL(input instanceof Request ? input.url : input).searchParams.get('challenge') ?? '';
    return Response.json({ status: 'alive', proof: proof(challenge) });
  };
  const fails = (code: string) => () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } }));
  const looked = async (publicUrl: string | null, call: typeof fetch, given = true) =>
    namesIn(await checkPublicAddress({ publicUrl, given, onLoopback: false, secretKeys: [key] }, call));
  const ours = answers((challenge) => proofOf(key, challenge));
  const url = 'https://events.example.org';
  expect(await looked(url, ours)).toEqual([]);
  expect(await looked(null, ours, false)).toEqual(['public_url_missing']);
  expect(await looked(url, fails('ECONNREFUSED'))).toEqual(['public_url_unreachable']);
  expect(await looked(url, fails('CERT_HAS_EXPIRED'))).toEqual(['public_url_certificate']);
  expect(
    await looked(
      url,
      answers((challenge) => proofOf('o'.repeat(32), challenge)),
    ),
  ).toEqual(['public_url_elsewhere']);
  expect(await looked('http://events.example.org', ours)).toEqual(['public_url_unencrypted']);
});

test('a check that hangs or fails is a finding, and keeps nobody from the others', async () => {
  expect(namesIn(await bounded('x', () => new Promise(() => {}), 5))).toEqual(['check_failed']);
  expect((await bounded('x', () => Promise.reject(new RangeError('secret')))).findings[0]?.says).toBe(
    'This could not be looked at: RangeError.',
  );
  const about = { db: world.db, clock: world.clock, connectionString: world.connectionString, dataDir: '/nowhere', embedded: true };
  const rest = {
    mail: { url: undefined, connections: 1, mail: 'none' as const, onThisMachine: true },
    signing: null,
    publicUrl: undefined,
    onLoopback: true,
  };
  const checks = await examine({ ...about, ...rest, secretKeys: ['k'.repeat(32)], lookup: zoneOf({}) });
  expect(checks.map(({ check }) => check)).toEqual([
    'database',
    'clock',
    'time zones',
    'disk',
    'identity',
    'public address',
    'mail server',
    'sender domains',
    'notices',
  ]);
  expect(checks.find(({ check }) => check === 'disk')).toMatchObject({ findings: [{ name: 'check_failed' }] });
});

test('issue 10: each finding there is was provoked above, and says how to mend it', () => {
  const known = {
    ...DATABASE_FINDINGS,
    ...CLOCK_FINDINGS,
    ...TIME_ZONE_FINDINGS,
    ...DISK_FINDINGS,
    ...IDENTITY_FINDINGS,
    ...LEDGER_FINDINGS,
  };
  const all = { ...known, ...MAIL_SERVER_FINDINGS, ...SENDER_FINDINGS, ...ADDRESS_FINDINGS, ...EXAMINE_FINDINGS };
  expect(Object.keys(all).filter((name) => !provoked.has(name))).toEqual([]);
  expect(Object.values(all).filter(({ mend }) => mend.length < 20)).toEqual([]);
});
