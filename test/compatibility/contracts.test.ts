import { expect, test } from 'vitest';
import { VENDORS, readContract } from './contract-lines.ts';

test.each(VENDORS)('the contract of %s can be read, each line once', (vendor) => {
  expect(readContract(vendor).length).toBeGreaterThan(50);
});
