import { exchangeToken as exchange } from '../../operations/access/exchange-token.ts';
import { json } from './answer.ts';
import { acceptsSecrets } from './auth.ts';
import type { Call } from './call.ts';
import { refused, unauthorized } from './errors.ts';
import { clientIdOf } from './schema.ts';

const MINUTES_OF_A_DAY = 1_440;

/** `POST /api/sys/users/exchange` (nexudus.md §3.3): a one-time token for a session. The answer says `token`, not `access_token`. */
export async function exchangeToken({ c, options, tenant }: Call): Promise<Response> {
  const token = c.req.query('token') ?? '';
  if (token === '') return refused('token: is a required field');
  const minutes = c.req.query('validForInMinutes') ?? String(MINUTES_OF_A_DAY);
  if (!/^[1-9]\d{0,8}$/.test(minutes)) return refused('validForInMinutes: must be a positive whole number');
  if (!tenant || !acceptsSecrets(options, tenant)) return unauthorized();
  const given = {
    token,
    clientId: clientIdOf(c.req.header('client_id'), new URLSearchParams({ client_id: c.req.query('client_id') ?? '' })),
    validForSeconds: Number(minutes) * 60,
  };
  const exchanged = await exchange(options.context, tenant, given);
  if (exchanged.outcome === 'refused') return unauthorized();
  return json(200, {
    token: exchanged.accessToken,
    token_type: 'bearer',
    expires_in: exchanged.expiresInSeconds,
    refresh_token: exchanged.refreshToken,
  });
}
