import type { ClientBase } from 'pg';
import { checkVersion } from './check-version.js';

/** Those before were never published: with a key per owner, or telling also what was added. */
const firstVersion = 6;

/**
 * Step 0 fills an empty database; step n brings one from version n + 5 to n + 6 (table `sluis_version`). Steps
 * are only ever added.
 */
const steps: readonly string[] = [
  `
  CREATE TABLE kept (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE policies (tenant text, hash bytea, text text NOT NULL, PRIMARY KEY (tenant, hash));
  CREATE TABLE links (tenant text, device bytea, subject bytea NOT NULL, PRIMARY KEY (tenant, device));
  CREATE INDEX devices_of_subject ON links (tenant, subject, device);

  -- One row a tenant: whoever adds to a chain holds its lock.
  CREATE TABLE heads (tenant text PRIMARY KEY, seq bigint NOT NULL, link text NOT NULL) WITH (fillfactor = 50);
  CREATE TABLE chain (
    tenant text, seq bigint, commitment bytea NOT NULL, link bytea NOT NULL, received_at bigint NOT NULL,
    PRIMARY KEY (tenant, seq)
  );
  -- By month of the id (a UUIDv7 begins with its time), so that a month that is over is dropped at once.
  CREATE TABLE facts (
    tenant text, id text COLLATE "C", kind text NOT NULL, owner bytea NOT NULL, sealed bytea NOT NULL,
    seq bigint NOT NULL, received_at bigint NOT NULL, expires_at bigint NOT NULL,
    PRIMARY KEY (tenant, id)
  ) PARTITION BY RANGE (id);
  CREATE TABLE facts_other PARTITION OF facts DEFAULT;
  -- Apart, so that an old copy of a fact cannot be read once its key is gone.
  CREATE TABLE fact_keys (
    tenant text, id text COLLATE "C", key bytea NOT NULL, PRIMARY KEY (tenant, id)
  ) PARTITION BY RANGE (id);
  CREATE TABLE fact_keys_other PARTITION OF fact_keys DEFAULT;
  CREATE INDEX facts_of_owner ON facts (tenant, owner);
  CREATE INDEX facts_of_link ON facts (tenant, seq);
  CREATE INDEX facts_by_expiry ON facts (tenant, expires_at);

  CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME; END $$;
  CREATE TRIGGER facts_stay BEFORE UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION never_changed();
  CREATE TRIGGER policies_stay BEFORE UPDATE ON policies FOR EACH ROW EXECUTE FUNCTION never_changed();
  CREATE TRIGGER chain_stays BEFORE UPDATE OR DELETE ON chain FOR EACH ROW EXECUTE FUNCTION never_changed();

  CREATE FUNCTION drop_keys() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM fact_keys k USING gone g WHERE k.tenant = g.tenant AND k.id = g.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER key_goes_with_fact AFTER DELETE ON facts REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION drop_keys();

  -- The first id of a month: 48 bits of milliseconds, in hex.
  CREATE FUNCTION first_id(month date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4)
    FROM lpad(to_hex((extract(epoch FROM month) * 1000)::bigint), 12, '0') AS hex $$;

  -- Partitions are made ahead: one for a month that has facts in facts_other cannot be made any more.
  CREATE FUNCTION make_months(first date, count int) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE month date; begins text; ends text; parent text;
    BEGIN
      FOR n IN 0 .. count - 1 LOOP
        month := (date_trunc('month', first) + make_interval(months => n))::date;
        begins := first_id(month);
        ends := first_id((month + interval '1 month')::date);
        IF to_regclass('facts_' || to_char(month, 'YYYY_MM')) IS NULL AND NOT EXISTS (
          SELECT FROM facts_other WHERE id >= begins AND id < ends
        ) THEN
          FOREACH parent IN ARRAY ARRAY['facts', 'fact_keys'] LOOP
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
              parent || '_' || to_char(month, 'YYYY_MM'), parent, begins, ends);
          END LOOP;
        END IF;
      END LOOP;
    END $$;

  -- Drops the months of which all is past its time; the chain keeps its links.
  CREATE FUNCTION drop_months(moment bigint) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE part regclass; rows bigint; latest bigint; gone bigint := 0;
    BEGIN
      FOR part IN SELECT inhrelid::regclass FROM pg_inherits
        WHERE inhparent = 'facts'::regclass AND inhrelid <> 'facts_other'::regclass LOOP
        EXECUTE format('SELECT count(*), max(expires_at) FROM %s', part) INTO rows, latest;
        IF latest <= moment THEN
          EXECUTE format('DROP TABLE %s, %s', part, replace(part::text, 'facts_', 'fact_keys_'));
          gone := gone + rows;
        END IF;
      END LOOP;
      RETURN gone;
    END $$;

  -- Adds the facts that are new, each with its link. Of those that are not it tells why, by their place in
  -- the batch, and what there is under their id.
  CREATE FUNCTION file_facts(of_tenant text, batch json)
    RETURNS TABLE (place int, outcome text, owner text, kind text, sealed bytea, key bytea, received_at bigint)
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE fact record; there record; last_seq bigint; last_link text; added boolean := false; n int := -1;
    BEGIN
      INSERT INTO heads (tenant, seq, link) VALUES (of_tenant, 0, '') ON CONFLICT DO NOTHING;
      SELECT h.seq, h.link INTO last_seq, last_link FROM heads h WHERE h.tenant = of_tenant FOR UPDATE;
      FOR fact IN SELECT * FROM json_to_recordset(batch) AS f(id text, kind text, owner text, sealed text,
        commitment text, received_at bigint, expires_at bigint, policy text, key text) LOOP
        n := n + 1;
        SELECT f.owner, f.kind, f.sealed, k.key, f.received_at INTO there
          FROM facts f JOIN fact_keys k USING (tenant, id) WHERE f.tenant = of_tenant AND f.id = fact.id;
        IF FOUND THEN
          RETURN QUERY SELECT n, 'there', encode(there.owner, 'hex'), there.kind, there.sealed, there.key,
            there.received_at;
        ELSIF fact.policy <> '' AND NOT EXISTS (SELECT FROM policies p
          WHERE p.tenant = of_tenant AND p.hash = decode(fact.policy, 'hex')) THEN
          RETURN QUERY SELECT n, 'policy-unknown', '', '', NULL::bytea, NULL::bytea, 0::bigint;
        ELSE
          last_seq := last_seq + 1;
          last_link := encode(sha256(convert_to(last_link || '{"commitment":"' || fact.commitment
            || '","receivedAt":' || fact.received_at || '}', 'UTF8')), 'hex');
          INSERT INTO chain VALUES (of_tenant, last_seq, decode(fact.commitment, 'hex'),
            decode(last_link, 'hex'), fact.received_at);
          INSERT INTO facts VALUES (of_tenant, fact.id, fact.kind, decode(fact.owner, 'hex'),
            decode(fact.sealed, 'base64'), last_seq, fact.received_at, fact.expires_at);
          INSERT INTO fact_keys VALUES (of_tenant, fact.id, decode(fact.key, 'hex'));
          added := true;
        END IF;
      END LOOP;
      IF added THEN
        UPDATE heads SET seq = last_seq, link = last_link WHERE tenant = of_tenant;
      END IF;
    END $$;

  -- Takes the lock of the tenant first, as filing does: what is under way comes before it or after.
  CREATE FUNCTION erase(of_tenant text, of_subject bytea, of_kind text) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE erased bigint; owners bytea[];
    BEGIN
      PERFORM FROM heads h WHERE h.tenant = of_tenant FOR UPDATE;
      owners := array(SELECT l.device FROM links l WHERE l.tenant = of_tenant AND l.subject = of_subject)
        || of_subject;
      DELETE FROM facts f WHERE f.tenant = of_tenant AND f.owner = ANY (owners) AND f.kind = of_kind;
      GET DIAGNOSTICS erased = ROW_COUNT;
      RETURN erased;
    END $$;
  `,
  `
  CREATE TABLE contacts (
    tenant text, id text, subject bytea NOT NULL, channel text NOT NULL, kind text NOT NULL,
    counted boolean NOT NULL, at bigint NOT NULL, PRIMARY KEY (tenant, id)
  );
  CREATE INDEX contacts_of_subject ON contacts (tenant, subject, at);
  CREATE TABLE counts (
    tenant text, day text, purpose text, answer text, method text, language text, count bigint NOT NULL,
    PRIMARY KEY (tenant, day, purpose, answer, method, language)
  );
  CREATE TABLE counted (tenant text PRIMARY KEY, seq bigint NOT NULL);

  -- NULL when it may be sent, else the moment of the contact that stands in the way.
  CREATE FUNCTION claim_contact(of_tenant text, contact json, after_moment bigint, most int) RETURNS bigint
    LANGUAGE plpgsql AS $$
    DECLARE c record; since bigint;
    BEGIN
      SELECT * INTO c FROM json_to_record(contact)
        AS r(id text, subject text, channel text, kind text, counted boolean, at bigint);
      PERFORM pg_advisory_xact_lock(hashtextextended(of_tenant || ' ' || c.subject, 0));
      IF EXISTS (SELECT FROM contacts o WHERE o.tenant = of_tenant AND o.id = c.id) THEN RETURN NULL; END IF;
      IF c.counted THEN
        SELECT o.at INTO since FROM contacts o WHERE o.tenant = of_tenant
          AND o.subject = decode(c.subject, 'hex') AND o.counted AND o.at > after_moment
          ORDER BY o.at DESC LIMIT 1 OFFSET most - 1;
        IF FOUND THEN RETURN since; END IF;
      END IF;
      INSERT INTO contacts VALUES (of_tenant, c.id, decode(c.subject, 'hex'), c.channel, c.kind, c.counted, c.at)
        ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;

  CREATE FUNCTION add_counts(of_tenant text, from_seq bigint, to_seq bigint, added json) RETURNS boolean
    LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO counted AS o (tenant, seq) VALUES (of_tenant, 0) ON CONFLICT DO NOTHING;
      UPDATE counted SET seq = to_seq WHERE tenant = of_tenant AND seq = from_seq;
      IF NOT FOUND THEN RETURN false; END IF;
      INSERT INTO counts AS o SELECT of_tenant, c.* FROM json_to_recordset(added)
        AS c(day text, purpose text, answer text, method text, language text, count bigint)
        ON CONFLICT (tenant, day, purpose, answer, method, language)
        DO UPDATE SET count = o.count + excluded.count;
      RETURN true;
    END $$;
  `,
  `
  CREATE TABLE activities (
    tenant text, subject bytea, id text, purpose text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL,
    place text COLLATE "C" NOT NULL, profiling boolean NOT NULL, at bigint NOT NULL, expires_at bigint NOT NULL,
    PRIMARY KEY (tenant, subject, id)
  );
  CREATE INDEX activities_by_time ON activities (tenant, at);
  CREATE INDEX activities_by_expiry ON activities (tenant, expires_at);
  `,
  `
  CREATE TABLE messages (
    tenant text, id text, recipient text NOT NULL, sealed bytea NOT NULL, key bytea NOT NULL,
    due_at bigint NOT NULL, expires_at bigint NOT NULL, PRIMARY KEY (tenant, id)
  );
  `,
];

/** Of two servers that start at once one migrates and the other waits. Any number will do. */
const lock = 7_110_276_002;

/** Brings the database to the newest version, all steps or none. */
export async function migrate(client: ClientBase): Promise<void> {
  const newest = firstVersion + steps.length - 1;
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await client.query('CREATE TABLE IF NOT EXISTS sluis_version (version int NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM sluis_version');
    const version = rows[0]?.version ?? 0;
    checkVersion(version, firstVersion, newest);
    for (const step of steps.slice(Math.max(0, version - firstVersion + 1)))
      await client.query(step);
    await client.query('DELETE FROM sluis_version');
    await client.query('INSERT INTO sluis_version VALUES ($1)', [newest]);
    await client.query("SELECT make_months((now() AT TIME ZONE 'UTC')::date, 3)");
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
