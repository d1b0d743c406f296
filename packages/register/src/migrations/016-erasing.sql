-- 016: sealed texts that are erased, with a log of it that says nothing of what they said, and holds that forbid it.

-- That a text was erased. Its row stays, with nothing in it, so that whatever names it still finds it; its small key file is gone.
create table lykta.erasure (
  network_id uuid not null references lykta.network,
  text_id uuid not null,
  -- A class of packages/incident/src/retention.ts: a reason, a note of a case, what was said to a meeting.
  class text not null check (class in ('narrative', 'note', 'situation')),
  -- Its months were over; somebody whom it concerns asked for it; an authority ordered it; it should never have been written.
  cause text not null check (cause in ('due', 'request', 'order', 'mistake')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, text_id)
);
create index erasure_unstamped on lykta.erasure (network_id) where from_position is null;

-- Nothing of an incident, a case or a meeting is erased as long as it is held. The last line counts: an earlier end ends it, a later one prolongs it.
create table lykta.legal_hold (
  network_id uuid not null references lykta.network,
  subject_id uuid not null,
  seq integer not null check (seq >= 1),
  subject text not null check (subject in ('incident', 'case', 'meeting')),
  reason text not null check (reason in ('investigation', 'supervision', 'dispute')),
  -- The last day, in the network's time zone.
  ends_on date not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, subject_id, seq)
);
create index legal_hold_unstamped on lykta.legal_hold (network_id) where from_position is null;

-- Erases every text of one incident, case or meeting, and says of each that it did; gives how many. The application's role may neither change
-- nor delete a text by itself.
create function lykta.erase_texts(p_class text, p_subject uuid, p_cause text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_held uuid[] := array[p_subject];
  v_today date;
  v_texts uuid[];
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'erase_texts: the caller is no coordinator' using errcode = '42501';
  end if;
  -- One after the other: no hold comes between the look and the erasing.
  select (lykta.register_time() at time zone n.time_zone)::date into v_today from lykta.network n where n.network_id = v_network for no key update;
  if p_class = 'narrative' then
    v_held := v_held || array(select e.case_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.incident_id = p_subject);
    v_texts := array(select b.sealed_id from lykta.sealed_body b where b.network_id = v_network and b.incident_id = p_subject);
  elsif p_class = 'note' then
    v_held := v_held || array(select e.incident_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.case_id = p_subject);
    v_texts := array(select b.note_id from lykta.case_note b where b.network_id = v_network and b.case_id = p_subject);
  elsif p_class = 'situation' then
    v_texts := array(select b.text_id from lykta.meeting_text b where b.network_id = v_network and b.meeting_id = p_subject);
  else
    raise exception 'erase_texts: no such class' using errcode = '22023';
  end if;
  if exists (select from lykta.legal_hold h where h.network_id = v_network and h.subject_id = any(v_held) and h.ends_on >= v_today
      and not exists (select from lykta.legal_hold l where l.network_id = v_network and l.subject_id = h.subject_id and l.seq > h.seq)) then
    raise exception 'erase_texts: it is held' using errcode = '42501';
  end if;
  v_texts := array(select t from unnest(v_texts) t where not exists (select from lykta.erasure e where e.network_id = v_network and e.text_id = t));
  insert into lykta.erasure (network_id, text_id, class, cause, author, created_at)
    select v_network, t, p_class, p_cause, lykta.caller_member(), lykta.register_time() from unnest(v_texts) t;
  -- What opens it first.
  delete from lykta.sealed_key where network_id = v_network and sealed_id = any(v_texts);
  delete from lykta.case_note_key where network_id = v_network and note_id = any(v_texts);
  delete from lykta.meeting_key where network_id = v_network and text_id = any(v_texts);
  update lykta.sealed_body set body = '' where network_id = v_network and sealed_id = any(v_texts);
  update lykta.case_note set body = '' where network_id = v_network and note_id = any(v_texts);
  update lykta.meeting_text set body = '' where network_id = v_network and text_id = any(v_texts);
  return cardinality(v_texts);
end $$;

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  t text;
begin
  foreach t in array array['erasure', 'legal_hold'] loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and %s)', t, in_network, coordinator);
  end loop;
  execute format('create policy role_adds on lykta.legal_hold for insert with check (%s and %s and author = (select lykta.caller_member()))', in_network, coordinator);
end $$;

-- As before, with these: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_erasing;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_erasing(p_network)
    or exists (select from lykta.erasure where network_id = p_network and from_position is null)
    or exists (select from lykta.legal_hold where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_erasing;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_erasing(p_network) l(line)
  union all
  select 'erasure ' || text_id || ' ' || encode(sha256(convert_to(jsonb_build_array(class, cause, author)::text, 'UTF8')), 'hex')
    from lykta.erasure where network_id = p_network and from_position is null
  union all
  select 'legal-hold ' || subject_id || ' ' || seq || ' ' || encode(sha256(convert_to(
      jsonb_build_array(subject, reason, ends_on, author)::text, 'UTF8')), 'hex')
    from lykta.legal_hold where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_erasing;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_erasing(p_network, p_position);
  update lykta.erasure set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.legal_hold set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
