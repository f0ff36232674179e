import type { Command } from 'commander';
import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Tenant } from '../domain/tenants/tenant.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { numberOf } from './number-of.ts';
import { AS_JSON, type ListOptions, complain, say, sayList } from './out.ts';

/** Adds `adjourn orders …` to the program: what customers ordered, and whether it is paid. */
export function addOrderCommands(program: Command, configuration: () => Config): void {
  const orders = program
    .command('orders')
    .description('what customers ordered, and whether it is paid')
    .addHelpText('after', example('adjourn orders list --pending'));
  const run = forTenant(orders, configuration);
  const settle = (text: string, work: (tools: Tools, tenant: Tenant, id: number) => Promise<string | null>) =>
    run(async (tools, tenant) => {
      const id = numberOf(text);
      const refusal = id === undefined ? 'There is no such order.' : await work(tools, tenant, id);
      if (refusal !== null) complain(refusal);
      return refusal === null ? 0 : 1;
    });

  orders
    .command('list')
    .description('all of them, newest first')
    .option('--pending', 'only those that wait for payment')
    .option(...AS_JSON)
    .addHelpText('after', example('adjourn orders list --pending'))
    .action(({ pending = false, ...options }: ListOptions & { pending?: boolean }) =>
      run(async (tools, tenant) => {
        const orders: Awaited<ReturnType<Tools['orders']['list']>>['orders'] = [];
        let before: number | null = null;
        do {
          const page = await tools.orders.list(tenant, pending ? ['pending'] : undefined, before);
          orders.push(...page.orders);
          before = page.next;
        } while (before !== null);
        sayList(orders, options, ({ id, state, total, currency, customerName, customerEmail, createdAt, dueAt }) => {
          const due = state === 'pending' ? `  pay until ${dueAt.toString({ smallestUnit: 'second' })}` : '';
          return `${id}  ${createdAt.toString({ smallestUnit: 'second' })}  ${state}  ${total} ${currency}  ${customerName} <${customerEmail}>${due}`;
        });
        return 0;
      }),
    );
  orders
    .command('mark-paid <ID>')
    .description('the money is there: its seats become tickets, which are mailed; a repeat issues nothing twice')
    .addHelpText('after', example('adjourn orders mark-paid 12'))
    .action((text: string) => settle(text, markPaid));
  orders
    .command('cancel <ID>')
    .description('give the held seats of an order that waits for payment back at once')
    .addHelpText('after', example('adjourn orders cancel 12'))
    .action((text: string) => settle(text, cancel));
}

async function markPaid(tools: Tools, tenant: Tenant, id: number): Promise<string | null> {
  const done = await tools.orders.markPaid(tenant, id);
  switch (done.outcome) {
    case 'paid':
      say(`Issued ticket${done.ticketIds.length === 1 ? '' : 's'} ${done.ticketIds.join(', ')}.`);
      return null;
    case 'already_settled':
      say('The order is settled already; nothing was issued now.');
      return null;
    case 'expired':
      return 'The order was not paid in time and its seats were given back. Pay the money back, or have it ordered anew.';
    case 'cancelled':
      return 'The order is cancelled and its seats were given back. Pay the money back, or have it ordered anew.';
    case 'event_cancelled':
      return 'An event of the order is cancelled. Pay the money back.';
    case 'event_over':
      return 'An event of the order is over. Pay the money back.';
    case 'not_found':
      return 'There is no such order.';
  }
}

async function cancel(tools: Tools, tenant: Tenant, id: number): Promise<string | null> {
  const { outcome } = await tools.orders.cancel(tenant, id);
  switch (outcome) {
    case 'cancelled':
      return null;
    case 'already_cancelled':
      say('The order is cancelled already.');
      return null;
    case 'already_settled':
      return 'The order is settled; its tickets can be cancelled one by one.';
    case 'expired':
      return 'The order was not paid in time and its seats were given back then.';
    case 'not_found':
      return 'There is no such order.';
  }
}
