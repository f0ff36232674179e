import { expect, test } from 'vitest';
import { databaseTarget } from './database-url.ts';

test.each([
  ['postgres://mina:secret@db.example.org:5432/adjourn', ['postgres://mina:secret@db.example.org:5432/adjourn'], false],
  ['postgresql://db.example.org/adjourn?sslmode=require', ['postgresql://db.example.org/adjourn?sslmode=require'], false],
  // Several hosts, each with its own port or none.
  [
    'postgres://m:s@one:5432,two/adjourn?target_session_attrs=read-write',
    ['postgres://m:s@one:5432/adjourn', 'postgres://m:s@two/adjourn'],
    true,
  ],
  [
    'postgres://one,[2001:db8::1]:5433/adjourn?sslmode=verify-full&target_session_attrs=primary',
    ['postgres://one/adjourn?sslmode=verify-full', 'postgres://[2001:db8::1]:5433/adjourn?sslmode=verify-full'],
    true,
  ],
  ['postgres://one,two/adjourn?target_session_attrs=any', ['postgres://one/adjourn', 'postgres://two/adjourn'], false],
  // Sockets.
  ['postgres:///adjourn?host=/run/postgresql', ['postgres:///adjourn?host=%2Frun%2Fpostgresql'], false],
  ['postgres://mina@/adjourn?host=/run/postgresql', ['postgres://mina@localhost/adjourn?host=%2Frun%2Fpostgresql'], false],
  ['postgres://%2Frun%2Fpostgresql/adjourn', ['postgres://%2Frun%2Fpostgresql/adjourn'], false],
])('issue 10: %s is read as libpq reads it', (text, urls, writable) => {
  expect(databaseTarget(text)).toEqual({ urls, writable });
});

test.each([
  ['mysql://db.example.org/adjourn', 'an address like'],
  ['postgres://one:x,two/adjourn', 'an address like'],
  ['postgres://one,,two/adjourn', 'an address like'],
  ['postgres:///adjourn?host=one,two', 'several hosts before the slash'],
  ['postgres://one,two/adjourn?target_session_attrs=prefer-standby', 'a standby takes no changes'],
])('issue 10: %s is refused in a sentence', (text, fault) => {
  expect(databaseTarget(text)).toEqual({ fault: expect.stringContaining(fault) });
});
