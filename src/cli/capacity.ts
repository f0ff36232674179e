import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { done, overApi } from './client.ts';
import { example } from './example.ts';
import { numberOf } from './number-of.ts';
import { complain, say } from './out.ts';

/** Adds `adjourn capacity` to the program: how many seats there are. */
export function addCapacityCommand(program: Command, configuration: () => Config): void {
  const command = program
    .command('capacity <EVENT_ID> <SEATS>')
    .description('how many seats an event has, or `none` for no limit; new ones are offered to whoever waits')
    .option('--ticket-type <ID>', 'of this ticket type of the event alone')
    .addHelpText('after', example('adjourn capacity 78 50', 'adjourn capacity 78 none --ticket-type 502'));
  const run = overApi(command, configuration);
  command.action((id: string, seats: string, { ticketType: typeId }: { ticketType?: string }) =>
    run(async (api) => {
      const capacity = seats === 'none' ? null : seats === '0' ? 0 : numberOf(seats);
      if (capacity === undefined) {
        complain('SEATS is a whole number, or `none`.');
        return 1;
      }
      const body = { capacity };
      const { offered } = done(
        typeId === undefined
          ? await api.PATCH('/api/v1/events/{id}/capacity', { params: { path: { id } }, body })
          : await api.PATCH('/api/v1/events/{id}/ticket-types/{typeId}/capacity', { params: { path: { id, typeId } }, body }),
      );
      say(offered === 1 ? 'One who waited is offered a seat.' : `${offered} who waited are offered a seat.`);
      return 0;
    }),
  );
}
