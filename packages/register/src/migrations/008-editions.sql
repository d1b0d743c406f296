-- 008: the workshop: frozen drafts, who has agreed to what, and an edition's files as they were approved.
--
-- An edition is in the ledger (005) from the moment at which it is approved, and its readers' from its release on. Until then it is
-- seen by those who may agree to it: coordinators, and core members once they have been asked.

-- The moment by which releases and waits are judged: the database's, and the beginning of the transaction.
create function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp
  as $$ select now() $$;

-- Set in advance; null for what may be read as soon as it stands here.
alter table lykta.ledger_entry add column release_at timestamptz;

-- A year as it stood, made into an edition but for the agreement of others. Its id becomes that of its ledger entry.
create table lykta.edition_draft (
  network_id uuid not null references lykta.network,
  draft_id uuid not null,
  year integer not null check (year between 1000 and 9999),
  audience text not null check (audience in ('core', 'network', 'public')),
  -- The edition that it replaces: of the same year, for the same readers.
  revises uuid,
  -- Position of the register's clock that it was frozen at, and the hash of that position's audit line, in hexadecimal.
  as_of bigint not null,
  head text not null,
  -- So many entries the ledger had: it becomes the next one, or nothing.
  ledger_length integer not null check (ledger_length >= 0),
  policy text not null,
  -- Which words it was written with: JSON text.
  prose text not null,
  -- SHA-256, in hexadecimal, of everything that whoever agrees to it agrees to; the server knows of what.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- What the ledger will hold: JSON text, the protected tables among it.
  content text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, draft_id),
  foreign key (network_id, revises) references lykta.ledger_entry (network_id, entry_id)
);
create index edition_draft_unstamped on lykta.edition_draft (network_id) where from_position is null;

-- What is not for readers: every count, why it was hidden, and the certificate of the audit; `edition_protocol` once it is approved.
create table lykta.draft_protocol (
  network_id uuid not null,
  draft_id uuid not null,
  protocol text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, draft_id),
  foreign key (network_id, draft_id) references lykta.edition_draft
);
create index draft_protocol_unstamped on lykta.draft_protocol (network_id) where from_position is null;

-- A rule that was loosened, and why. Only the rule on organisations, or that a table's rows merge; nothing covers a failed audit.
create table lykta.edition_override (
  network_id uuid not null,
  draft_id uuid not null,
  rule text not null check (rule in ('organisations', 'merge')),
  -- The table whose rows stay apart; empty for the rule on organisations.
  subject text not null check (subject ~ '^[A-Za-z]{0,40}$' and (subject = '') = (rule = 'organisations')),
  -- As the coordinator wrote it, for those who are asked to agree: never printed.
  reason text not null check (length(reason) between 1 and 1000),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, draft_id, rule, subject),
  foreign key (network_id, draft_id) references lykta.edition_draft
);
create index edition_override_unstamped on lykta.edition_override (network_id) where from_position is null;

-- Asked (which is the first one's agreement), then one end: another agrees or refuses, or whoever asked takes it back.
create table lykta.edition_step (
  network_id uuid not null,
  draft_id uuid not null,
  seq integer not null check (seq in (1, 2)),
  act text not null check (act in ('ask', 'approve', 'refuse', 'withdraw')),
  -- What was agreed to, and when it is to be published (null: at once).
  digest text not null,
  release_at timestamptz,
  -- Of a refusal: a code, nothing written freely.
  reason text check (reason ~ '^[a-z][a-z-]{0,39}$'),
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, draft_id, seq),
  foreign key (network_id, draft_id) references lykta.edition_draft,
  check ((act = 'ask') = (seq = 1))
);
create index edition_step_unstamped on lykta.edition_step (network_id) where from_position is null;

-- What was rendered, byte for byte: with the mark of a draft, for those who are asked, and as it will be published.
create table lykta.edition_file (
  network_id uuid not null,
  draft_id uuid not null,
  form text not null check (form in ('draft', 'final')),
  -- "manifest.json", "sv/report.pdf", "en/tables/years.csv".
  path text not null check (path ~ '^[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*$'),
  bytes bytea not null,
  author text not null,
  from_position bigint,
  primary key (network_id, draft_id, form, path),
  foreign key (network_id, draft_id) references lykta.edition_draft
);
create index edition_file_unstamped on lykta.edition_file (network_id) where from_position is null;

-- ── The agreement ───────────────────────────────────────────────────────────────────────────────────────────────

