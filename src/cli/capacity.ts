import type { Command } from 'commander';
import type { Tools } from '../compose.ts';
import type { Config } from '../config.ts';
import type { Tenant } from '../domain/tenants/tenant.ts';
import { example } from './example.ts';
import type { ExitCode } from './exit-codes.ts';
import { forTenant } from './for-tenant.ts';
import { numberOf } from './number-of.ts';
import { complain, say } from './out.ts';

type Options = { ticketType?: string };

/** Adds `adjourn capacity` to the program: how many seats there are. */
export function addCapacityCommand(program: Command, configuration: () => Config): void {
  const capacity = program
    .command('capacity <EVENT_ID> <SEATS>')
    .description('how many seats an event has, or `none` for no limit; new ones are offered to whoever waits')
    .addHelpText('after', example('adjourn capacity 78 50', 'adjourn capacity 78 none --ticket-type 502'));
  const run = forTenant(capacity, configuration);
  capacity
    .option('--ticket-type <ID>', 'of this ticket type of the event alone')
    .action((event: string, seats: string, options: Options) => run((tools, tenant) => change(tools, tenant, event, seats, options)));
}

async function change(tools: Tools, tenant: Tenant, event: string, seats: string, { ticketType }: Options): Promise<ExitCode> {
  const capacity = seats === 'none' ? null : seats === '0' ? 0 : numberOf(seats);
  if (capacity === undefined || (capacity ?? 0) > 2_147_483_647) return refuse('SEATS is a whole number, or `none`.');
  const eventId = numberOf(event);
  if (eventId === undefined) return refuse('There is no such event.');
  const ticketTypeId = ticketType === undefined ? null : numberOf(ticketType);
  if (ticketTypeId === undefined) return refuse('The event has no such ticket type.');
  const done = await tools.orders.setCapacity(tenant, eventId, { ticketTypeId, capacity });
  switch (done.outcome) {
    case 'changed':
      say(done.offered === 1 ? 'One who waited is offered a seat.' : `${done.offered} who waited are offered a seat.`);
      return 0;
    case 'unchanged':
      say('It has so many already.');
      return 0;
    case 'below_taken':
      return refuse(`${done.taken} seats are taken, ${done.held} of them held by unpaid orders and offers: there cannot be fewer.`);
    case 'event_cancelled':
      return refuse('The event is cancelled.');
    case 'event_over':
      return refuse('The event is over.');
    case 'not_found':
      return refuse('There is no such event.');
    case 'type_not_found':
      return refuse('The event has no such ticket type.');
  }
}

function refuse(sentence: string): ExitCode {
  complain(sentence);
  return 1;
}
