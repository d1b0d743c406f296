-- 002: members and their keys, devices, invitations, messages; row-level security by role; sign-in, apart from the register.
--
-- docs/database.md says what each role may do with each table; the policies below are that list, and a test holds them to it.

-- ── Who acts ────────────────────────────────────────────────────────────────────────────────────────────────────

-- As the transaction says (packages/register/src/transaction.ts). Policies write `(select lykta.caller_role())`, so that each
-- is asked once a statement and not once a row.
create function lykta.caller_role() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('lykta.role', true), '') $$;
create function lykta.caller_organisation() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('lykta.organisation', true), '')::uuid $$;
-- A member's or a device's id, 'import' or 'operator'.
create function lykta.caller_member() returns text
  language sql stable parallel safe
  as $$ select nullif(current_setting('lykta.member', true), '') $$;

-- ── Whose an incident is ────────────────────────────────────────────────────────────────────────────────────────

-- The organisation that reported it first and the author of its first revision: whose it is, for the policies, is told by its key.
-- (Null only where a damaged register has an incident without a first revision.)
alter table lykta.incident add column organisation_id uuid;
alter table lykta.incident add column entered_by text;
-- The owner is bound too, and has no network in context here.
alter table lykta.incident no force row level security;
alter table lykta.revision no force row level security;
-- From the answers, since a backup that is being restored has no facts yet. (No text can pass for this: a quotation mark in one is escaped.)
update lykta.incident i
  set organisation_id = substring(r.answers from '"reportedBy":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')::uuid, entered_by = r.author
  from lykta.revision r
  where r.network_id = i.network_id and r.incident_id = i.incident_id and r.number = 1;
alter table lykta.incident force row level security;
alter table lykta.revision force row level security;
create index incident_organisation on lykta.incident (network_id, organisation_id);

-- The entry of the membership log that the author had verified when it was written; null for what was imported.
alter table lykta.sealed_body add column log_position integer check (log_position >= 1);

-- A rotation asks which keys are still of an earlier epoch.
create index sealed_key_epoch on lykta.sealed_key (network_id, epoch);

-- ── Members, devices, invitations ───────────────────────────────────────────────────────────────────────────────

create table lykta.member (
  network_id uuid not null references lykta.network,
  member_id uuid not null,
  revision integer not null check (revision >= 1),
  role text not null check (role in ('reporter', 'core-member', 'coordinator', 'reader', 'operator')),
  organisation_id uuid,
  -- Id of her login (sign_in."user"), where name and address stand; null once she has none.
  login text,
  active boolean not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, member_id, revision)
);
create unique index member_login on lykta.member (network_id, login) where from_position is not null and until_position is null;
create index member_of_login on lykta.member (login) where from_position is not null and until_position is null;
create index member_unstamped on lykta.member (network_id) where from_position is null;

-- Public keys that she made; whether they are hers is said by the membership log, not by this.
create table lykta.member_key (
  network_id uuid not null references lykta.network,
  member_id uuid not null,
  revision integer not null check (revision >= 1),
  recipient text,
  verify_key text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, member_id, revision)
);
create index member_key_unstamped on lykta.member_key (network_id) where from_position is null;

-- Her own keys, in a file for each way in; only she reads these, replaces and erases them.
create table lykta.member_bundle (
  network_id uuid not null references lykta.network,
  member_id uuid not null,
  bundle_id uuid not null,
  way text not null check (way in ('passphrase', 'passkey', 'sheet')),
  -- The passkey's credential id in base64url.
  credential text,
  file bytea not null,
  created_at timestamptz not null,
  primary key (network_id, member_id, bundle_id)
);

-- The signed log of members, devices and epochs, as its signers wrote it.
create table lykta.membership_line (
  network_id uuid not null references lykta.network,
  seq integer not null check (seq >= 1),
  line text not null,
  from_position bigint,
  primary key (network_id, seq)
);
create index membership_line_unstamped on lykta.membership_line (network_id) where from_position is null;

