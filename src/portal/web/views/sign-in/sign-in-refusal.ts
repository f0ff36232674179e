import { isAxiosError } from 'axios';
import { inWords, statusOf, waitOf } from '../../api/refusal.ts';

/** What a refused sign-in is called; null where it is no answer of the token route. */
function nameOf(error: unknown): { error?: string; error_description?: string } | null {
  if (statusOf(error) !== 400 || !isAxiosError<{ error?: string; error_description?: string }>(error)) return null;
  return error.response?.data ?? null;
}

/** Whether the password was right and a code is needed, too. */
export function needsCode(error: unknown): boolean {
  return nameOf(error)?.error === 'two_factor_auth_check';
}

/** Where a new password is set, for whoever must set one before they sign in; null for everybody else. */
export function resetPathOf(error: unknown): string | null {
  const named = nameOf(error);
  const token = named?.error === 'must_reset_password' ? named.error_description : undefined;
  return token !== undefined && /^[\w-]+$/.test(token) ? `/password/${token}` : null;
}

/**
 * A refused sign-in in words. Only `invalid_grant` describes itself: under `must_reset_password` the description is a
 * reset token (nexudus.md §3.1) and must not be shown.
 */
export function signInRefusal(error: unknown): string {
  const status = statusOf(error);
  // Whoever is told this may try for the first time. Too many guesses at an account have words of the server's own.
  if (status === 409 || status === 429)
    return `Too many people are signing in just now, or too much was asked from your network. Try again in ${waitOf(error)}.`;
  const body = nameOf(error);
  if (status !== 400) return inWords(error);
  switch (body?.error) {
    case 'invalid_grant':
      return body.error_description || 'Email or password not recognised.';
    case 'two_factor_auth_check':
      return 'Enter the code that your authenticator shows, or one of your recovery codes.';
    case 'must_reset_password':
      return 'This account must choose a new password before it can sign in.';
    default:
      return 'Signing in failed. Check email and password and try again.';
  }
}
