import type { ClientBase } from 'pg';
import { ConfigurationError } from '../configuration-error.js';

/** Step n brings the database from version n to n + 1 (table `sluis_version`). Steps are only ever added. */
const steps: readonly string[] = [
  `
  CREATE TABLE kept (name text PRIMARY KEY, value text NOT NULL);
  CREATE TABLE policies (tenant text, hash bytea, text text NOT NULL, PRIMARY KEY (tenant, hash));
  CREATE TABLE owner_keys (
    tenant text, owner bytea, kind text, key bytea NOT NULL, PRIMARY KEY (tenant, owner, kind)
  );
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
  CREATE INDEX facts_of_owner ON facts (tenant, owner);
  CREATE INDEX facts_of_link ON facts (tenant, seq);
  CREATE INDEX facts_by_expiry ON facts (tenant, expires_at);

  CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'a row of % is never changed', TG_TABLE_NAME; END $$;
  CREATE TRIGGER facts_stay BEFORE UPDATE ON facts FOR EACH ROW EXECUTE FUNCTION never_changed();
  CREATE TRIGGER policies_stay BEFORE UPDATE ON policies FOR EACH ROW EXECUTE FUNCTION never_changed();
  CREATE TRIGGER chain_stays BEFORE UPDATE OR DELETE ON chain FOR EACH ROW EXECUTE FUNCTION never_changed();

  -- The first id of a month: 48 bits of milliseconds, in hex.
  CREATE FUNCTION first_id(month date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4)
    FROM lpad(to_hex((extract(epoch FROM month) * 1000)::bigint), 12, '0') AS hex $$;

  -- Partitions are made ahead: one for a month that has facts in facts_other cannot be made any more.
  CREATE FUNCTION make_months(first date, count int) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE month date;
    BEGIN
      FOR n IN 0 .. count - 1 LOOP
        month := (date_trunc('month', first) + make_interval(months => n))::date;
        IF to_regclass('facts_' || to_char(month, 'YYYY_MM')) IS NULL AND NOT EXISTS (
          SELECT FROM facts_other WHERE id >= first_id(month)
            AND id < first_id((month + interval '1 month')::date)
        ) THEN
          EXECUTE format('CREATE TABLE %I PARTITION OF facts FOR VALUES FROM (%L) TO (%L)',
            'facts_' || to_char(month, 'YYYY_MM'), first_id(month), first_id((month + interval '1 month')::date));
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
          EXECUTE format('DROP TABLE %s', part);
          gone := gone + rows;
        END IF;
      END LOOP;
      RETURN gone;
    END $$;

  -- The key of every owner and kind in the batch: the one that is there, or the one that is offered.
  -- Not waiting for the disk here: the commit of the facts, which comes after, carries these to it.
  CREATE FUNCTION owner_keys_of(of_tenant text, batch json)
    RETURNS TABLE (owner text, kind text, key text) LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    BEGIN
      SET LOCAL synchronous_commit = off;
      INSERT INTO owner_keys (tenant, owner, kind, key)
        SELECT of_tenant, decode(o.owner, 'hex'), o.kind, decode(o.key, 'hex')
        FROM json_to_recordset(batch) AS o(owner text, kind text, key text)
        ORDER BY o.owner, o.kind
        ON CONFLICT DO NOTHING;
      RETURN QUERY SELECT DISTINCT o.owner, k.kind, encode(k.key, 'hex')
        FROM json_to_recordset(batch) AS o(owner text, kind text)
        JOIN owner_keys k ON k.tenant = of_tenant AND k.owner = decode(o.owner, 'hex') AND k.kind = o.kind;
    END $$;

  -- Adds the facts that are new, each with its link. A row per fact, in their order; for one whose id is
  -- taken it tells what is there.
  CREATE FUNCTION file_facts(of_tenant text, batch json)
    RETURNS TABLE (outcome text, owner text, kind text, sealed text, received_at bigint)
    LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    DECLARE fact record; there record; last_seq bigint; last_link text; added boolean := false;
    BEGIN
      INSERT INTO heads (tenant, seq, link) VALUES (of_tenant, 0, '') ON CONFLICT DO NOTHING;
      SELECT h.seq, h.link INTO last_seq, last_link FROM heads h WHERE h.tenant = of_tenant FOR UPDATE;
      FOR fact IN SELECT * FROM json_to_recordset(batch) AS f(id text, kind text, owner text, sealed text,
        commitment text, received_at bigint, expires_at bigint, policy text, key text) LOOP
        SELECT f.owner, f.kind, f.sealed, f.received_at INTO there
          FROM facts f WHERE f.tenant = of_tenant AND f.id = fact.id;
        IF FOUND THEN
          RETURN QUERY SELECT 'there', encode(there.owner, 'hex'), there.kind,
            encode(there.sealed, 'base64'), there.received_at;
        ELSIF fact.policy <> '' AND NOT EXISTS (SELECT FROM policies p
          WHERE p.tenant = of_tenant AND p.hash = decode(fact.policy, 'hex')) THEN
          RETURN QUERY SELECT 'policy-unknown', '', '', '', 0::bigint;
        ELSIF NOT EXISTS (SELECT FROM owner_keys k WHERE k.tenant = of_tenant
          AND k.owner = decode(fact.owner, 'hex') AND k.kind = fact.kind AND k.key = decode(fact.key, 'hex')) THEN
          RETURN QUERY SELECT 'key-gone', '', '', '', 0::bigint;
        ELSE
          last_seq := last_seq + 1;
          last_link := encode(sha256(convert_to(last_link || '{"commitment":"' || fact.commitment
            || '","receivedAt":' || fact.received_at || '}', 'UTF8')), 'hex');
          INSERT INTO chain VALUES (of_tenant, last_seq, decode(fact.commitment, 'hex'),
            decode(last_link, 'hex'), fact.received_at);
          INSERT INTO facts VALUES (of_tenant, fact.id, fact.kind, decode(fact.owner, 'hex'),
            decode(fact.sealed, 'base64'), last_seq, fact.received_at, fact.expires_at);
          added := true;
          RETURN QUERY SELECT 'created', fact.owner, fact.kind, '', fact.received_at;
        END IF;
      END LOOP;
      IF added THEN
        UPDATE heads SET seq = last_seq, link = last_link WHERE tenant = of_tenant;
      END IF;
    END $$;

  -- Takes the lock of the tenant first: nothing may be filed under a key that is going.
  CREATE FUNCTION erase(of_tenant text, of_subject bytea, of_kind text) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE erased bigint; owners bytea[];
    BEGIN
      PERFORM FROM heads h WHERE h.tenant = of_tenant FOR UPDATE;
      owners := array(SELECT l.device FROM links l WHERE l.tenant = of_tenant AND l.subject = of_subject)
        || of_subject;
      DELETE FROM owner_keys k WHERE k.tenant = of_tenant AND k.owner = ANY (owners) AND k.kind = of_kind;
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
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await client.query('CREATE TABLE IF NOT EXISTS sluis_version (version int NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM sluis_version');
    const version = rows[0]?.version ?? 0;
    if (version > steps.length) {
      throw new ConfigurationError(
        `The database has version ${version}, this server knows ${steps.length}. Start the newer server again.`,
      );
    }
    for (const step of steps.slice(version)) await client.query(step);
    await client.query('DELETE FROM sluis_version');
    await client.query('INSERT INTO sluis_version VALUES ($1)', [steps.length]);
    await client.query("SELECT make_months((now() AT TIME ZONE 'UTC')::date, 3)");
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
