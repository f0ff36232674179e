import { expect, test } from 'vitest';
import { clientAddress, parseNetworks } from './client-address.ts';

const proxies = parseNetworks(['10.0.0.0/8', '192.0.2.7', '2001:db8:f::/48']);

test('a stranger’s X-Forwarded-For is not believed', () => {
  expect(clientAddress('198.51.100.4', '203.0.113.9', proxies)).toBe('198.51.100.4');
  expect(clientAddress('198.51.100.4', '203.0.113.9', [])).toBe('198.51.100.4');
});

test('behind trusted proxies the last address that is not one of them counts, whatever was sent before it', () => {
  expect(clientAddress('10.1.2.3', '203.0.113.9', proxies)).toBe('203.0.113.9');
  expect(clientAddress('192.0.2.7', '1.1.1.1, 203.0.113.9, 10.9.9.9', proxies)).toBe('203.0.113.9');
  expect(clientAddress('2001:db8:f:1::5', '2001:db8:a::1', proxies)).toBe('2001:db8:a::1');
});

test('an IPv4 proxy seen through an IPv6 socket is the same proxy', () => {
  expect(clientAddress('::ffff:10.1.2.3', '::ffff:203.0.113.9', proxies)).toBe('203.0.113.9');
});

test('ports are dropped; what cannot be read ends the search at the proxy that wrote it', () => {
  expect(clientAddress('10.1.2.3', '203.0.113.9:4711', proxies)).toBe('203.0.113.9');
  expect(clientAddress('10.1.2.3', '[2001:db8:a::1]:4711', proxies)).toBe('2001:db8:a::1');
  for (const forged of ['', 'unknown', '203.0.113.9, ', '1.1.1.1, <script>', 'a'.repeat(9_000), '999.1.1.1', '1.2.3']) {
    expect(clientAddress('10.1.2.3', forged, proxies)).toBe('10.1.2.3');
  }
});

test('a chain of nothing but proxies counts as the first of them', () => {
  expect(clientAddress('10.1.2.3', '10.0.0.1, 10.0.0.2', proxies)).toBe('10.0.0.1');
});

test('a connection without an address has a name that is no address', () => {
  expect(clientAddress('', undefined, proxies)).toBe('unknown');
});
