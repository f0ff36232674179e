import { isAxiosError } from 'axios';
import { inWords, statusOf, waitOf } from '../../api/refusal.ts';

/**
 * A refused sign-in in words. Only `invalid_grant` describes itself: under `must_reset_password` the description is a
 * reset token (nexudus.md §3.1) and must not be shown.
 */
export function signInRefusal(error: unknown): string {
  const status = statusOf(error);
  // Whoever is told this may try for the first time: it was perhaps a stranger who guessed at their password.
  if (status === 409 || status === 429)
    return `Too many sign-ins were tried for this account or from your network, perhaps by somebody else. Try again in ${waitOf(error)}.`;
  if (status !== 400 || !isAxiosError<{ error?: string; error_description?: string }>(error)) return inWords(error);
  const body = error.response?.data;
  switch (body?.error) {
    case 'invalid_grant':
      return body.error_description || 'Email or password not recognised.';
    case 'two_factor_auth_check':
      return 'This account asks for a second factor, which this page cannot take yet.';
    case 'must_reset_password':
      return 'This account must choose a new password before it can sign in. Ask the people who run it.';
    default:
      return 'Signing in failed. Check email and password and try again.';
  }
}