-- Puts a draft into the ledger, as the last of two who agree to it: called in the transaction that adds her step. Two persons, or, where
-- nobody else is there who could be asked, the one who asked, a day later; an override always takes two. The protocol goes along unread.
create function lykta.enter_edition(p_draft uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_actor constant text := lykta.caller_member();
  v_draft lykta.edition_draft;
  v_asked lykta.edition_step;
  v_agreed lykta.edition_step;
  v_asked_at timestamptz;
begin
  if lykta.caller_role() in ('coordinator', 'core-member') is not true then
    raise exception 'enter_edition: the caller may agree to nothing' using errcode = '42501';
  end if;
  select * into v_draft from lykta.edition_draft where network_id = v_network and draft_id = p_draft and from_position is not null;
  select * into v_asked from lykta.edition_step where network_id = v_network and draft_id = p_draft and seq = 1 and from_position is not null;
  select * into v_agreed from lykta.edition_step
    where network_id = v_network and draft_id = p_draft and act = 'approve' and author = v_actor and from_position is null;
  if v_draft.draft_id is null or v_asked.draft_id is null or v_agreed.draft_id is null
      or v_asked.digest <> v_draft.digest or v_agreed.digest <> v_draft.digest or v_agreed.release_at is distinct from v_asked.release_at then
    raise exception 'enter_edition: two have not agreed to the same' using errcode = '42501';
  end if;
  if v_asked.author = v_actor then
    select a.at into v_asked_at from lykta.audit a where a.network_id = v_network and a.position = v_asked.from_position;
    if (v_asked_at + interval '24 hours' <= lykta.register_time()) is not true
        or exists (select from lykta.edition_override where network_id = v_network and draft_id = p_draft)
        or (select count(*) from lykta.member m where m.network_id = v_network and m.role = 'coordinator' and m.active
          and m.from_position is not null and m.until_position is null) > 1 then
      raise exception 'enter_edition: another has to agree to it' using errcode = '42501';
    end if;
  end if;
  insert into lykta.ledger_entry (network_id, entry_id, seq, kind, audience, content, author, created_at, release_at)
    values (v_network, p_draft, v_draft.ledger_length + 1, 'edition', v_draft.audience, v_draft.content, v_actor, v_agreed.created_at, v_asked.release_at);
  insert into lykta.edition_protocol (network_id, entry_id, protocol, author, created_at)
    select network_id, draft_id, protocol, v_actor, v_agreed.created_at from lykta.draft_protocol where network_id = v_network and draft_id = p_draft;
end $$;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────────

do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  core_member constant text := '(select lykta.caller_role() = ''core-member'')';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  readers constant text := '(select lykta.caller_role() in (''reporter'', ''reader''))';
  everybody constant text := '(select lykta.caller_role() in (''core-member'', ''reporter'', ''reader''))';
  own_words constant text := 'author = (select lykta.caller_member())';
  -- The steps that the caller may see.
  asked constant text := 'exists (select from lykta.edition_step s where s.network_id = THIS.network_id and s.draft_id = THIS.draft_id)';
  -- The editions that the caller may read.
  entered constant text := 'exists (select from lykta.ledger_entry e where e.network_id = THIS.network_id and e.entry_id = THIS.draft_id)';
  t text;
  reads text;
  adds text;
begin
  for t, reads, adds in values
    ('edition_draft', coordinator || ' or (' || core_member || ' and ' || asked || ')', coordinator),
    ('draft_protocol', coordinator, coordinator),
    ('edition_override', coordinator || ' or (' || core_member || ' and ' || asked || ')', coordinator),
    ('edition_step', all_readers, coordinator || ' or (' || core_member || ' and act in (''approve'', ''refuse''))'),
    ('edition_file', coordinator || ' or (' || core_member || ' and form = ''draft'' and ' || asked || ') or (' || everybody || ' and form = ''final'' and ' || entered || ')',
      coordinator)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, replace(reads, 'THIS', t));
    execute format('create policy role_adds on lykta.%I for insert with check (%s and (%s) and %s)', t, in_network, adds, own_words);
  end loop;
  -- Nobody reads before the release but those who agreed to it, or could have.
  drop policy role_reads on lykta.ledger_entry;
  execute format('create policy role_reads on lykta.ledger_entry for select using (%s and (%s or (%s and kind = ''edition'' and audience <> ''core''
    and (release_at is null or release_at <= (select lykta.register_time())))))', in_network, all_readers, readers);
end $$;

-- ── The audit ───────────────────────────────────────────────────────────────────────────────────────────────────

-- As before, with the workshop: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_editions;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_editions(p_network)
    or exists (select from lykta.edition_draft where network_id = p_network and from_position is null)
    or exists (select from lykta.draft_protocol where network_id = p_network and from_position is null)
    or exists (select from lykta.edition_override where network_id = p_network and from_position is null)
    or exists (select from lykta.edition_step where network_id = p_network and from_position is null)
    or exists (select from lykta.edition_file where network_id = p_network and from_position is null)
$$;

-- As append_audit writes a moment.
create function lykta.moment_text(p_at timestamptz) returns text
  language sql immutable set search_path = pg_catalog, pg_temp
  as $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

-- 005 writes the entries of the ledger, without a release: an entry that has one has a line more for it.
alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_editions;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_editions(p_network) l(line)
  union all
  select 'edition-release ' || entry_id || ' ' || lykta.moment_text(release_at)
    from lykta.ledger_entry where network_id = p_network and from_position is null and release_at is not null
  union all
  select 'edition-draft ' || draft_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(year, audience, revises, as_of, head, ledger_length, policy, prose, digest,
        encode(sha256(convert_to(content, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.edition_draft where network_id = p_network and from_position is null
  union all
  select 'draft-protocol ' || draft_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(encode(sha256(convert_to(protocol, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.draft_protocol where network_id = p_network and from_position is null
  union all
  select 'edition-override ' || draft_id || ' ' || rule || ' ' || encode(sha256(convert_to(
      jsonb_build_array(subject, reason, author)::text, 'UTF8')), 'hex')
    from lykta.edition_override where network_id = p_network and from_position is null
  union all
  select 'edition-step ' || draft_id || ' ' || seq || ' ' || encode(sha256(convert_to(
      jsonb_build_array(act, digest, lykta.moment_text(release_at), reason, author)::text, 'UTF8')), 'hex')
    from lykta.edition_step where network_id = p_network and from_position is null
  union all
  select 'edition-file ' || draft_id || ' ' || form || ' ' || path || ' ' || encode(sha256(bytes), 'hex') || ' ' || author
    from lykta.edition_file where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_editions;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_editions(p_network, p_position);
  update lykta.edition_draft set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.draft_protocol set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.edition_override set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.edition_step set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.edition_file set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
