import type { Command } from 'commander';
import type { AdjournClient } from '../client/index.ts';
import { SCOPES } from '../domain/access/scope.ts';
import { done, everyRow, toSecond } from './client.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { nameOf } from './name-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

type CreateOptions = { name: string; scopes?: string[]; expires?: string };

/** Adds the commands of `adjourn keys` that are about keys of our own API. */
export function addApiKeyCommands(keys: Command, run: (work: (api: AdjournClient) => Promise<ExitCode>) => Promise<void>): void {
  keys
    .command('list')
    .description('keys of our own API, with what each may do and when it was used last')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn keys list'))
    .action((options: ListOptions) =>
      run(async (api) => {
        const all = await everyRow(async (page) => done(await api.GET('/api/v1/api-keys', { params: { query: { limit: 200, ...page } } })));
        sayList(all, options, (one) => {
          const used = one.last_used_at === null ? 'never used' : `used ${toSecond(one.last_used_at)}`;
          const ends = one.expires_at === null ? '' : `  ends ${toSecond(one.expires_at)}`;
          return `${one.id}  ${one.name}  ${one.scopes.join(',')}  ${used}${ends}`;
        });
        return 0;
      }),
    );
  keys
    .command('create')
    .description('a key of our own API, shown here and never again; without --scopes it reads events and nothing else')
    .addHelpText('after', example('adjourn keys create --name Till --scopes attendees:read check-ins:write --expires 2031-01-01T00:00:00Z'))
    .requiredOption('--name <NAME>', 'what it is for', nameOf)
    .option('--scopes <SCOPE...>', `what it may do: ${SCOPES.join(', ')}`)
    .option('--expires <INSTANT>', 'when it ends by itself')
    .action(({ name, scopes: typed, expires }: CreateOptions) =>
      run(async (api) => {
        const scopes = typed?.flatMap((scope) => SCOPES.find((one) => one === scope) ?? []);
        if (scopes?.length !== typed?.length) {
          complain(`Scopes are ${SCOPES.join(', ')}.`);
          return 1;
        }
        const body = { name, ...(scopes && { scopes }), ...(expires !== undefined && { expires_at: expires }) };
        const made = done(await api.POST('/api/v1/api-keys', { body }));
        say(`Key ${made.id}: ${made.scopes.join(', ')}`, `Authorization: Bearer ${made.secret}`);
        return 0;
      }),
    );
  keys
    .command('rotate <ID>')
    .description('another secret for a key of our own API, shown here and never again; for a while both open')
    .addHelpText('after', example('adjourn keys rotate 7 --overlap-hours 48'))
    .option('--overlap-hours <HOURS>', 'how long the secret before opens as well', '24')
    .action((id: string, { overlapHours }: { overlapHours: string }) =>
      run(async (api) => {
        const body = { overlap_hours: Number(overlapHours) };
        const made = done(await api.POST('/api/v1/api-keys/{id}/rotate', { params: { path: { id } }, body }));
        say(`Authorization: Bearer ${made.secret}`);
        if (made.previous_secret_until !== null) say(`The secret before opens until ${toSecond(made.previous_secret_until)}.`);
        return 0;
      }),
    );
}
