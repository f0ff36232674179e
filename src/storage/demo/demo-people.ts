import type { TableRows } from './demo.ts';

export const DEMO_TENANT = 1;

/** What the front desk's client may do: nothing with events. */
const FRONT_DESK = ['users.read.*', 'users.update.*', 'customers.create.*', 'online_conferences.create.*', 'online_conferences.update.*'];

/** Every secret of the demo, hashed as it is kept. */
export type DemoHashes = {
  passwords: { admin: string; mina: string; noor: string };
  accessKeySecret: Buffer;
  accountKey: Buffer;
  adminKey: Buffer;
};

/** The demo tenant, who may sign in to it, and the credentials of the three vendors' doors and our own. */
export function demoPeople(hashes: DemoHashes, senderMailbox: string, now: Temporal.Instant): TableRows[] {
  const tenant_id = DEMO_TENANT;
  const created_at = now;
  const open = { start: '09:00', end: '17:00' };
  const workingHours = { monday: open, tuesday: open, wednesday: open, thursday: open, friday: open };
  const events = (...actions: string[]) => actions.map((action) => `events.${action}.*`);
  return [
    {
      table: 'tenants',
      rows: [
        {
          id: tenant_id,
          name: 'Harbour Loft',
          hosts: [],
          zone: 'Europe/Madrid',
          locale: 'en',
          sender_mailbox: senderMailbox,
          settings: { requestsPerSecond: 100, tellsBarePairs: false },
          currency: 'EUR',
          demo: true,
          created_at,
        },
      ],
    },
    { table: 'departments', rows: [{ tenant_id, id: 1, name: 'Front desk' }] },
    {
      table: 'roles',
      rows: [
        { tenant_id, id: 1, name: 'Full access', permissions: events('read', 'update', 'delete') },
        { tenant_id, id: 2, name: 'Read only', permissions: events('read') },
        { tenant_id, id: 3, name: 'Front desk', permissions: FRONT_DESK },
      ],
    },
    {
      table: 'users',
      rows: [
        {
          id: 1,
          email: 'admin@example.org',
          full_name: 'Administrator',
          password_hash: hashes.passwords.admin,
          is_admin: true,
          department_id: 1,
          role_id: 3,
        },
        {
          id: 2,
          email: 'mina@example.org',
          full_name: 'Mina',
          password_hash: hashes.passwords.mina,
          is_admin: false,
          department_id: null,
          role_id: null,
        },
        {
          id: 3,
          email: 'noor@example.org',
          full_name: 'Noor',
          password_hash: hashes.passwords.noor,
          is_admin: false,
          department_id: null,
          role_id: null,
        },
      ].map((user) => ({ tenant_id, active: true, created_at, ...user })),
    },
    { table: 'conference_accounts', rows: [{ tenant_id, id: 1, owner_id: 1 }] },
    {
      table: 'customers',
      rows: [
        { id: 64, user_id: 2, full_name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' },
        { id: 65, user_id: 3, full_name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' },
      ].map((customer) => ({
        tenant_id,
        zone_source: 'person',
        language: 'en',
        is_default: true,
        active: true,
        created_at,
        ...customer,
      })),
    },
    {
      table: 'members',
      rows: [
        {
          tenant_id,
          id: '22222222-2222-4222-8222-222222222222',
          full_name: 'Omar',
          email: 'omar@example.org',
          zone: 'Europe/London',
          active: true,
          is_admin: true,
        },
      ],
    },
    {
      table: 'contacts',
      rows: [
        {
          tenant_id,
          id: DEMO_CONTACT,
          full_name: 'Jane',
          email: 'jane@example.net',
          zone: 'America/New_York',
          language: 'en',
        },
      ],
    },
    {
      table: 'accounts',
      rows: [{ tenant_id, number: 32, organisation_id: '11111111-1111-4111-8111-111111111111', active: true, working_hours: workingHours }],
    },
    {
      table: 'schedules',
      rows: [
        {
          tenant_id,
          id: '33333333-3333-4333-8333-333333333333',
          name: 'Visits',
          open_blocks: Object.fromEntries(
            Object.keys(workingHours).map((day) => [
              day,
              [
                { start: '09:00', end: '13:00' },
                { start: '14:00', end: '17:00' },
              ],
            ]),
          ),
          slot_minutes: 30,
          gap_minutes: 0,
          max_per_day: null,
          created_at,
        },
      ],
    },
    {
      table: 'api_keys',
      rows: [
        { id: 1, label: 'Demo account', key_hash: bytea(hashes.accountKey), door: 'account', account_number: 32, scopes: [] },
        { id: 2, label: 'Demo administrator', key_hash: bytea(hashes.adminKey), door: 'v1', account_number: null, scopes: ['admin'] },
      ].map((key) => ({ tenant_id, created_at, ...key })),
    },
    {
      table: 'clients',
      rows: [
        { tenant_id, id: 7, name: 'Demo', role_id: 1, requests_per_second: 50 },
        { tenant_id, id: 8, name: 'Demo, read only', role_id: 2, requests_per_second: 5 },
        { tenant_id, id: 9, name: 'Demo, slow', role_id: 1, requests_per_second: 5 },
        { tenant_id, id: 10, name: 'Demo, front desk', role_id: 3, requests_per_second: 50 },
      ],
    },
    {
      table: 'access_keys',
      rows: [
        { key_id: 'MBP-demo', client_id: 7 },
        { key_id: 'MBP-readonly', client_id: 8 },
        { key_id: 'MBP-slow', client_id: 9 },
        { key_id: 'MBP-desk', client_id: 10 },
      ].map((key) => ({ tenant_id, secret_hash: bytea(hashes.accessKeySecret), created_at, ...key })),
    },
  ];
}

/** The contact that is invited to the demo account's event. */
export const DEMO_CONTACT = 'a1b2c3d4-e5f6-4890-abcd-ef1234567890';

function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
