-- 001: networks, organisations, incidents and their revisions, sealed text, and the audit chain.
--
-- Shape (docs/database.md): network_id leads every key, so that one town's rows stay together on a cluster;
-- nothing here needs more than PostgreSQL 15; no triggers. The application's login role owns nothing: it may
-- insert and select, and row-level security shows it one network at a time. Positions are set once each, by
-- append_audit alone: the application may not name their columns in an insert.

create schema lykta;

-- Which of these files this database has been through.
create table lykta.migration (
  number integer primary key,
  name text not null,
  -- SHA-256 of the file, in hexadecimal.
  checksum text not null,
  applied_at timestamptz not null
);

-- The network whose rows this transaction may touch; no context means no rows.
create function lykta.current_network() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('lykta.network', true), '')::uuid $$;

create table lykta.network (
  network_id uuid primary key,
  name text not null,
  municipality text not null,
  collection_start date not null,
  time_zone text not null,
  languages text[] not null,
  sample boolean not null,
  created_at timestamptz not null,
  -- The network's clock: the position of its newest audit line, and that line's hash.
  position bigint not null default 0,
  head_hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000'
);

create table lykta.organisation (
  network_id uuid not null references lykta.network,
  organisation_id uuid not null,
  revision integer not null check (revision >= 1),
  code text not null,
  name text not null,
  sector text not null,
  joined date,
  left_on date,
  from_position bigint,
  until_position bigint,
  primary key (network_id, organisation_id, revision)
);
create unique index organisation_code on lykta.organisation (network_id, code)
  where from_position is not null and until_position is null;
create index organisation_unstamped on lykta.organisation (network_id) where from_position is null;

-- A network's own indicators; the shipped catalogue lives in the program.
create table lykta.own_indicator (
  network_id uuid not null references lykta.network,
  indicator_id text not null,
  revision integer not null check (revision >= 1),
  text_sv text not null,
  text_en text not null,
  observers text[] not null,
  valid_from date,
  valid_to date,
  from_position bigint,
  until_position bigint,
  primary key (network_id, indicator_id, revision)
);
create index own_indicator_unstamped on lykta.own_indicator (network_id) where from_position is null;

-- The identity of an incident; what is known of it stands in its revisions.
create table lykta.incident (
  network_id uuid not null references lykta.network,
  incident_id uuid not null,
  ref text not null,
  external_ref text,
  primary key (network_id, incident_id),
  unique (network_id, ref),
  unique (network_id, external_ref)
);

create table lykta.revision (
  network_id uuid not null,
  incident_id uuid not null,
  number integer not null check (number >= 1),
  form_version text not null,
  -- RFC 8785 text of the coded answers, and its SHA-256: what is hashed into the chain and, later, signed.
  answers text not null,
  coded_hash bytea not null,
  withdrawn boolean not null,
  -- Member id, or "import".
  author text not null,
  -- The free text that belongs to it, and the SHA-256 of its age file (lykta.sealed_body), so that a file put in
  -- its place shows; null when there is none. A revision that leaves the text as it was names the earlier one.
  sealed_id uuid,
  sealed_hash bytea,
  check ((sealed_id is null) = (sealed_hash is null)),
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, incident_id, number),
  foreign key (network_id, incident_id) references lykta.incident
);
create index revision_unstamped on lykta.revision (network_id) where from_position is null;
create index revision_position on lykta.revision (network_id, from_position);

