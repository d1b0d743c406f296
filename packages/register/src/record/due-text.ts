// The statement behind due-records.ts: each table is read once, and nothing is sent that is not due.

/**
 * Ends before the last select. Parameters: network, today, by, time zone; months of narrative, note, situation, person, coded ($5 to $9); subjects and last
 * days of the holds that stand; how many are listed; which ones alone (null: all).
 */
export const dueText = `
  with followed_up as (
    select case_id, array_agg(incident_id) filter (where kind = 'join') as incidents,
      -- When it was closed; null: never, or opened again since.
      case (array_agg(kind order by seq desc) filter (where kind <> 'join'))[1] when 'close' then ((array_agg(created_at order by seq desc) filter (where kind <> 'join'))[1] at time zone $4)::date end as closed_on
    from lykta.case_event where network_id = $1 and kind in ('join', 'close', 'reopen') and ($13::uuid[] is null or case_id = any($13)
      or case_id in (select case_id from lykta.case_event where network_id = $1 and kind = 'join' and incident_id = any($13)))
    group by 1),
  joined as (select case_id, unnest(incidents) as incident_id, closed_on from followed_up),
  -- Of every case that it belongs or has belonged to. Nobody follows up what is in no case.
  followed as (select incident_id, bool_and(closed_on is not null) as closed, max(closed_on) as closed_on from joined group by 1),
  hold as (select * from unnest($10::uuid[], $11::date[]) h(subject, until)),
  -- A hold on an incident is one on its cases, and the other way round.
  held as (
    select id, max(until) as until from (
      select subject as id, until from hold
      union all select j.incident_id, h.until from hold h join joined j on j.case_id = h.subject
      union all select j.case_id, h.until from hold h join joined j on j.incident_id = h.subject) x group by 1),
  -- The newest text that is left.
  reason as (
    select b.incident_id, max(b.revision) as revision from lykta.sealed_body b join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id
    where b.network_id = $1 and ($13::uuid[] is null or b.incident_id = any($13)) group by 1),
  -- How often an incident's answers have been made coarser: a revision once at most.
  coarser as (select level, incident_id, count(*) from lykta.coarsening where network_id = $1 and ($13::uuid[] is null or incident_id = any($13)) group by 1, 2),
  -- Something in any revision that the first level takes, and a revision that the second has not been through.
  fine as (
    select 'person' as class, $8::int as months, incident_id from lykta.revision where network_id = $1 and ($13::uuid[] is null or incident_id = any($13))
      and (strpos(answers, '"contactDate":"') > 0 or strpos(answers, '"supportOrganisation":"') > 0 or strpos(answers, '"on":"') > 0) group by 3
    union all
    select 'coded', $9, r.incident_id from (
      select incident_id, count(*) from lykta.revision where network_id = $1 and ($13::uuid[] is null or incident_id = any($13)) group by 1) r
      left join coarser c on c.incident_id = r.incident_id and c.level = 'coded' where r.count > coalesce(c.count, 0)),
  kept as (
    -- A text of the first revision is as old as the report, whenever it was brought in.
    select 'narrative' as class, t.incident_id as id, $5::int as months,
      greatest(case when t.revision = 1 then f.reported_on else (r.created_at at time zone $4)::date end, w.closed_on) as since
    from reason t join lykta.revision r on r.network_id = $1 and r.incident_id = t.incident_id and r.number = t.revision
      join lykta.incident_fact f on f.network_id = $1 and f.incident_id = t.incident_id and f.revision = t.revision
      left join followed w on w.incident_id = t.incident_id
    where w.closed or w.closed is null
    union all
    select a.class, f.incident_id, a.months, greatest(f.occurred_to, w.closed_on) from lykta.incident_fact f join fine a on a.incident_id = f.incident_id
      left join followed w on w.incident_id = f.incident_id
    where f.network_id = $1 and f.until_position is null and (w.closed or w.closed is null)
      -- A month's last days fall together.
      and f.occurred_to <= $3::date - make_interval(months => least($8::int, $9::int)) + interval '3 days'
    union all select 'note', n.case_id, $6, greatest(e.closed_on, l.written_on) from (select distinct case_id from lykta.case_note_key where network_id = $1 and ($13::uuid[] is null or case_id = any($13))) n
      join followed_up e on e.case_id = n.case_id and e.closed_on is not null
      cross join lateral (select (created_at at time zone $4)::date as written_on from lykta.case_event
        where network_id = $1 and case_id = n.case_id and kind <> 'remind' order by seq desc limit 1) l
    union all select 'situation', m.meeting_id, $7, m.held_on from (
      select distinct on (meeting_id) meeting_id, held_on from lykta.meeting_revision where network_id = $1 and ($13::uuid[] is null or meeting_id = any($13)) order by meeting_id, revision desc) m
      where exists (select from lykta.meeting_text t join lykta.meeting_key k on k.network_id = t.network_id and k.text_id = t.text_id where t.network_id = $1 and t.meeting_id = m.meeting_id)),
  due as (
    select k.class, k.id, d.on_day, h.until as held_until, k.class in ('person', 'coded') and t.incident_id is not null as waits
    from kept k cross join lateral (select (k.since + make_interval(months => k.months))::date as on_day) d
      left join held h on h.id = k.id left join reason t on t.incident_id = k.id
    where d.on_day <= $3)`
