import { expect, test } from 'vitest';
import { SCOPES, permits, withoutGrant } from './scope.ts';

test('issue 10: admin permits everything, and nothing else permits what only admin may', () => {
  expect(SCOPES.every((scope) => permits(['admin'], scope))).toBe(true);
  expect(
    permits(
      SCOPES.filter((scope) => scope !== 'admin'),
      'admin',
    ),
  ).toBe(false);
  expect(SCOPES.some((scope) => permits([], scope))).toBe(false);
});

test('issue 10: what somebody may hand on is what they have, reading with writing', () => {
  expect(withoutGrant(['events:write'], ['events:read', 'events:write'])).toEqual([]);
  expect(withoutGrant(['events:read', 'people:write'], ['events:read', 'events:write', 'admin'])).toEqual(['events:write', 'admin']);
  expect(withoutGrant(['admin'], SCOPES)).toEqual([]);
});
