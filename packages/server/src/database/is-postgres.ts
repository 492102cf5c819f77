/** Is this the address of a PostgreSQL database, and not the path of a file? */
export function isPostgres(database: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(database);
}
