import type { Plan, Request } from './change.ts';
import type { Event } from '../events/event.ts';
import type { ServiceFacts } from './notice.ts';
import { type Tenant, settingsOf } from '../tenants/tenant.ts';

/**
 * Where nothing but the event's ids was shown, whoever runs it is told so at their own address, in a mail beside the one that everybody gets: none
 * where they have no address here, or the tenant does not want it.
 */
export function plansForBarePair(tenant: Tenant, event: Event, request: Request, verb: ServiceFacts['verb']): Plan[] {
  if (request.barePair === undefined || event.replyTo === null || !settingsOf(tenant).tellsBarePairs) return [];
  const recipient = { email: event.replyTo, name: event.organizerName, language: tenant.locale };
  return [{ purpose: 'bare_pair_used', method: null, audience: { kind: 'organizer', recipient, service: { verb, ...request.barePair } } }];
}
