import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { addApiKeyCommands } from './api-keys.ts';
import { done, overApi } from './client.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { nameOf } from './name-of.ts';
import { numberOf } from './number-of.ts';
import { complain, say } from './out.ts';

const PERMISSION = /^[a-z_]+\.[a-z_]+\.(\*|[1-9]\d{0,15})$/;

function tell({ clientId, keyId, secret }: { clientId: number; keyId: string; secret: string }): void {
  say(`Client ${clientId}`, `X-Access-Key-Id: ${keyId}`, `X-Access-Key-Secret: ${secret}`);
}

/** Adds `adjourn keys …` to the program: credentials of other programs, each shown once. */
export function addKeyCommands(program: Command, configuration: () => Config): void {
  const keys = program
    .command('keys')
    .description('credentials of other programs; secrets are shown once')
    .addHelpText('after', example('adjourn keys add-account'));
  const run = forTenant(keys, configuration);
  const runApi = overApi(keys, configuration);
  addApiKeyCommands(keys, runApi);

  keys
    .command('add-client')
    .description('a client of the MeetBit door with its key pair')
    .addHelpText('after', example('adjourn keys add-client --name CRM --permissions events.read.* events.delete.345'))
    .requiredOption('--name <NAME>', 'what it is called', nameOf)
    .requiredOption('--permissions <PERMISSION...>', 'what it may do: events.read.*, events.delete.345, customers.create.*')
    .option('--per-second <COUNT>', 'requests a second', '5')
    .action(({ name, permissions, perSecond }: { name: string; permissions: string[]; perSecond: string }) =>
      run(async (tools, tenant) => {
        if (!permissions.every((one) => PERMISSION.test(one)) || !/^[1-9]\d{0,3}$/.test(perSecond)) {
          complain('A permission is like events.read.* or events.read.345, and --per-second a whole number.');
          return 1;
        }
        const made = await tools.makeClient(tenant, { name, permissions, requestsPerSecond: Number(perSecond) });
        tell(made);
        return 0;
      }),
    );
  keys
    .command('add')
    .description('one more key pair for a client of the MeetBit door: the same permissions, the same limit')
    .addHelpText('after', example('adjourn keys add --client 8'))
    .requiredOption('--client <ID>', 'the number that add-client printed')
    .action(({ client }: { client: string }) =>
      run(async (tools, tenant) => {
        const clientId = numberOf(client);
        const made = clientId === undefined ? null : await tools.makeAccessKey(tenant, clientId);
        if (made) tell(made);
        else complain('There is no such client.');
        return made ? 0 : 1;
      }),
    );
  keys
    .command('revoke <KEY_ID>')
    .description('a key opens nothing any more: of our own API by its number, of the MeetBit door by its X-Access-Key-Id')
    .addHelpText('after', example('adjourn keys revoke 7', 'adjourn keys revoke MBP-3kTq'))
    .action((keyId: string) => {
      if (!keyId.startsWith('MBP-')) {
        return runApi(async (api) => {
          done(await api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id: keyId } } }));
          return 0;
        });
      }
      return run(async (tools, tenant) => {
        if (await tools.revokeAccessKey(tenant, keyId)) return 0;
        complain('There is no such key, or it was revoked before.');
        return 1;
      });
    });
  keys
    .command('add-account')
    .description('an account of the Zyntro door with its key')
    .addHelpText('after', example('adjourn keys add-account'))
    .action(() =>
      run(async (tools, tenant) => {
        const made = await tools.makeAccount(tenant);
        say(`user_id: ${made.number}`, `org_id: ${made.organisationId}`, `api_key: ${made.key}`);
        return 0;
      }),
    );
  keys
    .command('set-developer-secret')
    .description('a new secret that calls below /apis/v2 of the Zyntro door must bring; the one before ends')
    .addHelpText('after', example('adjourn keys set-developer-secret'))
    .action(() =>
      run(async (tools, tenant) => {
        say(`developer_secret: ${await tools.makeDeveloperSecret(tenant)}`);
        return 0;
      }),
    );
}