create table lykta.device (
  network_id uuid not null references lykta.network,
  device_id uuid not null,
  revision integer not null check (revision >= 1),
  organisation_id uuid not null,
  name text not null,
  -- SHA-256 of the random token that it shows with each request.
  token_hash bytea not null,
  verify_key text not null,
  -- HMAC of its enrolment under bytes that no server has (packages/seal enrolmentProof).
  proof text not null,
  invitation_id uuid not null,
  active boolean not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, device_id, revision)
);
create unique index device_token on lykta.device (network_id, token_hash) where from_position is not null and until_position is null;
create index device_of_token on lykta.device (token_hash) where from_position is not null and until_position is null;
create index device_unstamped on lykta.device (network_id) where from_position is null;

create table lykta.invitation (
  network_id uuid not null references lykta.network,
  invitation_id uuid not null,
  kind text not null check (kind in ('member', 'device')),
  role text not null check (role in ('reporter', 'core-member', 'coordinator', 'reader', 'operator', 'device')),
  organisation_id uuid,
  -- SHA-256 of the random token in its address.
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  from_position bigint,
  primary key (network_id, invitation_id)
);
create index invitation_of_id on lykta.invitation (invitation_id);
create index invitation_unstamped on lykta.invitation (network_id) where from_position is null;
-- At most one for each invitation: what was used is used once.
create table lykta.invitation_end (
  network_id uuid not null,
  invitation_id uuid not null,
  how text not null check (how in ('used', 'withdrawn')),
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, invitation_id),
  foreign key (network_id, invitation_id) references lykta.invitation
);
create index invitation_end_unstamped on lykta.invitation_end (network_id) where from_position is null;

-- ── What is said about incidents, and months without any ────────────────────────────────────────────────────────

-- Questions, answers and outcomes are codes: nothing that is written freely stands in clear.
create table lykta.message (
  network_id uuid not null,
  message_id uuid not null,
  incident_id uuid not null,
  kind text not null check (kind in ('question', 'answer', 'outcome')),
  code text not null check (code ~ '^[a-z][a-z-]{0,39}$'),
  -- The question that an answer answers.
  answers_id uuid,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, message_id),
  foreign key (network_id, incident_id) references lykta.incident,
  foreign key (network_id, answers_id) references lykta.message
);
create index message_incident on lykta.message (network_id, incident_id);
create index message_unstamped on lykta.message (network_id) where from_position is null;

-- An organisation's "nothing to report this month".
create table lykta.quiet_month (
  network_id uuid not null references lykta.network,
  organisation_id uuid not null,
  -- YYYY-MM
  month text not null check (month ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])$'),
  revision integer not null check (revision >= 1),
  withdrawn boolean not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, organisation_id, month, revision)
);
create index quiet_month_unstamped on lykta.quiet_month (network_id) where from_position is null;

-- Emergency numbers, thresholds and what else a network decides for itself: JSON text.
create table lykta.network_setting (
  network_id uuid not null references lykta.network,
  revision integer not null check (revision >= 1),
  settings text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, revision)
);
create index network_setting_unstamped on lykta.network_setting (network_id) where from_position is null;

-- ── The audit ───────────────────────────────────────────────────────────────────────────────────────────────────

-- Whether this transaction inserted anything but incidents: most did not, and one look at the (then empty) indexes tells.
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select exists (select from lykta.organisation where network_id = p_network and from_position is null)
    or exists (select from lykta.own_indicator where network_id = p_network and from_position is null)
    or exists (select from lykta.epoch where network_id = p_network and from_position is null)
    or exists (select from lykta.member where network_id = p_network and from_position is null)
    or exists (select from lykta.member_key where network_id = p_network and from_position is null)
    or exists (select from lykta.membership_line where network_id = p_network and from_position is null)
    or exists (select from lykta.device where network_id = p_network and from_position is null)
    or exists (select from lykta.invitation where network_id = p_network and from_position is null)
    or exists (select from lykta.invitation_end where network_id = p_network and from_position is null)
    or exists (select from lykta.message where network_id = p_network and from_position is null)
    or exists (select from lykta.quiet_month where network_id = p_network and from_position is null)
    or exists (select from lykta.network_setting where network_id = p_network and from_position is null)
