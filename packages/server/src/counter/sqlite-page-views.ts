import Sqlite from 'better-sqlite3';
import type { PageView, PageViews } from './page-views.js';

const table = `CREATE TABLE IF NOT EXISTS page_views (
  tenant TEXT, day TEXT, page TEXT, views INTEGER NOT NULL, PRIMARY KEY (tenant, day, page)
) STRICT, WITHOUT ROWID`;

export function sqlitePageViews(path: string): PageViews {
  const database = new Sqlite(path, { timeout: 1000 });
  database.pragma('journal_mode = WAL');
  database.exec(table);
  const add = database.prepare<[PageView]>(
    `INSERT INTO page_views VALUES (@tenant, @day, @page, @views)
     ON CONFLICT DO UPDATE SET views = views + excluded.views`,
  );
  const between = database.prepare<[string, string, string], PageView>(
    'SELECT * FROM page_views WHERE tenant = ? AND day BETWEEN ? AND ? ORDER BY day, page',
  );
  const forget = database.prepare<[string]>('DELETE FROM page_views WHERE day < ?');
  const addAll = database.transaction((views: readonly PageView[]) => {
    for (const one of views) add.run(one);
  });
  return {
    add: async (views) => addAll.immediate(views),
    between: async (...asked) => between.all(...asked),
    forget: async (before) => void forget.run(before),
    close: async () => void database.close(),
  };
}
