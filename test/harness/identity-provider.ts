import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type IdentityProvider = {
  issuer: string;
  client: { id: string; secret: string };
  /** Somebody goes where they were led, signs in there as `claims`, and is sent back: the address they come back to. */
  visit(there: string, claims: Record<string, unknown>, twist?: { nonce?: string; audience?: string; forged?: boolean }): string;
  /** What was asked of its token endpoint and refused. */
  refusals: string[];
  close(): Promise<void>;
};

/**
 * A real OpenID provider on loopback: discovery, keys, codes that are exchanged once against the client's secret and PKCE (RFC 7636), id tokens signed with RS256, and
 * userinfo. Claims named `only_userinfo_*` are told there alone.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const client = { id: 'adjourn', secret: 'the secret of the client' };
  const pairs = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const [own, strangers] = pairs;
  if (!own || !strangers) throw new Error('no keys');
  const codes = new Map<string, { redirect: string; challenge: string; idToken: string; userinfo: object }>();
  const userinfos = new Map<string, object>();
  const refusals: string[] = [];
  let issuer = '';

  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  function token(claims: object, forged: boolean): string {
    const signed = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(claims)}`;
    return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), (forged ? strangers : own)!.privateKey).toString('base64url')}`;
  }

  const server = createServer((request, response) => {
    void answer(request.url ?? '', request.headers.authorization ?? '', text(request)).then(([status, body]) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });

  async function answer(path: string, authorization: string, body: Promise<string>): Promise<[number, object]> {
    if (path === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ];
    if (path === '/keys') return [200, { keys: [{ ...own!.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }];
    if (path === '/userinfo') return [200, userinfos.get(authorization) ?? {}];
    if (path !== '/token') return [404, {}];
    const form = new URLSearchParams(await body);
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const wrong =
      form.get('client_id') !== client.id || form.get('client_secret') !== client.secret
        ? 'client'
        : !code
          ? 'code'
          : code.redirect !== form.get('redirect_uri')
            ? 'redirect_uri'
            : code.challenge !== challenge
              ? 'code_verifier'
              : null;
    if (wrong !== null || !code) {
      refusals.push(wrong ?? 'code');
      return [400, { error: 'invalid_grant' }];
    }
    const accessToken = randomUUID();
    userinfos.set(`Bearer ${accessToken}`, code.userinfo);
    return [200, { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: code.idToken }];
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    client,
    refusals,
    visit(there, claims, { nonce, audience = client.id, forged = false } = {}) {
      const asked = new URL(there).searchParams;
      const code = randomUUID();
      const now = Math.floor(Date.now() / 1_000);
      const named = Object.entries({ sub: 'somebody', ...claims });
      const told = Object.fromEntries(named.filter(([name]) => !name.startsWith('only_userinfo_')));
      const idToken = token({ iss: issuer, aud: audience, iat: now, exp: now + 60, nonce: nonce ?? asked.get('nonce'), ...told }, forged);
      const userinfo = Object.fromEntries(named.map(([name, value]) => [name.replace('only_userinfo_', ''), value]));
      const redirect = asked.get('redirect_uri') ?? '';
      codes.set(code, { redirect, challenge: asked.get('code_challenge') ?? '', idToken, userinfo });
      return `${redirect}?code=${code}&state=${asked.get('state')}`;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => {});
    },
  };
}
