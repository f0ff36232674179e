import type { z } from '@hono/zod-openapi';

/** The words of a check of ours begin in none of these ways; those of the validator, which are for programmers, do. */
const RAW = /^(?:Invalid|Too|Unrecognized|Expected|Required)\b/;

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

const FORMATS: Record<string, string> = { uuid: 'a UUID', url: 'an address beginning with https://', email: 'a mail address' };

/** What is wrong with a parameter, as a sentence that says what to send instead. */
export function reasonOf(issue: z.core.$ZodIssue): string {
  return RAW.test(issue.message) ? `It must be ${wantedBy(issue)}.` : `It must be ${issue.message}.`;
}

function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? `of the kind "${issue.expected}"`;
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `at least ${amount(issue.origin, issue.minimum)}`;
    case 'too_big':
      return `at most ${amount(issue.origin, issue.maximum)}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'written as the description says';
    case 'invalid_union': {
      const [first] = issue.errors.flat();
      return first && RAW.test(first.message) ? wantedBy(first) : (first?.message ?? 'written as the description says');
    }
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return 'written as the description says';
  }
}

function amount(origin: string, count: number | bigint): string {
  if (origin === 'string') return `${count} ${Number(count) === 1 ? 'character' : 'characters'} long`;
  return origin === 'array' ? `${count} ${Number(count) === 1 ? 'entry' : 'entries'} long` : String(count);
}
