import { isAxiosError } from 'axios';

/** The HTTP status of a refused request; null when no answer came at all. */
export function statusOf(error: unknown): number | null {
  return isAxiosError(error) ? (error.response?.status ?? null) : null;
}

/** Whether the request may have been carried out although it failed here: the answer was lost, or the server fell over. */
export function mayHaveHappened(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** How long the server asks to wait before the next try, in words. */
export function waitOf(error: unknown): string {
  const seconds = isAxiosError(error) ? Number(error.response?.headers['retry-after']) : NaN;
  if (!(seconds > 0)) return 'a moment';
  if (seconds <= 1) return 'a second';
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** A refused or failed request as a sentence for the person who asked. The server's own `Message` is used where there is one. */
export function inWords(error: unknown): string {
  const status = statusOf(error);
  if (status === null) return 'We could not reach the server. Check your connection and try again.';
  // The vendor API throttles with 409 (nexudus.md §6), everybody else with 429.
  if (status === 409 || status === 429) return `That was asked too often. Try again in ${waitOf(error)}.`;
  if (status >= 500) return 'Something went wrong on our side. Try again in a moment.';
  const body: unknown = isAxiosError(error) ? error.response?.data : null;
  if (typeof body === 'object' && body !== null && 'Message' in body && typeof body.Message === 'string' && body.Message) {
    return body.Message;
  }
  return `The server refused this (${status}).`;
}
