import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { Examined } from '../domain/finding.ts';
import { example } from './example.ts';
import { complain, complainOf, say, sayJson } from './out.ts';
import { withProgress } from './progress.ts';

/** Adds `adjourn doctor` to the program. It reads its configuration itself: one that is not usable ends it with 2, as whatever keeps it from looking. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('look at database, mail server, sender domains, clock, disk and public address, and say how to mend what is found')
    .option('--json', 'as JSON: every check with its facts and findings')
    .addHelpText('after', example('adjourn doctor', 'adjourn doctor --json'))
    .action(async ({ json }: { json?: true }) => {
      process.exitCode = await doctor(json ?? false);
    });
}

async function doctor(json: boolean): Promise<0 | 1 | 2> {
  const read = readConfig();
  if ('faults' in read) {
    complain('The configuration is not usable:', ...read.faults.map((fault) => `  ${fault}`));
    return 2;
  }
  try {
    const { openDoctor } = await import('../compose-doctor.ts');
    const opened = await openDoctor(read.config);
    try {
      const examined = await withProgress('Looking', () => opened.examine());
      if (json) sayJson({ checks: examined });
      else tell(examined);
      return examined.some(({ findings }) => findings.length > 0) ? 1 : 0;
    } finally {
      await opened.close();
    }
  } catch (error) {
    complainOf(error);
    return 2;
  }
}

function tell(examined: Examined[]): void {
  for (const { check, facts, findings } of examined) {
    const shown = Object.entries(facts).map(([name, value]) => `${name.replaceAll('_', ' ')} ${value}`);
    say(`${findings.length === 0 ? 'ok  ' : '!!  '}${check}: ${shown.join(', ') || 'nothing to see'}`);
    for (const { severity, says, mend } of findings) say(`      ${severity}: ${says}`, `        ${mend}`);
  }
  const count = examined.reduce((sum, { findings }) => sum + findings.length, 0);
  say('', count === 0 ? 'Nothing to mend.' : `${count} to mend.`);
}
