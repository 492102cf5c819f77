const columns = 'f.id, f.kind, f.owner, f.sealed, k.key, f.received_at, f.expires_at';

/** Only what has a key can be read. One look-up per fact, whatever the planner believes of the sizes. */
const withKey = `LATERAL (SELECT key FROM fact_keys o
  WHERE o.tenant = f.tenant AND o.id = f.id LIMIT 1) k ON true`;

/** A subject ($2) and its devices. */
const owners =
  'ANY (ARRAY(SELECT device FROM links WHERE tenant = $1 AND subject = $2 UNION ALL SELECT $2))';

const ofPerson = `FROM facts f JOIN ${withKey} WHERE f.tenant = $1 AND f.owner = ${owners}`;

/** What the store asks of the database. */
export type StatementName =
  | 'file'
  | 'fact'
  | 'facts'
  | 'version'
  | 'erase'
  | 'head'
  | 'chain'
  | 'stretch'
  | 'months'
  | 'dropMonths'
  | 'sweep'
  | 'claim'
  | 'contacts'
  | 'dropContacts'
  | 'sweepContacts'
  | 'addMessages'
  | 'takeMessages'
  | 'dropMessage'
  | 'expireMessages'
  | 'addActivities'
  | 'activities'
  | 'activityCounts'
  | 'dropActivities'
  | 'sweepActivities'
  | 'counted'
  | 'addCounts'
  | 'counts'
  | 'addPolicy'
  | 'policy'
  | 'addLink'
  | 'link'
  | 'addKept'
  | 'kept'
  | 'probe';

/** Every statement there is: constant text, values only as parameters. */
export const statements: Readonly<Record<StatementName, string>> = {
  file: 'SELECT * FROM file_facts($1, $2)',
  fact: `SELECT ${columns} FROM facts f JOIN ${withKey} WHERE f.tenant = $1 AND f.id = $2`,
  facts: `SELECT ${columns} ${ofPerson} ORDER BY f.id`,
  version: `SELECT count(*) || '.' || coalesce(max(f.seq), 0) AS version ${ofPerson}`,
  erase: 'SELECT erase($1, $2, $3) AS count',
  head: 'SELECT seq, link FROM heads WHERE tenant = $1',
  chain: `SELECT seq, commitment, link, received_at FROM chain
    WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
  // The numbers of a chain have no gaps, so these are the facts of that stretch.
  stretch: `SELECT f.seq, ${columns} FROM facts f JOIN ${withKey}
    WHERE f.tenant = $1 AND f.seq > $2 AND f.seq <= $2::bigint + $3::bigint`,
  months: "SELECT make_months((now() AT TIME ZONE 'UTC')::date, 3)",
  dropMonths: 'SELECT drop_months($1) AS count',
  sweep: `DELETE FROM facts WHERE tenant = $1 AND id IN
    (SELECT id FROM facts WHERE tenant = $1 AND expires_at <= $2 ORDER BY expires_at LIMIT $3)`,
  claim: 'SELECT claim_contact($1, $2, $3, $4) AS since',
  contacts: `SELECT id, channel, kind, counted, at FROM contacts
    WHERE tenant = $1 AND subject = $2 ORDER BY at, id`,
  dropContacts: 'DELETE FROM contacts WHERE tenant = $1 AND subject = $2',
  sweepContacts: 'DELETE FROM contacts WHERE tenant = $1 AND at < $2',
  addMessages: `INSERT INTO messages
    SELECT $1, m.id, m.recipient, decode(m.sealed, 'hex'), decode(m.key, 'hex'), $3, $4
    FROM json_to_recordset($2) AS m(id text, recipient text, sealed text, key text)
    ON CONFLICT DO NOTHING`,
  takeMessages: `UPDATE messages SET due_at = $3 WHERE tenant = $1 AND id IN
    (SELECT id FROM messages WHERE tenant = $1 AND due_at <= $2 ORDER BY due_at LIMIT $4
      FOR UPDATE SKIP LOCKED) RETURNING id, recipient, sealed, key`,
  dropMessage: 'DELETE FROM messages WHERE tenant = $1 AND id = $2',
  expireMessages: 'DELETE FROM messages WHERE tenant = $1 AND expires_at <= $2',
  addActivities: `INSERT INTO activities
    SELECT $1, decode(a.subject, 'hex'), a.id, a.purpose, a.kind, a.place, a.profiling, a.at, a."expiresAt"
    FROM json_to_recordset($2) AS a(subject text, id text, purpose text, kind text, place text,
      profiling boolean, at bigint, "expiresAt" bigint) ON CONFLICT DO NOTHING`,
  activities: `SELECT id, purpose, kind, place, profiling, at, expires_at FROM activities
    WHERE tenant = $1 AND subject = $2 ORDER BY at, id`,
  activityCounts: `SELECT to_char(to_timestamp(at / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day,
      purpose, kind, place, count(*)::int AS count, count(DISTINCT subject)::int AS people
    FROM activities WHERE tenant = $1 AND at >= $2 AND at < $3
    GROUP BY 1, purpose, kind, place ORDER BY 1, purpose, kind, place`,
  dropActivities: 'DELETE FROM activities WHERE tenant = $1 AND subject = $2',
  sweepActivities: 'DELETE FROM activities WHERE tenant = $1 AND expires_at <= $2',
  counted: 'SELECT seq FROM counted WHERE tenant = $1',
  addCounts: 'SELECT add_counts($1, $2, $3, $4) AS added',
  counts: `SELECT day, purpose, answer, method, language, count FROM counts
    WHERE tenant = $1 AND day BETWEEN $2 AND $3`,
  addPolicy: 'INSERT INTO policies (tenant, hash, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  policy: 'SELECT text FROM policies WHERE tenant = $1 AND hash = $2',
  addLink: 'INSERT INTO links (tenant, device, subject) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
  link: 'SELECT subject FROM links WHERE tenant = $1 AND device = $2',
  addKept: 'INSERT INTO kept (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING',
  kept: 'SELECT value FROM kept WHERE name = $1',
  probe: `INSERT INTO kept (name, value) VALUES ('probe', $1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
};
