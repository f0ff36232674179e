import { mayBePublicHost } from '../../crypto/public-address.ts';
import { isLoopbackHost, webhookUrlFault } from '../../domain/webhooks/webhook.ts';

/**
 * Why a webhook cannot have this URL, to be read after "the URL", or null: besides its form, an address written in it must be of the public
 * internet, and a name not this machine's. A name is resolved only when something is sent (delivery/webhooks/public-target.ts), since what it stands for changes. `loopback`: one on this
 * machine will do, too (`mayBeHere`).
 */
export function urlFaultOf(text: string, loopback: boolean): string | null {
  const fault = webhookUrlFault(text, loopback);
  if (fault !== null || (loopback && isLoopbackHost(new URL(text).hostname))) return fault;
  return mayBePublicHost(new URL(text).hostname) ? null : 'must be on the public internet';
}
