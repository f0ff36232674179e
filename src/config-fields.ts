import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/*
 * Kinds of values that a variable of the environment may have (config.ts).
 */

/** Whether nobody but this machine can reach a host. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const family = isIP(host);
  return family !== 0 && loopback.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export function wholeNumber(least: number, most: number) {
  const wanted = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, wanted)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wanted);
}

export function url(protocols: string[], example: string) {
  return z.string().refine((text) => protocols.includes(parseUrl(text)?.protocol ?? ''), `an address like ${example}`);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

export function isOrigin(text: string): boolean {
  const parsed = parseUrl(text);
  return parsed !== undefined && ['http:', 'https:'].includes(parsed.protocol) && parsed.href === `${parsed.origin}/`;
}

export function originOf(text: string): string {
  return new URL(text).origin;
}

export function isNetwork(entry: string): boolean {
  return entry.includes('/') ? ipaddr.isValidCIDR(entry) : isIP(entry) !== 0;
}

export function isIssuer(text: string): boolean {
  const parsed = parseUrl(text);
  return parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname.replace(/^\[|\]$/g, '')));
}

export function isPrivateKeyFile(file: string): boolean {
  try {
    return createPrivateKey(readFileSync(file)).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
