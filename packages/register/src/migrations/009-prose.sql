-- 009: the prose of the reports, as revisions in each language, and examples of what raised suspicion.

-- A revision of one language's text, Markdown with its figures bound; before the first the program's own is used.
create table lykta.prose (
  network_id uuid not null references lykta.network,
  language text not null check (language in ('sv', 'en')),
  revision integer not null check (revision >= 1),
  text text not null check (octet_length(text) between 1 and 400000),
  -- What its figures printed when it was saved, by the report's year: JSON text. Whoever opens it later is told what has changed since.
  figures text not null check (octet_length(figures) <= 400000),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  until_position bigint,
  primary key (network_id, language, revision)
);
create index prose_unstamped on lykta.prose (network_id) where from_position is null;

-- A reason for suspicion in other words, to be printed in the report. No column says which incident it came from, or when that was.
create table lykta.example (
  network_id uuid not null references lykta.network,
  example_id uuid not null,
  text_sv text not null check (length(text_sv) between 1 and 600),
  text_en text not null check (length(text_en) between 1 and 600),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, example_id)
);
create index example_unstamped on lykta.example (network_id) where from_position is null;

-- What was decided of it, each once: approved by another than its author, and, whenever, withdrawn.
create table lykta.example_decision (
  network_id uuid not null,
  example_id uuid not null,
  kind text not null check (kind in ('approved', 'withdrawn')),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, example_id, kind),
  foreign key (network_id, example_id) references lykta.example
);
create index example_decision_unstamped on lykta.example_decision (network_id) where from_position is null;

-- Prose is the coordinator's. Examples are seen by the core group too, which approves what the coordinator has worded, and never one's own.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_group constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  own_words constant text := 'author = (select lykta.caller_member())';
  another_wrote constant text := 'exists (select from lykta.example e where e.network_id = example_decision.network_id
    and e.example_id = example_decision.example_id and e.author <> (select lykta.caller_member()))';
  t text;
  reads text;
  adds text;
begin
  for t, reads, adds in values
    ('prose', coordinator, coordinator),
    ('example', core_group, coordinator),
    ('example_decision', core_group, format('(kind = ''withdrawn'' and %s) or (kind = ''approved'' and %s and %s)', coordinator, core_group, another_wrote))
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and %s)', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s) and %s)', t, in_network, adds, own_words);
  end loop;
end $$;

-- As before, with prose and examples: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_prose;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_prose(p_network)
    or exists (select from lykta.prose where network_id = p_network and from_position is null)
    or exists (select from lykta.example where network_id = p_network and from_position is null)
    or exists (select from lykta.example_decision where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_prose;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_prose(p_network) l(line)
  union all
  select 'prose ' || language || ' ' || revision || ' ' || encode(sha256(convert_to(jsonb_build_array(encode(sha256(convert_to(text, 'UTF8')), 'hex'),
      encode(sha256(convert_to(figures, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.prose where network_id = p_network and from_position is null
  union all
  select 'example ' || example_id || ' ' || encode(sha256(convert_to(jsonb_build_array(text_sv, text_en, author)::text, 'UTF8')), 'hex')
    from lykta.example where network_id = p_network and from_position is null
  union all
  select 'example-decision ' || example_id || ' ' || kind || ' ' || encode(sha256(convert_to(jsonb_build_array(author)::text, 'UTF8')), 'hex')
    from lykta.example_decision where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_prose;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
declare
  v_following bigint;
  v_replaced bigint;
begin
  perform lykta.stamp_rest_beside_prose(p_network, p_position);
  select count(*) into v_following from lykta.prose where network_id = p_network and from_position is null and revision > 1;
  update lykta.prose o set until_position = p_position where network_id = p_network and from_position is not null and until_position is null
    and (language, revision) in (select language, revision - 1 from lykta.prose where network_id = p_network and from_position is null);
  get diagnostics v_replaced = row_count;
  if v_replaced <> v_following then
    raise exception 'append_audit: a revision does not follow the one that stands' using errcode = '40001';
  end if;
  update lykta.prose set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.example set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.example_decision set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
