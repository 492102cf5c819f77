import { isPostgres } from '../database/is-postgres.js';
import type { PageViews } from './page-views.js';
import { postgresPageViews } from './postgres-page-views.js';
import { sqlitePageViews } from './sqlite-page-views.js';

/** @param database path of a SQLite file, or `postgres://user:password@host/database` */
export function openPageViews(database: string): PageViews {
  return (isPostgres(database) ? postgresPageViews : sqlitePageViews)(database);
}