-- Projection of a revision's answers for counting; rebuilt from lykta.revision at any time.
create table lykta.incident_fact (
  network_id uuid not null,
  incident_id uuid not null,
  revision integer not null,
  withdrawn boolean not null,
  occurred_from date not null,
  occurred_to date not null,
  reported_on date not null,
  -- Their months, as year × 12 + month − 1: periods begin and end with a month, and an array finds them by number.
  month_from smallint not null,
  month_to smallint not null,
  month_reported smallint not null,
  organisation_id uuid not null,
  external boolean not null,
  place_type text not null,
  -- In the network's own words, null when not known; nothing counts it, the list of incidents is searched for it.
  area text,
  exploitation text not null,
  -- Ids of ticked indicators; null when the form did not ask.
  indicators text[],
  police_contacted text not null,
  police_reports integer,
  police_reports_at_least boolean not null,
  buyers integer,
  buyers_at_least boolean not null,
  procurers integer,
  procurers_at_least boolean not null,
  other_perpetrators integer,
  other_perpetrators_at_least boolean not null,
  persons_known boolean not null,
  -- What any of its persons has, as packages/statistics/src/spec.ts says of incidents. Groups of exactly 0 persons
  -- are nobody's and enter none of this (packages/incident/src/any-answer.ts).
  support_contact text not null,
  support_offered text not null,
  accepted_support text not null,
  -- Combinations: the distinct codes, sorted and joined by '|', '' for none. There are few different ones, so
  -- grouping by the whole text is the quickest way to count what may have several answers.
  indicator_categories text not null,
  nationalities text not null,
  -- Among its person groups: 'woman/adult|woman/minor' …, and the answers given ('not-asked' included): contact and
  -- acceptance together ('yes/no|yes/yes' …), since acceptance is counted among those in contact.
  sex_ages text not null,
  contact_acceptances text not null,
  support_offers text not null,
  -- Its persons must be counted one by one: an entry carries a person reference, so that a person may span incidents,
  -- or has several nationalities.
  counted_apart boolean not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, incident_id, revision),
  foreign key (network_id, incident_id, revision) references lykta.revision (network_id, incident_id, number)
);
create index incident_fact_unstamped on lykta.incident_fact (network_id) where from_position is null;
create index incident_fact_occurred on lykta.incident_fact (network_id, occurred_from);

create table lykta.person_fact (
  network_id uuid not null,
  incident_id uuid not null,
  revision integer not null,
  -- 0-based place in the revision's list of person groups.
  entry integer not null,
  person_ref text,
  count integer not null,
  at_least boolean not null,
  sex text not null,
  age_group text not null,
  nationalities text[] not null,
  -- 'not-asked' when the form did not ask.
  support_contact text not null,
  support_offered text not null,
  accepted_support text not null,
  -- Repeated from the incident, so that counting persons needs no join.
  withdrawn boolean not null,
  occurred_from date not null,
  occurred_to date not null,
  reported_on date not null,
  month_from smallint not null,
  month_to smallint not null,
  month_reported smallint not null,
  organisation_id uuid not null,
  counted_apart boolean not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, incident_id, revision, entry),
  foreign key (network_id, incident_id, revision) references lykta.incident_fact
);
create index person_fact_unstamped on lykta.person_fact (network_id) where from_position is null;

-- The keys to which free text is sealed: one epoch at a time, its identity only ever wrapped.
create table lykta.epoch (
  network_id uuid not null references lykta.network,
  epoch integer not null,
  recipient text not null,
  -- 'server' (lykta init, the sample) or 'browser'.
  made_on text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, epoch)
);
create index epoch_unstamped on lykta.epoch (network_id) where from_position is null;
create table lykta.epoch_grant (
  network_id uuid not null,
  epoch integer not null,
  -- 'passphrase', or a member's id.
  holder text not null,
  wrapped bytea not null,
  primary key (network_id, epoch, holder),
  foreign key (network_id, epoch) references lykta.epoch
);

-- Sealed text as two age files: the text to an identity of its own, and that identity to the epoch.
-- They stand in two tables so that backups keep them apart; deleting the key erases the text.
create table lykta.sealed_body (
  network_id uuid not null,
  sealed_id uuid not null,
  incident_id uuid not null,
  revision integer not null,
  -- The epoch that it was first sealed in, which its envelope names; its key may have moved to a later one.
  epoch integer not null,
  body bytea not null,
  primary key (network_id, sealed_id),
  foreign key (network_id, incident_id) references lykta.incident
);
create index sealed_body_incident on lykta.sealed_body (network_id, incident_id, revision);
create table lykta.sealed_key (
  network_id uuid not null,
  sealed_id uuid not null,
  epoch integer not null,
  key bytea not null,
  primary key (network_id, sealed_id),
  foreign key (network_id, sealed_id) references lykta.sealed_body
);

