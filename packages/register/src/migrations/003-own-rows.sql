-- 003: one's own member, keys and bundles are seen and added in a member's role alone.
--
-- In 002 the id alone opened them: a transaction that sets no role, which the program never does, would have seen them too, and a
-- device could have added keys under its own id.
do $$
declare
  in_network constant text := 'network_id = (select lykta.current_network())';
  coordinator constant text := '(select lykta.caller_role() = ''coordinator'')';
  own_row constant text := '(select lykta.caller_role() in (''coordinator'', ''core-member'', ''reporter'', ''reader'', ''operator''))
    and member_id::text = (select lykta.caller_member())';
begin
  execute format('alter policy role_reads on lykta.member using (%s and (%s or %s))', in_network, coordinator, own_row);
  execute format('alter policy role_reads on lykta.member_key using (%s and (%s or %s))', in_network, coordinator, own_row);
  execute format('alter policy role_adds on lykta.member_key with check (%s and (%s or %s))', in_network, coordinator, own_row);
  execute format('alter policy role_reads on lykta.member_bundle using (%s and %s)', in_network, own_row);
  execute format('alter policy role_adds on lykta.member_bundle with check (%s and %s)', in_network, own_row);
  execute format('alter policy role_takes on lykta.member_bundle using (%s and %s)', in_network, own_row);
end $$;
