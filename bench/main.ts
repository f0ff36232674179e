import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { benchCancels } from './cancels.ts';
import { printTable } from './figures.ts';
import { benchMails } from './mails.ts';

/*
 * `npm run bench`: the figures of docs/performance.md in one run, as ratios of two things measured side by side, on real servers
 * with embedded databases of their own. `-- --quick` takes smaller counts, for a look while changing something.
 */

const quick = process.argv.includes('--quick');
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
console.log(
  `Commit ${commit}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}${quick ? ', quick' : ''}\n`,
);
console.log('| What | Goal | Reached | Figures |\n|---|---|---|---|');
printTable(
  await benchCancels(
    quick ? { perRun: 300, runs: 2, crowd: 10_000, stored: 50_000 } : { perRun: 1_000, runs: 5, crowd: 100_000, stored: 1_000_000 },
  ),
);
printTable(await benchMails(quick ? { mails: 2_000, drain: 10_000 } : { mails: 20_000, drain: 100_000 }));
