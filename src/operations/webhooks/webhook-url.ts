import ipaddr from 'ipaddr.js';
import { webhookUrlFault } from '../../domain/webhooks/webhook.ts';

/**
 * Why a webhook cannot have this URL, to be read after "the URL", or null: besides its form, an address written in it must be of the public
 * internet. A name is resolved only when something is sent (delivery/webhooks/public-target.ts), since what it stands for changes.
 */
export function urlFaultOf(text: string): string | null {
  const fault = webhookUrlFault(text);
  if (fault !== null) return fault;
  const host = new URL(text).hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(host) && ipaddr.process(host).range() !== 'unicast' ? 'must be on the public internet' : null;
}