$$;

-- What this transaction brings into force beside incidents, a line each (packages/register/src/audit/content.ts writes the same).
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select 'organisation ' || organisation_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(code, name, sector, joined, left_on)::text, 'UTF8')), 'hex')
    from lykta.organisation where network_id = p_network and from_position is null
  union all
  select 'indicator ' || revision || ' ' || encode(sha256(convert_to(jsonb_build_array(indicator_id, text_sv, text_en,
      to_jsonb(observers), valid_from, valid_to)::text, 'UTF8')), 'hex')
    from lykta.own_indicator where network_id = p_network and from_position is null
  union all
  select 'epoch ' || epoch || ' ' || encode(sha256(convert_to(jsonb_build_array(recipient, made_on)::text, 'UTF8')), 'hex')
    from lykta.epoch where network_id = p_network and from_position is null
  union all
  select 'member ' || member_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(role, organisation_id, login, active)::text, 'UTF8')), 'hex')
    from lykta.member where network_id = p_network and from_position is null
  union all
  select 'member-key ' || member_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(recipient, verify_key)::text, 'UTF8')), 'hex')
    from lykta.member_key where network_id = p_network and from_position is null
  union all
  select 'membership-line ' || seq || ' ' || encode(sha256(convert_to(line, 'UTF8')), 'hex')
    from lykta.membership_line where network_id = p_network and from_position is null
  union all
  select 'device ' || device_id || ' ' || revision || ' ' || encode(sha256(convert_to(jsonb_build_array(organisation_id, name,
      encode(token_hash, 'hex'), verify_key, proof, invitation_id, active)::text, 'UTF8')), 'hex')
    from lykta.device where network_id = p_network and from_position is null
  union all
  select 'invitation ' || invitation_id || ' ' || encode(sha256(convert_to(jsonb_build_array(kind, role, organisation_id,
      encode(token_hash, 'hex'))::text, 'UTF8')), 'hex')
    from lykta.invitation where network_id = p_network and from_position is null
  union all
  select 'invitation-end ' || invitation_id || ' ' || how
    from lykta.invitation_end where network_id = p_network and from_position is null
  union all
  select 'message ' || message_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(incident_id, kind, code, answers_id, author)::text, 'UTF8')), 'hex')
    from lykta.message where network_id = p_network and from_position is null
  union all
  select 'quiet-month ' || organisation_id || ' ' || month || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(withdrawn, author)::text, 'UTF8')), 'hex')
    from lykta.quiet_month where network_id = p_network and from_position is null
  union all
  select 'settings ' || revision || ' ' || encode(sha256(convert_to(settings, 'UTF8')), 'hex')
    from lykta.network_setting where network_id = p_network and from_position is null
$$;

-- Sets the positions of everything but incidents. What is replaced must be what stands, or nothing is stamped.
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_table text;
  v_key text;
  v_following bigint;
  v_replaced bigint;
