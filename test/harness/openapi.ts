import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** A document as a tree to walk; what stands at its leaves is looked at where it is used. */
type Json = { [key: string]: Json };

/** A vendor's OpenAPI 3.0 document as a judge of our answers. */
export type OpenApi = {
  /** What is wrong with an answer of an operation ("post /path"), in words; empty when nothing is. Consumes the body. */
  faultsOf(operation: string, response: Response): Promise<string[]>;
};

/**
 * Reads an OpenAPI 3.0 document in YAML. `relax` edits it first, where the document contradicts itself: each such line is an
 * exception that needs its reason.
 */
function readOpenApi(file: URL, relax: (schemas: Json) => void = () => {}): OpenApi {
  const document = parse(readFileSync(file, 'utf8')) as Json;
  relax(at(document, 'components/schemas'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const components = toJsonSchema(at(document, 'components'));
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (name: string, schema: Json) => {
    const known = compiled.get(name);
    if (known) return known;
    const validator = ajv.compile({ allOf: [toJsonSchema(schema)], components });
    compiled.set(name, validator);
    return validator;
  };
  return {
    async faultsOf(operation, response) {
      const [verb = '', path = ''] = operation.split(' ');
      const declared = document['paths']?.[path]?.[verb]?.['responses']?.[String(response.status)];
      if (!declared) return [`${response.status} is not among the declared answers`];
      const reference: unknown = declared['$ref'];
      const { content, headers } = typeof reference === 'string' ? at(document, reference.slice('#/'.length)) : declared;
      const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const schema = content?.[type]?.['schema'];
      if (!schema) return [`${type} is not a declared content type of ${response.status}`];
      const text = await response.text();
      const validate = validatorOf(`${operation} ${response.status} ${type}`, schema);
      validate(type === 'application/json' ? JSON.parse(text) : text);
      const absent = Object.keys(headers ?? {}).filter((name) => !response.headers.has(name));
      return [...(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`), ...absent.map((name) => `no ${name}`)];
    },
  };
}

/** MeetBit's own document, as printed on the page of the cancel, edited where it contradicts itself. `strict` leaves nothing out. */
export function readMeetbitDocument({ strict = false } = {}): OpenApi {
  return readOpenApi(new URL('../fixtures/meetbit-cancel.openapi.yaml', import.meta.url), (schemas) => {
    // Written with PHP's slashes around it, the pattern would match nothing (meetbit.md §7.6).
    schemas['OnlineConference']!['properties']!['public_id']!['pattern'] = '^[a-zA-Z0-9-_]+$' as never;
    if (strict) return;
    const { properties } = schemas['Event']!;
    // Non-nullable, which no event that lives could hold; we send null there (meetbit.md §12, choice 11).
    properties!['deleted_at']!['nullable'] = true as never;
    properties!['canceled_by_type'] = { anyOf: [properties!['canceled_by_type']!, { type: 'null' }] } as never;
  });
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
