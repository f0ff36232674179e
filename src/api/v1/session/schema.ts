import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../../domain/access/scope.ts';
import { HOUSE_ROLES } from '../../../domain/people/house.ts';
import { id, instant } from '../schema.ts';

export const sessionSchema = z
  .object({
    kind: z.enum(['person', 'key']).openapi({ description: 'A person who is signed in, or a program by its key.' }),
    tenant: z.object({ id, name: z.string() }),
    person: z
      .object({ id, email: z.string(), name: z.string(), role: z.enum(HOUSE_ROLES).nullable(), two_factor: z.boolean() })
      .nullable()
      .openapi({ description: 'Null: a key.' }),
    scopes: z.array(z.enum(SCOPES)).openapi({ description: 'What they may do.' }),
    calendar_ids: z.array(id).nullable().openapi({ description: 'Of which calendars; null: of all.' }),
    ends_at: instant.nullable().openapi({ description: 'When they have to sign in again at the latest; null: a key.' }),
  })
  .openapi('Session');

// The longest that is looked at: a password is hashed whole.
const password = z.string().min(1).max(1_000).openapi({ format: 'password' });

export const waysSchema = z
  .object({
    tenant: z.object({ name: z.string() }).openapi({ description: 'The house of this host.' }),
    password: z.boolean(),
    provider: z.boolean().openapi({ description: 'Whether /auth/oidc/start leads to an identity provider.' }),
  })
  .openapi('SignInWays');

/** Of an account: whatever it is, it is looked for, so that nobody learns of it. */
const email = (example: string) =>
  z
    .string()
    .max(1_000)
    .transform((text) => text.trim())
    .openapi({ type: 'string', example });

export const signInSchema = z
  .strictObject({
    email: email('admin@example.org'),
    password,
    code: z.string().max(40).default('').openapi({ description: 'Of the authenticator, or a recovery code.', example: '123456' }),
  })
  .openapi('SignIn');

export const passwordResetSchema = z.strictObject({ email: email('admin@example.org') }).openapi('PasswordReset');

export const newPasswordSchema = z
  .strictObject({ password: z.string().max(1_000).openapi({ format: 'password', description: 'At least 8 characters.' }) })
  .openapi('NewPassword');

export const byToken = z.object({
  token: z
    .string()
    .max(100)
    .openapi({ param: { name: 'token', in: 'path', description: 'Of the link that was mailed.' } }),
});

export const proposalSchema = z
  .object({
    key: z.string().openapi({ description: 'In base32, to type.' }),
    uri: z
      .string()
      .openapi({ description: 'To scan as a QR code.', example: 'otpauth://totp/Harbour%20Loft:admin%40example.org?secret=…' }),
  })
  .openapi('TwoFactorProposal');

export const confirmationSchema = z
  .strictObject({ key: z.string().max(100), code: z.string().max(40).openapi({ example: '123456' }) })
  .openapi('TwoFactorConfirmation');

export const recoveryCodesSchema = z
  .object({
    recovery_codes: z
      .array(z.string())
      .openapi({ description: 'Each opens once in place of a lost authenticator. Shown here and never again.' }),
  })
  .openapi('RecoveryCodes');

export const proofSchema = z.strictObject({ password }).openapi('PasswordProof');

/** Who has an account, of the house or a customer, and shows its password, with a code where it has a second factor already. */
const account = {
  email: email('mina@example.org'),
  password,
  code: z.string().max(40).default('').openapi({ description: 'Of the second factor there is, or a recovery code.' }),
};

export const accountProofSchema = z.strictObject(account).openapi('AccountProof');

export const accountConfirmationSchema = z
  .strictObject({
    ...account,
    key: z.string().max(100),
    new_code: z.string().max(40).openapi({ description: 'Made with the new key.', example: '123456' }),
  })
  .openapi('AccountConfirmation');
