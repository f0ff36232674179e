import { AxiosError, AxiosHeaders } from 'axios';
import { expect, it } from 'vitest';
import { needsCode, resetPathOf, signInRefusal } from './sign-in-refusal.ts';

const config = { headers: new AxiosHeaders() };
const refused = (status: number, data: unknown, headers: Record<string, string> = {}): AxiosError =>
  new AxiosError('refused', undefined, config, null, { status, statusText: '', data, headers: AxiosHeaders.from(headers), config });

it.each([409, 429])('issue 9 E26: does not blame somebody who tries for the first time, and says until when to wait (%i)', (status) => {
  const words = (seconds: string) => signInRefusal(refused(status, '', { 'retry-after': seconds }));
  expect(words('1')).toBe('Too many people are signing in just now, or too much was asked from your network. Try again in a second.');
  expect(words('720')).toContain('Try again in 12 minutes.');
});

it('issue 9 E26: says in the words of the server that somebody guessed at the password, and until when', () => {
  const said =
    'Somebody entered too many wrong passwords for this account. Try again in 12 minutes, or sign in where you have signed in before.';
  expect(signInRefusal(refused(400, { error: 'invalid_grant', error_description: said }, { 'retry-after': '720' }))).toBe(said);
});

it('says that the password was wrong in the words of the server, and never shows a reset token', () => {
  expect(signInRefusal(refused(400, { error: 'invalid_grant', error_description: 'Not recognised.' }))).toBe('Not recognised.');
  expect(signInRefusal(refused(400, { error: 'must_reset_password', error_description: 'secret-token' }))).not.toContain('secret');
});

it('issue 10: leads whoever must set a new password to where that is done, and asks for a code where one is needed', () => {
  expect(resetPathOf(refused(400, { error: 'must_reset_password', error_description: 'a-token_1' }))).toBe('/password/a-token_1');
  expect(resetPathOf(refused(400, { error: 'must_reset_password', error_description: '//evil.example' }))).toBeNull();
  expect(resetPathOf(refused(400, { error: 'invalid_grant', error_description: 'a-token' }))).toBeNull();
  const asked = refused(400, { error: 'two_factor_auth_check', error_description: '' });
  expect([needsCode(asked), needsCode(refused(400, { error: 'invalid_grant' })), needsCode(new Error('away'))]).toEqual([
    true,
    false,
    false,
  ]);
});
