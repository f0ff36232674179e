import { Client } from 'pg';

/** Whether a database has been migrated by any version of this code. Changes nothing; throws where it cannot be reached. */
export async function holdsAdjourn(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, application_name: 'adjourn command', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
    return rows[0]?.there ?? false;
  } finally {
    await client.end();
  }
}
