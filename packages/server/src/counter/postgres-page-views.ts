import pg from 'pg';
import type { PageView, PageViews } from './page-views.js';

const table = `CREATE TABLE IF NOT EXISTS page_views (
  tenant text, day text COLLATE "C", page text COLLATE "C", views bigint NOT NULL, PRIMARY KEY (tenant, day, page)
)`;

const add = `INSERT INTO page_views AS o SELECT * FROM
  json_to_recordset($1) AS n(tenant text, day text, page text, views bigint)
  ON CONFLICT (tenant, day, page) DO UPDATE SET views = o.views + excluded.views`;

const between = `SELECT tenant, day, page, views::int FROM page_views
  WHERE tenant = $1 AND day BETWEEN $2 AND $3 ORDER BY day, page`;

/** Several processes may make the table at once: of two that try, one finds it there. */
async function makeTable(pool: pg.Pool): Promise<void> {
  await pool.query(table).catch(() => pool.query(table));
}

export function postgresPageViews(address: string): PageViews {
  const pool = new pg.Pool({ connectionString: address, max: 1 });
  pool.on('error', () => undefined); // told by the next query
  const ready = makeTable(pool);
  ready.catch(() => undefined); // likewise
  return {
    async add(views) {
      await ready;
      const sorted = [...views].sort((a, b) =>
        `${a.tenant} ${a.day} ${a.page}` < `${b.tenant} ${b.day} ${b.page}` ? -1 : 1,
      );
      await pool.query(add, [JSON.stringify(sorted)]);
    },
    async between(...asked) {
      await ready;
      return (await pool.query<PageView>(between, asked)).rows;
    },
    async forget(before) {
      await ready;
      await pool.query('DELETE FROM page_views WHERE day < $1', [before]);
    },
    close: () => pool.end(),
  };
}
