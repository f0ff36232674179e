import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isIssuer, isLoopback, isNetwork, isOrigin, isPrivateKeyFile, originOf, url, wholeNumber } from './config-fields.ts';
import { misspeltFrom } from './misspelt.ts';
import { databaseTarget } from './domain/database-url.ts';
import { addressOf, canonical } from './domain/people/address.ts';

export { isLoopback };

/** What the operator decided, checked as a whole. Names as in the environment. */
export type Config = z.output<typeof schema>;

export type ReadConfig = { config: Config } | { faults: string[] };

/** Values of these are never repeated, not even when they are wrong. */
const SECRET = new Set(['DATABASE_URL', 'SMTP_URL', 'SECRET_KEY', 'OLD_SECRET_KEYS', 'METRICS_TOKEN', 'OIDC_CLIENT_SECRET', 'ADJOURN_KEY']);

/** What is of use only with the others of its kind. */
const TOGETHER = {
  DKIM: ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY_FILE'],
  OIDC: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
} as const;

const onOrOff = z.enum(['on', 'off'], 'on or off');
const secretKey = z.string().min(32, 'at least 32 characters that nobody can guess');

const schema = z
  .object({
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'a host name or an address, e.g. 127.0.0.1')
      .default('127.0.0.1')
      .describe('address to listen on (127.0.0.1)'),
    PORT: wholeNumber(0, 65_535).default(3000).describe('port to listen on (3000)'),
    PUBLIC_URL: z
      .string()
      .refine(isOrigin, 'an http or https address without a path, e.g. https://events.example.org')
      .transform(originOf)
      .optional()
      .describe('where people reach the server, for links in mails (http://HOST:PORT)'),
    DATA_DIR: z
      .string()
      .default('./data')
      .transform((path) => resolve(path))
      .describe('where the embedded database and the secret key live (./data)'),
    DATABASE_URL: z
      .string()
      .superRefine((text, context) => {
        const target = databaseTarget(text);
        if ('fault' in target) context.addIssue({ code: 'custom', message: target.fault });
      })
      .optional()
      .describe('PostgreSQL 15 or newer to use instead of the embedded one'),
    SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@host:587')
      .optional()
      .describe('mail server to send through; without it the demo keeps mails for the development mailbox, and others wait'),
    MAIL_FROM: z
      .string()
      .refine((text) => addressOf(text) !== null, 'a mail address, e.g. events@example.org')
      .transform(canonical)
      .optional()
      .describe('mailbox that the mails of demo data loaded from now on come from'),
    SECRET_KEY: secretKey.optional().describe('at least 32 characters; needed with DATABASE_URL, else made and kept in DATA_DIR'),
    OLD_SECRET_KEYS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .refine((list) => list.every((key) => key.length >= 32), 'keys of at least 32 characters, comma-separated')
      .describe('secret keys from before, comma-separated: links in mails sent under them go on working'),
    THROTTLE: onOrOff.default('on').describe('off: no request is throttled; for load tests, on loopback only (on)'),
    TRUSTED_PROXIES: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((entry) => entry.trim())
          .filter(Boolean),
      )
      .refine((list) => list.every(isNetwork), 'addresses and networks, e.g. 10.0.0.0/8, 192.0.2.7')
      .describe('addresses and networks whose X-Forwarded-For is believed, comma-separated'),
    DEMO: onOrOff.optional().describe('demo data and its public secrets (on for an embedded database on loopback)'),
    METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/, 'at least 16 characters without white space')
      .optional()
      .describe('what /metrics asks for as a bearer token; without it only this machine sees them'),
    HEALTH_PORT: wholeNumber(0, 65_535).optional().describe('port on which `adjourn work` answers /healthz, /readyz and /metrics (none)'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'trace, debug, info, warn, error, fatal or silent')
      .default('info')
      .describe('least level that is logged (info)'),
    WORKERS: wholeNumber(0, 100).default(20).describe('mails under way at once; 0 leaves sending to `adjourn work` elsewhere (20)'),
    OIDC_ISSUER: z
      .string()
      .refine(isIssuer, 'an https address, e.g. https://login.example.org (http of this machine alone)')
      .optional()
      .describe('identity provider that people of the house may sign in with (OpenID Connect)'),
    OIDC_CLIENT_ID: z.string().optional().describe('what this server is called there; its redirect address ends in /auth/oidc/callback'),
    OIDC_CLIENT_SECRET: z.string().optional().describe('its secret there; all three of OIDC or none'),
    ADJOURN_URL: url(['http:', 'https:'], 'https://events.example.org')
      .optional()
      .describe('installation elsewhere that commands with --url ask'),
    ADJOURN_KEY: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/, 'an API key')
      .optional()
      .describe('the API key by which they do'),
    DKIM_DOMAIN: z
      .string()
      .regex(/^[\w.-]+\.[\w-]+$/, 'a domain name, e.g. example.org')
      .optional()
      .describe('domain that mails are signed for'),
    DKIM_SELECTOR: z
      .string()
      .regex(/^[\w.-]+$/, 'a selector, e.g. adjourn2030')
      .optional()
      .describe('selector of the signing key'),
    DKIM_PRIVATE_KEY_FILE: z
      .string()
      .refine(isPrivateKeyFile, 'a file with an RSA private key in PEM form that this process may read')
      .optional()
      .describe('the signing key; all three of DKIM or none'),
  })
  // Asked whatever else is wrong, so that all faults are told at once.
  .refine(({ THROTTLE, HOST }) => THROTTLE !== 'off' || isLoopback(HOST), {
    path: ['THROTTLE'],
    error: 'on, because HOST is not loopback',
    when: () => true,
  })
  .refine(({ SECRET_KEY, DATABASE_URL }) => SECRET_KEY !== undefined || DATABASE_URL === undefined, {
    path: ['SECRET_KEY'],
    error: 'at least 32 characters that nobody can guess, because DATABASE_URL is given (only an embedded database keeps one for itself)',
    when: () => true,
  })
  .superRefine(
    (given, context) => {
      for (const [what, parts] of Object.entries(TOGETHER)) {
        const missing = parts.filter((name) => given[name] === undefined);
        if (missing.length === parts.length) continue;
        for (const name of missing)
          context.addIssue({ code: 'custom', path: [name], message: `a value, because ${what} is half set: all three or none` });
      }
    },
    { when: () => true },
  );