begin
  for v_table, v_key in values ('organisation', 'organisation_id'), ('own_indicator', 'indicator_id'), ('member', 'member_id'),
    ('member_key', 'member_id'), ('device', 'device_id'), ('quiet_month', 'organisation_id, month'), ('network_setting', 'network_id')
  loop
    execute format('select count(*) from lykta.%I where network_id = $1 and from_position is null and revision > 1', v_table)
      into v_following using p_network;
    continue when v_following = 0;
    execute format('update lykta.%1$I o set until_position = $2 where network_id = $1 and from_position is not null and until_position is null
      and (revision, %2$s) in (select revision - 1, %2$s from lykta.%1$I where network_id = $1 and from_position is null)', v_table, v_key)
      using p_network, p_position;
    get diagnostics v_replaced = row_count;
    if v_replaced <> v_following then
      raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
    end if;
  end loop;
  foreach v_table in array array['organisation', 'own_indicator', 'epoch', 'member', 'member_key', 'membership_line', 'device',
    'invitation', 'invitation_end', 'message', 'quiet_month', 'network_setting']
  loop
    execute format('update lykta.%I set from_position = $2 where network_id = $1 and from_position is null', v_table)
      using p_network, p_position;
  end loop;
end $$;

-- As in 001: the last call of every write transaction takes the next position, stamps what this transaction inserted and what it
-- replaced, and links the audit line. The lock is held from here to the commit, and no longer. New: what is no incident is
-- looked at only when there is some.
create or replace function lykta.append_audit(p_network uuid, p_actor text, p_action text, p_object text) returns bigint
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
  v_rest boolean;
  v_lines text;
  v_stamped integer;
  v_content bytea;
  v_hash bytea;
begin
  if p_network is distinct from lykta.current_network() or lykta.caller_role() is null then
    raise exception 'append_audit: network is not the one in context' using errcode = '42501';
  end if;
  -- Who acts is who the context says; nobody writes a line in another's name.
  if p_actor is distinct from lykta.caller_member() then
    raise exception 'append_audit: actor is not the one in context' using errcode = '42501';
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
  v_rest := lykta.has_unstamped(p_network);

  -- What the chain vouches for, a line each, while it has no position yet.
  select count(*), coalesce(string_agg(line, E'\n' order by line collate "C"), '') into v_stamped, v_lines from (
    select 'network ' || encode(sha256(convert_to(jsonb_build_array(name, municipality, collection_start, time_zone,
        to_jsonb(languages), sample)::text, 'UTF8')), 'hex') as line
      from lykta.network where network_id = p_network and v_position = 1
    union all
    select 'revision ' || r.incident_id || ' ' || r.number || ' ' || encode(r.coded_hash, 'hex') || ' '
        || encode(sha256(convert_to(jsonb_build_array(i.ref, i.external_ref, r.form_version, r.author, r.withdrawn,
          r.sealed_id, encode(r.sealed_hash, 'hex'))::text, 'UTF8')), 'hex')
      from lykta.revision r join lykta.incident i on i.network_id = r.network_id and i.incident_id = r.incident_id
      where r.network_id = p_network and r.from_position is null
    union all
    select l.line from lykta.unstamped_lines(p_network) l(line) where v_rest
  ) x;

  -- Each revision beyond the first must follow the one that stands.
  select count(*) into v_following from lykta.revision where network_id = p_network and from_position is null and number > 1;
  if v_following > 0 then
    update lykta.revision o set until_position = v_position from lykta.revision s
      where s.network_id = p_network and s.from_position is null and s.number > 1 and o.network_id = p_network
        and o.incident_id = s.incident_id and o.number = s.number - 1
        and o.from_position is not null and o.until_position is null;
    get diagnostics v_replaced = row_count;
    if v_replaced <> v_following then
      raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
    end if;
    update lykta.incident_fact o set until_position = v_position from lykta.incident_fact s
      where s.network_id = p_network and s.from_position is null and s.revision > 1 and o.network_id = p_network
        and o.incident_id = s.incident_id and o.revision = s.revision - 1;
    update lykta.person_fact o set until_position = v_position from lykta.incident_fact s
      where s.network_id = p_network and s.from_position is null and s.revision > 1 and o.network_id = p_network
        and o.incident_id = s.incident_id and o.revision = s.revision - 1;
  end if;
  update lykta.revision set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.incident_fact set from_position = v_position where network_id = p_network and from_position is null;
  update lykta.person_fact set from_position = v_position where network_id = p_network and from_position is null;
  if v_rest then
    perform lykta.stamp_rest(p_network, v_position);
  end if;

  v_content := sha256(convert_to(v_lines, 'UTF8'));
  v_hash := sha256(v_prev || convert_to(concat_ws('|', p_network, v_position,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    p_actor, p_action, p_object, v_stamped, encode(v_content, 'hex')), 'UTF8'));
  insert into lykta.audit values
    (p_network, v_position, v_at, p_actor, p_action, p_object, v_stamped, v_content, v_prev, v_hash);
  update lykta.network set position = v_position, head_hash = v_hash where network_id = p_network;
  return v_position;
end $$;

-- ── What is looked up before there is a context: who shows a login, a device's token, an invitation ─────────────

create function lykta.find_memberships(p_login text)
  returns table (network_id uuid, member_id uuid, role text, organisation_id uuid, active boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select m.network_id, m.member_id, m.role, m.organisation_id, m.active from lykta.member m
    where m.login = p_login and m.from_position is not null and m.until_position is null order by m.created_at, m.network_id
$$;

create function lykta.find_device(p_token_hash bytea)
  returns table (network_id uuid, device_id uuid, organisation_id uuid, active boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select d.network_id, d.device_id, d.organisation_id, d.active from lykta.device d
    where d.token_hash = p_token_hash and d.from_position is not null and d.until_position is null
$$;

create function lykta.find_invitation(p_invitation uuid, p_token_hash bytea)
  returns table (network_id uuid, kind text, role text, organisation_id uuid, expires_at timestamptz, how text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select i.network_id, i.kind, i.role, i.organisation_id, i.expires_at, e.how
    from lykta.invitation i left join lykta.invitation_end e on e.network_id = i.network_id and e.invitation_id = i.invitation_id
    where i.invitation_id = p_invitation and i.token_hash = p_token_hash and i.from_position is not null
$$;

-- ── Row-level security by role ──────────────────────────────────────────────────────────────────────────────────

-- Whether the incident is the caller's own: her organisation's or entered by her; of a device, what it sent itself. As the owner, so
-- that it looks at one key and nothing is asked in turn; cheap on paper, since for those who read everything it is never called.
create function lykta.is_own_incident(p_incident uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.incident i
    where i.network_id = lykta.current_network() and i.incident_id = p_incident
      and (i.entered_by = lykta.caller_member()
        or lykta.caller_role() in ('reporter', 'core-member') and i.organisation_id = lykta.caller_organisation()));
end $$;
-- Of a sealed text less: having entered it for another organisation opens nothing that this organisation writes later.
create function lykta.is_own_text(p_sealed uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.sealed_body b join lykta.incident i on i.network_id = b.network_id and i.incident_id = b.incident_id
    where b.network_id = lykta.current_network() and b.sealed_id = p_sealed
      and case when lykta.caller_role() = 'device' then i.entered_by = lykta.caller_member()
        else i.organisation_id = lykta.caller_organisation() end);
end $$;

-- A policy for each table and command, for whoever is no owner of it; without a network or a role in context, no rows. No role
-- changes a row: there is no policy for UPDATE, and no grant.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  anybody constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'', ''reporter'', ''device'', ''reader'', ''operator''))';
  writers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'', ''reporter'', ''device''))';
  reporters constant text := '(select lykta.caller_role() in (''reporter'', ''device''))';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  own_incident constant text := 'lykta.is_own_incident(incident_id)';
  own_text constant text := 'lykta.is_own_text(sealed_id)';
  own_organisation constant text := 'organisation_id = (select lykta.caller_organisation())';
  own_words constant text := 'author = (select lykta.caller_member())';
  -- Devices are no members, and have no bundles.
  own_row constant text := 'member_id::text = (select lykta.caller_member())';
  any_or_own_incidents constant text := format('%s or (%s and %s)', all_readers, reporters, own_incident);
  own_facts constant text := format('%s or (%s and %s and %s)', all_readers, reporters, own_organisation, own_incident);
  t text;
  reads text;
  adds text;
  takes text;
