import { InvalidArgumentError } from 'commander';
import { plainLine } from '../domain/plain-text.ts';

/** A name as a person typed it, on one line; one of nothing that can be seen ends the command with a sentence. */
export function nameOf(given: string): string {
  const name = plainLine(given);
  if (name === '') throw new InvalidArgumentError('A name has something in it that can be seen.');
  return name;
}
