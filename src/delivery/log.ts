/**
 * Where delivery reports to: fields and a sentence, as pino takes them. Ids only, never an address and never a server's words; a fault
 * goes under `err`, which the log masks.
 */
export type DeliveryLog = Record<'debug' | 'info' | 'warn' | 'error', (about: object, message: string) => void>;