begin
  for t, reads, adds, takes in values
    ('network', anybody, coordinator, null),
    ('network_setting', anybody, coordinator, null),
    ('organisation', writers, coordinator, null),
    ('own_indicator', writers, coordinator, null),
    ('incident', format('%s or ((select lykta.caller_role() = ''reporter'') and %s) or ((select lykta.caller_role() = ''device'') and entered_by = (select lykta.caller_member()))',
      all_readers, own_organisation), format('entered_by = (select lykta.caller_member()) and (%s or (%s and %s))', all_readers, reporters, own_organisation), null),
    ('revision', any_or_own_incidents, format('%s and (%s)', own_words, any_or_own_incidents), null),
    ('incident_fact', any_or_own_incidents, own_facts, null),
    ('person_fact', any_or_own_incidents, own_facts, null),
    ('epoch', writers, coordinator, null),
    ('epoch_grant', format('%s or (%s and holder = (select lykta.caller_member()))', coordinator, core_member), coordinator, coordinator),
    -- Who may not read it writes it all the same: the reporter's reason is closed to the reporter once it is sent.
    ('sealed_body', format('%s or (%s and %s)', coordinator, core_member, own_text), any_or_own_incidents, null),
    ('sealed_key', format('%s or (%s and %s)', coordinator, core_member, own_text), format('%s or (%s and %s)', all_readers, reporters, own_text), coordinator),
    ('audit', format('%s or (%s and actor = (select lykta.caller_member()))', all_readers, reporters), null, null),
    ('member', format('%s or %s', coordinator, own_row), coordinator, null),
    ('member_key', format('%s or %s', coordinator, own_row), format('%s or %s', coordinator, own_row), null),
    ('member_bundle', own_row, own_row, own_row),
    ('membership_line', anybody, coordinator, null),
    ('device', format('%s or ((select lykta.caller_role() = ''device'') and device_id::text = (select lykta.caller_member()))', coordinator), coordinator, null),
    ('invitation', coordinator, coordinator, null),
    ('invitation_end', coordinator, coordinator, null),
    ('message', any_or_own_incidents, format('%s and (%s or (kind = ''answer'' and %s and %s))', own_words, coordinator, writers, own_incident), null),
    ('quiet_month', format('%s or (%s and %s)', all_readers, reporters, own_organisation), format('%s and (%s or (%s and %s))', own_words, coordinator, writers, own_organisation), null)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('drop policy if exists one_network on lykta.%I', t);
    -- Migrations, backups and append_audit act as the owner: one network at a time, whoever called.
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    if adds is not null then
      execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s))', t, in_network, adds);
    end if;
    if takes is not null then
      execute format('create policy role_takes on lykta.%I for delete using (%s and (%s))', t, in_network, takes);
    end if;
  end loop;
