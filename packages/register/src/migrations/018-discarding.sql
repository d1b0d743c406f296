-- 018: a frozen draft that nobody was asked about can be thrown away: what it holds is erased, that there was one is not.

-- What a row held, once it is empty: the hash that the audit's line was written of, so that the chain can still be recomputed.
alter table lykta.edition_draft add column erased_hash bytea;
alter table lykta.draft_protocol add column erased_hash bytea;
alter table lykta.edition_override add column erased_hash bytea;
alter table lykta.edition_file add column erased_hash bytea;

-- Thrown away, it is asked about no more: it takes the place of the asking.
alter table lykta.edition_step drop constraint edition_step_act_check;
alter table lykta.edition_step add constraint edition_step_act_check check (act in ('ask', 'approve', 'refuse', 'withdraw', 'discard'));
alter table lykta.edition_step drop constraint edition_step_check;
alter table lykta.edition_step add constraint edition_step_check check ((act in ('ask', 'discard')) = (seq = 1));

-- Gives how many files are empty now. The application's role may neither change nor delete anything of a draft by itself. No digest
-- stands in the step, so that nobody can agree to what is gone (enter_edition).
create function lykta.discard_draft(p_draft uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_files integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'discard_draft: the caller is no coordinator' using errcode = '42501';
  end if;
  if not exists (select from lykta.edition_draft where network_id = v_network and draft_id = p_draft and from_position is not null)
      or exists (select from lykta.edition_step where network_id = v_network and draft_id = p_draft) then
    raise exception 'discard_draft: there is no such draft, or somebody was asked about it' using errcode = '42501';
  end if;
  insert into lykta.edition_step (network_id, draft_id, seq, act, digest, author, created_at)
    values (v_network, p_draft, 1, 'discard', '', lykta.caller_member(), lykta.register_time());
  update lykta.edition_draft set erased_hash = sha256(convert_to(content, 'UTF8')), content = '' where network_id = v_network and draft_id = p_draft;
  update lykta.draft_protocol set erased_hash = sha256(convert_to(protocol, 'UTF8')), protocol = '' where network_id = v_network and draft_id = p_draft;
  update lykta.edition_override set erased_hash = sha256(convert_to(jsonb_build_array(subject, reason, author)::text, 'UTF8')), reason = '-'
    where network_id = v_network and draft_id = p_draft;
  update lykta.edition_file set erased_hash = sha256(bytes), bytes = '' where network_id = v_network and draft_id = p_draft;
  get diagnostics v_files = row_count;
  return v_files;
end $$;
revoke execute on all functions in schema lykta from public;
