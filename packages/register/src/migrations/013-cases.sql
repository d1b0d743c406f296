-- 013: cases: incidents that are followed up together, as events that are only ever added, and notes that nobody reads here.
--
-- What is true of a case is the fold of its events (packages/incident/src/case). Nothing in an event was written freely: dates, codes and
-- ids alone. What is written is a note, sealed as reasons are: a text to a key of its own, and that key to the epoch.

-- The identity of a case; its reference is what people say to each other.
create table lykta.case_file (
  network_id uuid not null references lykta.network,
  case_id uuid not null,
  ref text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, case_id),
  unique (network_id, ref)
);
create index case_file_unstamped on lykta.case_file (network_id) where from_position is null;

create table lykta.case_event (
  network_id uuid not null,
  case_id uuid not null,
  -- From 1: two that are added in the same moment are one too many.
  seq integer not null check (seq >= 1),
  -- Made by whoever writes it, so that what is sent again arrives once.
  event_id uuid not null,
  kind text not null check (kind in ('open', 'join', 'leave', 'step', 'plan', 'police-report', 'note', 'void', 'close', 'reopen', 'remind')),
  -- RFC 8785 text of the rest.
  content text not null check (octet_length(content) between 2 and 4000),
  -- Which incident it is about; and, of one that joins a case or leaves it, the how-manieth such event of that incident it is: it belongs to
  -- one case at a time.
  incident_id uuid,
  incident_seq integer check (incident_seq >= 1),
  -- SHA-256 of a note's age file.
  sealed_hash bytea,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, case_id, seq),
  unique (network_id, event_id),
  unique (network_id, incident_id, incident_seq),
  foreign key (network_id, case_id) references lykta.case_file,
  foreign key (network_id, incident_id) references lykta.incident,
  check ((kind in ('join', 'leave')) = (incident_seq is not null)),
  check (incident_seq is null or incident_id is not null),
  check ((kind = 'note') = (sealed_hash is not null))
);
create index case_event_unstamped on lykta.case_event (network_id) where from_position is null;

-- Keyed by its event; the case is repeated, so that the policies need no join. Deleting the key erases the note.
create table lykta.case_note (
  network_id uuid not null,
  note_id uuid not null,
  case_id uuid not null,
  epoch integer not null,
  -- The entry of the membership log that its author had verified; null where there are no members.
  log_position integer check (log_position >= 1),
  body bytea not null,
  primary key (network_id, note_id),
  foreign key (network_id, note_id) references lykta.case_event (network_id, event_id),
  foreign key (network_id, case_id) references lykta.case_file
);
create table lykta.case_note_key (
  network_id uuid not null,
  note_id uuid not null,
  case_id uuid not null,
  epoch integer not null,
  key bytea not null,
  primary key (network_id, note_id),
  foreign key (network_id, note_id) references lykta.case_note
);
create index case_note_key_epoch on lykta.case_note_key (network_id, epoch);

-- ── Whose a case is ─────────────────────────────────────────────────────────────────────────────────────────────

-- A core member follows an incident when she may read what is noted in following it up (012).

-- A case, when she follows one of the incidents that belong to it now.
create function lykta.may_follow_case(p_case uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return exists (select from lykta.case_event e
    where e.network_id = lykta.current_network() and e.case_id = p_case and e.kind = 'join' and lykta.may_read_incident(e.incident_id, 'follow-up')
      and not exists (select from lykta.case_event l
        where l.network_id = e.network_id and l.incident_id = e.incident_id and l.incident_seq > e.incident_seq));
end $$;

-- Its notes, when she follows every incident that belongs to it or ever has: a note may tell of any of them.
create function lykta.may_read_notes(p_case uuid) returns boolean
  language plpgsql stable parallel safe security definer cost 1 set search_path = pg_catalog, pg_temp
  as $$
begin
  return lykta.may_follow_case(p_case) and not exists (select from lykta.case_event e
    where e.network_id = lykta.current_network() and e.case_id = p_case and e.kind = 'join' and lykta.may_read_incident(e.incident_id, 'follow-up') is not true);
end $$;

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  own_words constant text := 'author = (select lykta.caller_member())';
  follows constant text := 'lykta.may_follow_case(case_id)';
  reads_notes constant text := 'lykta.may_read_notes(case_id)';
  t text;
  reads text;
  adds text;
  takes text;
begin
  for t, reads, adds, takes in values
    ('case_file', format('%s or (%s and %s)', coordinator, core_member, follows), format('%s and %s', own_words, coordinator), null),
    -- Which incidents belong to it, and whether it is closed, is the coordinator's.
    ('case_event', format('%s or (%s and %s)', coordinator, core_member, follows),
      format('%s and (%s or (%s and kind in (''step'', ''plan'', ''police-report'', ''note'', ''void'') and %s and (incident_id is null or lykta.may_read_incident(incident_id, ''follow-up''))))',
        own_words, coordinator, core_member, follows), null),
    -- Who may not read them writes one all the same, as with reasons.
    ('case_note', format('%s or (%s and %s)', coordinator, core_member, reads_notes), format('%s or (%s and %s)', coordinator, core_member, follows), null),
    ('case_note_key', format('%s or (%s and %s)', coordinator, core_member, reads_notes), format('%s or (%s and %s)', coordinator, core_member, follows), coordinator)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s))', t, in_network, adds);
    if takes is not null then
      execute format('create policy role_takes on lykta.%I for delete using (%s and %s)', t, in_network, takes);
    end if;
  end loop;
end $$;

-- ── The audit ───────────────────────────────────────────────────────────────────────────────────────────────────

-- As before, with cases: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_cases;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_cases(p_network)
    or exists (select from lykta.case_file where network_id = p_network and from_position is null)
    or exists (select from lykta.case_event where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_cases;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_cases(p_network) l(line)
  union all
  select 'case ' || case_id || ' ' || encode(sha256(convert_to(jsonb_build_array(ref, author)::text, 'UTF8')), 'hex')
    from lykta.case_file where network_id = p_network and from_position is null
  union all
  select 'case-event ' || case_id || ' ' || seq || ' ' || encode(sha256(convert_to(
      jsonb_build_array(event_id, kind, content, incident_id, incident_seq, encode(sealed_hash, 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.case_event where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_cases;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_cases(p_network, p_position);
  update lykta.case_file set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.case_event set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
