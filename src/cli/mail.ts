import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { example } from './example.ts';
import { forTenant } from './for-tenant.ts';
import { complain, say } from './out.ts';

const MARKS = { us: '>', server: '<', network: '-' };

/** Adds `adjourn mail` to the program. */
export function addMailCommands(program: Command, configuration: () => Config): void {
  const mail = program
    .command('mail')
    .description('the way that mails leave')
    .addHelpText('after', example('adjourn mail test ben@example.com'));
  const within = forTenant(mail, configuration);
  mail
    .command('test <ADDRESS>')
    .description('hand one mail to the mail server, as notices are, and show the conversation; it stands in no ledger')
    .addHelpText('after', example('adjourn mail test ben@example.com'))
    .action((address: string) =>
      within(async (tools, tenant) => {
        const sent = await tools.sendTestMail(tenant, address);
        if ('steps' in sent) say(...sent.steps.map(({ by, line }) => `${MARKS[by]} ${line}`), '');
        switch (sent.outcome) {
          case 'sent':
            say(`Taken: ${sent.words}`);
            return 0;
          case 'not_sent':
            complain(`Not taken: ${sent.words}`);
            return 1;
          case 'no_mail_server':
            complain('No mail server is set (SMTP_URL).');
            return 1;
          case 'no_address':
            complain('That is no mail address.');
            return 1;
        }
      }),
    );
}
