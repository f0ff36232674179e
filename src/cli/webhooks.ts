import type { Command } from 'commander';
import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Tenant } from '../domain/tenants/tenant.ts';
import { WEBHOOK_DIALECTS, WEBHOOK_TOPICS, type WebhookStatus } from '../domain/webhooks/webhook.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { forTenant } from './for-tenant.ts';
import { nameOf } from './name-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type AddOptions = { name: string; topics: string[]; dialect: string };

/** Adds `adjourn webhooks …` to the program: who else is told of events. `configuration` ends the process where it is not usable. */
export function addWebhookCommands(program: Command, configuration: () => Config): void {
  const webhooks = program
    .command('webhooks')
    .description('addresses of other programs that are told of events')
    .addHelpText('after', example('adjourn webhooks list'));
  const run = forTenant(webhooks, configuration);
  const runFor = (id: string, work: (tools: Tools, tenant: Tenant, id: string) => Promise<boolean | string>) =>
    run(async (tools, tenant) => {
      const done = UUID.test(id) && (await work(tools, tenant, id.toLowerCase()));
      if (done === true) return 0;
      complain(done || 'There is no such webhook.');
      return 1;
    });
  const setStatus = (status: WebhookStatus) => (id: string) =>
    runFor(id, async (tools, tenant, known) => (await tools.webhooks.update(tenant, known, { status })).outcome === 'updated');

  webhooks
    .command('list')
    .description('all of them, oldest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn webhooks list'))
    .action((options: ListOptions) =>
      run(async (tools, tenant) => {
        sayList(await tools.webhooks.list(tenant), options, (one) => {
          const last =
            one.lastTriedAt === null ? 'never tried' : `last ${one.lastStatus ?? 'no answer'}, ${one.failureCount} failed since a success`;
          return `${one.id}  ${one.status}  ${one.dialect}  ${one.name}  ${one.url}  ${one.topics.join(',')}  ${last}`;
        });
        return 0;
      }),
    );
  webhooks
    .command('add <URL>')
    .description('add one; its secret is shown here and never again')
    .addHelpText('after', example('adjourn webhooks add https://crm.example.net/hook --name CRM'))
    .requiredOption('--name <NAME>', 'what it is called', nameOf)
    .option('--topics <TOPIC...>', `what it is told of: ${WEBHOOK_TOPICS.join(', ')}`, ['created', 'updated', 'rescheduled', 'cancelled'])
    .option('--dialect <DIALECT>', `in whose form: ${WEBHOOK_DIALECTS.join(', ')}`, 'meetbit')
    .action((url: string, options: AddOptions) => run((tools, tenant) => add(tools, tenant, url, options)));
  webhooks
    .command('pause <ID>')
    .description('send nothing for now; what happens meanwhile is sent once it is resumed')
    .addHelpText('after', example('adjourn webhooks pause 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action(setStatus('paused'));
  webhooks
    .command('resume <ID>')
    .description('send again')
    .addHelpText('after', example('adjourn webhooks resume 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action(setStatus('active'));
  webhooks
    .command('disable <ID>')
    .description('tell it nothing of what happens from now on')
    .addHelpText('after', example('adjourn webhooks disable 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action(setStatus('disabled'));
  webhooks
    .command('rotate-secret <ID>')
    .description('give it another secret, shown here and never again')
    .addHelpText('after', example('adjourn webhooks rotate-secret 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action((id: string) =>
      runFor(id, async (tools, tenant, known) => {
        const done = await tools.webhooks.update(tenant, known, { newSecret: true });
        if (done.outcome === 'updated') say(`Secret: ${done.secret}`);
        return done.outcome === 'updated';
      }),
    );
  webhooks
    .command('remove <ID>')
    .description('remove it and what was still to be sent to it')
    .addHelpText('after', example('adjourn webhooks remove 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action((id: string) => runFor(id, (tools, tenant, known) => tools.webhooks.remove(tenant, known)));
  webhooks
    .command('deliveries <ID>')
    .description('what became of the latest messages, newest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn webhooks deliveries 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action((id: string, options: ListOptions) =>
      runFor(id, async (tools, tenant, known) => {
        const listed = await tools.webhooks.deliveries(tenant, known);
        if (!listed) return false;
        sayList(listed, options, (one) => {
          const answer = one.lastStatus ?? one.lastError ?? 'not tried yet';
          return `${one.createdAt.toString({ smallestUnit: 'second' })}  ${one.id}  event ${one.eventId}  ${one.topics.join(',')}  ${one.state}  tries ${one.attempts}  ${answer}`;
        });
        return true;
      }),
    );
  webhooks
    .command('message <ID> <MESSAGE>')
    .description('one message: what was sent at each of its latest tries, and what came back')
    .addHelpText('after', example('adjourn webhooks message 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77 018f3f70-1b2c-7d3e-8f40-516273849506'))
    .action((id: string, message: string) =>
      runFor(id, async (tools, tenant, known) => {
        const found = UUID.test(message) ? await tools.webhooks.message(tenant, known, message.toLowerCase()) : undefined;
        if (!found) return 'There is no such message of this webhook.';
        say(`${found.state}  tries ${found.attempts}`, ...found.tries.flatMap(linesOfTry));
        return true;
      }),
    );
  webhooks
    .command('test <ID>')
    .description('have the running server send it one message that tells of no event')
    .addHelpText('after', example('adjourn webhooks test 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77'))
    .action((id: string) =>
      runFor(id, async (tools, tenant, known) => {
        const done = await tools.webhooks.test(tenant, known);
        switch (done.outcome) {
          case 'queued':
            say(`Message ${done.messageId}`, `What becomes of it: adjourn webhooks message ${known} ${done.messageId}`);
            return true;
          case 'not_active':
            return 'Nothing is sent to a webhook that is paused or disabled. Resume it first.';
          case 'not_found':
            return false;
        }
      }),
    );
  webhooks
    .command('replay <ID>')
    .description('send again what came after one message and was never taken, each under its own id, at most 1,000')
    .addHelpText(
      'after',
      example('adjourn webhooks replay 018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77 --after 018f3f70-1b2c-7d3e-8f40-516273849506'),
    )
    .requiredOption('--after <MESSAGE>', 'the id of a message, as `deliveries` and the receiver know it')
    .option('--all', 'also what was taken')
    .action((id: string, { after, all }: { after: string; all?: true }) =>
      runFor(id, async (tools, tenant, known) => {
        if (!UUID.test(after)) return NO_SUCH_MESSAGE;
        const done = await tools.webhooks.replay(tenant, known, { after: after.toLowerCase(), onlyFailed: !all });
        switch (done.outcome) {
          case 'queued':
            say(`Sent again: ${done.count}.`, ...(done.next === null ? [] : [`There may be more after ${done.next}.`]));
            return true;
          case 'no_such_message':
            return NO_SUCH_MESSAGE;
          case 'not_found':
            return false;
        }
      }),
    );
}

const NO_SUCH_MESSAGE = 'This webhook was sent no such message of a change.';

type Try = NonNullable<Awaited<ReturnType<Tools['webhooks']['message']>>>['tries'][number];

function linesOfTry(one: Try): string[] {
  const came = one.status === null ? `no answer: ${one.error ?? ''}` : `${one.status}  ${one.answer ?? ''}`;
  return [
    `${one.endedAt.toString({ smallestUnit: 'second' })}  ${one.url}`,
    `  sent      ${one.payload ?? 'nothing'}`,
    `  answered  ${came}`,
  ];
}

async function add(tools: Tools, tenant: Tenant, url: string, { name, topics, dialect }: AddOptions): Promise<ExitCode> {
  const known = topics.flatMap((topic) => WEBHOOK_TOPICS.find((one) => one === topic) ?? []);
  const form = WEBHOOK_DIALECTS.find((one) => one === dialect);
  if (known.length !== topics.length || !form) {
    complain(`Topics are ${WEBHOOK_TOPICS.join(', ')}; dialects are ${WEBHOOK_DIALECTS.join(', ')}.`);
    return 1;
  }
  const done = await tools.webhooks.create(tenant, {
    dialect: form,
    organisationId: null,
    name,
    url,
    topics: [...new Set(known)],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  switch (done.outcome) {
    case 'created':
      say(`Webhook ${done.webhook.id}`, `Secret: ${done.secret}`);
      return 0;
    case 'too_many':
      complain(`There are ${done.most} webhooks already. Remove one first, or raise the setting maxWebhooks.`);
      return 1;
    case 'invalid_name':
    case 'invalid_url':
      complain(`The ${done.outcome === 'invalid_name' ? 'name' : 'URL'} ${done.fault}.`);
      return 1;
  }
}
