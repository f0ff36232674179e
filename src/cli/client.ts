import type { Command } from 'commander';
import { type AdjournClient, type Problem, createClient } from '../client/index.ts';
import type { Config } from '../config.ts';
import type { ExitCode } from './exit-codes.ts';
import { forTenant } from './for-tenant.ts';
import { complain } from './out.ts';

/** Gives a command the option --tenant, and what its own commands run with: the typed client of our own API, over the database itself. */
export function forClient(
  command: Command,
  configuration: () => Config,
): (work: (client: AdjournClient) => Promise<ExitCode>) => Promise<void> {
  const run = forTenant(command, configuration);
  return (work) => run(async (tools, tenant) => work(createClient({ url: 'http://127.0.0.1', fetch: await tools.api(tenant) })));
}

/** Why something was not done, on standard error: the sentence of a refusal, and one for each thing that cannot be read. */
export function refuse({ detail, parameters = [] }: Problem): ExitCode {
  complain(detail, ...parameters.map(({ name, reason }) => `  ${name}: ${reason}`));
  return 1;
}

/** All entries of a list that comes in pages. */
export async function allPages<Row>(
  page: (cursor: string | undefined) => Promise<{ data?: { data: Row[]; next_cursor: string | null }; error?: Problem }>,
): Promise<{ rows: Row[] } | { error: Problem }> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const { data, error }: Awaited<ReturnType<typeof page>> = await page(cursor ?? undefined);
    if (error) return { error };
    rows.push(...(data?.data ?? []));
    cursor = data?.next_cursor ?? null;
  } while (cursor !== null);
  return { rows };
}
