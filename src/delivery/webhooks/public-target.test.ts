import type { LookupAddress } from 'node:dns';
import { expect, test } from 'vitest';
import { mayBePublicHost } from '../../crypto/public-address.ts';
import { guardedLookup, isPublicAddress } from './public-target.ts';

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['::7f00:1', false],
  ['::5db8:d822', false],
  ['2001:0:7f00:1::', false],
  ['192.0.2.1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['not an address', false],
])('zyntro §13-7: %s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

const found = (addresses: string[]) => {
  const answer: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const lookup = guardedLookup(isPublicAddress, async () => answer);
  return new Promise((resolve) => {
    lookup('hooks.example.org', { all: true }, (error, address) => resolve(error ? error.message : address));
  });
};

test('zyntro §13-7: one private address among a name’s answers refuses the name; the connection gets only what was checked', async () => {
  expect(await found(['93.184.216.34', '10.0.0.1'])).toBe('the target is not on the public internet');
  expect(await found([])).toBe('the name has no address');
  expect(await found(['93.184.216.34'])).toEqual([{ address: '93.184.216.34', family: 4 }]);
});

test.each([
  ['hooks.example.org', true],
  ['93.184.216.34', true],
  ['localhost', false],
  ['LOCALHOST.', false],
  ['a.localhost', false],
  ['printer.local', false],
  ['db.internal', false],
  ['nas.home.arpa', false],
  ['intranet', false],
  ['127.0.0.1', false],
  ['[::1]', false],
  ['[::7f00:1]', false],
])('issue 9 D23: %s may be called: %s', (host, expected) => {
  expect(mayBePublicHost(host)).toBe(expected);
});
