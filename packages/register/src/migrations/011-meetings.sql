-- 011: meetings of the network's two circles, with agenda, attendance, sealed situations, decisions and actions; what was asked once a year; effort.

-- The circle never changes, and whatever belongs to a meeting repeats it (by a foreign key): by it the policies tell who may see a row,
-- without looking at another table.
create table lykta.meeting (
  network_id uuid not null references lykta.network,
  meeting_id uuid not null,
  circle text not null check (circle in ('core', 'network')),
  from_position bigint,
  primary key (network_id, meeting_id),
  unique (network_id, meeting_id, circle)
);
create index meeting_unstamped on lykta.meeting (network_id) where from_position is null;

create table lykta.meeting_revision (
  network_id uuid not null,
  meeting_id uuid not null,
  circle text not null,
  revision integer not null check (revision >= 1),
  held_on date not null,
  -- HH:MM, of the network's time zone.
  begins text not null check (begins ~ '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' and ends > begins),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  -- Plain titles, a JSON array: they speak of no person.
  agenda text not null check (octet_length(agenda) between 2 and 8000),
  -- Ids of the organisations that took part, a JSON array; null until somebody has noted it.
  attendance text check (octet_length(attendance) <= 40000),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, meeting_id, revision),
  foreign key (network_id, meeting_id, circle) references lykta.meeting (network_id, meeting_id, circle)
);
create index meeting_revision_unstamped on lykta.meeting_revision (network_id) where from_position is null;

-- A text said to a meeting: an age file, and in clear what its envelope must say. Its small key file lies in lykta.meeting_key.
create table lykta.meeting_text (
  network_id uuid not null,
  text_id uuid not null,
  meeting_id uuid not null,
  circle text not null,
  kind text not null check (kind in ('situation', 'decision', 'action')),
  item_id uuid not null,
  -- Of the item, with which it was written.
  revision integer not null check (revision >= 1),
  -- Whose situation it is; of a decision or an action null.
  organisation_id uuid,
  check ((kind = 'situation') = (organisation_id is not null)),
  -- SHA-256 of the item's text before.
  previous bytea,
  epoch integer not null,
  -- The entry of the membership log that the author had verified; null for what was sealed on the server for a sample, and without members.
  log_position integer check (log_position >= 1),
  author text not null,
  created_at timestamptz not null,
  body bytea not null,
  primary key (network_id, text_id),
  unique (network_id, text_id, circle, author),
  foreign key (network_id, meeting_id, circle) references lykta.meeting (network_id, meeting_id, circle)
);
create index meeting_text_meeting on lykta.meeting_text (network_id, meeting_id);
create table lykta.meeting_key (
  network_id uuid not null,
  text_id uuid not null,
  circle text not null,
  author text not null,
  epoch integer not null,
  key bytea not null,
  primary key (network_id, text_id),
  foreign key (network_id, text_id, circle, author) references lykta.meeting_text (network_id, text_id, circle, author)
);
create index meeting_key_epoch on lykta.meeting_key (network_id, epoch);

-- What a meeting is about: an organisation's situation before it, a decision, an action that comes back until it is settled.
create table lykta.meeting_item (
  network_id uuid not null,
  item_id uuid not null,
  revision integer not null check (revision >= 1),
  meeting_id uuid not null,
  circle text not null,
  kind text not null check (kind in ('situation', 'decision', 'action')),
  -- Whose situation; whose action, null when the meeting named nobody.
  organisation_id uuid,
  -- A situation is told or there was nothing to report; a decision stands; an action is open, done or dropped; a slip is withdrawn.
  state text not null,
  due_on date,
  settled_on date,
  -- The line of the agenda that it belongs to, from 0.
  line integer check (line between 0 and 99),
  text_id uuid,
  text_hash bytea,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  check (case kind when 'situation' then state in ('told', 'nothing') and organisation_id is not null
    when 'decision' then state in ('stands', 'withdrawn') and organisation_id is null
    else state in ('open', 'done', 'dropped', 'withdrawn') end),
  check ((text_id is null) = (text_hash is null)),
  check ((text_id is null) = (state = 'nothing')),
  check (kind = 'action' or (due_on is null and settled_on is null)),
  check ((state in ('done', 'dropped')) = (settled_on is not null)),
  primary key (network_id, item_id, revision),
  foreign key (network_id, meeting_id, circle) references lykta.meeting (network_id, meeting_id, circle),
  foreign key (network_id, text_id) references lykta.meeting_text (network_id, text_id)
);
create index meeting_item_meeting on lykta.meeting_item (network_id, meeting_id);
create unique index meeting_item_situation on lykta.meeting_item (network_id, meeting_id, organisation_id, revision) where kind = 'situation';
create index meeting_item_unstamped on lykta.meeting_item (network_id) where from_position is null;

-- What every organisation is asked once a year, since silence about it speaks of attention and not of absence.
create table lykta.yearly_answer (
  network_id uuid not null references lykta.network,
  organisation_id uuid not null,
  year integer not null check (year between 1900 and 2999),
  subject text not null check (subject in ('begging', 'labour', 'crime')),
  revision integer not null check (revision >= 1),
  answer text not null check (answer in ('seen', 'not-seen', 'not-looked')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, organisation_id, year, subject, revision)
);
create index yearly_answer_unstamped on lykta.yearly_answer (network_id) where from_position is null;

