type Schema = {
  $ref?: string;
  type?: string | string[];
  example?: unknown;
  examples?: unknown[];
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Document = { components?: { schemas?: Record<string, Schema> } };

export type SampleBody = { type: string; sample: string | Uint8Array<ArrayBuffer> };

/** A picture. */
export const ONE_PIXEL = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
);

/** A body that an operation of an OpenAPI document takes, by its first media type; undefined where it takes none. */
export function sampleBody(document: object, operation: object): SampleBody | undefined {
  const { requestBody } = operation as { requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> } };
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || media === undefined) return undefined;
  if (type === 'image/png') return { type, sample: ONE_PIXEL };
  const sample = media.example ?? sampleOf(document, media.schema ?? {});
  return { type, sample: typeof sample === 'string' && !type.endsWith('json') ? sample : JSON.stringify(sample) };
}

function sampleOf(document: Document, schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.$ref !== undefined) return sampleOf(document, document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [one] = schema.anyOf ?? schema.oneOf ?? [];
  if (one) return sampleOf(document, one);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(document, part) as object));
  switch ([schema.type].flat()[0]) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {});
      const named = properties.filter(([name]) => schema.required?.includes(name));
      // One that needs nothing is a change, of something at least.
      return Object.fromEntries(
        (named.length > 0 ? named : properties.slice(0, 1)).map(([name, inner]) => [name, sampleOf(document, inner)]),
      );
    }
    case 'array':
      return schema.items && (schema.minItems ?? 0) > 0 ? [sampleOf(document, schema.items)] : [];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case undefined:
    default:
      return schema.format === 'uuid' ? '018f3f6e-7c1a-7b52-9d52-2f0a6a3c1e77' : 'Mina';
  }
}
