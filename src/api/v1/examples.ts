/** A part of the description, to walk. */
export type Part = { [key: string]: unknown };

/** What stands under a name of a part, where that is a part itself; an empty one else. */
export function partOf(part: Part, name: string): Part {
  const found = part[name];
  return isPart(found) ? found : {};
}

/** An example of what a schema (JSON Schema 2020-12, as the description has it) lets through, put together of those of its parts. */
export function exampleOf(schemas: Part, schema: Part): unknown {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  if ('example' in own) return own['example'];
  if (typeof $ref === 'string') return exampleOf(schemas, partOf(schemas, $ref.split('/').at(-1) ?? ''));
  if (Array.isArray(allOf)) {
    const parts = [...(allOf as Part[]), ...('properties' in own ? [{ ...own, type: 'object' }] : [])].map((part) =>
      exampleOf(schemas, part),
    );
    return parts.every(isPart) ? Object.assign({}, ...parts) : parts.find((part) => part !== undefined);
  }
  const either = anyOf ?? oneOf;
  if (Array.isArray(either)) return exampleOf(schemas, (either as Part[])[0] ?? {});
  if (Array.isArray(own['enum'])) return own['enum'][0];
  if ('const' in own) return own['const'];
  if ('default' in own) return own['default'];
  switch ([own['type']].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.keys(partOf(own, 'properties')).map((name) => [name, exampleOf(schemas, partOf(partOf(own, 'properties'), name))]),
      );
    case 'array':
      return [exampleOf(schemas, partOf(own, 'items'))];
    case 'integer':
    case 'number':
      return typeof own['minimum'] === 'number' ? Math.max(own['minimum'], 1) : 1;
    case 'boolean':
      return true;
    case 'string':
      return TEXTS[String(own['format'])] ?? 'text';
    default:
      return null;
  }
}

const TEXTS: Record<string, string> = {
  uuid: '3f0c2a1e-5b7d-8c01-8000-000000000159',
  email: 'ana@example.com',
  date: '2030-05-01',
  'date-time': '2030-05-01T14:00:00Z',
  uri: 'https://example.com/',
};

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
