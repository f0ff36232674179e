import { InvalidArgumentError } from 'commander';

/** A number as an operator types it; undefined when it cannot be one of ours. */
export function numberOf(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** The same of an option; anything else ends the command with a sentence. */
export function numberGiven(text: string): number {
  const number = numberOf(text);
  if (number === undefined) throw new InvalidArgumentError('It is a number.');
  return number;
}
