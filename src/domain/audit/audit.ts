/** What is written down of who did it. */
export const AUDIT_ACTIONS = [
  'tenant_changed',
  'setting_changed',
  'person_invited',
  'person_changed',
  'person_removed',
  'customer_created',
  'customer_changed',
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'password_reset_asked',
  'password_required',
  'password_set',
  'two_factor_enabled',
  'two_factor_disabled',
  'recovery_code_used',
  'key_created',
  'key_changed',
  'key_revoked',
  'suppression_added',
  'suppression_removed',
  'exported',
  'person_exported',
  'person_erased',
  'old_data_erased',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type AuditSubjectKind = 'person' | 'customer' | 'key' | 'setting' | 'event' | 'calendar';

/** What somebody did: numbers and names of settings, never a person's name or address, never a secret. */
export type Deed = {
  action: AuditAction;
  subject?: { kind: AuditSubjectKind; id: number | string };
  details?: Record<string, unknown>;
};

/** An entry as it is read, with the name that its actor's number has now. */
export type AuditEntry = {
  id: number;
  at: Temporal.Instant;
  actorKind: string;
  actorId: string;
  actorName: string | null;
  action: AuditAction;
  subjectKind: AuditSubjectKind | null;
  subjectId: string | null;
  details: Record<string, unknown>;
  network: string | null;
  cause: string;
};
