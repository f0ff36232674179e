import type { Command } from 'commander';
import type { components } from '../client/index.ts';
import type { Config } from '../config.ts';
import { WEBHOOK_DIALECTS, WEBHOOK_TOPICS, type WebhookStatus } from '../domain/webhooks/webhook.ts';
import { done, overApi, toSecond } from './client.ts';
import { example } from './example.ts';
import { nameOf } from './name-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

const HOOK = '018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77';
const MESSAGE = '018f3f70-1b2c-7d3e-8f40-516273849506';

type AddOptions = { name: string; topics: string[]; dialect: string };

/** Adds `adjourn webhooks …` to the program: who else is told of events. `configuration` ends the process where it is not usable. */
export function addWebhookCommands(program: Command, configuration: () => Config): void {
  const webhooks = program
    .command('webhooks')
    .description('addresses of other programs that are told of events')
    .addHelpText('after', example('adjourn webhooks list'));
  const run = overApi(webhooks, configuration);
  const of = (id: string) => ({ params: { path: { id } } });
  const setStatus = (status: WebhookStatus) => (id: string) =>
    run(async (api) => {
      done(await api.PATCH('/api/v1/webhooks/{id}', { ...of(id), body: { status } }));
      return 0;
    });

  webhooks
    .command('list')
    .description('all of them, oldest first')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn webhooks list'))
    .action((options: ListOptions) =>
      run(async (api) => {
        sayList(done(await api.GET('/api/v1/webhooks')).data, options, (one) => {
          const last =
            one.last_tried_at === null
              ? 'never tried'
              : `last ${one.last_status ?? 'no answer'}, ${one.failure_count} failed since a success`;
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
    .option('--dialect <DIALECT>', `in whose form: ${WEBHOOK_DIALECTS.join(' or ')}`, 'meetbit')
    .action((url: string, { name, topics: typed, dialect: form }: AddOptions) =>
      run(async (api) => {
        const topics = typed.flatMap((topic) => WEBHOOK_TOPICS.find((one) => one === topic) ?? []);
        const dialect = WEBHOOK_DIALECTS.find((one) => one === form);
        if (topics.length !== typed.length || !dialect) {
          complain(`Topics are ${WEBHOOK_TOPICS.join(', ')}; dialects are ${WEBHOOK_DIALECTS.join(' and ')}.`);
          return 1;
        }
        const made = done(await api.POST('/api/v1/webhooks', { body: { name, url, topics, dialect } }));
        say(`Webhook ${made.id}`, `Secret: ${made.secret}`);
        return 0;
      }),
    );
  webhooks
    .command('pause <ID>')
    .description('send nothing for now; what happens meanwhile is sent once it is resumed')
    .addHelpText('after', example(`adjourn webhooks pause ${HOOK}`))
    .action(setStatus('paused'));
  webhooks
    .command('resume <ID>')
    .description('send again')
    .addHelpText('after', example(`adjourn webhooks resume ${HOOK}`))
    .action(setStatus('active'));
  webhooks
    .command('disable <ID>')
    .description('tell it nothing of what happens from now on')
    .addHelpText('after', example(`adjourn webhooks disable ${HOOK}`))
    .action(setStatus('disabled'));
  webhooks
    .command('rotate-secret <ID>')
    .description('give it another secret, shown here and never again')
    .addHelpText('after', example(`adjourn webhooks rotate-secret ${HOOK}`))
    .action((id: string) =>
      run(async (api) => {
        say(`Secret: ${done(await api.POST('/api/v1/webhooks/{id}/rotate-secret', of(id))).secret}`);
        return 0;
      }),
    );
  webhooks
    .command('remove <ID>')
    .description('remove it and what was still to be sent to it')
    .addHelpText('after', example(`adjourn webhooks remove ${HOOK}`))
    .action((id: string) =>
      run(async (api) => {
        done(await api.DELETE('/api/v1/webhooks/{id}', of(id)));
        return 0;
      }),
    );
  webhooks
    .command('deliveries <ID>')
    .description('what became of the latest messages, newest first')
    .option(...AS_JSON)
    .addHelpText('after', example(`adjourn webhooks deliveries ${HOOK}`))
    .action((id: string, options: ListOptions) =>
      run(async (api) => {
        sayList(done(await api.GET('/api/v1/webhooks/{id}/deliveries', of(id))).data, options, (one) => {
          const answer = one.last_status ?? one.last_error ?? 'not tried yet';
          return `${toSecond(one.created_at)}  ${one.id}  event ${one.event_id}  ${one.topics.join(',')}  ${one.state}  tries ${one.attempts}  ${answer}`;
        });
        return 0;
      }),
    );
  webhooks
    .command('message <ID> <MESSAGE>')
    .description('one message: what was sent at each of its latest tries, and what came back')
    .addHelpText('after', example(`adjourn webhooks message ${HOOK} ${MESSAGE}`))
    .action((id: string, message: string) =>
      run(async (api) => {
        const found = done(await api.GET('/api/v1/webhooks/{id}/deliveries/{message}', { params: { path: { id, message } } }));
        say(`${found.state}  tries ${found.attempts}`, ...found.tries.flatMap(linesOfTry));
        return 0;
      }),
    );
  webhooks
    .command('test <ID>')
    .description('have the running server send it one message that tells of no event')
    .addHelpText('after', example(`adjourn webhooks test ${HOOK}`))
    .action((id: string) =>
      run(async (api) => {
        const { delivery_id: message } = done(await api.POST('/api/v1/webhooks/{id}/test', of(id)));
        say(`Message ${message}`, `What becomes of it: adjourn webhooks message ${id} ${message}`);
        return 0;
      }),
    );
  webhooks
    .command('replay <ID>')
    .description('send again what came after one message and was never taken, each under its own id, at most 1,000')
    .addHelpText('after', example(`adjourn webhooks replay ${HOOK} --after ${MESSAGE}`))
    .requiredOption('--after <MESSAGE>', 'the id of a message, as `deliveries` and the receiver know it')
    .option('--all', 'also what was taken')
    .action((id: string, { after, all = false }: { after: string; all?: boolean }) =>
      run(async (api) => {
        const body = { after, only_failed: !all };
        const { count, next_after: next } = done(await api.POST('/api/v1/webhooks/{id}/replay', { ...of(id), body }));
        say(`Sent again: ${count}.`, ...(next === null ? [] : [`There may be more after ${next}.`]));
        return 0;
      }),
    );
}

function linesOfTry(one: components['schemas']['WebhookDeliveryWithTries']['tries'][number]): string[] {
  const came = one.status === null ? `no answer: ${one.error ?? ''}` : `${one.status}  ${one.answer ?? ''}`;
  return [`${toSecond(one.ended_at)}  ${one.url}`, `  sent      ${one.payload ?? 'nothing'}`, `  answered  ${came}`];
}
