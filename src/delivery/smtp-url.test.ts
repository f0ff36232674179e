import { expect, test } from 'vitest';
import { needsTls, withTls } from './smtp-url.ts';

test.each([
  ['smtp://localhost:2525', 'smtp://localhost:2525?tls.rejectUnauthorized=false'],
  ['smtps://127.0.0.1:465?maxConnections=3', 'smtps://127.0.0.1:465?maxConnections=3&tls.rejectUnauthorized=false'],
  ['smtp://mina:s%40cret@[::1]:587', 'smtp://mina:s%40cret@[::1]:587?tls.rejectUnauthorized=false'],
  ['smtp://localhost?tls.rejectUnauthorized=true', 'smtp://localhost?tls.rejectUnauthorized=true'],
  ['smtp://mail.example.org:587', 'smtp://mail.example.org:587'],
  ['smtp://localhost.example.org', 'smtp://localhost.example.org'],
  ['smtp://10.0.0.5:25', 'smtp://10.0.0.5:25'],
])('issue 9 E29: %s becomes %s: only a server on this machine need not prove who it is', (given, url) => {
  expect(withTls(given)).toBe(url);
});

test.each([
  ['smtp://mina:secret@mail.example.org', true],
  ['smtp://mina:secret@localhost', false],
  ['smtp://mail.example.org', false],
  ['smtps://mina:secret@mail.example.org', false],
])('whether %s needs STARTTLS: %s', (url, needs) => {
  expect(needsTls(url)).toBe(needs);
});
