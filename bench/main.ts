import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureAssembled } from './assembled.ts';
import { benchCrowd, benchDrain } from './crowd.ts';
import { printTable } from './figures.ts';
import { openHouse } from './house.ts';
import { measureLimits } from './limits.ts';
import { benchLong } from './long.ts';
import { benchMeetings } from './meetings.ts';
import { benchDeadServer, benchStart } from './operator.ts';
import { benchReads } from './reads.ts';
import { hasSink, openSink } from './sink.ts';
import { openStage } from './stage.ts';
import { benchTickets } from './tickets.ts';

/*
 * `npm run bench`: the figures of docs/performance.md in one run. As a newcomer has it: a server as `npm start` starts it, its worker running, its
 * database new, filled through the product's own doors (crowds and tickets by the operations' own code), analysed by nobody. `--quick` takes smaller
 * counts; `--assembled FOLDER` measures the stack that its peer.mjs assembles beside ours; `--long` measures instead, in some minutes, what a ledger of a million
 * deliveries costs.
 */

const { values: given } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, long: { type: 'boolean', default: false }, assembled: { type: 'string' } },
});
const scale = given.quick
  ? { meetings: 200, tickets: 100, crowd: 2_000, drain: 5_000, reads: 2_000, limit: 1_000 }
  : { meetings: 1_000, tickets: 500, crowd: 20_000, drain: 100_000, reads: 8_000, limit: 3_000 };

if (!hasSink()) throw new Error('Postfix’s smtp-sink and smtp-source are not here; Debian’s package is postfix.');
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(`Commit ${commit}, ${machine}${given.quick ? ', quick' : ''}\n\n| What | Goal | Reached | Figures |\n|---|---|---|---|`);

if (given.long) {
  printTable(await benchLong(given.quick ? 50_000 : 1_000_000, (line) => console.error(line)));
  process.exit();
}
const assembled = given.assembled === undefined ? undefined : await measureAssembled(given.assembled, scale.meetings);
const sink = await openSink();
const environment = { SMTP_URL: `smtp://127.0.0.1:${sink.port}` };
const stage = await openStage(environment);
let measured: ReturnType<typeof measureLimits> | undefined;
const limits = () => (measured ??= measureLimits(stage, 16, scale.limit));
try {
  printTable(await benchMeetings(stage, sink, scale.meetings, limits, assembled));
  const house = await openHouse(stage);
  try {
    printTable(await benchTickets(stage, sink, house, scale.tickets, limits));
    printTable(await benchReads(stage, scale.reads));
    printTable(await benchCrowd(stage, sink, house, scale.crowd));
    printTable(await benchDrain(stage, sink, house, scale.drain));
  } finally {
    await house.close();
  }
  await stage.end();
  printTable(await benchStart(stage.directory, environment));
} finally {
  await stage.end().catch(() => {});
  await rm(stage.directory, { recursive: true, force: true });
  await sink.close();
}
printTable(await benchDeadServer(scale.reads));
