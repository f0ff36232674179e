import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from './layout.ts';

/** A user of the machine, by number. */
export type Account = { uid: number; gid: number };

/** How to start a program of the cluster: the command line, and what child_process needs with it. */
export type Launcher = (
  program: string,
  args: string[],
) => { file: string; args: string[]; options: Partial<Account> & { env: NodeJS.ProcessEnv } };

const accountName = 'adjourn';

/** Nothing of ours enters PostgreSQL's environment: neither secrets nor PG* variables. `C` keeps its log in English. */
const env = { LC_ALL: 'C', TZ: 'UTC' };

/** By full path: what root runs is not for a PATH to decide. */
const setpriv = '/usr/bin/setpriv';
const useradd = '/usr/sbin/useradd';

/**
 * The account the cluster must run under, or undefined for this process's own. PostgreSQL refuses root, so for root it
 * is whoever owns the cluster already, else an account `adjourn` (made with useradd where that exists), else `nobody`.
 * It must stand in /etc/passwd because initdb asks for its name. Throws a clear sentence when there is none, or when an
 * ordinary user meets somebody else's cluster.
 */
export function chooseAccount(cluster: string, log: Log): Account | undefined {
  const self = process.getuid?.();
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (self !== 0) {
    if (owner === undefined || owner.uid === self) return undefined;
    throw new Error(`The database in ${cluster} belongs to uid ${owner.uid}: run Adjourn as that user or as root.`);
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp(accountName) ?? addAccount(log) ?? lookUp('nobody');
  if (account !== undefined) return account;
  throw new Error(
    'PostgreSQL refuses to run as root and there is no account "adjourn" or "nobody": add one, or run Adjourn as an ordinary user.',
  );
}

/**
 * Makes the launcher for an account. `paths` (the program and the data directory) must be reachable for it: where a
 * directory on the way is closed to others, as root's home is, PostgreSQL gets the one capability to pass through and
 * nothing else of root. Where that cannot be had, throws a sentence naming the directory.
 */
export function launcherFor(account: Account | undefined, postgres: string, paths: string[], log: Log): Launcher {
  if (account === undefined) return (program, args) => ({ file: program, args, options: { env } });
  const closed = paths.map((path) => firstClosed(account, realpathSync(path))).find((path) => path !== undefined);
  if (closed === undefined) return (program, args) => ({ file: program, args, options: { ...account, env } });
  // The second one is asked for only where the first is withheld, as in a container with Docker's default set.
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      // Without this bit access(2), by which PostgreSQL looks for its own files, pays no heed to capabilities.
      '--securebits=+no_setuid_fixup',
      '--',
    ];
    if (spawnSync(setpriv, [...prefix, postgres, '--version'], { env }).status !== 0) continue;
    log({ level: 'info', message: `${closed} is closed to other users: PostgreSQL runs as uid ${account.uid} with ${capability}` });
    return (program, args) => ({ file: setpriv, args: [...prefix, program, ...args], options: { env } });
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and uid ${account.uid}, which it would run as, may not enter ${closed}: ` +
      'open it (chmod o+x), move Adjourn and DATA_DIR elsewhere, or run Adjourn as an ordinary user.',
  );
}

/** The path itself or the nearest directory above it that the account may not execute or enter. */
function firstClosed(account: Account, path: string): string | undefined {
  const { uid, gid, mode } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return path;
  return dirname(path) === path ? undefined : firstClosed(account, dirname(path));
}

function lookUp(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Undefined where useradd is absent or may not write; looked up afterwards because another start may have been first. */
function addAccount(log: Log): Account | undefined {
  try {
    execFileSync(
      useradd,
      ['--system', '--user-group', '--no-create-home', '--home-dir=/nonexistent', '--shell=/usr/sbin/nologin', accountName],
      { env, stdio: 'ignore', timeout: 20_000 },
    );
    log({ level: 'info', message: `Added the system account ${accountName}, because PostgreSQL refuses to run as root` });
  } catch {
    // The lookup below tells.
  }
  return lookUp(accountName);
}
