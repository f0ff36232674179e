import type { Command } from 'commander';
import type { AdjournClient } from '../client/index.ts';
import type { Config } from '../config.ts';
import { done, everyRow, overApi, toSecond } from './client.ts';
import { example } from './example.ts';
import { AS_JSON, type ListOptions, say, sayList } from './out.ts';

/** Adds `adjourn orders …` to the program: what customers ordered, and whether it is paid. */
export function addOrderCommands(program: Command, configuration: () => Config): void {
  const orders = program
    .command('orders')
    .description('what customers ordered, and whether it is paid')
    .addHelpText('after', example('adjourn orders list --pending'));
  const run = overApi(orders, configuration);

  orders
    .command('list')
    .description('all of them, newest first')
    .option('--pending', 'only those that wait for payment')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn orders list --pending'))
    .action(({ pending = false, ...options }: ListOptions & { pending?: boolean }) =>
      run(async (api) => {
        const state = pending ? { state: ['pending' as const] } : {};
        const all = await everyRow(async (page) =>
          done(await api.GET('/api/v1/orders', { params: { query: { limit: 200, ...state, ...page } } })),
        );
        sayList(all, options, (one) => {
          const due = one.state === 'pending' ? `  pay until ${toSecond(one.due_at)}` : '';
          const money = `${one.total} ${one.currency}`;
          return `${one.id}  ${toSecond(one.created_at)}  ${one.state}  ${money}  ${one.customer_name} <${one.customer_email}>${due}`;
        });
        return 0;
      }),
    );
  orders
    .command('mark-paid <ID>')
    .description('the money is there: its seats become tickets, which are mailed; a repeat issues nothing twice')
    .addHelpText('after', example('adjourn orders mark-paid 12'))
    .action((id: string) =>
      run(async (api) => {
        const paid = await api.POST('/api/v1/orders/{id}/mark-paid', { params: { path: { id } } });
        if (await isAlready(api, id, 'settled', paid.response)) {
          say('The order is settled already; nothing was issued now.');
          return 0;
        }
        const tickets = done(paid).lines.flatMap((line) => line.ticket_id ?? []);
        say(`Issued ticket${tickets.length === 1 ? '' : 's'} ${tickets.join(', ')}.`);
        return 0;
      }),
    );
  orders
    .command('cancel <ID>')
    .description('give the held seats of an order that waits for payment back at once')
    .addHelpText('after', example('adjourn orders cancel 12'))
    .action((id: string) =>
      run(async (api) => {
        const cancelled = await api.POST('/api/v1/orders/{id}/cancel', { params: { path: { id } } });
        if (await isAlready(api, id, 'cancelled', cancelled.response)) say('The order is cancelled already.');
        else done(cancelled);
        return 0;
      }),
    );
}

/** Whether a change was refused because the order is what it should become. */
async function isAlready(api: AdjournClient, id: string, state: 'settled' | 'cancelled', { status }: Response): Promise<boolean> {
  if (status !== 409) return false;
  return done(await api.GET('/api/v1/orders/{id}', { params: { path: { id } } })).state === state;
}
