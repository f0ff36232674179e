import { AxiosError, AxiosHeaders } from 'axios';
import { expect, it } from 'vitest';
import { signInRefusal } from './sign-in-refusal.ts';

const config = { headers: new AxiosHeaders() };
const refused = (status: number, data: unknown, headers: Record<string, string> = {}): AxiosError =>
  new AxiosError('refused', undefined, config, null, { status, statusText: '', data, headers: AxiosHeaders.from(headers), config });

it.each([409, 429])('issue 9 E26: says what locks somebody out who tries for the first time, and until when (%i)', (status) => {
  const words = signInRefusal(refused(status, { Message: 'asked too often' }, { 'retry-after': '720' }));
  expect(words).toBe(
    'Too many sign-ins were tried for this account or from your network, perhaps by somebody else. Try again in 12 minutes.',
  );
});

it('says that the password was wrong in the words of the server, and never shows a reset token', () => {
  expect(signInRefusal(refused(400, { error: 'invalid_grant', error_description: 'Not recognised.' }))).toBe('Not recognised.');
  expect(signInRefusal(refused(400, { error: 'must_reset_password', error_description: 'secret-token' }))).not.toContain('secret');
});
