import type { Tenant } from '../../domain/tenants/tenant.ts';
import { insertAccessKey, insertAccount, insertClient, setKeyRevoked } from '../../storage/access/credentials.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { saveSetting } from '../../storage/tenants/tenants.ts';
import { OPERATOR, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const KEY_ID_LENGTH = 24;
const SECRET_LENGTH = 48;

/** A secret is told here and never again: a hash of it is kept. */
export type MadeKey = { clientId: number; keyId: string; secret: string };
export type MadeAccount = { number: number; organisationId: string; key: string };

/**
 * A program that acts at a tenant, with permissions of its own (`events.read.*`, `events.delete.345`), and its first key pair: `MBP-` and 24
 * characters, with a secret of 48 (meetbit.md §12, choice 23).
 */
export async function makeClient(
  context: Context,
  tenant: Tenant,
  given: { name: string; permissions: string[]; requestsPerSecond: number },
): Promise<MadeKey> {
  return context.db.transaction().execute(async (tx) => {
    const clientId = await insertClient(tx, tenant.id, given);
    const made = await insertKey(context, tx, tenant, clientId);
    if (!made) throw new Error('the client was not found again');
    await writeDown(tx, context, tenant, OPERATOR, {
      action: 'key_created',
      subject: { kind: 'key', id: made.keyId },
      details: { clientId },
    });
    return made;
  });
}

/**
 * One more key pair of a client, which opens what the others do and counts against the same limit (meetbit.md §2); null where the tenant has no
 * such client.
 */
export async function makeAccessKey(context: Context, tenant: Tenant, clientId: number): Promise<MadeKey | null> {
  return context.db.transaction().execute(async (tx) => {
    const made = await insertKey(context, tx, tenant, clientId);
    if (made)
      await writeDown(tx, context, tenant, OPERATOR, {
        action: 'key_created',
        subject: { kind: 'key', id: made.keyId },
        details: { clientId },
      });
    return made;
  });
}

/** An account with its key. Its number is drawn at random below 2^53, so that nobody can count through accounts (zyntro.md §13, S3). */
export async function makeAccount(context: Context, tenant: Tenant): Promise<MadeAccount> {
  const key = newToken(context);
  const number = Number(BigInt(`0x${Buffer.from(context.random.bytes(8)).toString('hex')}`) >> 11n) || 1;
  const organisationId = context.random.uuid();
  return context.db.transaction().execute(async (tx) => {
    await insertAccount(tx, tenant.id, { number, organisationId, keyHash: hashSecret(key) }, context.clock.now());
    await writeDown(tx, context, tenant, OPERATOR, { action: 'key_created', details: { account: number } });
    return { number, organisationId, key };
  });
}

/** A secret that calls by the older form of an account's paths must bring from now on, in place of the one before; `zdk_` and 43 characters (zyntro.md §1). */
export async function makeDeveloperSecret(context: Context, tenant: Tenant): Promise<string> {
  const secret = `zdk_${newToken(context)}`;
  await context.db.transaction().execute(async (tx) => {
    await saveSetting(tx, tenant.id, 'developerSecretHash', hashSecret(secret).toString('hex'));
    await writeDown(tx, context, tenant, OPERATOR, { action: 'key_changed', details: { what: 'developer secret' } });
  });
  return secret;
}

/** Revokes a key pair by its id. False when there is none that lives. */
export async function revokeAccessKey(context: Context, tenant: Tenant, keyId: string): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    if (!(await setKeyRevoked(tx, tenant.id, keyId, context.clock.now()))) return false;
    await writeDown(tx, context, tenant, OPERATOR, { action: 'key_revoked', subject: { kind: 'key', id: keyId } });
    return true;
  });
}

async function insertKey(context: Context, db: Database | Transaction, tenant: Tenant, clientId: number): Promise<MadeKey | null> {
  const keyId = `MBP-${randomText(context, KEY_ID_LENGTH)}`;
  const secret = randomText(context, SECRET_LENGTH);
  const inserted = await insertAccessKey(db, tenant.id, { keyId, clientId, secretHash: hashSecret(secret) }, context.clock.now());
  return inserted ? { clientId, keyId, secret } : null;
}

/** Letters and digits, each as likely as any other. */
function randomText({ random }: Context, length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length)) {
      // 248 is the last multiple of 62 in a byte: what is above would make some letters likelier.
      if (byte < 248 && text.length < length) text += LETTERS[byte % LETTERS.length];
    }
  }
  return text;
}
