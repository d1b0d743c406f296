-- 005: the ledger of editions: what was published, by this program or by others, and what the coordinator alone may see of it.
--
-- Every later edition is tried together with all that stands here, so nothing here is ever changed or taken away.

-- An approved edition with its protected tables, or figures that were published without this program: JSON text, as it was entered.
create table lykta.ledger_entry (
  network_id uuid not null references lykta.network,
  entry_id uuid not null,
  -- From 1; who adds says what stood before, so that no two are made without knowing of each other.
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('edition', 'outside')),
  -- Who has it in hand; every narrower audience has too.
  audience text not null check (audience in ('core', 'network', 'public')),
  content text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, entry_id),
  unique (network_id, seq)
);
create index ledger_entry_unstamped on lykta.ledger_entry (network_id) where from_position is null;

-- Of an edition what is not for its readers: every count, why it was hidden, and the certificate of the audit.
create table lykta.edition_protocol (
  network_id uuid not null,
  entry_id uuid not null,
  protocol text not null,
  author text not null,
  created_at timestamptz not null,
  from_position bigint,
  primary key (network_id, entry_id),
  foreign key (network_id, entry_id) references lykta.ledger_entry
);
create index edition_protocol_unstamped on lykta.edition_protocol (network_id) where from_position is null;

-- Readers get the protected tables that are meant for them, and nothing by which they were made.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  all_readers constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member''))';
  readers constant text := '(select lykta.caller_role() in (''reporter'', ''reader''))';
  own_words constant text := 'author = (select lykta.caller_member())';
  t text;
  reads text;
begin
  for t, reads in values
    ('ledger_entry', format('%s or (%s and kind = ''edition'' and audience <> ''core'')', all_readers, readers)),
    ('edition_protocol', coordinator)
  loop
    execute format('alter table lykta.%I enable row level security', t);
    execute format('alter table lykta.%I force row level security', t);
    execute format('create policy owner_network on lykta.%I to current_user using (%s) with check (%s)', t, in_network, in_network);
    execute format('create policy role_reads on lykta.%I for select using (%s and (%s))', t, in_network, reads);
    execute format('create policy role_adds on lykta.%I for insert with check (%s and %s and %s)', t, in_network, coordinator, own_words);
  end loop;
end $$;

-- As before, with the ledger: what this transaction inserted, what the chain says of it, and its position.
alter function lykta.has_unstamped(uuid) rename to has_unstamped_beside_ledger;
create function lykta.has_unstamped(p_network uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select lykta.has_unstamped_beside_ledger(p_network)
    or exists (select from lykta.ledger_entry where network_id = p_network and from_position is null)
    or exists (select from lykta.edition_protocol where network_id = p_network and from_position is null)
$$;

alter function lykta.unstamped_lines(uuid) rename to unstamped_lines_beside_ledger;
create function lykta.unstamped_lines(p_network uuid) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp
  as $$
  select l.line from lykta.unstamped_lines_beside_ledger(p_network) l(line)
  union all
  select 'ledger-entry ' || entry_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(seq, kind, audience, encode(sha256(convert_to(content, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.ledger_entry where network_id = p_network and from_position is null
  union all
  select 'edition-protocol ' || entry_id || ' ' || encode(sha256(convert_to(
      jsonb_build_array(encode(sha256(convert_to(protocol, 'UTF8')), 'hex'), author)::text, 'UTF8')), 'hex')
    from lykta.edition_protocol where network_id = p_network and from_position is null
$$;

alter function lykta.stamp_rest(uuid, bigint) rename to stamp_rest_beside_ledger;
create function lykta.stamp_rest(p_network uuid, p_position bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  perform lykta.stamp_rest_beside_ledger(p_network, p_position);
  update lykta.ledger_entry set from_position = p_position where network_id = p_network and from_position is null;
  update lykta.edition_protocol set from_position = p_position where network_id = p_network and from_position is null;
end $$;

revoke execute on all functions in schema lykta from public;