-- What was done so that something would be seen: trainings with people trained, and outreach passes, by month.
create table lykta.effort (
  network_id uuid not null references lykta.network,
  effort_id uuid not null,
  revision integer not null check (revision >= 1),
  organisation_id uuid not null,
  kind text not null check (kind in ('training', 'outreach')),
  -- YYYY-MM
  month text not null check (month ~ '^[0-9]{4}-(?:0[1-9]|1[0-2])$'),
  times integer not null check (times between 1 and 1000),
  -- Trained; null when nobody counted them.
  people integer check (people between 0 and 100000),
  check (kind = 'training' or people is null),
  withdrawn boolean not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, effort_id, revision)
);
create index effort_unstamped on lykta.effort (network_id) where from_position is null;

-- The core circle's meetings are the coordinator's and the core group's; the large network's are seen by its reporters and readers too,
-- but no text of them. A situation is given by the organisation itself. Effort is told to whoever sees figures.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  reporter constant text := '(select lykta.caller_role() = ''reporter'')';
  core_group constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  members constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'', ''reporter'', ''reader''))';
  own_organisation constant text := 'organisation_id = (select lykta.caller_organisation())';
  own_words constant text := 'author = (select lykta.caller_member())';
  in_circle constant text := format('%s or (%s and circle = ''network'')', core_group, members);
  -- An organisation's own situation, of the circle that it belongs to.
  own_situation constant text := format('kind = ''situation'' and %s and (%s or (%s and circle = ''network''))', own_organisation, core_member, reporter);
  t text;
  reads text;
  adds text;
begin
  for t, reads, adds in values
    ('meeting', in_circle, coordinator),
    ('meeting_revision', in_circle, format('%s and %s', own_words, coordinator)),
    ('meeting_text', core_group, format('%s and (%s or (%s))', own_words, coordinator, own_situation)),
    -- Whoever rotates the keys writes them anew for others' texts.
    ('meeting_key', core_group, format('%s or (%s and (%s or (%s and circle = ''network'')))', coordinator, own_words, core_member, reporter)),
    ('meeting_item', format('%s or (%s and circle = ''network'' and (kind = ''action'' or (%s and %s)))', core_group, members, reporter, own_organisation),
      -- A core member settles the actions of her own organisation, too; new ones are the coordinator's to note.
      format('%s and (%s or (%s) or (%s and kind = ''action'' and revision > 1 and %s))', own_words, coordinator, own_situation, core_member, own_organisation)),
    ('yearly_answer', format('%s or (%s and %s)', core_group, reporter, own_organisation),
      format('%s and (%s or ((%s or %s) and %s))', own_words, coordinator, core_member, reporter, own_organisation)),
    ('effort', members, format('%s and (%s or (%s and %s))', own_words, coordinator, core_member, own_organisation))
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s))', t, in_network, adds);
  end loop;
  execute format('create policy role_takes on lykta.meeting_key for delete using (%s and %s)', in_network, coordinator);
end $$;

-- As before, with meetings: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_meetings;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_meetings(p_network)
    or exists (select from lykta.meeting where network_id = p_network and from_position is null)
    or exists (select from lykta.meeting_revision where network_id = p_network and from_position is null)
    or exists (select from lykta.meeting_item where network_id = p_network and from_position is null)
    or exists (select from lykta.yearly_answer where network_id = p_network and from_position is null)
    or exists (select from lykta.effort where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_meetings;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_meetings(p_network) l(line)
  union all
  select 'meeting ' || meeting_id || ' ' || circle
    from lykta.meeting where network_id = p_network and from_position is null
  union all
  select 'meeting-revision ' || meeting_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(circle, held_on, begins, ends, state, agenda, attendance, author)::text, 'UTF8')), 'hex')
    from lykta.meeting_revision where network_id = p_network and from_position is null
  union all
  select 'meeting-item ' || item_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(meeting_id, circle, kind, organisation_id, state, due_on, settled_on, line, text_id, encode(text_hash, 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.meeting_item where network_id = p_network and from_position is null
  union all
  select 'yearly-answer ' || organisation_id || ' ' || year || ' ' || subject || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(answer, author)::text, 'UTF8')), 'hex')
    from lykta.yearly_answer where network_id = p_network and from_position is null
  union all
  select 'effort ' || effort_id || ' ' || revision || ' ' || encode(sha256(convert_to(
      jsonb_build_array(organisation_id, kind, month, times, people, withdrawn, author)::text, 'UTF8')), 'hex')
    from lykta.effort where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_meetings;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_table text;
  v_key text;
  v_following bigint;
  v_replaced bigint;
begin
  perform lykta.stamp_rest_beside_meetings(p_network, p_position);
  for v_table, v_key in values ('meeting_revision', 'meeting_id'), ('meeting_item', 'item_id'), ('yearly_answer', 'organisation_id, year, subject'), ('effort', 'effort_id')
  loop
    execute format('select count(*) from lykta.%I where network_id = $1 and from_position is null and revision > 1', v_table)
      into v_following using p_network;
    if v_following > 0 then
      execute format('update lykta.%1$I o set until_position = $2 where network_id = $1 and from_position is not null and until_position is null
        and (%2$s, revision) in (select %2$s, revision - 1 from lykta.%1$I where network_id = $1 and from_position is null)', v_table, v_key)
        using p_network, p_position;
      get diagnostics v_replaced = row_count;
      if v_replaced <> v_following then
        raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
      end if;
    end if;
    execute format('update lykta.%I set from_position = $2 where network_id = $1 and from_position is null', v_table) using p_network, p_position;
  end loop;
  update lykta.meeting set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