end $$;
-- For the three functions that look before there is a network in context.
create policy owner_finds on lykta.member for select to current_user using (true);
create policy owner_finds on lykta.device for select to current_user using (true);
create policy owner_finds on lykta.invitation for select to current_user using (true);
create policy owner_finds on lykta.invitation_end for select to current_user using (true);

revoke execute on all functions in schema lykta from public;

-- ── Sign-in ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- better-auth's own tables, names and all, as its version 1.7.25 makes them for e-mail and password, two factors and
-- passkeys (@better-auth/passkey 1.7.6). A login role of its own uses them, which sees nothing of the register; the application's
-- role sees nothing of these. Names and e-mail addresses stand here and nowhere else.
create schema sign_in;
create table sign_in."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean,
  -- Ours (an additional field): in which language she is written to.
  "language" text
);
create table sign_in."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references sign_in."user" ("id") on delete cascade,
  -- Ours: by what she was let in (apps/server/src/auth).
  "factor" text not null default 'password'
);
create table sign_in."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references sign_in."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create table sign_in."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create table sign_in."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references sign_in."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create table sign_in."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references sign_in."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "session_userId_idx" on sign_in."session" ("userId");
create index "account_userId_idx" on sign_in."account" ("userId");
create index "verification_identifier_idx" on sign_in."verification" ("identifier");
create index "twoFactor_secret_idx" on sign_in."twoFactor" ("secret");
create index "twoFactor_userId_idx" on sign_in."twoFactor" ("userId");
create index "passkey_userId_idx" on sign_in."passkey" ("userId");
create index "passkey_credentialID_idx" on sign_in."passkey" ("credentialID");
