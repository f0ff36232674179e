import { isAxiosError } from 'axios';
import { inWords, statusOf, waitOf } from '../../api/refusal.ts';

/**
 * A refused sign-in in words. Only `invalid_grant` describes itself: under `must_reset_password` the description is a
 * reset token (nexudus.md §3.1) and must not be shown.
 */
export function signInRefusal(error: unknown): string {
  const status = statusOf(error);
  // Whoever is told this may try for the first time. Too many guesses at an account have words of the server's own.
  if (status === 409 || status === 429)
    return `Too many people are signing in just now, or too much was asked from your network. Try again in ${waitOf(error)}.`;
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
