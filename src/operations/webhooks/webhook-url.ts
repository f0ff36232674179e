import { mayBePublicHost } from '../../crypto/public-address.ts';
import { webhookUrlFault } from '../../domain/webhooks/webhook.ts';

/**
 * Why a webhook cannot have this URL, to be read after "the URL", or null: besides its form, an address written in it must be of the public
 * internet, and a name not this machine's. A name is resolved only when something is sent (delivery/webhooks/public-target.ts), since what it stands for changes.
 */
export function urlFaultOf(text: string): string | null {
  const fault = webhookUrlFault(text);
  if (fault !== null) return fault;
  return mayBePublicHost(new URL(text).hostname) ? null : 'must be on the public internet';
}
