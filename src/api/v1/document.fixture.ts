import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { TestDoor } from '../../../test/harness/door.ts';

/** The OpenAPI document of this door as a judge of its answers: what is wrong with a body, in words; empty when nothing is. */
export type Document = { faultsOf(schema: string, body: unknown): string };

export async function readDocument(door: TestDoor): Promise<Document> {
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema((await (await door.request('/api/v1/openapi.json')).json()) as object, 'openapi');
  return { faultsOf: (schema, body) => (ajv.validate(`openapi#/components/schemas/${schema}`, body) ? '' : ajv.errorsText()) };
}
