import { seal, unseal } from '../../crypto/sealed-text.ts';
import type { Context } from '../context.ts';

/** What somebody must bring back from their identity provider, and where they go then. */
export type ProviderVisit = { tenantId: number; state: string; nonce: string; verifier: string; to: string };

const ABOUT = 'a visit to the identity provider';

/** A visit as text for a cookie, which nobody but this installation reads or makes; good for so long. */
export function sealProviderVisit(context: Context, visit: ProviderVisit, seconds: number): string {
  const until = context.clock.now().add({ seconds }).epochMilliseconds;
  return seal(context, JSON.stringify({ ...visit, until }), ABOUT).toString('base64url');
}

/** The visit that such a text is of; undefined where it is none, or over. */
export function openProviderVisit(context: Context, text: string): ProviderVisit | undefined {
  if (!/^[\w-]{40,4000}$/.test(text)) return undefined;
  try {
    const { until, ...visit } = JSON.parse(unseal(context, Buffer.from(text, 'base64url'), ABOUT)) as ProviderVisit & { until: number };
    return until > context.clock.now().epochMilliseconds ? visit : undefined;
  } catch {
    return undefined;
  }
}
