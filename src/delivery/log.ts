/** Where delivery reports to: fields and a sentence, as pino takes them. Never an address, never a server's words. */
export type DeliveryLog = Record<'debug' | 'info' | 'warn' | 'error', (about: object, message: string) => void>;

/**
 * What of a fault may be logged: its kind and code. Its message may quote an address, a reason or a statement's values.
 */
export function faultOf(error: unknown): { fault: string; code?: string } {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? { fault: error.name, code } : { fault: error.name };
}
