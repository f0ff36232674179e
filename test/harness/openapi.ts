import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { type Answer, readAnswer } from './answer.ts';

/** A document as a tree to walk; what stands at its leaves is looked at where it is used. */
export type Json = { [key: string]: Json };

/** An OpenAPI document, 3.0 or 3.1, as a judge of our answers. */
export type OpenApi = {
  /** Its paths as it spells them, `{id}` and the like in them. */
  paths: string[];
  /** Whether it has an operation ("post /path"). */
  has(operation: string): boolean;
  /** What is wrong with an answer of an operation, in words; empty when nothing is. Without a body where HEAD was asked. */
  judge(operation: string, answer: Answer, headOnly?: boolean): string[];
  /** The same. Consumes the body. */
  faultsOf(operation: string, response: Response): Promise<string[]>;
  /** What is wrong with a value by one of the document's schemas, named. */
  faultsBy(schema: string, value: unknown): string[];
  /** The same by a schema of the document itself, under a name of its own. */
  faultsBySchema(name: string, schema: Json, value: unknown): string[];
};

/** A judge by a document. Stricter than the document in one thing: members it does not name are faults. */
export function openApi(document: Json): OpenApi {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  // An address whose local part is beyond ASCII has no other spelling (RFC 6531), so the format cannot refuse it; its host must be ASCII.
  const email = ajv.formats['email'] as { validate?: RegExp } & RegExp;
  ajv.addFormat('email', (text: string) => email.test(text.replace(/[^\p{ASCII}](?=.*@)/gu, 'x')));
  const version: unknown = document['openapi'];
  const isOld = typeof version === 'string' && version.startsWith('3.0.');
  const toSchema = (schema: Json): Json => closed(isOld ? toJsonSchema(schema) : schema) as Json;
  const schemas = Object.fromEntries(
    Object.entries(at(document, 'components/schemas')).map(([name, schema]) => [name, opened(toSchema(schema))]),
  );
  const compiled = new Map<string, ValidateFunction>();
  const faultsBy = (name: string, schema: () => Json, value: unknown): string[] => {
    const validate = compiled.get(name) ?? ajv.compile({ allOf: [toSchema(schema())], components: { schemas } });
    compiled.set(name, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };
  const has: OpenApi['has'] = (operation) => {
    const [verb = '', path = ''] = operation.split(' ');
    return document['paths']?.[path]?.[verb] !== undefined;
  };
  const judge: OpenApi['judge'] = (operation, answer, headOnly = false) => {
    const [verb = '', path = ''] = operation.split(' ');
    const declared = document['paths']?.[path]?.[verb]?.['responses']?.[String(answer.status)];
    if (!declared) return [`${answer.status} is not among the declared answers`];
    const reference: unknown = declared['$ref'];
    const { content, headers } = typeof reference === 'string' ? at(document, reference.slice('#/'.length)) : declared;
    const absent = Object.keys(headers ?? {})
      .filter((name) => !answer.headers.has(name))
      .map((name) => `no ${name}`);
    if (!content || headOnly) return answer.body === '' ? absent : ['has a body', ...absent];
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const schema = content[type]?.['schema'];
    if (!schema) return [`${type} is not a declared content type of ${answer.status}`];
    const value: unknown = type.endsWith('json') ? JSON.parse(answer.body) : answer.body;
    return [...faultsBy(`${operation} ${answer.status} ${type}`, () => schema, value), ...absent];
  };
  return {
    paths: Object.keys(document['paths'] ?? {}),
    has,
    judge,
    faultsOf: async (operation, response) => judge(operation, await readAnswer(response)),
    faultsBySchema: (name, schema, value) => faultsBy(name, () => schema, value),
    faultsBy: (name, value) => faultsBy(name, () => ({ $ref: `#/components/schemas/${name}` }) as unknown as Json, value),
  };
}

/** MeetBit's own document, as printed on the page of the cancel, edited where it contradicts itself. `strict` leaves nothing out. */
export function meetbitDocument({ strict = false } = {}): Json {
  const document = parse(readFileSync(new URL('../fixtures/meetbit-cancel.openapi.yaml', import.meta.url), 'utf8')) as Json;
  const schemas = at(document, 'components/schemas');
  // Written with PHP's slashes around it, the pattern would match nothing (meetbit.md §7.6).
  schemas['OnlineConference']!['properties']!['public_id']!['pattern'] = '^[a-zA-Z0-9-_]+$' as never;
  if (strict) return document;
  const { properties } = schemas['Event']!;
  // Non-nullable, which no event that lives could hold; we send null there (meetbit.md §12, choice 11).
  properties!['deleted_at']!['nullable'] = true as never;
  properties!['canceled_by_type'] = { anyOf: [properties!['canceled_by_type']!, { type: 'null' }] } as never;
  return document;
}

/** MeetBit's own document as a judge. */
export function readMeetbitDocument(given: { strict?: boolean } = {}): OpenApi {
  return openApi(meetbitDocument(given));
}

function at(document: Json, path: string): Json {
  const found = path.split('/').reduce<Json | undefined>((value, key) => value?.[key], document);
  if (!found) throw new Error(`the document has no ${path}`);
  return found;
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes "or null", and what stands beside a `$ref` is ignored, as 3.0 says. */
function toJsonSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if ('$ref' in value) return { $ref: value.$ref };
  const { nullable, ...schema } = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toJsonSchema(inner)]));
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** A schema that lets no member through which it does not name. The parts of an `allOf` stay open, as each names some only. */
function closed(value: unknown, isPart = false): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => closed(inner, isPart));
  const schema = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'properties' ? mapped(inner) : closed(inner, key === 'allOf')]),
  );
  const names = 'properties' in schema || '$ref' in schema || 'allOf' in schema;
  return names && !isPart ? { ...schema, unevaluatedProperties: false } : schema;
}

/** What stands under `properties` is a schema each, whatever its name. */
function mapped(properties: object): object {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, closed(schema)]));
}

/** A component is closed where it is used, since an `allOf` may add to it. */
function opened({ unevaluatedProperties: _closed, ...schema }: Json): Json {
  return schema;
}
