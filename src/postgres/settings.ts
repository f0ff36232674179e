import type { Client } from 'pg';

/*
 * How the planner plans our statements, as settings of our role in our database: they hold for every connection, also behind a pooler, where a SET lands
 * on a server connection that is the next stranger's. Every statement of ours looks rows up by an index, row by row; with statistics that are
 * missing or old the planner takes a scan or a hash of a whole table for cheaper, and keeps that plan for as long as a connection lives
 * (docs/decisions/0015). Texts are prepared once and planned once: planning costs several times what running does.
 */
const PLANS: Record<string, string> = {
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  max_parallel_workers_per_gather: '0',
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
};

/** Sets them where they are not set. Needs no more than to be that role. New connections have them; this one does not. */
export async function pinPlans(client: Pick<Client, 'query'>): Promise<void> {
  const found = await client.query<{ settings: string[] }>(
    `select coalesce((select setconfig from pg_db_role_setting where setdatabase = (select oid from pg_database where datname = current_database())
       and setrole = current_user::regrole), '{}') as settings`,
  );
  const set = new Set(found.rows[0]?.settings);
  for (const [name, value] of Object.entries(PLANS)) {
    if (!set.has(`${name}=${value}`)) {
      await client.query(
        `do $$ begin execute format('alter role current_user in database %I set ${name} to ${value}', current_database()); end $$`,
      );
    }
  }
}