create table lykta.audit (
  network_id uuid not null references lykta.network,
  position bigint not null,
  at timestamptz not null,
  -- A member's id, 'import' or 'operator'; an action code; an id. Never a name, never free text.
  actor text not null,
  action text not null,
  object text not null,
  -- Number and SHA-256 of the lines that say what the act stamped; the empty text's hash when it stamped nothing.
  stamped integer not null,
  content_hash bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (network_id, position)
);
create index audit_at on lykta.audit (network_id, at);

-- The last call of every write transaction: takes the next position, stamps what this transaction inserted and
-- what it replaced, and links the audit line. The lock is held from here to the commit, and no longer.
-- (A plain FOR UPDATE would wait for every other writer, whose foreign keys hold the row, and they for it.)
-- Every name is qualified, since a temporary table would otherwise stand before the register's own.
create function lykta.append_audit(p_network uuid, p_actor text, p_action text, p_object text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_code constant text := '^[A-Za-z0-9._:/-]{1,200}$';
  v_position bigint;
  v_prev bytea;
  v_at timestamptz;
  v_last timestamptz;
  v_following integer;
  v_replaced integer;
  v_rows integer;
  v_lines text;
  v_stamped integer;
  v_content bytea;
  v_hash bytea;
begin
  if p_network is distinct from lykta.current_network() then
    raise exception 'append_audit: network is not the one in context' using errcode = '42501';
  end if;
  if (p_actor ~ v_code and p_action ~ v_code and p_object ~ v_code) is not true then
    raise exception 'append_audit: actor, action and object are codes and ids' using errcode = '22023';
  end if;
  select n.position + 1, n.head_hash into v_position, v_prev
    from lykta.network n where n.network_id = p_network for no key update;
  if not found then
    raise exception 'append_audit: no such network' using errcode = '42501';
  end if;
  select a.at into v_last from lykta.audit a where a.network_id = p_network and a.position = v_position - 1;
  -- Microseconds in UTC, never before the line it follows: time resolves to a position.
  v_at := greatest(clock_timestamp(), v_last);

  -- What is replaced: each new row beyond the first must follow the one that stands.
  select (select count(*) from lykta.organisation where network_id = p_network and from_position is null and revision > 1)
    + (select count(*) from lykta.own_indicator where network_id = p_network and from_position is null and revision > 1)
    + (select count(*) from lykta.revision where network_id = p_network and from_position is null and number > 1)
    into v_following;
  update lykta.organisation o set until_position = v_position from lykta.organisation s
    where s.network_id = p_network and s.from_position is null and o.network_id = p_network
      and o.organisation_id = s.organisation_id and o.revision = s.revision - 1
      and o.from_position is not null and o.until_position is null;
  get diagnostics v_replaced = row_count;
  update lykta.own_indicator o set until_position = v_position from lykta.own_indicator s
    where s.network_id = p_network and s.from_position is null and o.network_id = p_network
      and o.indicator_id = s.indicator_id and o.revision = s.revision - 1
      and o.from_position is not null and o.until_position is null;
  get diagnostics v_rows = row_count;
  v_replaced := v_replaced + v_rows;
  update lykta.revision o set until_position = v_position from lykta.revision s
    where s.network_id = p_network and s.from_position is null and s.number > 1 and o.network_id = p_network
      and o.incident_id = s.incident_id and o.number = s.number - 1
      and o.from_position is not null and o.until_position is null;
  get diagnostics v_rows = row_count;
  v_replaced := v_replaced + v_rows;
  if v_replaced <> v_following then
    raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
  end if;
  update lykta.incident_fact o set until_position = v_position from lykta.incident_fact s
    where s.network_id = p_network and s.from_position is null and s.revision > 1 and o.network_id = p_network
      and o.incident_id = s.incident_id and o.revision = s.revision - 1;
  update lykta.person_fact o set until_position = v_position from lykta.incident_fact s
    where s.network_id = p_network and s.from_position is null and s.revision > 1 and o.network_id = p_network
      and o.incident_id = s.incident_id and o.revision = s.revision - 1;

  update lykta.organisation set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.own_indicator set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.revision set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.incident_fact set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.person_fact set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.epoch set from_position = v_position where network_id = p_network and from_position is null;

  -- What the chain vouches for, a line each (packages/register/src/audit/content.ts writes the same).
  select count(*), coalesce(string_agg(line, E'\n' order by line collate "C"), '') into v_stamped, v_lines from (
    select 'network ' || encode(sha256(convert_to(jsonb_build_array(name, municipality, collection_start, time_zone,
        to_jsonb(languages), sample)::text, 'UTF8')), 'hex') as line
      from lykta.network where network_id = p_network and v_position = 1
    union all
    select 'organisation ' || organisation_id || ' ' || revision || ' ' || encode(sha256(convert_to(
        jsonb_build_array(code, name, sector, joined, left_on)::text, 'UTF8')), 'hex')
      from lykta.organisation where network_id = p_network and from_position = v_position
    union all
    select 'indicator ' || revision || ' ' || encode(sha256(convert_to(jsonb_build_array(indicator_id, text_sv, text_en,
        to_jsonb(observers), valid_from, valid_to)::text, 'UTF8')), 'hex')
      from lykta.own_indicator where network_id = p_network and from_position = v_position
    union all
    select 'epoch ' || epoch || ' ' || encode(sha256(convert_to(jsonb_build_array(recipient, made_on)::text, 'UTF8')), 'hex')
      from lykta.epoch where network_id = p_network and from_position = v_position
    union all
    select 'revision ' || r.incident_id || ' ' || r.number || ' ' || encode(r.coded_hash, 'hex') || ' '
        || encode(sha256(convert_to(jsonb_build_array(i.ref, i.external_ref, r.form_version, r.author, r.withdrawn,
          r.sealed_id, encode(r.sealed_hash, 'hex'))::text, 'UTF8')), 'hex')
      from lykta.revision r join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      where r.network_id = p_network and r.from_position = v_position
  ) x;

  v_content := sha256(convert_to(v_lines, 'UTF8'));
  v_hash := sha256(v_prev || convert_to(concat_ws('|', p_network, v_position,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    p_actor, p_action, p_object, v_stamped, encode(v_content, 'hex')), 'UTF8'));
  insert into lykta.audit values
    (p_network, v_position, v_at, p_actor, p_action, p_object, v_stamped, v_content, v_prev, v_hash);
  update lykta.network set position = v_position, head_hash = v_hash where network_id = p_network;
  return v_position;
end $$;

-- The last position at a time; 0 before the first. It waits for a write that has its time but not yet its commit,
-- and refuses times to come, so that one time always gives one position.
create function lykta.position_at(p_network uuid, p_time timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_position bigint;
begin
  if p_network is distinct from lykta.current_network() then
    raise exception 'position_at: network is not the one in context' using errcode = '42501';
  end if;
  perform 1 from lykta.network n where n.network_id = p_network for share;
  if p_time > clock_timestamp() then
    raise exception 'position_at: the time has not been' using errcode = '22008';
  end if;
  select a.position into v_position from lykta.audit a
    where a.network_id = p_network and a.at <= p_time order by a.at desc, a.position desc limit 1;
  return coalesce(v_position, 0);
end $$;

-- Which networks this installation holds, before one is in context: what a person may choose between, no more.
create function lykta.list_networks() returns table (network_id uuid, name text, municipality text, sample boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select n.network_id, n.name, n.municipality, n.sample from lykta.network n order by n.created_at, n.network_id $$;

-- Row-level security: one policy, the same everywhere, for the owner too. (The grants are the program's: see
-- grants.ts, which knows the name of the application's role.)
do $$
declare
  t text;
begin
  foreach t in array array['network', 'organisation', 'own_indicator', 'incident', 'revision', 'incident_fact',
    'person_fact', 'epoch', 'epoch_grant', 'sealed_body', 'sealed_key', 'audit']
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy one_network on lykta.%I using (network_id = lykta.current_network())
      with check (network_id = lykta.current_network())', t);
  end loop;
end $$;
-- An owner that is no superuser still has to find the networks, to list them and to take each into a backup.
create policy owner_lists on lykta.network for select to current_user using (true);

revoke execute on all functions in schema lykta from public;