/**
 * Reads the configuration from the environment; an empty variable counts as absent, and one whose name is a slip of ours is a fault. All faults at once, each a sentence that names the variable,
 * what was given (never a secret) and what is wanted.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): ReadConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const read = schema.safeParse(given);
  const strays = Object.keys(given).flatMap((name) => {
    const meant = misspeltFrom(name, Object.keys(schema.shape));
    return meant === undefined ? [] : [`${name} is not known; wanted: ${meant}, if that is meant, or nothing of that name.`];
  });
  if (read.success) return strays.length === 0 ? { config: read.data } : { faults: strays };
  return {
    faults: read.error.issues
      .map((issue) => {
        const name = String(issue.path[0]);
        const value = given[name];
        const shown =
          value === undefined ? 'absent' : SECRET.has(name) ? 'not usable (its value is not repeated here)' : JSON.stringify(value);
        return `${name} is ${shown}; wanted: ${issue.message}.`;
      })
      .concat(strays),
  };
}

/** Every variable with what it is for and, in brackets, what counts without it. */
export function describeEnvironment(): { name: string; description: string }[] {
  return Object.entries(schema.shape).map(([name, { description = '' }]) => ({ name, description }));
}

/** Whether the demo is on where nobody said so: for one person who tries it on this machine. */
export function demoByDefault({ DATABASE_URL, HOST }: Config): boolean {
  return DATABASE_URL === undefined && isLoopback(HOST);
}

/**
 * What becomes of mails: they are sent, or kept for the development mailbox (for the demo on this machine alone, where nobody believes that they
 * were sent), or they wait until there is a mail server.
 */
export function mailOf({ SMTP_URL, HOST }: Config, demo: boolean): 'sent' | 'kept' | 'none' {
  if (SMTP_URL !== undefined) return 'sent';
  return demo && isLoopback(HOST) ? 'kept' : 'none';
}

export const NO_MAIL_SERVER = 'no mail server is set (SMTP_URL): deliveries wait';

/**
 * The key given, or the one kept in DATA_DIR (`secret-key`, readable by this user alone), made on the first start. Throws when
 * the file can neither be read nor made.
 */
export function secretKeyOf(config: Config): string {
  if (config.SECRET_KEY !== undefined) return config.SECRET_KEY;
  const file = join(config.DATA_DIR, 'secret-key');
  mkdirSync(config.DATA_DIR, { recursive: true });
  try {
    // Made only where there is none: links signed with the one before would break.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = secretKey.safeParse(readFileSync(file, 'utf8').trim());
  if (!kept.success) throw new Error(`${file} holds no secret key: bring it back from a backup, or remove it to have another made.`);
  return kept.data;
}
