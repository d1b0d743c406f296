-- 023: answers of an incident that was ever linked as a report of an event keep their days when they are made coarser: which report came first, and which of them knows
-- the day most closely, decides what the event counts as (packages/incident/src/likeness/join-answers.ts), and a printed year must count the same afterwards.

-- As in 020; new: those days.
create or replace function lykta.coarsen_answers_decided(p_incident uuid, p_levels text[], p_revisions json) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  v_network constant uuid := lykta.current_network();
  v_today date;
  v_since date;
  v_keeps_days boolean;
  v_expected integer;
  v_rows integer;
begin
  if lykta.caller_role() is distinct from 'coordinator' then
    raise exception 'coarsen_answers: the caller is no coordinator' using errcode = '42501';
  end if;
  if (cardinality(p_levels) > 0 and p_levels <@ array['person', 'coded']) is not true then
    raise exception 'coarsen_answers: no such level' using errcode = '22023';
  end if;
  select (lykta.register_time() at time zone n.time_zone)::date, n.collection_start into v_today, v_since from lykta.network n where n.network_id = v_network for no key update;
  if lykta.is_any_held(array[p_incident] || array(select e.case_id from lykta.case_event e where e.network_id = v_network and e.kind = 'join' and e.incident_id = p_incident), v_today) then
    raise exception 'coarsen_answers: it is held' using errcode = '42501';
  end if;
  if exists (select from lykta.sealed_body b join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id where b.network_id = v_network and b.incident_id = p_incident) then
    raise exception 'coarsen_answers: a sealed text stands' using errcode = '42501';
  end if;
  v_keeps_days := exists (select from lykta.same_link s where s.network_id = v_network and s.incident_id = p_incident and s.entry = -1 and s.cluster_id is not null);
  select count(*) into v_expected from lykta.revision where network_id = v_network and incident_id = p_incident;
  update lykta.revision r set answers = c.answers, created_at = case when 'coded' = any(p_levels) then date_trunc('month', r.created_at, 'UTC') else r.created_at end
    from json_to_recordset(p_revisions) c(number integer, answers text)
    where r.network_id = v_network and r.incident_id = p_incident and r.number = c.number and r.from_position is not null
      and c.answers::jsonb = lykta.coarse_answers(r.answers::jsonb, p_levels, v_since)
        || case when v_keeps_days then jsonb_build_object('occurred', r.answers::jsonb -> 'occurred', 'reportedOn', r.answers::jsonb -> 'reportedOn') else '{}' end;
  get diagnostics v_rows = row_count;
  if (v_rows = v_expected and v_rows = json_array_length(p_revisions)) is not true then
    raise exception 'coarsen_answers: these are not its answers with less' using errcode = '22023';
  end if;
  update lykta.incident_fact f set occurred_from = (r.answers::jsonb #>> '{occurred,from}')::date, occurred_to = (r.answers::jsonb #>> '{occurred,to}')::date,
      reported_on = (r.answers::jsonb ->> 'reportedOn')::date, area = r.answers::jsonb ->> 'area'
    from lykta.revision r where r.network_id = v_network and r.incident_id = p_incident and f.network_id = r.network_id and f.incident_id = r.incident_id and f.revision = r.number;
  insert into lykta.coarsening (network_id, incident_id, revision, level, answers_hash, author, created_at)
    select v_network, p_incident, c.number, l, sha256(convert_to(c.answers, 'UTF8')), lykta.caller_member(), lykta.register_time()
    from json_to_recordset(p_revisions) c(number integer, answers text), unnest(p_levels) l
    where not exists (select from lykta.coarsening e where e.network_id = v_network and e.incident_id = p_incident and e.revision = c.number and e.level = l);
  get diagnostics v_rows = row_count;
  return v_rows;
end $$;
