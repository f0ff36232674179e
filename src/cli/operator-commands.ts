import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { addAttendeeCommands } from './attendees.ts';
import { addBackupCommands } from './backup.ts';
import { addAuditCommand } from './audit.ts';
import { addCalendarCommands } from './calendars.ts';
import { addCapacityCommand } from './capacity.ts';
import { addDayCommands } from './day.ts';
import { addDoctorCommand } from './doctor.ts';
import { addCourtCommand } from './court.ts';
import { addJudgeCommand } from './judge.ts';
import { addEventCommands } from './events.ts';
import { addIdentityCommand } from './identity.ts';
import { addKeyCommands } from './keys.ts';
import { addMailCommands } from './mail.ts';
import { addOrderCommands } from './orders.ts';
import { addPrivacyCommands } from './privacy.ts';
import { addPeopleCommands } from './people.ts';
import { addPruneCommand } from './prune.ts';
import { addSettingCommands } from './settings.ts';
import { addSuppressionCommands } from './suppressions.ts';
import { addTenantCommands } from './tenant.ts';
import { addWebhookCommands } from './webhooks.ts';

/** Adds the commands by which an operator looks after a tenant. `configuration` ends the process where it is not usable. */
export function addOperatorCommands(program: Command, configuration: () => Config): void {
  addTenantCommands(program, configuration);
  addSettingCommands(program, configuration);
  addPeopleCommands(program, configuration);
  addCalendarCommands(program, configuration);
  addEventCommands(program, configuration);
  addKeyCommands(program, configuration);
  addWebhookCommands(program, configuration);
  addOrderCommands(program, configuration);
  addCapacityCommand(program, configuration);
  addAttendeeCommands(program, configuration);
  addDayCommands(program, configuration);
  addSuppressionCommands(program, configuration);
  addPrivacyCommands(program, configuration);
  addAuditCommand(program, configuration);
  addPruneCommand(program, configuration);
  addIdentityCommand(program, configuration);
  addDoctorCommand(program);
  addBackupCommands(program, configuration);
  addMailCommands(program, configuration);
  addCourtCommand(program);
  addJudgeCommand(program);
}
