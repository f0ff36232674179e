import type { Command } from 'commander';
import type { AdjournClient, Problem } from '../client/index.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { complain, complainOf } from './out.ts';

type Where = { tenant?: string; url?: string; key?: string };

/**
 * Gives a command the options --tenant, --url and --key, and what its own commands run with: our own API. With --url (or ADJOURN_URL) it is that of an installation
 * elsewhere, opened by --key (or ADJOURN_KEY); else that of this one, in this process, over its database, and everything is permitted.
 */
export function overApi(command: Command, configuration: () => Config): (work: (api: AdjournClient) => Promise<ExitCode>) => Promise<void> {
  // Of a command that asks the database as well, it is there already.
  if (!command.options.some(({ long }) => long === '--tenant')) {
    command.option('--tenant <HOST>', 'whose; needed where there are several tenants');
  }
  command
    .option('--url <URL>', 'of an installation elsewhere (ADJOURN_URL); it says whose by the key')
    .option('--key <KEY>', 'one of its API keys (better in ADJOURN_KEY, which other people of this machine do not see)');
  return async (work) => {
    const config = configuration();
    const { tenant: host, url = config.ADJOURN_URL, key = config.ADJOURN_KEY } = command.opts<Where>();
    if (url !== undefined) return elsewhere(url, key, host, work);
    await (
      await import('./with-tools.ts')
    ).withTools(config, async (tools) => {
      const tenant = await tools.tenantNamed(host);
      if (tenant) return work(await tools.api(tenant));
      complain('There is no such tenant, or there are several and --tenant does not say which.');
      return 1;
    });
  };
}

async function elsewhere(url: string, key: string | undefined, host: string | undefined, work: (api: AdjournClient) => Promise<ExitCode>) {
  const wrong = !/^https?:\/\/[^/]/.test(url)
    ? '--url is like https://events.example.org.'
    : key === undefined
      ? 'An installation elsewhere asks for a key: give --key, or ADJOURN_KEY.'
      : host !== undefined
        ? '--tenant goes without --url: the key says whose it is.'
        : undefined;
  const { createClient } = await import('../client/index.ts');
  try {
    if (wrong !== undefined) throw new Error(wrong);
    process.exitCode = await work(createClient({ url: url.replace(/\/+$/, ''), ...(key !== undefined && { key }) }));
  } catch (error) {
    complainOf(
      error instanceof TypeError && error.cause instanceof Error ? new Error(`${url} cannot be reached: ${error.cause.message}`) : error,
    );
    process.exitCode = 1;
  }
}

/** What the API refused, as its sentences: told on standard error by whoever runs the command. */
class Refused extends Error {
  override name = 'Refused';
  readonly status: number;

  constructor(status: number, problem: Partial<Problem>) {
    const parameters = problem.parameters?.map(({ name, reason }) => `${name}: ${reason}`) ?? [];
    super(parameters.length > 0 ? parameters.join('\n') : (problem.detail ?? `It answered with HTTP ${status}, which Adjourn does not.`));
    this.status = status;
  }
}

/** What a call of the API gave. Throws `Refused` where it was not done. */
export function done<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): NonNullable<Data> {
  if (!response.ok) throw new Refused(response.status, typeof error === 'object' && error !== null ? error : {});
  return data as NonNullable<Data>;
}

/** All rows of a list that comes in pages; `page` asks for the one after a cursor. */
export async function everyRow<Row>(
  page: (cursor: { cursor?: string }) => Promise<{ data: Row[]; next_cursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null | undefined;
  do {
    const got = await page(typeof next === 'string' ? { cursor: next } : {});
    rows.push(...got.data);
    next = got.next_cursor;
  } while (next !== null);
  return rows;
}

/** An instant of the API as a list shows it: to the second, in UTC. */
export function toSecond(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
}
